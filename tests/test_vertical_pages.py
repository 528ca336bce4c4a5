"""Pages of vertical writing are read as others are: seen from the side, their columns are lines."""

from __future__ import annotations

from functools import cache

import pytest

from duidu.model import Article
from duidu.reasons import Cause
from duidu.recover import recover
from duidu.sources.pdf import read_pdf
from duidu.sources.printed import PrintedDocument
from layer_trial import known_of
from made_pdf import at, codes, made_pdf
from made_print import Page, blocks, document, notes
from made_vertical import DOWN, KINDS, set_vertically
from test_pdf_layouts import LAYOUTS, known_truth, truth
from test_printed_layout import ONE, THREE, TWO, opened
from typst_pages import Layout, make_pdf


@cache
def level(layout: Layout) -> PrintedDocument:
    return read_pdf(make_pdf(truth(), layout), "level.pdf")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout(layout: Layout, kind: str) -> None:
    article = recover(read_pdf(set_vertically(level(layout), kind), "made.pdf"))
    found, known = known_of(article), known_truth()
    assert (found.blocks, found.notes, found.calls) == (known.blocks, known.notes, known.calls)
    assert [page.label for page in article.pages][:2] == ["97", "98"]
    assert all(page.seen for page in article.pages)
    assert not article.problems


def read(*pages: Page, kind: str) -> Article:
    """The article of pages that are set vertically."""
    return recover(read_pdf(set_vertically(document(*pages), kind), "a.pdf"))


@pytest.mark.parametrize("kind", KINDS)
def test_notes_under_the_columns(kind: str) -> None:
    """They stand in a strip of their own, beside the text if one looks from the side."""
    pages = [opened(), Page()]
    for page, number, text in zip(pages, (1, 3), (ONE, TWO), strict=True):
        page.body(text[:18] + f"^{number}^" + text[20:58], length=20)
        page.body(THREE[:50] + f"^{number + 1}^" + THREE[50:76], length=20)
        labels = (f"^{number}^見《千字文》，第三頁", "以下。", f"^{number + 1}^見《百家姓》，第十五", "頁。")
        for place, note in enumerate(labels):
            page.put(note, 324, 520 - 14 * place, 9)
    article = read(*pages, kind=kind)
    assert [text for _, text in notes(article)] == [
        "見《千字文》，第三頁以下。",
        "見《百家姓》，第十五頁。",
    ] * 2


# -- what stands across the columns


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("first", [8, 97, 998])
def test_numbers_of_pages_that_are_level(kind: str, first: int) -> None:
    pages = [opened().body(ONE), Page().body(TWO), Page().body(THREE)]
    content = set_vertically(document(*pages), kind, more=[at(340, 30, str(first + n)) for n in range(3)])
    article = recover(read_pdf(content, "a.pdf"))
    assert [(page.label, page.seen) for page in article.pages] == [(str(first + n), True) for n in range(3)]
    assert [text.rpartition("|")[2] for _, text in blocks(article)[1:]] == [ONE, TWO, THREE]
    assert not article.problems
    assert {piece.reason.cause for piece in article.set_aside} == {Cause.PAGE_NUMBER}


def test_heads_that_are_level() -> None:
    pages = [opened().body(ONE), Page().body(TWO), Page().body(THREE)]
    heads = [at(300, 450, f"千字文研究　{n}") for n in range(1, 4)]
    article = recover(read_pdf(set_vertically(document(*pages), "map", more=heads), "a.pdf"))
    assert {piece.reason.cause for piece in article.set_aside} == {Cause.PAGE_NUMBER, Cause.RUNNING_HEAD}
    assert not article.problems


def test_words_across_the_columns_are_set_aside_and_told() -> None:
    content = set_vertically(document(opened().body(ONE).body(TWO)), "map", more=[at(50, 100, "圖一 千字文")])
    article = recover(read_pdf(content, "a.pdf"))
    assert [piece.text for piece in article.set_aside] == ["圖一 千字文"]
    assert {piece.reason.cause for piece in article.set_aside} == {Cause.TURNED}
    assert next(problem.message for problem in article.problems) == (
        "words that run across the lines of their page: 5 characters, here the first; expected words along"
        " the lines (they are set aside: compare them with print)"
    )


def test_pages_in_both_directions_are_refused() -> None:
    rows = "".join(at(50, 100 - 20 * n, ONE[:30]) for n in range(3))
    content = set_vertically(document(opened().body(ONE).body(TWO)), "map", more=[rows])
    (problem,) = (found for found in recover(read_pdf(content, "a.pdf")).problems if found.code.error)
    assert problem.message == (
        "pages that are set partly in vertical and partly in horizontal lines: 1, here the first; expected"
        " one of both on a page (give the Word file, or its text)"
    )


def test_vertical_words_on_a_page_of_lines_are_set_aside_and_told() -> None:
    """As the heads of tables."""
    content = made_pdf(
        "".join(at(50, 600 - 20 * n, text) for n, text in enumerate((ONE[:30], ONE[30:60], TWO[:30])))
        + f"BT /V 10 Tf 400 400 Td {codes('年份')} Tj ET",
        objects=DOWN,
        fonts="/V 30 0 R",
    )
    article = recover(read_pdf(content, "a.pdf"))
    assert [piece.text for piece in article.set_aside] == ["年份"]
    assert "turned-words" in [problem.code.code for problem in article.problems]


def test_notes_in_two_lines_within_a_line_are_refused() -> None:
    """雙行夾注: nothing tells where the small lines are read."""
    page = opened()
    for text in (ONE, TWO, THREE, ONE):
        page.add(text[:9])
        for place in range(2):
            page.put(text[9 + 20 * place : 29 + 20 * place], 60 + 11 * 12, page.y + 5.5 - 6.5 * place, 6)
    (problem,) = (found for found in read(page, kind="map").problems if found.code.error)
    assert problem.message == (
        "notes in two small lines within a line of the text: 4, here the first; expected notes on lines of"
        " their own (give the Word file, or its text)"
    )
