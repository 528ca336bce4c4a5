"""The pages of a file, in their order, each with what it has from the nodes of the tree above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfdocument import PDFDocument

from duidu.sources.pdf.limits import Budget
from duidu.sources.pdf.values import DAMAGE, array, dictionary, name, object_id

_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
_DEEPEST = 30  # a tree in which nodes stand below themselves goes on for ever
_MOST_NODES = 100_000
_MOST_OBJECTS = 50_000  # that are looked at where the tree is missing


@dataclass(frozen=True, slots=True)
class PageEntries:
    """A page as the file has it: the number of its object, and its entries."""

    number: int
    entries: Mapping[str, Any]


def read_pages(document: PDFDocument, budget: Budget) -> list[PageEntries]:
    """All pages. Raises `DuiduError` if they are too many."""
    pages: list[PageEntries] = []
    waiting: list[tuple[object, Mapping[str, Any], int]] = [(document.catalog.get("Pages"), {}, 0)]
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        value, above, depth = waiting.pop()
        node = dictionary(value)
        entries = {key: above[key] for key in _INHERITED if key in above} | dict(node)
        if "Kids" in node and depth < _DEEPEST:
            waiting += [(kid, entries, depth + 1) for kid in reversed(array(node["Kids"]))]
        elif node and name(node.get("Type")) != "Pages":
            pages.append(PageEntries(object_id(value), entries))
            budget.check_pages(len(pages))
    return pages


def search_pages(document: PDFDocument, budget: Budget) -> list[PageEntries]:
    """All objects that are pages, where no tree has them."""
    pages: list[PageEntries] = []
    numbers = (number for table in document.xrefs for number in table.get_objids())
    for number, _ in zip(numbers, range(_MOST_OBJECTS), strict=False):
        try:
            found = dictionary(document.getobj(number))
        except DAMAGE:
            continue
        if name(found.get("Type")) == "Page":
            pages.append(PageEntries(number, found))
            budget.check_pages(len(pages))
    return pages
