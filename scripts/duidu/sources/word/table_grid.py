"""Cells of a table that Word merges: those that span columns, and those that go on in the next row."""

from __future__ import annotations

from dataclasses import dataclass, field

from duidu.sources.document import DocumentCell, DocumentParagraph, DocumentTable

MOST_COLUMNS = 63  # of a table in Word


@dataclass
class _Cell:
    """A cell that may still grow."""

    paragraphs: list[DocumentParagraph]
    header: bool
    columns: int
    rows: int = 1

    def finished(self) -> DocumentCell:
        """The cell as it is in the end."""
        return DocumentCell(tuple(self.paragraphs), self.header, self.columns, self.rows)


@dataclass
class TableGrid:
    """A table while it is read, row by row and cell by cell."""

    _rows: list[list[_Cell]] = field(default_factory=list)
    _above: dict[int, _Cell] = field(default_factory=dict)  # cells of the row above that may go on, by column
    _here: dict[int, _Cell] = field(default_factory=dict)
    _column: int = 0

    def begin_row(self, skipped: int) -> None:
        """A row begins, after `skipped` columns that it leaves empty."""
        self._rows.append([])
        self._above, self._here, self._column = self._here, {}, min(skipped, MOST_COLUMNS)

    def add(
        self, paragraphs: list[DocumentParagraph], *, header: bool, columns: int, down: str | None
    ) -> None:
        """A cell. `down` is `restart` where it may go on below, `continue` where it goes on from above."""
        above = self._above.get(self._column)
        if down == "continue" and above is not None:
            above.rows += 1
            above.paragraphs += [paragraph for paragraph in paragraphs if paragraph.inlines]
            cell = above
        else:
            cell = _Cell(paragraphs, header, columns)
            self._rows[-1].append(cell)
        if down is not None:
            self._here[self._column] = cell
        self._column += columns

    def widen(self, paragraphs: list[DocumentParagraph], columns: int) -> bool:
        """Whether the row has a cell on the left, which now spans `columns` more."""
        if not self._rows[-1]:
            return False
        self._rows[-1][-1].columns += columns
        self._rows[-1][-1].paragraphs += [paragraph for paragraph in paragraphs if paragraph.inlines]
        self._column += columns
        return True

    def finished(self) -> DocumentTable:
        """The table."""
        return DocumentTable(tuple(tuple(cell.finished() for cell in row) for row in self._rows))
