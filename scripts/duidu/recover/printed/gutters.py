"""The gutter between two columns of a page: where it is, and which lines run over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from duidu.recover.printed.row_making import cut_span, empty_end, empty_start
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine, Span


def find_gutter(lines: Sequence[PrintedLine], size: float) -> float | None:
    """The middle of what parts two columns of a page, or None."""
    left, right = min(line.box.left for line in lines), max(line.box.right for line in lines)
    low = left + THRESHOLDS.gutter_from * (right - left)
    high = right - THRESHOLDS.gutter_from * (right - left)
    far = right - THRESHOLDS.strip_width * size
    pieces = [piece for line in lines for piece in _pieces(line)]
    starts = Counter(round(start) for start, _ in pieces if low <= start <= max(high, far))
    best: tuple[int, int, float] | None = None
    for start, times in starts.items():
        ends = [after for before, after in pieces if before < start - size and after <= start + 0.5 * size]
        if not ends or times + starts[start - 1] + starts[start + 1] < THRESHOLDS.column_rows:
            continue
        gutter = (max(ends) + start) / 2 if max(ends) > low else start - 0.5 * size
        parts = [part for line in lines for part in part_line(line, gutter)]
        is_far = start > high
        if is_far and not _is_beside_text(parts, gutter, size):
            continue
        count = _fits(parts, gutter, size, is_strip=is_far)
        if count is not None and (best is None or (count, -times) < best[:2]):
            best = (count, -times, gutter)
    return best[2] if best else None


def _is_beside_text(lines: Sequence[PrintedLine], gutter: float, size: float) -> bool:
    """Whether what stands beyond a gutter that is far from the middle is smaller than the text before it.

    So are notes under the columns of vertical writing.
    """
    small = THRESHOLDS.smaller * size
    beyond = [max(span.size for span in line.spans) < small for line in lines if line.box.left >= gutter]
    before = [max(span.size for span in line.spans) < small for line in lines if line.box.right <= gutter]
    return all(beyond) and 2 * sum(before) < len(before)


def _fits(lines: Sequence[PrintedLine], gutter: float, size: float, *, is_strip: bool) -> int | None:
    """How many lines cross a gutter; None if there is none: two columns of lines stand beside it.

    A strip of notes may be narrower, and most of its lines short.
    """
    least = size * (THRESHOLDS.strip_width if is_strip else THRESHOLDS.column_width)
    crossing = sum(crosses(line, gutter) for line in lines)
    on_left = [line for line in lines if line.box.right <= gutter + 0.5 * size and not crosses(line, gutter)]
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
        widths = [line.box.right - line.box.left for line in half]
        typical = max(widths) if is_strip else median(widths)
        if typical < THRESHOLDS.column_filled * (end - start) or end - start < least:
            return None
    return crossing


def crosses(line: PrintedLine, gutter: float) -> bool:
    """Whether a line runs over a gutter."""
    slack = 0.6 * max(span.size for span in line.spans)
    return line.box.left < gutter - slack and line.box.right > gutter + slack


def part_line(line: PrintedLine, gutter: float) -> tuple[PrintedLine, ...]:
    """What a line is: two lines, if it runs over the gutter, and has only space there."""
    if not crosses(line, gutter):
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
    for (_, end, before, last), (start, _, number, place) in pairwise(edges):
        size = min(line.spans[before].size, line.spans[number].size)
        start += empty_start(line.spans[number].text[place], size)
        end -= empty_end(line.spans[before].text[last], size)
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
