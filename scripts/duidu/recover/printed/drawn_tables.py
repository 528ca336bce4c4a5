"""Tables whose cells are drawn: each character is in the cell in which it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.table_grids import Grid, GridCell, find_grids
from duidu.recover.printed.table_parts import CellText, PrintedTable, TableCell, characters_of
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedPage

_MIDDLE = 0.3  # of a character's size over its baseline: so high it is in its cell


def drawn_tables(rows: Sequence[FlowRow], pages: Sequence[PrintedPage]) -> Iterator[PrintedTable]:
    """The tables that rules draw around lines of the text."""
    on_page: dict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        on_page[row.row.page].append(place)
    for page, places in on_page.items():
        for grid in find_grids(pages[page].rules):
            inside = [place for place in places if _is_inside(rows[place], grid)]
            if inside and inside[-1] - inside[0] + 1 == len(inside):
                yield _table(rows, inside[0], inside[-1] + 1, grid)


def _is_inside(row: FlowRow, grid: Grid) -> bool:
    near, box = THRESHOLDS.touching, grid.box
    level = box.bottom < row.row.baseline + _MIDDLE * row.size < box.top
    return level and box.left - near < row.row.left and row.row.right < box.right + near


def _table(rows: Sequence[FlowRow], first: int, end: int, grid: Grid) -> PrintedTable:
    lines: dict[GridCell, list[CellText]] = defaultdict(list)
    for row in rows[first:end]:
        for cell, text in _texts(row, grid):
            lines[cell].append(text)
    cells = tuple(
        tuple(
            TableCell(tuple(lines[cell]), cell.columns, cell.rows)
            for column, cell in enumerate(line)
            if (cell.row, cell.column) == (number, column)
        )
        for number, line in enumerate(grid.cells)
    )
    head = [text for cell in grid.cells[0] for text in lines[cell]]
    return PrintedTable(first, end, cells, certain=True, header=bool(head) and _is_bold(head))


def _is_bold(texts: Sequence[CellText]) -> bool:
    spans = [
        span
        for text in texts
        for start, span in zip(text.row.row.starts, text.row.row.spans, strict=True)
        if text.start <= start < text.end and span.text.strip()
    ]
    return all(span.font.bold for span in spans)


def _texts(row: FlowRow, grid: Grid) -> Iterator[tuple[GridCell, CellText]]:
    """What of a line stands in which cell."""
    whole = CellText(row, 0, len(row.row.text), row.row.left, row.row.right)
    found = [(character, _cell_of(character, grid)) for character in characters_of(whole)]
    for _, group in groupby(found, key=lambda each: each[1]):
        (first, cell), *others = group
        last = others[-1][0] if others else first
        yield cell, CellText(row, first.start, last.end, first.left, last.right)


def _cell_of(character: CellText, grid: Grid) -> GridCell:
    row = character.row.row
    height = row.height_at(character.start) + _MIDDLE * row.size
    return grid.at((character.left + character.right) / 2, height)
