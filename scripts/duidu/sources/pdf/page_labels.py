"""The labels of pages: the numbers that the file says are printed on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.utils import format_int_alpha, format_int_roman

from duidu.sources.pdf.limits import MOST_PAGES
from duidu.sources.pdf.values import array, dictionary, integer, name, text

_MOST_NODES = 1_000  # a tree in which nodes stand below themselves goes on for ever
_LARGEST_ROMAN = 3999


def page_labels(catalog: Mapping[str, Any], count: int) -> list[str]:
    """The label of each of `count` pages, nothing where the file gives none."""
    ranges = dict(_ranges(catalog.get("PageLabels")))
    labels: list[str] = []
    label: Mapping[str, Any] = {}
    first = 0
    for page in range(count):
        if page in ranges:
            label, first = ranges[page], page
        start = integer(label.get("St"), 1)
        labels.append(text(label.get("P")) + _number(name(label.get("S")), start + page - first))
    return labels


def _ranges(tree: object) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Page, counted from 0, and what its label is made of, in all nodes of a tree."""
    waiting = [tree]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = dictionary(waiting.pop())
        waiting += reversed(array(node.get("Kids")))
        items = array(node.get("Nums"))[: 2 * MOST_PAGES]
        for page, label in zip(items[::2], items[1::2], strict=False):
            yield integer(page), dictionary(label)


def _number(style: str, value: int) -> str:
    if style == "D":
        return str(value)
    if not 0 < value <= _LARGEST_ROMAN:
        return ""
    if style in ("R", "r"):
        roman = format_int_roman(value)
        return roman.upper() if style == "R" else roman
    if style in ("A", "a"):
        letters = format_int_alpha(value)
        return letters.upper() if style == "A" else letters
    return ""
