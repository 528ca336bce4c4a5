"""Tables: lines that stand in columns, where a rule or a caption says that they are a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import Box, PrintedPage

_CAPTION = re.compile(r"\s*(?:表|附表|table)\s*[一二三四五六七八九十\dA-Z]", re.IGNORECASE)
_FEWEST = 2  # lines and columns


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell: from where to where it stands in the words of its line."""

    row: FlowRow
    start: int
    end: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """The lines of the text from `first` to before `last`, each with a cell for each column."""

    first: int
    last: int
    cells: tuple[tuple[CellText, ...], ...]
    certain: bool
    header: bool


def find_tables(rows: Sequence[FlowRow], pages: Sequence[PrintedPage]) -> tuple[PrintedTable, ...]:
    """The tables among the lines of the text; those that are not `certain` are only lines in columns."""
    found: list[PrintedTable] = []
    place = 0
    while place < len(rows):
        end = place
        while end < len(rows) and _goes_on(rows, place, end):
            end += 1
        if end - place >= _FEWEST and (table := _table(rows, place, end, pages)):
            found.append(table)
            place = end
        else:
            place += 1
    return tuple(found)


def cells_of(row: FlowRow) -> tuple[CellText, ...]:
    """The pieces of a line that stand far apart."""
    pieces: list[CellText] = []
    spans = list(zip(row.row.starts, row.row.spans, strict=True))
    begin, left = 0, row.row.spans[0].start
    for (start, span), (following, after) in pairwise(spans):
        if after.start - span.end > THRESHOLDS.cell_gap * row.size:
            end = start + len(span.text)
            pieces.append(CellText(row, begin, end, left, span.end))
            begin, left = following, after.start
    pieces.append(CellText(row, begin, len(row.row.text), left, row.row.right))
    return tuple(pieces)


def _goes_on(rows: Sequence[FlowRow], first: int, place: int) -> bool:
    """Whether a line stands in columns, and close under those before it."""
    row = rows[place]
    if row.bullet or len(cells_of(row)) < _FEWEST:
        return False
    if place == first:
        return True
    distance = rows[place - 1].distance(row)
    return distance is not None and distance < 3 * row.size


def _table(
    rows: Sequence[FlowRow], first: int, end: int, pages: Sequence[PrintedPage]
) -> PrintedTable | None:
    """The table of lines that stand in the same columns, or None if they do not."""
    cells = tuple(cells_of(row) for row in rows[first:end])
    count = len(cells[0])
    if any(len(line) != count for line in cells):
        return PrintedTable(first, end, cells, certain=False, header=False)
    for column in range(count):
        lefts, rights = [line[column].left for line in cells], [line[column].right for line in cells]
        others = [line[column - 1].right for line in cells] if column else []
        if others and max(others) > min(lefts):
            return PrintedTable(first, end, cells, certain=False, header=False)
        if not _aligned(lefts, rights, rows[first].size):
            return PrintedTable(first, end, cells, certain=False, header=False)
    rules = _rules(rows[first:end], pages[rows[first].row.page].rules)
    near = (*rows[max(0, first - 1) : first], *rows[end : end + 1])
    certain = bool(rules) or any(_CAPTION.match(row.row.text) for row in near)
    header = any(rows[first + 1].row.baseline < rule.bottom < rows[first].row.baseline for rule in rules)
    return PrintedTable(first, end, cells, certain, header or (certain and rows[first].row.bold))


def _aligned(lefts: Sequence[float], rights: Sequence[float], size: float) -> bool:
    """Whether cells begin, end or have their middle at one place."""
    middles = [(left + right) / 2 for left, right in zip(lefts, rights, strict=True)]
    return any(max(edges) - min(edges) < size for edges in (lefts, rights, middles))


def _rules(rows: Sequence[FlowRow], rules: Sequence[Box]) -> list[Box]:
    """The rules over, in and under lines, which are as wide as they or wider."""
    top, bottom = rows[0].row.top + 2 * rows[0].size, rows[-1].row.bottom - 2 * rows[-1].size
    left, right = min(row.row.left for row in rows), max(row.row.right for row in rows)
    return [
        rule
        for rule in rules
        if bottom < rule.bottom < top and rule.left < left + 20 and rule.right > right - 20
    ]
