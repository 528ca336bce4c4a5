"""Tables that the tags of a file tell, where each cell stands beside and under the others as they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.table_parts import CellText, PrintedTable, TableCell
from duidu.sources.printed import Span, Tag

_CELLS = ("TD", "TH")
_Cells = dict[int, list[CellText]]  # the lines of each cell, by its element


def tagged_tables(rows: Sequence[FlowRow]) -> Iterator[PrintedTable]:
    """The tables among lines of the text whose every word is in a tagged cell."""
    places = [(table_of(row), place) for place, row in enumerate(rows)]
    for table, group in groupby(places, key=lambda each: each[0]):
        if table:
            found = [place for _, place in group]
            if made := _table(rows, found[0], found[-1] + 1):
                yield made


def table_of(row: FlowRow) -> int:
    """The element of the table that all of a line belongs to, or 0."""
    tables = {_element(span.tag, ("Table",)) for span in row.row.spans if span.text.strip()}
    return tables.pop() if len(tables) == 1 else 0


def cell_of(tag: Tag | None) -> int:
    """The element of the cell that a tag is within, or 0."""
    return _element(tag, _CELLS)


def _element(tag: Tag | None, roles: Sequence[str]) -> int:
    """The innermost element of one of these roles that a tag is within, or 0."""
    if tag is None:
        return 0
    pairs = zip(reversed(tag.path), reversed(tag.elements), strict=True)
    return next((element for role, element in pairs if role in roles), 0)


def _table(rows: Sequence[FlowRow], first: int, end: int) -> PrintedTable | None:
    """The table of these lines, or None if its cells do not stand as they are tagged."""
    lines: dict[int, _Cells] = defaultdict(lambda: defaultdict(list))
    heads: set[int] = set()
    for row in rows[first:end]:
        for number, cell, text, is_head in _texts(row):
            lines[number][cell].append(text)
            heads.update([number] if is_head else [])
    if 0 in lines or any(0 in cells for cells in lines.values()):
        return None
    order = [lines[number] for number in sorted(lines)]
    counts = {len(cells) for cells in order}
    if len(order) < 2 or len(counts) > 1 or counts == {1} or not _stands_so(order):
        return None
    cells = tuple(tuple(TableCell(tuple(line[cell])) for cell in sorted(line)) for line in order)
    return PrintedTable(first, end, cells, certain=True, header=min(lines) in heads)


def _texts(row: FlowRow) -> Iterator[tuple[int, int, CellText, bool]]:
    """Each stretch of a line in one cell: the elements of its row and cell, and whether it is a head."""
    spans = [pair for pair in zip(row.row.starts, row.row.spans, strict=True) if pair[1].text.strip()]
    for (number, cell), group in groupby(spans, key=_place_of):
        stretch = list(group)
        (start, first), (last_start, last) = stretch[0], stretch[-1]
        text = CellText(row, start, last_start + len(last.text), first.start, last.end)
        yield number, cell, text, first.tag is not None and "TH" in first.tag.path


def _place_of(pair: tuple[int, Span]) -> tuple[int, int]:
    return _element(pair[1].tag, ("TR",)), cell_of(pair[1].tag)


def _stands_so(order: Sequence[_Cells]) -> bool:
    """Whether the cells of a row stand side by side from the left, and rows under each other."""
    for cells in order:
        boxes = [
            (min(t.left for t in cells[cell]), max(t.right for t in cells[cell])) for cell in sorted(cells)
        ]
        if any(left[1] > right[0] + 1 for left, right in pairwise(boxes)):
            return False
    tops = [max(text.row.row.baseline for cell in cells.values() for text in cell) for cells in order]
    return all(above > below for above, below in pairwise(tops))
