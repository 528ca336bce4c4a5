"""Columns: in what order the lines of a page are read, with parts of full width among columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from duidu.recover.printed.gutters import crosses, find_gutter, part_line
from duidu.recover.printed.lone_calls import join_lone_calls
from duidu.recover.printed.row_making import make_rows
from duidu.recover.printed.rows import Row
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine


@dataclass(frozen=True, slots=True)
class Column:
    """A part of the page `page`, read from above to below: one of `count` columns, counted from 0."""

    page: int
    rows: tuple[Row, ...]
    place: int = 0
    count: int = 1


def find_columns(pages: Sequence[Sequence[PrintedLine]], size: float) -> tuple[Column, ...]:
    """The parts of pages in reading order; `size` is that of the body.

    A page with too few lines to tell its columns has those of the other pages.
    """
    gutters = [find_gutter(lines, size) if lines else None for lines in pages]
    columns: list[Column] = []
    for page, lines in enumerate(pages):
        gutter = gutters[page]
        if gutter is None and lines:
            gutter = _like_others(lines, gutters, page)
        columns += _columns(page, lines, gutter)
    return tuple(columns)


def _like_others(lines: Sequence[PrintedLine], gutters: Sequence[float | None], page: int) -> float | None:
    """The gutter of the other pages, if most of the document has two columns, and these lines could have."""
    known = [gutter for gutter in gutters if gutter is not None]
    if len(known) < THRESHOLDS.column_pages * len(gutters):
        return None
    like = [gutter for gutter in gutters[page % 2 :: 2] if gutter is not None]
    gutter = median(like or known)
    crossing = sum(crosses(line, gutter) for line in lines)
    return gutter if crossing <= THRESHOLDS.crossing * len(lines) else None


def _columns(page: int, lines: Sequence[PrintedLine], gutter: float | None) -> tuple[Column, ...]:
    if not lines:
        return ()
    if gutter is None:
        return (Column(page, join_lone_calls(make_rows(page, lines))),)
    parted = [part for line in lines for part in part_line(line, gutter)]
    return tuple(_bands(page, parted, gutter))


def _bands(page: int, lines: Sequence[PrintedLine], gutter: float) -> Iterator[Column]:
    """Parts of full width, and the left and the right column between each two of them."""
    across = make_rows(page, [line for line in lines if crosses(line, gutter)])
    wide = [crosses(line, gutter) or any(_is_on(row, line) for row in across) for line in lines]
    full = join_lone_calls(
        make_rows(page, [line for line, is_wide in zip(lines, wide, strict=True) if is_wide])
    )
    beside = [line for line, is_wide in zip(lines, wide, strict=True) if not is_wide]
    left = join_lone_calls(make_rows(page, [line for line in beside if _middle(line) <= gutter]))
    right = join_lone_calls(make_rows(page, [line for line in beside if _middle(line) > gutter]))
    pending: list[Row] = []
    edges = [float("inf"), *(row.baseline for row in full), float("-inf")]
    for place, (upper, lower) in enumerate(pairwise(edges)):
        pair = [[row for row in side if lower < row.baseline < upper] for side in (left, right)]
        pending += _ends_of_full(pair[0], pair[1], gutter) if pending else ()
        pair[0] = [row for row in pair[0] if row not in pending]
        if any(pair):
            if pending:
                yield Column(page, tuple(pending))
                pending = []
            yield from (Column(page, tuple(rows), side, 2) for side, rows in enumerate(pair) if rows)
        pending += full[place : place + 1]
    if pending:
        yield Column(page, tuple(pending))


def _ends_of_full(left: Sequence[Row], right: Sequence[Row], gutter: float) -> list[Row]:
    """The lines at the head of a left column that end a part of full width: none stands beside them."""
    if right:
        return [row for row in left if row.baseline > right[0].baseline + 0.6 * row.size]
    width = gutter - min((row.left for row in left), default=gutter)
    filled = sum(row.right - row.left > THRESHOLDS.column_filled * width for row in left)
    return [] if filled > THRESHOLDS.column_aligned * len(left) else list(left)


def _middle(line: PrintedLine) -> float:
    return (line.box.left + line.box.right) / 2


def _is_on(row: Row, line: PrintedLine) -> bool:
    """Whether a piece stands on a line that crosses the gutter."""
    return abs(row.baseline - Row(row.page, line.spans).baseline) < 0.3 * row.size
