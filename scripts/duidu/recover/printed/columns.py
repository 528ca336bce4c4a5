"""Columns: in what order the lines of a page are read, with parts of full width among columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from duidu.recover.printed.lone_calls import join_lone_calls
from duidu.recover.printed.row_making import cut_span, empty_start, make_rows
from duidu.recover.printed.rows import Row
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine, Span


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
    gutters = [_gutter(lines, size) if lines else None for lines in pages]
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
    crossing = sum(_crosses(line, gutter) for line in lines)
    return gutter if crossing <= THRESHOLDS.crossing * len(lines) else None


def _columns(page: int, lines: Sequence[PrintedLine], gutter: float | None) -> tuple[Column, ...]:
    if not lines:
        return ()
    if gutter is None:
        return (Column(page, join_lone_calls(make_rows(page, lines))),)
    parted = [part for line in lines for part in _part(line, gutter)]
    return tuple(_bands(page, parted, gutter))


def _part(line: PrintedLine, gutter: float) -> tuple[PrintedLine, ...]:
    """A line that runs over the gutter is two lines, if there is only space in the gutter."""
    if not _crosses(line, gutter):
        return (line,)
    for gap in _gaps(line):
        if gap.start - gap.near <= gutter <= gap.end + gap.near:
            first, second = cut_span(line.spans[gap.span], gap.place)
            halves = (*line.spans[: gap.span], first), (second, *line.spans[gap.span + 1 :])
            return tuple(_line_of(line, [span for span in half if span.text]) for half in halves)
    return (line,)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Space within a line, as wide as a gutter, and the `place` in the span after which the words go on."""

    start: float
    end: float
    span: int
    place: int
    near: float  # a gutter may lie this far beside it


def _gaps(line: PrintedLine) -> Iterator[_Gap]:
    edges = [
        (span.edges[place], span.edges[place + 1], number, place)
        for number, span in enumerate(line.spans)
        for place, character in enumerate(span.text)
        if not character.isspace()
    ]
    for (_, end, before, _), (start, _, number, place) in pairwise(edges):
        size = min(line.spans[before].size, line.spans[number].size)
        start += empty_start(line.spans[number].text[place], size)
        if start - end > THRESHOLDS.column_gap * size:
            yield _Gap(end, start, number, place, 0.5 * size)


def _pieces(line: PrintedLine) -> list[tuple[float, float]]:
    """From where to where the words of a line stand without such gaps."""
    gaps = list(_gaps(line))
    starts = [line.box.left, *(gap.end for gap in gaps)]
    return list(zip(starts, [*(gap.start for gap in gaps), line.box.right], strict=True))


def _line_of(line: PrintedLine, spans: Sequence[Span]) -> PrintedLine:
    box = replace(line.box, left=min(span.start for span in spans), right=max(span.end for span in spans))
    return replace(line, spans=tuple(spans), box=box)


def _bands(page: int, lines: Sequence[PrintedLine], gutter: float) -> Iterator[Column]:
    """Parts of full width, and the left and the right column between each two of them."""
    across = make_rows(page, [line for line in lines if _crosses(line, gutter)])
    wide = [_crosses(line, gutter) or any(_is_on(row, line) for row in across) for line in lines]
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


def _gutter(lines: Sequence[PrintedLine], size: float) -> float | None:
    """The middle of what parts two columns of a page, or None."""
    left, right = min(line.box.left for line in lines), max(line.box.right for line in lines)
    low = left + THRESHOLDS.gutter_from * (right - left)
    high = right - THRESHOLDS.gutter_from * (right - left)
    pieces = [piece for line in lines for piece in _pieces(line)]
    starts = Counter(round(start) for start, _ in pieces if low <= start <= high)
    best: tuple[int, int, float] | None = None
    for start, times in starts.items():
        ends = [after for before, after in pieces if before < start - size and after <= start + 0.5 * size]
        if not ends or times + starts[start - 1] + starts[start + 1] < THRESHOLDS.column_rows:
            continue
        gutter = (max(ends) + start) / 2 if max(ends) > low else start - 0.5 * size
        count = _fits([part for line in lines for part in _part(line, gutter)], gutter, size)
        if count is not None and (best is None or (count, -times) < best[:2]):
            best = (count, -times, gutter)
    return best[2] if best else None


def _fits(lines: Sequence[PrintedLine], gutter: float, size: float) -> int | None:
    """How many lines cross a gutter; None if there is none: two columns of lines stand beside it."""
    crossing = sum(_crosses(line, gutter) for line in lines)
    on_left = [line for line in lines if line.box.right <= gutter + 0.5 * size and not _crosses(line, gutter)]
    on_right = [line for line in lines if line.box.left >= gutter - 0.5 * size]
    few = min(len(on_left), len(on_right)) < THRESHOLDS.column_rows
    if few or crossing > THRESHOLDS.crossing * len(lines):
        return None
    edge = Counter(round(line.box.left / 2) for line in on_right)
    aligned = max(edge[place] + edge[place + 1] for place in tuple(edge))
    if aligned < THRESHOLDS.column_aligned * len(on_right):
        return None
    edges = min(line.box.left for line in lines), gutter, max(line.box.right for line in lines)
    for half, (start, end) in zip((on_left, on_right), pairwise(edges), strict=True):
        typical = median(line.box.right - line.box.left for line in half)
        if typical < THRESHOLDS.column_filled * (end - start) or end - start < THRESHOLDS.column_width * size:
            return None
    return crossing


def _crosses(line: PrintedLine, gutter: float) -> bool:
    slack = 0.6 * max(span.size for span in line.spans)
    return line.box.left < gutter - slack and line.box.right > gutter + slack


def _middle(line: PrintedLine) -> float:
    return (line.box.left + line.box.right) / 2


def _is_on(row: Row, line: PrintedLine) -> bool:
    """Whether a piece stands on a line that crosses the gutter."""
    return abs(row.baseline - Row(row.page, line.spans).baseline) < 0.3 * row.size
