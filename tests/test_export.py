"""`duidu export`, and what a build offers for download: which files, where, in which words."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from duidu.digests import digests_of
from duidu.export_command import export_articles
from duidu.formats import FORMATS, NAMES
from duidu.metadata import Metadata, parse_journal, parse_metadata
from duidu.problems import DuiduError
from duidu.project import open_project
from duidu.publish.article import article_files
from duidu.publish.downloads import downloads_of
from duidu.publish.epub.zipped import zipped
from duidu.publish.pages.download_box import download_box
from duidu.settings import UNSAID
from recovering import ROOT
from rich import RICH
from taken import editions
from temporary import SMALL, Project, run, small_project
from test_citing import FULL

OFFERED = [
    "youchai.zh-hant.epub",
    "youchai.zh-hans.epub",
    "youchai.parallel.epub",
    "youchai.zh-hant.txt",
    "youchai.zh-hans.txt",
    "youchai.zh-hant.md",
    "youchai.zh-hans.md",
    "youchai.tei.xml",
    "youchai.zh-hans.tei.xml",
    "youchai.jats.xml",
    "youchai.works.bib",
    "youchai.works.ris",
    "youchai.works.json",
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small_project(tmp_path)


def test_every_format_makes_files_that_are_offered() -> None:
    offered = [download for download, _ in downloads_of(editions(RICH), UNSAID)]
    assert [download.file for download in offered] == OFFERED
    assert {download.format for download in offered} == set(FORMATS)
    # A file in Markdown would be a page of the site.
    assert not any(download.path.endswith(".md") for download in offered)


def test_browsers_do_not_keep_what_is_taken_along() -> None:
    files = article_files(list(editions(RICH).values()), ())
    (kept,) = (content.decode() for path, content in files.items() if path.startswith("offline/"))
    assert not any(name in kept for name in OFFERED)


def test_an_article_is_exported(project: Project) -> None:
    out = project.root / "out"
    said = run("export", "epub", "short", "--output", str(out), "--root", str(project.root))
    files = [out / "short" / f"short.{kind}.epub" for kind in ("zh-hant", "zh-hans", "parallel")]
    assert (said.code, said.out.splitlines(), said.errors) == (0, [str(file) for file in files], [])
    assert "EPUB/nav.xhtml" in ZipFile(files[0]).namelist()


def test_every_article_is_exported_in_every_format_with_its_pictures(tmp_path: Path) -> None:
    done = list(export_articles(open_project(ROOT), "all", ["how-a-text-is-read"], tmp_path))
    names = {path.relative_to(tmp_path).as_posix() for each in done for path in each.files}
    assert "how-a-text-is-read/figures/stages.png" in names
    text = (tmp_path / "how-a-text-is-read/how-a-text-is-read.zh-hant.md").read_text("utf-8")
    (picture,) = re.findall(r"\]\((figures/\S+)", text)
    assert (tmp_path / "how-a-text-is-read" / picture).is_file()


def test_an_article_that_is_not_there_is_told(project: Project) -> None:
    said = run("export", "text", "shrt", "--root", str(project.root))
    assert said.code == 3
    assert said.errors == [
        f"{project.root / 'docs' / 'articles'}: error: there is no article shrt; "
        "expected names of articles that are here: short [export-unknown]"
    ]


def test_a_format_that_is_not_known_is_told(project: Project) -> None:
    said = run("export", "pdf", "--root", str(project.root))
    assert said.code == 2
    assert "invalid choice: 'pdf'" in said.errors[-1]


def test_an_article_with_an_error_is_not_exported(project: Project) -> None:
    project.add("broken", SMALL.replace("1 見", "2 見").encode())
    out = project.root / "out"
    said = run("export", "text", "--output", str(out), "--root", str(project.root))
    assert said.code == 1
    assert sorted(path.name for path in out.iterdir()) == ["short"]
    assert said.errors


def test_an_article_that_is_lost_is_told_when_the_others_are_exported(project: Project) -> None:
    project.add("lost", SMALL.encode()).unlink()
    said = run("export", "text", "--root", str(project.root), "-o", str(project.root / "out"))
    assert said.code == 1
    assert len(said.out.splitlines()) == 2
    (error,) = said.errors
    assert error.startswith(f"{project.root}/docs/articles/lost: error: the article has no source")


def test_formats_are_turned_off_for_all_articles_or_for_one() -> None:
    journal = parse_journal('downloads = ["epub", "text"]', "j.toml")
    assert journal.downloads == ("epub", "text")
    assert parse_metadata("", "a.toml", journal).downloads == ("epub", "text")
    assert parse_metadata("downloads = []", "a.toml", journal).downloads == ()
    assert parse_metadata("", "a.toml").downloads == NAMES


def test_a_wrong_name_is_told_in_a_sentence() -> None:
    with pytest.raises(DuiduError) as caught:
        parse_journal('downloads = ["epub", "pdf"]', "j.toml")
    assert [problem.report("j.toml") for problem in caught.value.problems] == [
        "j.toml:1: error: the value of “downloads” is ['epub', 'pdf']; expected a list of formats, "
        f"each one of {', '.join(NAMES)} [toml-value-wrong]"
    ]


def test_what_is_turned_off_is_neither_offered_nor_there() -> None:
    work = editions(RICH, metadata=Metadata(downloads=("text",)))
    files = article_files(list(work.values()), ())
    assert [path for path in files if path.endswith((".epub", ".md.txt", ".works.bib"))] == []
    assert "zh-hant/youchai/youchai.zh-hans.txt" in files
    none = article_files(list(editions(RICH, metadata=Metadata(downloads=())).values()), ())
    assert not any(b"downloads" in page for path, page in none.items() if path.endswith("index.md"))


@pytest.mark.parametrize(
    ("folder", "first", "beside"),
    [("zh-hant", "繁體", ""), ("zh-hans", "简体", "../../zh-hant/youchai/")],
)
def test_readers_are_offered_their_own_script_first_with_sizes(folder: str, first: str, beside: str) -> None:
    files = article_files(list(editions(RICH).values()), ())
    page = files[f"{folder}/youchai/index.md"].decode()
    box = page[page.index('<details class="downloads"') :].split("</details>")[0]
    line = next(line for line in box.split("\n") if line.startswith("- EPUB"))
    assert re.findall(r"\[(.*?)\]", line)[0] == first
    links = re.findall(r'\]\((\S+?)\)\{download="(\S+?)" type="(\S+?)"\} (\d+) KB', box)
    assert sorted(name for _, name, _, _ in links) == sorted(OFFERED)
    for target, _, _, size in links:
        content = files[f"zh-hant/youchai/{target.removeprefix(beside)}"]
        assert int(size) == max(1, round(len(content) / 1024))
    assert f"[{'下載' if folder == 'zh-hant' else '下载'}](#download)" in page.rpartition("<nav")[2]


def test_whose_the_rights_are_is_told_or_that_it_is_not_known() -> None:
    downloads = [download for download, _ in downloads_of(editions(RICH), UNSAID)]
    known, unknown = (download_box(downloads, "", "zh-Hant", rights) for rights in (FULL.rights, ""))
    assert "\n版權：海濱大學\n" in known
    assert "\n版權歸屬未載明；轉載、散布之前，請先徵詢作者或原刊。\n" in unknown
    assert download_box([], "", "zh-Hant", "") == ""


def test_an_epub_is_the_same_whichever_library_packed_it() -> None:
    packed = zipped({"a": b"x" * 1000})
    other = zipped({"a": b"x" * 999})
    assert digests_of({"b.epub": packed}) != digests_of({"b.epub": other})
    out = BytesIO()
    with ZipFile(BytesIO(packed)) as archive, ZipFile(out, "w") as written:
        for name in archive.namelist():
            written.writestr(name, archive.read(name))
    assert out.getvalue() != packed
    assert digests_of({"b.epub": out.getvalue()}) == digests_of({"b.epub": packed})
    assert digests_of({"b.txt": out.getvalue()}) != digests_of({"b.txt": packed})
    assert [*digests_of({"b.epub": b"damaged"}).values()] == [*digests_of({"b.txt": b"damaged"}).values()]
