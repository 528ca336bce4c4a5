"""Lines of text and notes → the document: its elements in order, its notes, and what was found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from duidu.model import SetAside
from duidu.problems import Code, Problem
from duidu.reasons import Cause, Reason
from duidu.recover.printed.call_matching import as_endnotes, match_calls
from duidu.recover.printed.element_writer import ElementWriter
from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.furniture import Furniture
from duidu.recover.printed.layout_findings import layout_findings
from duidu.recover.printed.line_joints import Joints
from duidu.recover.printed.measures import Measures
from duidu.recover.printed.note_labels import Call, calls_in
from duidu.recover.printed.other_pages import other_aside
from duidu.recover.printed.paragraph_breaks import Setting, find_setting, split_paragraphs
from duidu.recover.printed.paragraph_inlines import CallAt, Calls, texts_of
from duidu.recover.printed.printed_notes import PrintedNote
from duidu.recover.printed.printed_pictures import find_pictures, is_above
from duidu.recover.printed.printed_tables import find_tables
from duidu.recover.printed.shown_lines import hidden_aside
from duidu.recover.printed.table_parts import PrintedTable, outside
from duidu.recover.printed.tagged_rows import agree
from duidu.sources.document import Document, DocumentParagraph, Element, Picture
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
        self._others = others
        self._first = next((place for place in range(len(printed.pages)) if place not in others), 0)
        self._drawn = [picture for picture in find_pictures(printed) if picture.page not in others]

    def write(
        self, body: Sequence[FlowRow], notes: Sequence[PrintedNote], heading: FlowRow | None
    ) -> Document:
        """The document of the lines of the `body` and of `notes`, which stand under a `heading` or none."""
        calls = [
            call for place, row in enumerate(body) for call in sorted(calls_in(row.row, place), key=_start)
        ]
        notes = as_endnotes(calls, notes)
        matched = match_calls(calls, notes)
        tables = find_tables(body, self._printed.pages)
        setting = find_setting(body, self._measures)
        loose = outside(tables, body)
        setting = replace(setting, tagged=agree(split_paragraphs(loose, setting)))
        at: dict[int, list[CallAt]] = defaultdict(list)
        for place, number in matched.notes.items():
            call = calls[place]
            at[id(body[call.row].row)].append(CallAt(call.label, str(number + 1), notes[number].label.number))
        writer = self._element_writer(body)
        elements = tuple(self._elements(writer, body, tables, at, setting))
        written = {
            str(place): writer.note(note, [self._flow[id(row)] for row in note.rows])
            for place, note in enumerate(notes, start=1)
        }
        aside = [*self._aside(heading), *writer.set_aside]
        found = layout_findings(self._printed, aside, self._others, body, notes, matched, tables, setting)
        return Document(
            lines=tuple(self._printed.text.split("\n")),
            places=self._printed.places,
            elements=elements,
            notes=written,
            set_aside=tuple(sorted(aside, key=lambda piece: piece.origin)),
            pictures=self._printed.pictures,
            problems=(*self._printed.problems, *found, *self._pages_unknown()),
            first_page=writer.page_start(self._first),
            is_printed=True,
        )

    def _element_writer(self, body: Sequence[FlowRow]) -> ElementWriter:
        joints = Joints.of(self._printed.text)
        rows_on = Counter(row.row.spans[0].origin.line for row in body)
        return ElementWriter(joints, self._furniture.numbers, self._others, self._first, rows_on)

    def _aside(self, heading: FlowRow | None) -> Iterator[SetAside]:
        """What is no part of the text: of the pages, and the `heading` of the notes."""
        yield from self._furniture.set_aside
        for page in self._printed.pages:
            yield from hidden_aside(page)
        yield from other_aside(self._printed.pages, self._others)
        for text in texts_of(heading.row, 0, len(heading.row.text)) if heading else ():
            if text.text.strip():
                yield SetAside(text.text, text.origin, Reason(Cause.LABEL))

    def _elements(
        self,
        writer: ElementWriter,
        body: Sequence[FlowRow],
        tables: Sequence[PrintedTable],
        calls: Calls,
        setting: Setting,
    ) -> Iterator[Element]:
        """The paragraphs and tables of the text, in order."""
        place = 0
        for table in (table for table in tables if table.certain):
            yield from self._text(writer, body[place : table.first], calls, setting)
            yield from self._pictures(body[table.first])
            yield writer.table(table, calls)
            place = table.last
        yield from self._text(writer, body[place:], calls, setting)
        yield from self._pictures(None)

    def _text(
        self, writer: ElementWriter, body: Sequence[FlowRow], calls: Calls, setting: Setting
    ) -> Iterator[Element]:
        for rows in split_paragraphs(body, setting):
            yield from self._pictures(rows[0])
            yield writer.paragraph(rows, calls, setting)

    def _pictures(self, row: FlowRow | None) -> Iterator[DocumentParagraph]:
        """The pictures that stand above a line, or all that are left; each is a paragraph of its own."""
        while self._drawn and (row is None or is_above(self._drawn[0], row)):
            picture = self._drawn.pop(0)
            yield DocumentParagraph(picture.line, (Picture(picture.file, picture.description),))

    def _pages_unknown(self) -> Iterator[Problem]:
        if self._furniture.numbers.offset is None:
            yield Problem.at(Code.PAGE_NUMBERS_MISSING)


def _start(call: Call) -> int:
    return call.label.start
