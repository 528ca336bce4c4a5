"""Drawings of lines on printed pages as pictures of their regions, and the words in them set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from duidu.model import SetAside
from duidu.problems import Code, Problem
from duidu.reasons import Cause, Reason
from duidu.recover.printed.drawn_regions import DrawnRegion, around, find_regions, holds
from duidu.recover.printed.measures import body_size
from duidu.recover.printed.shown_lines import ShownPages, is_hidden
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import Box, DrawnPicture, PrintedDocument, PrintedLine, PrintedPage

_MARGIN = 3.0  # points around a drawing: lines have a thickness
_STEP = 10  # points: what stands so near on several pages stands at one place


def with_figures(printed: PrintedDocument) -> PrintedDocument:
    """The document, in which drawings are pictures, and their lines and frames no others.

    A drawing of which no picture can be made is reported, and its words stay text.
    """
    if printed.render is None:
        return printed
    pages = list(printed.pages)
    pictures = dict(printed.pictures)
    left: list[int] = []
    for place, region in _regions(printed.pages):
        page = pages[place]
        box = _box(region, page)
        room = len(pictures) - len(printed.pictures) < THRESHOLDS.most_drawings
        content = printed.render(page.number, box) if room else b""
        if content:
            name = f"drawing{len(pictures) - len(printed.pictures) + 1}.png"
            pictures[name] = content
            pages[place] = _with_picture(page, region, box, name)
        else:
            left.append(_line_of(region, page))
    shown = {picture.name for page in pages for picture in page.pictures}
    within = {picture.name for page in printed.pages for picture in page.pictures} - shown
    found = [Problem.at(Code.DRAWINGS_LEFT, left[0], count=len(left))] if left else []
    return replace(
        printed,
        pages=tuple(pages),
        pictures={name: content for name, content in pictures.items() if name not in within},
        problems=(*printed.problems, *found),
    )


def take_figure_words(shown: ShownPages, pages: Sequence[PrintedPage]) -> tuple[ShownPages, list[SetAside]]:
    """The lines that are shown on `pages`, without those that are part of a picture; and these."""
    numbers = {number for page in pages for picture in page.pictures for number in picture.lines}
    lines = [line for page in shown.level for line in page.lines]
    lines += (line for turned in shown.turned for line in turned)
    aside = [
        SetAside(line.text, line.spans[0].origin, Reason(Cause.IN_FIGURE))
        for line in lines
        if line.number in numbers and line.text.strip()
    ]
    return shown.without_lines(numbers), aside


def _regions(pages: Sequence[PrintedPage]) -> Iterator[tuple[int, DrawnRegion]]:
    """The drawings, each after the place of its page.

    What stands on several pages, or over the title, is the mark of a journal.
    """
    size = body_size(pages)
    found = [(place, region) for place, page in enumerate(pages) for region in find_regions(page, size)]
    times = Counter(_place(region.box) for _, region in found)
    for place, region in found:
        is_mark = not region.captioned and times[_place(region.box)] > 1
        if not is_mark and not (place == 0 and _is_over_title(region, pages[0], size)):
            yield place, region


def _place(box: Box) -> tuple[int, ...]:
    return tuple(round(edge / _STEP) for edge in (box.left, box.bottom, box.right, box.top))


def _is_over_title(region: DrawnRegion, page: PrintedPage, size: float) -> bool:
    """Whether a drawing stands over the title, as the mark of a journal does."""
    lines = [line for line in page.lines if line not in region.lines and not is_hidden(line)]
    largest = max(lines, key=_size, default=None)
    if largest is None or _size(largest) <= THRESHOLDS.larger * size:
        return False
    return largest.box.top < region.box.top and not region.captioned


def _size(line: PrintedLine) -> float:
    return max(span.size for span in line.spans)


def _box(region: DrawnRegion, page: PrintedPage) -> Box:
    """What the picture of a drawing shows: the pictures of the file that stand in it, too."""
    within = (picture.box for picture in page.pictures if holds(region.box, picture.box))
    box = around((region.box, *within))
    return Box(
        max(0.0, box.left - _MARGIN),
        max(0.0, box.bottom - _MARGIN),
        min(page.width, box.right + _MARGIN),
        min(page.height, box.top + _MARGIN),
    )


def _with_picture(page: PrintedPage, region: DrawnRegion, box: Box, name: str) -> PrintedPage:
    words = "" if region.captioned else " ".join(line.text.strip() for line in region.lines)
    picture = DrawnPicture(box, name, tuple(line.number for line in region.lines), words)
    return replace(
        page,
        rules=_outside(page.rules, box),
        frames=_outside(page.frames, box),
        drawings=_outside(page.drawings, box),
        pictures=(*(one for one in page.pictures if not holds(box, one.box)), picture),
    )


def _outside(boxes: Sequence[Box], region: Box) -> tuple[Box, ...]:
    return tuple(box for box in boxes if not holds(region, box))


def _line_of(region: DrawnRegion, page: PrintedPage) -> int:
    """The line at which a drawing is reported: the first in it, or else on its page."""
    return next((line.number for line in (*region.lines, *page.lines)), 0)
