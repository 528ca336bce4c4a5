"""Lines → where pages turn in a text layer that does not mark it: at running heads beside page numbers.

A number beside the same words again and again, one greater each time, is that of a page: on the line of the
words, on the line after them, or on the line before them, at the foot of the page before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from duidu.recover.lines import Line
from duidu.recover.page_edges import number_alone, number_beside, words_of_head
from duidu.recover.page_openings import find_page_starts

_REPEATED = 3  # heads, and pages, that are enough to tell by


def turn_pages(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` with a mark where pages turn, if neither form feeds nor rules nor as many spaces tell that."""
    turns = max(_rows(lines), key=len)
    told = any(line.opens_page or line.is_rule for line in lines)
    if told or len(turns) < max(_REPEATED, len(find_page_starts(lines)) - 1):
        return tuple(lines)
    return tuple(replace(line, opens_page=True) if line.number in turns else line for line in lines)


def _rows(lines: Sequence[Line]) -> Iterator[frozenset[int]]:
    """The first lines of pages, if the numbers stand on the lines of heads, after them, or before them."""
    written = [line for line in lines if not line.is_blank]
    texts = Counter(map(words_of_head, written))
    heads = [
        (place, line)
        for place, line in enumerate(written)
        if words_of_head(line) and texts[words_of_head(line)] >= _REPEATED
    ]
    yield _rising((line, number) for line in written if (number := number_beside(line)))
    yield _rising((line, number) for place, line in heads if (number := _alone(written, place + 1)))
    yield _rising((line, number) for place, line in heads if (number := _alone(written, place - 1)))


def _alone(lines: Sequence[Line], place: int) -> int | None:
    return number_alone(lines[place]) if 0 <= place < len(lines) else None


class _Row(NamedTuple):
    """A row of numbers that rise one by one: the line of the last, the row before it, and its length."""

    line: int
    before: _Row | None
    length: int


def _rising(numbered: Iterator[tuple[Line, int]]) -> frozenset[int]:
    """The lines of the longest row of numbers that rise one by one."""
    rows: dict[int, _Row] = {}
    for line, number in numbered:
        before = rows.get(number - 1)
        row = _Row(line.number, before, 1 + (before.length if before else 0))
        if number not in rows or row.length > rows[number].length:
            rows[number] = row
    longest = max(rows.values(), key=lambda row: row.length, default=None)
    found: set[int] = set()
    while longest is not None:
        found.add(longest.line)
        longest = longest.before
    return frozenset(found)
