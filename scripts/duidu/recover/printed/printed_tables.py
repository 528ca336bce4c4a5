"""Tables: lines that stand in columns, where a rule or a caption says that they are a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duidu.recover.printed.drawn_tables import drawn_tables
from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.lined_tables import lined_tables
from duidu.recover.printed.table_parts import PrintedTable, TableCell, cells_of
from duidu.recover.printed.tagged_tables import tagged_tables
from duidu.sources.printed import Box, PrintedPage

_CAPTION = re.compile(r"\s*(?:表|附表|table)\s*[一二三四五六七八九十\dA-Z]", re.IGNORECASE)
_FEWEST = 2  # lines and columns


def find_tables(rows: Sequence[FlowRow], pages: Sequence[PrintedPage]) -> tuple[PrintedTable, ...]:
    """The tables among the lines of the text; those that are not `certain` are only lines in columns."""
    drawn = {table.first: table for table in tagged_tables(rows)}
    drawn |= {table.first: table for table in lined_tables(rows, pages)}
    drawn |= {table.first: table for table in drawn_tables(rows, pages)}
    found: list[PrintedTable] = []
    place = 0
    while place < len(rows):
        if table := drawn.get(place):
            found.append(table)
            place = table.last
            continue
        end = place
        while end < len(rows) and end not in drawn and _goes_on(rows, place, end):
            end += 1
        if end - place >= _FEWEST and (lined := _table(rows, place, end, pages)):
            found.append(lined)
            place = end
        else:
            place += 1
    return tuple(found)


def _goes_on(rows: Sequence[FlowRow], first: int, place: int) -> bool:
    """Whether a line stands in columns, or goes on in one, and close under those before it."""
    row = rows[place]
    if row.bullet or (place == first and len(cells_of(row)) < _FEWEST):
        return False
    if place == first:
        return True
    distance = rows[place - 1].distance(row)
    near = distance is not None and distance < 3 * row.size
    return near and (len(cells_of(row)) >= _FEWEST or _is_under_cell(rows[first:place], row))


def _is_under_cell(rows: Sequence[FlowRow], row: FlowRow) -> bool:
    """Whether a line begins where a cell does that is not the first of its line."""
    lefts = (cell.left for above in rows for cell in cells_of(above)[1:])
    return any(abs(left - row.row.left) < row.size / 2 for left in lefts)


def _table(
    rows: Sequence[FlowRow], first: int, end: int, pages: Sequence[PrintedPage]
) -> PrintedTable | None:
    """The table of lines that stand in the same columns, or None if they do not."""
    lines = [cells_of(row) for row in rows[first:end]]
    cells = tuple(tuple(TableCell((cell,)) for cell in line) for line in lines)
    count = len(lines[0])
    if any(len(line) != count for line in lines):
        return PrintedTable(first, end, cells, certain=False, header=False)
    for column in range(count):
        lefts, rights = [line[column].left for line in lines], [line[column].right for line in lines]
        others = [line[column - 1].right for line in lines] if column else []
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
