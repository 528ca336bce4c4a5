"""Calls that stand alone on a line of their own: they belong to the line above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from duidu.recover.printed.note_labels import is_call
from duidu.recover.printed.rows import Row
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import Span


def join_lone_calls(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The lines of a column, in which a raised number alone on a line ends the one before it."""
    joined: list[Row] = []
    for place, row in enumerate(rows):
        below = rows[place + 1] if place + 1 < len(rows) else None
        if joined and _is_lone(row, joined[-1], below):
            joined[-1] = Row(row.page, (*joined[-1].spans, *_raised_after(joined[-1], row)))
        else:
            joined.append(row)
    return tuple(joined)


def _is_lone(row: Row, above: Row, below: Row | None) -> bool:
    """Whether a line is a call, smaller than the line above, and nearer to that than to the next."""
    if row.size > THRESHOLDS.lone_size * above.size or not is_call(row.text):
        return False
    distance = above.baseline - row.baseline
    return distance < 2.5 * above.size and (below is None or row.baseline - below.baseline > 0.8 * distance)


def _raised_after(above: Row, row: Row) -> Iterator[Span]:
    """The spans of a lone call as they would stand at the end of the line above."""
    shift = above.right - row.left
    height = above.baseline + 0.35 * above.size
    for span in row.spans:
        yield replace(span, baseline=height, edges=tuple(edge + shift for edge in span.edges))
