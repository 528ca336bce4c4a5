"""A document's elements as recovery takes them: paragraphs with their runs, and tables of such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from duidu.cutting import trim
from duidu.model import NoteRef, Page, PageBreak, ParagraphBreak, Run, Runs, SetAside, Text, plain
from duidu.reasons import Cause, Reason
from duidu.sources.document import (
    DocumentNote,
    DocumentParagraph,
    DocumentTable,
    Element,
    Inline,
    LineBreak,
    NoteCall,
    PageStart,
    Picture,
)

_WHITE_SPACE = str.maketrans("\t\u000b", "  ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph: its `runs` without the white space around them, and its pictures.

    Its note calls know their notes only by the document's keys: they get their ids last, in reading order.
    """

    paragraph: DocumentParagraph
    runs: Runs
    pictures: tuple[Picture, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return plain(self.runs)

    @property
    def is_blank(self) -> bool:
        """Whether it has neither words nor calls nor pictures: a line of space."""
        return not (self.pictures or self.text or any(isinstance(run, NoteRef) for run in self.runs))

    def named(self, *styles: str) -> bool:
        """Whether its style, or one that it is based on, has one of these names."""
        return any(style in styles for style in self.paragraph.styles)


@dataclass(frozen=True, slots=True)
class CellEntry:
    """A cell of a table."""

    entries: tuple[Entry, ...]
    header: bool
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table, row by row."""

    rows: tuple[tuple[CellEntry, ...], ...]


class EntryMaker:
    """Turns elements into entries, and counts the pages that begin in them.

    `first_page` is the printed number of the first, for pages that bear none; where neither is known,
    pages are left out.
    """

    def __init__(self, notes: Mapping[str, DocumentNote], first_page: int | None) -> None:
        self._notes = notes
        self._pages = count(first_page) if first_page is not None else None
        self.pages: list[Page] = []

    def entries(self, elements: Sequence[Element]) -> Iterator[Entry | TableEntry]:
        """The entries of `elements` without blank ones: a page that begins in one begins in the next."""
        carried: Runs = ()
        for element in elements:
            if isinstance(element, DocumentTable):
                yield self._table(element)
                continue
            entry = self.entry(element)
            if entry.is_blank:
                carried += marks_in(entry.runs)
            else:
                yield replace(entry, runs=(*carried, *entry.runs))
                carried = ()

    def entry(self, paragraph: DocumentParagraph) -> Entry:
        """The entry of a paragraph."""
        runs = [run for inline in paragraph.inlines for run in self._runs(inline, paragraph.line)]
        pictures = tuple(inline for inline in paragraph.inlines if isinstance(inline, Picture))
        return Entry(paragraph, trim(tuple(runs)), pictures)

    def open_page(self, page: PageStart, line: int) -> Iterator[PageBreak]:
        """The break at which a page begins, on `line`; none where pages are not known."""
        counted = str(next(self._pages)) if self._pages is not None else ""
        label = page.label or counted
        if label:
            self.pages.append(Page(label, page.seen, line))
            yield PageBreak(label, page.seen, page.pdf_page)

    def _runs(self, inline: Inline, line: int) -> Iterator[Run]:
        match inline:
            case Text(text=text):
                yield replace(inline, text=text.translate(_WHITE_SPACE))
            case NoteCall(key=key, origin=origin):
                yield NoteRef("", key, self._notes[key].label, origin)
            case PageStart():
                yield from self.open_page(inline, line)
            case LineBreak():
                yield ParagraphBreak()

    def _table(self, table: DocumentTable) -> TableEntry:
        return TableEntry(
            tuple(
                tuple(
                    CellEntry(
                        tuple(self.entry(paragraph) for paragraph in cell.paragraphs),
                        cell.header,
                        cell.columns,
                        cell.rows,
                    )
                    for cell in row
                )
                for row in table.rows
            )
        )


def aside(runs: Runs, cause: Cause) -> Iterator[SetAside]:
    """All words of `runs`, set aside."""
    for run in runs:
        if isinstance(run, Text) and run.original.strip():
            yield SetAside(run.original, run.origin, Reason(cause))


def marks_in(runs: Runs, *kinds: type[Run]) -> Runs:
    """The note calls and page breaks of `runs`, or only those of the `kinds` given."""
    return tuple(run for run in runs if isinstance(run, kinds or (NoteRef, PageBreak)))
