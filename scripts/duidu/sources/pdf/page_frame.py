"""The frame of a page, its size and how it is turned, and the addresses that it links to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from duidu.sources.pdf.graphics import Matrix, apply
from duidu.sources.pdf.line_spans import Links
from duidu.sources.pdf.page_tree import PageEntries
from duidu.sources.pdf.values import array, dictionary, integer, name, numbers, text
from duidu.sources.printed import Box

_LETTER = (0.0, 0.0, 612.0, 792.0)
_MOST_LINKS = 300


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The size of a page as it is read, and what brings a point of the file to its place on it."""

    width: float
    height: float
    matrix: Matrix


def page_frame(page: PageEntries, turn: int = 0) -> PageFrame:
    """The frame of a page, turned clockwise as the file says, and by `turn` degrees more."""
    box = _shown_part(page)
    width, height = box.right - box.left, box.top - box.bottom
    turns: Mapping[int, PageFrame] = {
        0: PageFrame(width, height, (1.0, 0.0, 0.0, 1.0, -box.left, -box.bottom)),
        90: PageFrame(height, width, (0.0, -1.0, 1.0, 0.0, -box.bottom, box.right)),
        180: PageFrame(width, height, (-1.0, 0.0, 0.0, -1.0, box.right, box.top)),
        270: PageFrame(height, width, (0.0, 1.0, -1.0, 0.0, box.top, -box.left)),
    }
    return turns[(integer(page.entries.get("Rotate")) + turn) % 360 // 90 * 90]


def _shown_part(page: PageEntries) -> Box:
    """The part of the sheet that is shown, in the file's own coordinates."""
    sheet = _box(page.entries.get("MediaBox")) or Box(*_LETTER)
    shown = _box(page.entries.get("CropBox")) or sheet
    cut = Box(
        max(sheet.left, shown.left),
        max(sheet.bottom, shown.bottom),
        min(sheet.right, shown.right),
        min(sheet.top, shown.top),
    )
    return cut if cut.right > cut.left and cut.top > cut.bottom else sheet


def _box(value: object) -> Box | None:
    found = numbers(value, 4)
    if not found:
        return None
    left, right = sorted(found[::2])
    bottom, top = sorted(found[1::2])
    return Box(left, bottom, right, top) if right > left and top > bottom else None


def page_links(page: PageEntries, matrix: Matrix) -> Links:
    """The web addresses to which the page links, each with its area."""
    return Links(tuple(_links(page, matrix)))


def _links(page: PageEntries, matrix: Matrix) -> Iterator[tuple[Box, str]]:
    for item in array(page.entries.get("Annots"))[:_MOST_LINKS]:
        found: Mapping[str, Any] = dictionary(item)
        if name(found.get("Subtype")) != "Link":
            continue
        action = dictionary(found.get("A"))
        address, box = text(action.get("URI")), _box(found.get("Rect"))
        if name(action.get("S")) == "URI" and address.startswith(("http://", "https://", "mailto:")) and box:
            (x1, y1), (x2, y2) = apply(matrix, box.left, box.bottom), apply(matrix, box.right, box.top)
            yield Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)), address
