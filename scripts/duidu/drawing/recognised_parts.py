"""What each character of a printed document was recognised as: read off the article that was made of it.

So the drawing shows what recovery did, and not what it meant to do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from duidu.model import (
    Article,
    Figure,
    Heading,
    ListItem,
    Note,
    NoteRef,
    Origin,
    Quotation,
    Reference,
    Runs,
    Table,
    Text,
    parts_of,
)
from duidu.reasons import Cause


class Part(StrEnum):
    """What a piece of a page is; in the order of the legend."""

    TITLE = "title"
    AUTHOR = "author"
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    HEADING = "heading"
    TEXT = "text"
    QUOTATION = "quotation"
    LIST_ITEM = "list item"
    TABLE = "table"
    CAPTION = "caption"
    REFERENCE = "reference"
    NOTE = "note"
    NOTE_NUMBER = "number of a note"
    CALL = "call of a note"
    PAGE_NUMBER = "page number"
    RUNNING_HEAD = "head or foot"
    ASIDE = "set aside"
    LEFT = "in no part"


_BLOCKS = {
    Heading: Part.HEADING,
    Quotation: Part.QUOTATION,
    ListItem: Part.LIST_ITEM,
    Table: Part.CAPTION,
    Figure: Part.CAPTION,
    Reference: Part.REFERENCE,
}
_CAUSES = {
    Cause.RUNNING_HEAD: Part.RUNNING_HEAD,
    Cause.PAGE_NUMBER: Part.PAGE_NUMBER,
    Cause.NOTE_NUMBER: Part.NOTE_NUMBER,
    Cause.NOTE_MARKER: Part.CALL,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of a line.

    `order` is the place of their part in the reading order, from 1, or 0 beside it; `note` the id of the note
    that they are of, or call; `why` the cause for which they were set aside.
    """

    start: int
    end: int
    part: Part
    order: int = 0
    note: str = ""
    why: str = ""


@dataclass
class _Marker:
    """Marks the characters of `lines`, by number."""

    lines: Sequence[str]
    pieces: dict[int, list[Piece]] = field(default_factory=lambda: defaultdict(list))
    order: int = 0

    def mark(self, runs: Runs, part: Part, note: str = "", *, ordered: bool = True) -> None:
        """All words of `runs` are of a `part`, the next in the reading order."""
        self.order += ordered and any(isinstance(run, Text) for run in runs)
        for run in runs:
            if isinstance(run, Text) and run.original:
                self.add(run.origin, run.original, part, self.order if ordered else 0, note)

    def add(
        self, origin: Origin, words: str, part: Part, order: int = 0, note: str = "", why: str = ""
    ) -> None:
        """`words` stand at `origin`; a space that a line end stands for is beyond its line."""
        end = min(origin.column + len(words), len(self.lines[origin.line - 1]))
        if origin.column < end:
            self.pieces[origin.line].append(Piece(origin.column, end, part, order, note, why))


def recognise(article: Article, lines: Sequence[str]) -> Mapping[int, tuple[Piece, ...]]:
    """The pieces of each line, by its number, from left to right; every character is in one."""
    marker = _Marker(lines)
    _mark_front(article, marker)
    for block in article.blocks:
        part = _BLOCKS.get(type(block), Part.TEXT)
        for anchor, runs in parts_of(block):
            marker.mark(runs, part if anchor == block.id else Part.TABLE)
    for note in article.notes:
        marker.mark(note.runs, Part.NOTE, note.id, ordered=False)
    starts = sorted(_starts(article.notes))
    calls = {run.origin: run.note for run in article.runs() if isinstance(run, NoteRef)}
    for piece in article.set_aside:
        part, of = _CAUSES.get(piece.reason.cause, Part.ASIDE), ""
        if part is Part.CALL:
            of = calls.get(piece.origin, "")
        elif part is Part.NOTE_NUMBER:  # the note whose words begin next
            of = next((note_id for _, note_id in starts[bisect_left(starts, (piece.origin, "")) :]), "")
        marker.add(piece.origin, piece.text, part, note=of, why=piece.reason.cause.value)
    return {
        number: tuple(_whole(marker.pieces.get(number, ()), line))
        for number, line in enumerate(lines, start=1)
    }


def _starts(notes: Iterable[Note]) -> Iterator[tuple[Origin, str]]:
    """Where the words of each note begin, and its id."""
    for note in notes:
        if first := next((run for run in note.runs if isinstance(run, Text)), None):
            yield first.origin, note.id


def _mark_front(article: Article, marker: _Marker) -> None:
    front = article.front
    for title in front.titles.values():
        marker.mark(title, Part.TITLE)
    for author in front.authors:
        for runs in (author.name, author.name_en, author.affiliation, author.affiliation_en):
            marker.mark(runs, Part.AUTHOR)
    for paragraphs in front.abstracts.values():
        for runs in paragraphs:
            marker.mark(runs, Part.ABSTRACT)
    for words in front.keywords.values():
        marker.mark(tuple(chain.from_iterable(words)), Part.KEYWORDS)


def _whole(pieces: Iterable[Piece], line: str) -> Iterator[Piece]:
    """The pieces of a line, and what is between them; one that overlaps another is cut."""
    place = 0
    for piece in sorted(pieces, key=lambda one: (one.start, one.end)):
        if place < piece.start:
            yield from _left(line, place, piece.start)
        if place < piece.end:
            start = max(place, piece.start)
            yield Piece(start, piece.end, piece.part, piece.order, piece.note, piece.why)
            place = piece.end
    yield from _left(line, place, len(line))


def _left(line: str, start: int, end: int) -> Iterator[Piece]:
    if line[start:end].strip():
        yield Piece(start, end, Part.LEFT)
