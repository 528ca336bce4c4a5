"""Pieces of lines → lines of print: what stands on one baseline, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from duidu.model import Origin
from duidu.recover.characters import NEVER_FIRST, NEVER_LAST, is_wide
from duidu.recover.printed.rows import Row
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine, Span


def make_rows(page: int, lines: Iterable[PrintedLine]) -> list[Row]:
    """The lines of print that `lines` of one column are, from above.

    A raised number that the file has as a line of its own goes to the line that it stands on.
    """
    pieces = sorted((Row(page, line.spans) for line in lines), key=lambda row: (-row.size, -row.baseline))
    groups: list[list[Row]] = []
    for piece in pieces:
        home = max(groups, key=lambda group: _overlap(group[0], piece), default=None)
        if home is not None and _overlap(home[0], piece) >= THRESHOLDS.overlap:
            home.append(piece)
        else:
            groups.append([piece])
    rows = (Row(page, _in_order([span for piece in group for span in piece.spans])) for group in groups)
    return sorted(rows, key=lambda row: -row.baseline)


def _in_order(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans from left to right; one that a raised number stands within is cut there."""
    largest = max(span.size for span in spans)
    raised = [span for span in spans if span.size <= THRESHOLDS.raised_size * largest and span.text.strip()]
    pieces: list[Span] = []
    for span in spans:
        rest = span
        for other in sorted(raised, key=lambda one: one.start) if span.size == largest else ():
            middle = (other.start + other.end) / 2
            place = sum((left + right) / 2 < middle for left, right in pairwise(rest.edges))
            if 0 < place < len(rest.text):
                first, rest = cut_span(rest, place)
                pieces.append(first)
        pieces.append(rest)
    return tuple(sorted(pieces, key=_place))


def _place(span: Span) -> tuple[float, int, int]:
    return (span.start + empty_start(span.text[:1], span.size), span.origin.line, span.origin.column)


def empty_start(character: str, size: float) -> float:
    """The left half of an opening bracket is empty, and may stand over what is before it."""
    return 0.5 * size if character in NEVER_LAST and is_wide(character) else 0.0


def empty_end(character: str, size: float) -> float:
    """The right half of a closing bracket or a comma is empty too."""
    return 0.5 * size if character in NEVER_FIRST and is_wide(character) else 0.0


def _overlap(row: Row, piece: Row) -> float:
    """How much of the height of the lower one the other has."""
    common = min(row.top, piece.top) - max(row.bottom, piece.bottom)
    return common / min(row.size, piece.size)


def cut_span(span: Span, place: int) -> tuple[Span, Span]:
    """A span in two, before its character at `place`."""
    origin = Origin(span.origin.line, span.origin.column + place)
    first = replace(span, text=span.text[:place], edges=span.edges[: place + 1])
    return first, replace(span, text=span.text[place:], edges=span.edges[place:], origin=origin)
