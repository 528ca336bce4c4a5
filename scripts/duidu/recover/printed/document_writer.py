"""Lines of text and notes → the document: paragraphs with their looks, calls and pages, and notes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from duidu.model import SetAside
from duidu.problems import Code, Problem
from duidu.reasons import Cause, Reason
from duidu.recover.printed.call_matching import as_endnotes, match_calls
from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.furniture import Furniture
from duidu.recover.printed.layout_findings import layout_findings
from duidu.recover.printed.line_joints import Joints
from duidu.recover.printed.looks import look_of
from duidu.recover.printed.measures import Measures
from duidu.recover.printed.note_labels import Call, calls_in
from duidu.recover.printed.other_pages import other_aside
from duidu.recover.printed.paragraph_breaks import (
    Setting,
    find_setting,
    split_paragraphs,
)
from duidu.recover.printed.paragraph_inlines import CallAt, InlineWriter, texts_of
from duidu.recover.printed.printed_notes import PrintedNote
from duidu.recover.printed.printed_pictures import find_pictures, is_above
from duidu.recover.printed.printed_tables import find_tables
from duidu.recover.printed.shown_lines import hidden_aside
from duidu.recover.printed.table_parts import PrintedTable, TableCell, outside, paragraphs_of
from duidu.recover.printed.tagged_rows import agree, heading_of
from duidu.sources.document import (
    Document,
    DocumentCell,
    DocumentNote,
    DocumentParagraph,
    DocumentTable,
    Element,
    PageStart,
    Picture,
)
from duidu.sources.printed import PrintedDocument


class DocumentWriter:
    """Writes the document that the lines of `printed` make; `flow` has the place of each line of notes."""

    def __init__(
        self,
        printed: PrintedDocument,
        measures: Measures,
        furniture: Furniture,
        flow: Mapping[int, FlowRow],
        others: Mapping[int, Cause],
    ) -> None:
        self._printed = printed
        self._measures = measures
        self._furniture = furniture
        self._flow = flow
        self._joints = Joints.of(printed.text)
        hidden = (piece for page in printed.pages for piece in hidden_aside(page))
        self._set_aside: list[SetAside] = [
            *furniture.set_aside,
            *hidden,
            *other_aside(printed.pages, others),
        ]
        self._others = others
        self._page = self._first = next(
            (place for place in range(len(printed.pages)) if place not in others), 0
        )
        self._drawn = [picture for picture in find_pictures(printed) if picture.page not in others]
        self._rows_on = Counter[int]()  # how many lines of print begin on a line of the file

    def write(
        self, body: Sequence[FlowRow], notes: Sequence[PrintedNote], heading: FlowRow | None
    ) -> Document:
        """The document of the lines of the `body` and of `notes`, which stand under a `heading` or none."""
        calls = [
            call for place, row in enumerate(body) for call in sorted(calls_in(row.row, place), key=_start)
        ]
        notes = as_endnotes(calls, notes)
        matched = match_calls(calls, notes)
        self._rows_on.update(row.row.spans[0].origin.line for row in body)
        tables = find_tables(body, self._printed.pages)
        setting = find_setting(body, self._measures)
        loose = outside(tables, body)
        setting = replace(setting, tagged=agree(split_paragraphs(loose, setting)))
        at: dict[int, list[CallAt]] = defaultdict(list)
        for place, number in matched.notes.items():
            call = calls[place]
            at[id(body[call.row].row)].append(CallAt(call.label, str(number + 1), notes[number].label.number))
        elements = tuple(self._elements(body, tables, at, setting))
        if heading:
            self._set_aside += (
                SetAside(text.text, text.origin, Reason(Cause.LABEL))
                for text in texts_of(heading.row, 0, len(heading.row.text))
                if text.text.strip()
            )
        written = {str(place): self._note(note, setting) for place, note in enumerate(notes, start=1)}
        found = layout_findings(self._printed, self._set_aside, self._others, body, matched, tables, setting)
        return Document(
            lines=tuple(self._printed.text.split("\n")),
            places=self._printed.places,
            elements=elements,
            notes=written,
            set_aside=tuple(sorted(self._set_aside, key=lambda piece: piece.origin)),
            pictures=self._printed.pictures,
            problems=(*self._printed.problems, *found, *self._pages_unknown()),
            first_page=self._page_start(self._first),
            is_printed=True,
        )

    def _elements(
        self,
        body: Sequence[FlowRow],
        tables: Sequence[PrintedTable],
        calls: Mapping[int, Sequence[CallAt]],
        setting: Setting,
    ) -> Iterator[Element]:
        """The paragraphs and tables of the text, in order."""
        place = 0
        for table in (table for table in tables if table.certain):
            yield from self._text(body[place : table.first], calls, setting)
            yield from self._pictures(body[table.first])
            yield self._table(table, calls)
            place = table.last
        yield from self._text(body[place:], calls, setting)
        yield from self._pictures(None)

    def _text(
        self, body: Sequence[FlowRow], calls: Mapping[int, Sequence[CallAt]], setting: Setting
    ) -> Iterator[Element]:
        for rows in split_paragraphs(body, setting):
            yield from self._pictures(rows[0])
            yield self._paragraph(rows, calls, setting)

    def _pictures(self, row: FlowRow | None) -> Iterator[DocumentParagraph]:
        """The pictures that stand above a line, or all that are left; each is a paragraph of its own."""
        while self._drawn and (row is None or is_above(self._drawn[0], row)):
            picture = self._drawn.pop(0)
            yield DocumentParagraph(picture.line, (Picture(picture.file, picture.description),))

    def _table(self, table: PrintedTable, calls: Mapping[int, Sequence[CallAt]]) -> DocumentTable:
        return DocumentTable(
            tuple(
                tuple(self._cell(cell, table, calls, header=table.header and not number) for cell in line)
                for number, line in enumerate(table.cells)
            )
        )

    def _cell(
        self,
        cell: TableCell,
        table: PrintedTable,
        calls: Mapping[int, Sequence[CallAt]],
        *,
        header: bool,
    ) -> DocumentCell:
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

    def _open_pages(self, writer: InlineWriter, page: int) -> None:
        while self._page < page:
            self._page += 1
            if self._page not in self._others:
                writer.open_page(self._page_start(self._page))

    def _paragraph(
        self, rows: Sequence[FlowRow], calls: Mapping[int, Sequence[CallAt]], setting: Setting
    ) -> DocumentParagraph:
        look = look_of(rows, setting)
        writer = InlineWriter(self._joints, plain_bold=look.bold)
        for row in rows:
            self._open_pages(writer, row.row.page)
            writer.write(row.row, calls.get(id(row.row), ()), bullet=len(row.bullet))
        self._set_aside += writer.set_aside
        bullet = rows[0].bullet.strip()
        return DocumentParagraph(
            self._line(rows),
            writer.finished(),
            outline=heading_of(rows) if setting.tagged else None,
            label=bullet,
            depth=bool(bullet),
            look=look,
        )

    def _line(self, rows: Sequence[FlowRow]) -> int:
        """The line by which a paragraph is known: two columns may have begun one line of the file."""
        lines = [row.row.spans[0].origin.line for row in rows]
        return next((line for line in lines if self._rows_on[line] == 1), lines[0])

    def _note(self, note: PrintedNote, setting: Setting) -> DocumentNote:
        """A note, with as many paragraphs as it has."""
        paragraphs: list[DocumentParagraph] = []
        writer = InlineWriter(self._joints)
        flow = [self._flow[id(row)] for row in note.rows]
        for place, row in enumerate(flow):
            if place and _begins_paragraph(flow, place):
                paragraphs.append(self._finished(writer, flow[place - 1]))
                writer = InlineWriter(self._joints)
            writer.write(row.row, label=note.label if place == 0 else None)
        paragraphs.append(self._finished(writer, flow[0]))
        return DocumentNote(note.label.shown, tuple(paragraphs), note.kind)

    def _finished(self, writer: InlineWriter, row: FlowRow) -> DocumentParagraph:
        self._set_aside += writer.set_aside
        return DocumentParagraph(row.row.spans[0].origin.line, writer.finished())

    def _pages_unknown(self) -> Iterator[Problem]:
        if self._furniture.numbers.offset is None:
            yield Problem.at(Code.PAGE_NUMBERS_MISSING)

    def _page_start(self, page: int) -> PageStart:
        """How the page is numbered: by the number that it bears, or by those of its neighbours.

        Pages before the first, as the covers of theses, have none.
        """
        numbers = self._furniture.numbers
        if seen := numbers.seen.get(page):
            return PageStart(seen.label, seen=True, pdf_page=page + 1)
        told = 0 if numbers.offset is None else page + numbers.offset
        return PageStart(str(told) if told > 0 else "", pdf_page=page + 1)


def _start(call: Call) -> int:
    return call.label.start


def _begins_paragraph(rows: Sequence[FlowRow], place: int) -> bool:
    """Whether a line of a note begins a paragraph: indented as the note is, after a line that ends early."""
    above, row = rows[place - 1], rows[place]
    if place + 1 >= len(rows) or not above.ends_early(row):
        return False
    return row.inset > 1.0 and rows[place + 1].inset < row.inset - 1.0
