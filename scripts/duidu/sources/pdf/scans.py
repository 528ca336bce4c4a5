"""Pages that are pictures: without text, or with text behind them that a program has recognised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from duidu.problems import Code
from duidu.sources.pdf.glyph_runs import GlyphRun, Look
from duidu.sources.pdf.line_spans import run_box
from duidu.sources.pdf.page_content import PlacedPicture
from duidu.sources.pdf.tallies import Tally
from duidu.sources.pdf.values import dictionary, resolve
from duidu.sources.printed import Box, PrintedPage

# A page is a picture if pictures cover this share of it, and its text is recognised if half of it is hidden.
_WHOLE, _HALF = 0.7, 0.5


def hide_unseen(runs: list[GlyphRun], pictures: Sequence[PlacedPicture], page: Box) -> None:
    """Text over which a picture of the whole page is laid is hidden, and so is text beside the page."""
    covering = (
        picture.runs_before
        for picture in pictures
        if picture.runs_before and _share([picture.box], page) > _WHOLE and _is_opaque(picture.picture)
    )
    _hide(runs[: max(covering, default=0)])
    _hide(run for run in runs if not _is_on(page, run_box(run)))


def _hide(runs: Iterable[GlyphRun]) -> None:
    looks: dict[Look, Look] = {}  # runs of one look keep one
    for run in runs:
        if not run.look.hidden:
            run.look = looks.setdefault(run.look, replace(run.look, hidden=True))


def _is_on(page: Box, box: Box) -> bool:
    return box.left < page.right and page.left < box.right and box.bottom < page.top and page.bottom < box.top


def is_picture_of_page(boxes: Sequence[Box], page: Box) -> bool:
    """Whether pictures cover a page."""
    return _share(boxes, page) > _WHOLE


def judge_scan(page: PrintedPage, boxes: Sequence[Box], before: int, tally: Tally) -> None:
    """Report a page that is a picture; `before` is the number of the last line before it."""
    if not is_picture_of_page(boxes, Box(0, 0, page.width, page.height)):
        return
    first = {"page": page.number}
    sizes = [(len("".join(span.text.split())), span.hidden) for line in page.lines for span in line.spans]
    total, hidden = sum(size for size, _ in sizes), sum(size for size, is_hidden in sizes if is_hidden)
    if not total:
        tally.count(Code.PICTURE_PAGES, before, first)
    elif hidden > _HALF * total:
        tally.count(Code.SCAN_TEXT, page.lines[0].number, first)


def _is_opaque(picture: object) -> bool:
    found = dictionary(picture)
    return not ("SMask" in found or "Mask" in found or resolve(found.get("ImageMask")) is True)


def _share(boxes: Sequence[Box], page: Box) -> float:
    """The share of the page that the boxes cover, if none stands over another."""
    covered = 0.0
    for box in boxes:
        width = min(box.right, page.right) - max(box.left, page.left)
        height = min(box.top, page.top) - max(box.bottom, page.bottom)
        covered += max(width, 0) * max(height, 0)
    return covered / ((page.right - page.left) * (page.top - page.bottom))
