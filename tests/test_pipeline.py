"""The way of one article through its stages."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.metadata import Metadata
from duidu.model import PageBreak
from duidu.pipeline import STAGES, ArticleFiles, Draft, SourceFile, process
from duidu.plausibility import find_page_doubts
from duidu.problems import DuiduError
from duidu.recover.structured import recover_document
from made_document import made_document
from recovering import ARTICLE
from temporary import FRAGMENT, SMALL

FOLDER = Path("docs/articles/short")


def files(
    source: str = SMALL, *, corrections: str | None = None, metadata: str | None = FRAGMENT
) -> ArticleFiles:
    """The files of an article that are nowhere on the disk."""

    def named(name: str, text: str | None) -> SourceFile | None:
        return None if text is None else SourceFile(FOLDER / name, text.encode())

    source_file = SourceFile(FOLDER / "source.txt", source.encode())
    return ArticleFiles(source_file, named("corrections.toml", corrections), named("article.toml", metadata))


def codes(draft: Draft) -> list[str]:
    return [problem.code.code for problem in draft.problems]


def test_the_stages_are_named_in_their_order() -> None:
    names = [stage.name for stage in STAGES]
    assert names == ["read", "recover", "correct", "check", "annotate", "convert", "publish"]


def test_an_article_goes_all_the_way_without_the_disk() -> None:
    draft = process(files())
    assert codes(draft) == []
    assert {"zh-hant/short/index.md", "zh-hans/short/index.md", "search/short.txt"} <= set(draft.pages)


def test_it_stops_where_it_is_told_to() -> None:
    draft = process(files(), until="check")
    assert draft.ledger.balanced
    assert (draft.editions, draft.pages) == ((), {})


def test_it_stops_at_the_first_stage_that_finds_an_error() -> None:
    draft = process(files(SMALL.replace("。1", "。2")))
    assert any(problem.code.error for problem in draft.problems)
    assert (draft.editions, draft.pages) == ((), {})


def test_an_editor_may_want_no_simplified() -> None:
    for draft in (
        process(files(metadata=FRAGMENT + "simplified = false\n")),
        process(files(), simplified=False),
    ):
        assert [edition.language for edition in draft.editions] == ["zh-Hant"]


def test_what_is_checked_is_what_was_corrected() -> None:
    corrections = '[[correction]]\nquote = "依燈號"\ntext = "按燈號"\nreason = "x"\n'
    draft = process(files(corrections=corrections))
    assert "按燈號" in draft.pages["zh-hant/short/index.md"].decode()
    assert draft.ledger.balanced


def test_a_file_that_cannot_be_used_is_named() -> None:
    with pytest.raises(DuiduError) as error:
        process(files(corrections="[["))
    assert error.value.file == str(FOLDER / "corrections.toml")


def test_the_same_files_give_the_same_pages() -> None:
    again = ArticleFiles(SourceFile(ARTICLE, ARTICLE.read_bytes()))
    assert process(again).pages == process(again).pages


@pytest.mark.parametrize(
    ("last", "pages", "found"),
    [
        (None, ["31"], []),  # the only one
        (31, ["31"], []),
        (
            33,
            [],  # not all of it on 31, which readers would quote
            [
                "the file does not record where the pages 31-33 begin; expected its PDF beside it, as"
                " source.pdf (without that no printed page is marked, and readers cannot quote by page)"
            ],
        ),
    ],
)
def test_pages_of_which_the_file_does_not_record_the_breaks(
    last: int | None, pages: list[str], found: list[str]
) -> None:
    article = recover_document(made_document("[title] 論水門\n甲。\n乙。"), 31, last)
    assert [page.label for page in article.pages] == pages
    assert [run.label for run in article.runs() if isinstance(run, PageBreak)] == pages
    assert [problem.message for problem in article.problems] == found


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        ("31-33", []),
        (
            "31–34",
            [
                "the last page is 33, but by “pages” in article.toml it is 34; expected the same (some page"
                " breaks are missing, or too many, so that readers would quote by wrong pages)"
            ],
        ),
        ("31", []),  # where it ends is not said
        (
            "30-33",
            [
                "the first page is 31, but by “pages” in article.toml it is 30; expected the same (some page"
                " breaks are missing, or too many, so that readers would quote by wrong pages)"
            ],
        ),
    ],
)
def test_pages_that_begin_or_end_elsewhere_than_the_editor_says_are_told(
    pages: str, found: list[str]
) -> None:
    document = made_document("[title] 論水門\n甲。\n----\n乙。\n----\n丙。")
    article = recover_document(document, 31)
    said = Metadata(pages=pages)
    doubts = find_page_doubts(article, said.first_page, said.last_page)
    assert [problem.message for problem in doubts] == found
