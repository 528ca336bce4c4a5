"""Pictures among the lines of text: those of an article, and not the marks of a journal or database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import Box, PrintedDocument


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """The picture `file` on the page `page`, which counts from 0; `line` is the source's nearest line."""

    page: int
    box: Box
    file: str
    line: int
    description: str


def find_pictures(printed: PrintedDocument) -> Iterator[PlacedPicture]:
    """The pictures of each page from above, without small ones and those that several pages have."""
    times = Counter(picture.name for page in printed.pages for picture in page.pictures)
    for page in printed.pages:
        for picture in sorted(page.pictures, key=lambda one: -one.box.top):
            box = picture.box
            is_small = min(box.right - box.left, box.top - box.bottom) < THRESHOLDS.picture_least
            if is_small or times[picture.name] > 1 or picture.name not in printed.pictures:
                continue
            line = min((line.number for line in page.lines if line.box.top < box.bottom + 1), default=1)
            yield PlacedPicture(page.number - 1, box, picture.name, line, picture.description)


def is_above(picture: PlacedPicture, row: FlowRow) -> bool:
    """Whether a picture comes before a line of the text."""
    if picture.page != row.row.page:
        return picture.page < row.row.page
    middle = (picture.box.left + picture.box.right) / 2
    beside = not row.margins.left <= middle <= row.margins.right
    return row.row.baseline < picture.box.bottom + row.size and not (beside and middle > row.margins.right)
