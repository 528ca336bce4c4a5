"""`duidu add`: a file becomes an article of the project, and what was found in it is said."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from duidu.metadata import SCHEMA, parse_metadata
from duidu.model import Article, Front, Heading, Origin, Page, SetAside, Text
from duidu.new_article import article_toml, find_facts, suggest_slug
from duidu.reasons import Cause, Reason
from recovering import ARTICLE
from temporary import Said, run


def add(root: Path, file: Path, *more: str) -> Said:
    return run("add", str(file), "--root", str(root), *more)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project without articles."""
    root = tmp_path / "project"
    run("new", str(root))
    return root


def text(words: str) -> tuple[Text, ...]:
    return (Text(words, Origin(1, 0)),)


@pytest.mark.parametrize("name", ["source.txt", "article.toml"])
def test_on_a_full_disk_nothing_is_left(project: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    write = Path.write_bytes

    def fail(path: Path, content: bytes) -> int:
        if path.name != name:
            return write(path, content)
        write(path, content[:9])
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", fail)
    said = add(project, ARTICLE, "--slug", "alliance")
    file = project / "docs/articles/alliance" / name
    assert (said.code, said.errors[-1]) == (
        3,
        f"{file}: error: the file cannot be written: No space left on device [output-unwritable]",
    )
    monkeypatch.undo()
    assert not file.parent.exists()
    assert add(project, ARTICLE, "--slug", "alliance").code == 0


def test_a_file_becomes_an_article(project: Path) -> None:
    said = add(project, ARTICLE)
    folder = project / "docs/articles/anglo-american-special-relationship"
    assert said.out.splitlines() == [
        "Title: 論英美特殊關係的特質及其維繫原因; authors: 張心怡",
        "Script: Traditional, by 6348 of the 6348 characters that only one of the two scripts has",
        "Text: abstract in Chinese and English, headings 10, paragraphs 54",
        "Notes: footnotes 47; pages: 30 (76 to 105, numbers seen: 2)",
        "Characters: 25771, of them 25555 in the text and 216 set aside",
        "For a citation, article.toml still needs: year, volume, issue",
        f"The article is in {folder}: look at its article.toml, then run “duidu build”.",
    ]
    assert (said.code, said.errors) == (0, [f"Reading {ARTICLE} …"])
    assert (folder / "source.txt").read_bytes() == ARTICLE.read_bytes()
    assert "trim_trailing_whitespace = false" in (folder.parent / ".editorconfig").read_text()
    assert "source.txt -text" in (folder.parent / ".gitattributes").read_text()
    assert run("check", "--root", str(project)).errors[-1].endswith("[not-current]")


def test_what_was_found_is_to_be_confirmed_and_can_be() -> None:
    """Every comment of the file is a line of TOML that article.toml may have."""
    front = Front(
        {"zh-Hant": text("論「水門」"), "en": text('On "Gates"')}, keywords={"en": (text("gates"),)}
    )
    toml = article_toml(Article(front, (), ()))
    assert tomllib.loads(toml) == {}
    lines = [line.removeprefix("# ").split("      #")[0] for line in toml.splitlines()]
    confirmed = "\n".join(line for line in lines if line.split(" = ")[0] in SCHEMA or line.startswith("["))
    said = tomllib.loads(confirmed)
    assert (said["title"], said["title_en"], said["keywords_en"]) == ("論「水門」", 'On "Gates"', ["gates"])
    assert said["author"] == [{}]
    found = {"journal", "volume", "issue", "year", "pages"}
    assert found <= set(said)
    assert parse_metadata('title = "論「水門」"\nyear = 2009', "a.toml").year == 2009


@pytest.mark.parametrize(
    ("heads", "facts"),
    [
        (["水利學報 第 12 卷第 3 期 2009 年 頁 76-105"], "水利學報 12 3 2009 76-105"),
        (["歐洲國際評論", "論水門"], "歐洲國際評論 - - - -"),
        (["《史學》第 8 期"], "史學 - 8 - -"),
        (["《全球史學》第二十四期 2008 年"], "全球史學 - 24 2008 -"),
        ([], "- - - - -"),
    ],
)
def test_facts_of_the_running_heads(heads: list[str], facts: str) -> None:
    aside = tuple(SetAside(head, Origin(1, 0), Reason(Cause.RUNNING_HEAD)) for head in heads)
    found = find_facts(Article(Front({"zh-Hant": text("論水門")}), (), (), set_aside=aside))
    assert " ".join(found.get(key, "-") for key in ("journal", "volume", "issue", "year", "pages")) == facts


def test_a_running_head_that_is_a_heading_names_no_journal() -> None:
    aside = tuple(
        SetAside(head, Origin(1, 0), Reason(Cause.RUNNING_HEAD)) for head in ("貳、緣起", "海濱史學")
    )
    headed = Article(Front(), (Heading("sec-2", 1, text("貳、 緣起")),), (), set_aside=aside)
    assert find_facts(headed) == {"journal": "海濱史學"}


def test_pages_that_are_known() -> None:
    pages = (Page("76", False, 1), Page("77", False, 9))
    assert find_facts(Article(Front(), (), (), pages=pages)) == {"pages": "76-77"}


@pytest.mark.parametrize(
    ("title", "stem", "slug"),
    [
        ("The Anglo-American Special Relationship: Its Nature", "x", "anglo-american-special-relationship"),
        (
            "A Study of the Gates on the River of Yü in the Ming and After",
            "x",
            "study-gates-river-yu-ming-after",
        ),
        ("", "my paper 2", "my-paper-2"),
        ("", "水門", ""),
    ],
)
def test_a_name_for_addresses(title: str, stem: str, slug: str) -> None:
    front = Front({"en": text(title)} if title else {})
    assert suggest_slug(Article(front, (), ()), stem) == slug


def test_a_name_that_is_taken_or_cannot_be_made(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "水門.txt"
    file.write_text("壹、前言 \n水門有四。 \n", "utf-8")
    articles = project / "docs" / "articles"
    needed = "no name for the article's address can be made of its title or its file's name; expected"
    reading = f"Reading {file} …"
    assert add(project, file) == Said(
        2, "", [reading, f"{articles}: error: {needed} --slug NAME [slug-needed]"]
    )
    assert add(project, file, "--slug", "gates").code == 0
    taken = "there is an article of this name; expected another --slug [article-exists]"
    said = add(project, file, "--slug", "gates")
    assert said == Said(2, "", [reading, f"{articles / 'gates'}: error: {taken}"])


def test_nothing_is_written_for_a_file_that_cannot_be_used(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "paper.doc"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    said = add(project, file)
    assert (said.code, said.errors[-1].split("[")[-1]) == (3, "input-old-word]")
    assert not any(path.is_dir() for path in (project / "docs" / "articles").iterdir())
