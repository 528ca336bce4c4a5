"""Lines of a paragraph, table or note → the element that they make, with its words, calls and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from duidu.model import SetAside
from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.line_joints import Joints
from duidu.recover.printed.looks import look_of
from duidu.recover.printed.page_numbers import PageNumbers
from duidu.recover.printed.paragraph_breaks import Setting
from duidu.recover.printed.paragraph_inlines import Calls, InlineWriter
from duidu.recover.printed.printed_notes import PrintedNote
from duidu.recover.printed.table_parts import PrintedTable, TableCell, paragraphs_of
from duidu.recover.printed.tagged_rows import heading_of
from duidu.sources.document import DocumentCell, DocumentNote, DocumentParagraph, DocumentTable, PageStart


class ElementWriter:
    """Writes elements in the order of the text, in which pages begin; what is only typesetting is set aside.

    Pages at the places `others` are none of the text; `first` is the first that is. `rows_on` counts the
    lines of print that begin on a line of the file.
    """

    def __init__(
        self, joints: Joints, numbers: PageNumbers, others: Container[int], first: int, rows_on: Counter[int]
    ) -> None:
        self.set_aside: list[SetAside] = []
        self._joints = joints
        self._numbers = numbers
        self._others = others
        self._page = first
        self._rows_on = rows_on

    def paragraph(self, rows: Sequence[FlowRow], calls: Calls, setting: Setting) -> DocumentParagraph:
        """The paragraph of these lines; `calls` are those of each line, by its id."""
        look = look_of(rows, setting)
        writer = InlineWriter(self._joints, plain_bold=look.bold)
        for row in rows:
            self._open_pages(writer, row.row.page)
            writer.write(row.row, calls.get(id(row.row), ()), bullet=len(row.bullet))
        self.set_aside += writer.set_aside
        bullet = rows[0].bullet.strip()
        return DocumentParagraph(
            self._line(rows),
            writer.finished(),
            outline=heading_of(rows) if setting.tagged else None,
            label=bullet,
            depth=bool(bullet),
            look=look,
        )

    def table(self, table: PrintedTable, calls: Calls) -> DocumentTable:
        """The table, row by row; `calls` are those of each line, by its id."""
        return DocumentTable(
            tuple(
                tuple(self._cell(cell, table, calls, header=table.header and not number) for cell in line)
                for number, line in enumerate(table.cells)
            )
        )

    def _cell(self, cell: TableCell, table: PrintedTable, calls: Calls, *, header: bool) -> DocumentCell:
        """A cell, with a paragraph for each group of lines that go on."""
        paragraphs: list[DocumentParagraph] = []
        for lines in paragraphs_of(cell):
            writer = InlineWriter(self._joints, plain_bold=header)
            for line in lines:
                row = line.row.row
                self._open_pages(writer, row.page)
                writer.write(row, calls.get(id(row), ()), cell=(line.start, line.end))
            paragraphs.append(self._finished(writer, lines[0].row))
        return DocumentCell(
            tuple(paragraphs) or (DocumentParagraph(table.line, ()),), header, cell.columns, cell.rows
        )

    def note(self, note: PrintedNote, flow: Sequence[FlowRow]) -> DocumentNote:
        """A note, whose lines stand in these places, with as many paragraphs as it has."""
        paragraphs: list[DocumentParagraph] = []
        writer = InlineWriter(self._joints)
        for place, row in enumerate(flow):
            if place and _begins_paragraph(flow, place):
                paragraphs.append(self._finished(writer, flow[place - 1]))
                writer = InlineWriter(self._joints)
            writer.write(row.row, label=note.label if place == 0 else None)
        paragraphs.append(self._finished(writer, flow[0]))
        return DocumentNote(note.label.shown, tuple(paragraphs), note.kind)

    def page_start(self, page: int) -> PageStart:
        """How a page is numbered: by the number that it bears, or by those of its neighbours.

        Pages before the first, as the covers of theses, have none.
        """
        if seen := self._numbers.seen.get(page):
            return PageStart(seen.label, seen=True, pdf_page=page + 1)
        told = 0 if self._numbers.offset is None else page + self._numbers.offset
        return PageStart(str(told) if told > 0 else "", pdf_page=page + 1)

    def _open_pages(self, writer: InlineWriter, page: int) -> None:
        while self._page < page:
            self._page += 1
            if self._page not in self._others:
                writer.open_page(self.page_start(self._page))

    def _line(self, rows: Sequence[FlowRow]) -> int:
        """The line by which a paragraph is known: two columns may have begun one line of the file."""
        lines = [row.row.spans[0].origin.line for row in rows]
        return next((line for line in lines if self._rows_on[line] == 1), lines[0])

    def _finished(self, writer: InlineWriter, row: FlowRow) -> DocumentParagraph:
        self.set_aside += writer.set_aside
        return DocumentParagraph(row.row.spans[0].origin.line, writer.finished())


def _begins_paragraph(rows: Sequence[FlowRow], place: int) -> bool:
    """Whether a line of a note begins a paragraph: indented as the note is, after a line that ends early."""
    above, row = rows[place - 1], rows[place]
    if place + 1 >= len(rows) or not above.ends_early(row):
        return False
    return row.inset > 1.0 and rows[place + 1].inset < row.inset - 1.0
