"""Marks of printed pages: each number stands with its own line, and none moves the words of a block."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

WIDTHS = [390, 768, 1280, 1440, 1920]
SAVE = "settings => localStorage.setItem('duidu.settings', settings)"
Box = tuple[float, float, float, float]  # left, top, right, bottom
either_page = pytest.mark.parametrize("path", ["", "parallel/"])

# Of each block that begins with a mark, how far its first word is from where it would begin without one.
MOVED = """() => [...document.querySelectorAll(".md-content .page-break")].flatMap((mark) => {
  const block = mark.closest("h1, h2, h3, h4, p");
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEndBefore(mark);
  if (before.toString().trim()) return [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.data.trim()) break;
  const range = document.createRange();
  range.setStart(walker.currentNode, walker.currentNode.data.search(/\\S/));
  range.setEnd(walker.currentNode, range.startOffset + 1);
  const { writingMode, textIndent, paddingInlineStart, borderInlineStartWidth } = getComputedStyle(block);
  const side = writingMode === "vertical-rl" ? "top" : "left";
  const begin = block.getBoundingClientRect()[side];
  const rooms = [textIndent, paddingInlineStart, borderInlineStartWidth].map(parseFloat);
  return [range.getBoundingClientRect()[side] - begin - rooms.reduce((sum, room) => sum + room)];
})"""


def write_vertically(page: Page) -> None:
    page.evaluate(SAVE, '{"writing": "vertical"}')
    page.reload()
    page.wait_for_load_state("networkidle")


def labels(page: Page) -> list[tuple[Box, Box]]:
    """Of each mark that shows its number, where the mark is and where the number."""
    snapshot = page.context.new_cdp_session(page).send("DOMSnapshot.captureSnapshot", {"computedStyles": []})
    strings, (document, *_) = snapshot["strings"], snapshot["documents"]
    nodes = document["nodes"]
    boxes = dict(zip(document["layout"]["nodeIndex"], map(_box, document["layout"]["bounds"]), strict=True))
    return [
        (boxes[nodes["parentIndex"][pseudo]], boxes[pseudo])
        for pseudo in nodes["pseudoType"]["index"]
        if "page-break" in _classes(nodes["attributes"][nodes["parentIndex"][pseudo]], strings)
    ]


def _box(bounds: list[float]) -> Box:
    left, top, width, height = bounds
    return left, top, left + width, top + height


def _classes(attributes: list[int], strings: list[str]) -> list[str]:
    pairs = dict(zip(attributes[::2], attributes[1::2], strict=True))
    return next((strings[value].split() for name, value in pairs.items() if strings[name] == "class"), [])


def test_in_vertical_writing_each_number_stands_over_its_column(article: Page) -> None:
    write_vertically(article)
    for width in WIDTHS:
        article.set_viewport_size({"width": width, "height": 900})
        head = article.locator("#par-1").evaluate("line => line.getBoundingClientRect().top")
        found = [(mark, number) for mark, number in labels(article) if number[3] <= head + 1]
        assert (
            len(found) > 20
        )  # all but those in notes and in the English abstract: they stand among the words
        for (left, _, right, _), number in found:
            assert left <= (number[0] + number[2]) / 2 <= right


@either_page
def test_each_number_stands_beside_its_line_or_over_it(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    for width in WIDTHS:
        article.set_viewport_size({"width": width, "height": 900})
        found = labels(article)
        assert len(found) > 20
        for (left, top, right, bottom), number in found:
            assert number[0] >= 0
            assert number[2] <= width
            beside = top <= (number[1] + number[3]) / 2 <= bottom
            over = abs(number[0] - left) < 2 and top - 20 <= number[3] - 5 <= top + 5
            assert (beside and number[0] <= right) or over


@either_page
def test_no_mark_moves_the_words_of_a_block(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    for width in (*WIDTHS, 820, 1219):
        article.set_viewport_size({"width": width, "height": 900})
        expect_in_place(article)
    article.emulate_media(media="print")
    expect_in_place(article)


def test_no_mark_moves_the_words_of_a_column(article: Page) -> None:
    write_vertically(article)
    expect_in_place(article)


def expect_in_place(page: Page) -> None:
    moved: list[Any] = page.evaluate(MOVED)
    assert len(moved) > 3
    assert moved == pytest.approx([0] * len(moved), abs=0.6)


def test_a_number_at_the_beginning_of_a_block_has_no_hairline(article: Page) -> None:
    style = "mark => getComputedStyle(mark).borderInlineStartWidth"
    assert article.locator("#title .page-break").evaluate(style) == "0px"
    assert article.locator(".page-break:not(.initial)").first.evaluate(style) == "1px"
