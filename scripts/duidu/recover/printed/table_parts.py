"""What tables on printed pages are made of: lines of text in cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.thresholds import THRESHOLDS


@dataclass(frozen=True, slots=True)
class CellText:
    """A line in a cell: from where to where it stands in the words of its line of print."""

    row: FlowRow
    start: int
    end: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its lines, and how many columns and rows it reaches over."""

    lines: tuple[CellText, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """The lines of the text from `first` to before `last`, as rows of cells."""

    first: int
    last: int
    cells: tuple[tuple[TableCell, ...], ...]
    certain: bool
    header: bool

    @property
    def line(self) -> int:
        """The line of the file with which it begins."""
        texts = (text for row in self.cells for cell in row for text in cell.lines)
        return min(text.row.row.spans[0].origin.line for text in texts)


def paragraphs_of(cell: TableCell) -> list[list[CellText]]:
    """The lines of each paragraph in a cell: one ends where what follows would have fitted on its line.

    How wide the cell is, its own longest line tells.
    """
    width = max((line.right - line.left for line in cell.lines), default=0.0)
    paragraphs: list[list[CellText]] = []
    for line in cell.lines:
        last = paragraphs[-1][-1] if paragraphs else None
        if last is None or width - (last.right - last.left) > THRESHOLDS.short * line.row.size:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


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


def characters_of(text: CellText) -> list[CellText]:
    """Each character of a line that is no space, by itself."""
    return [
        CellText(text.row, start + place, start + place + 1, left, min(right, left + span.size))
        for start, span in zip(text.row.row.starts, text.row.row.spans, strict=True)
        for place, (left, right) in enumerate(pairwise(span.edges))
        if text.start <= start + place < text.end and not span.text[place].isspace()
    ]


def outside(tables: Iterable[PrintedTable], rows: Sequence[FlowRow]) -> list[FlowRow]:
    """The lines of the text that are in no certain table."""
    taken = {place for table in tables if table.certain for place in range(table.first, table.last)}
    return [row for place, row in enumerate(rows) if place not in taken]
