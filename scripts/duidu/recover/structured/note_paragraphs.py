"""Where in a document notes stand that were typed as paragraphs, and where each of them begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duidu.cutting import join_runs, slice_runs, trim
from duidu.model import Note, NoteKind, ParagraphBreak, SetAside, plain
from duidu.reasons import Cause
from duidu.recover.endnotes import is_notes_heading
from duidu.recover.headings import heading_level
from duidu.recover.note_forms import BARE, FORMS, Form, read_number
from duidu.recover.structured.block_maker import is_bibliography_heading
from duidu.recover.structured.entry_maker import Entry, TableEntry, aside, marks_in
from duidu.recover.structured.outline import style_level
from duidu.recover.typed_calls import raised_spans

Entries = Sequence[Entry | TableEntry]
_FEWEST = 2  # notes that stand under no heading
_RAISED_NUMBER = re.compile(r"\s*(\d{1,3})\s*")


@dataclass(frozen=True, slots=True)
class Extent:
    """Notes stand in entries `start` to `end`; the one before `start` is their heading if `headed`."""

    start: int
    end: int
    headed: bool


@dataclass(frozen=True, slots=True)
class Start:
    """A note begins in entry `place`; its number ends there at `end`, which is 0 if the program prints it."""

    place: int
    end: int


def find_extent(entries: Entries) -> Extent | None:
    """Where notes seem to stand: under their heading, or else at the end of the text."""
    return _under_heading(entries) or _at_the_end(entries)


def _under_heading(entries: Entries) -> Extent | None:
    """What stands under the last heading of notes under which note 1 begins."""
    for place in range(len(entries) - 2, -1, -1):
        heading, first = entries[place : place + 2]
        named = isinstance(heading, Entry) and is_notes_heading(f"{heading.paragraph.label}{heading.text}")
        if named and _begins_first(first):
            return Extent(place + 1, _next_heading(entries, place + 1), headed=True)
    return None


def _at_the_end(entries: Entries) -> Extent | None:
    """Paragraphs under no heading that are numbered from 1, to the end of the text or a bibliography."""
    end = next((place for place in range(len(entries)) if _is_bibliography(entries[place])), len(entries))
    for start in range(end - _FEWEST, 0, -1):
        if _begins_first(entries[start]):
            within = [entry for entry in entries[start:end] if isinstance(entry, Entry)]
            all_begin = len(find_starts(within)) == end - start
            is_list = not all_begin or _is_heading(entries[start - 1])
            return None if is_list else Extent(start, end, headed=False)
    return None


def _begins_first(entry: Entry | TableEntry) -> bool:
    """Whether note 1 may begin in a paragraph."""
    return isinstance(entry, Entry) and any(number == 1 for _, number, _ in _numbers(entry))


def _next_heading(entries: Entries, start: int) -> int:
    return next((place for place in range(start, len(entries)) if _is_heading(entries[place])), len(entries))


def _is_heading(entry: Entry | TableEntry) -> bool:
    if not isinstance(entry, Entry):
        return False
    words = f"{entry.paragraph.label}{entry.text}"
    return style_level(entry) is not None or heading_level(words) is not None or _is_bibliography(entry)


def _is_bibliography(entry: Entry | TableEntry) -> bool:
    return isinstance(entry, Entry) and is_bibliography_heading(entry.text)


def _numbers(entry: Entry) -> Iterator[tuple[Form, int, int]]:
    """The numbers that a paragraph may begin with as a note does: the form of each, its value, its end."""
    if label := entry.paragraph.label:
        for form in FORMS:
            if begin := form.note.match(f"{label} {entry.text}"):
                yield form, read_number(begin[1]), 0
        return
    for start, end in raised_spans(entry.runs):
        if start == 0 and (number := _RAISED_NUMBER.fullmatch(entry.text, 0, end)):
            yield BARE, int(number[1]), end
    for form in FORMS:
        if begin := form.note.match(entry.text):
            yield form, read_number(begin[1]), begin.end()


def find_starts(entries: Sequence[Entry]) -> list[Start]:
    """Where notes 1, 2, 3 … begin, in that form in which there are the most."""
    found: dict[Form, list[Start]] = {form: [] for form in FORMS}
    for place, entry in enumerate(entries):
        for form, number, end in _numbers(entry):
            if number == len(found[form]) + 1:
                found[form].append(Start(place, end))
    return max(found.values(), key=len)


def split_notes(
    entries: Sequence[Entry], starts: Sequence[Start], keys: Sequence[str], labels: Sequence[str]
) -> tuple[list[Note], list[SetAside]]:
    """The notes that begin at `starts`, and their numbers, set aside.

    What stands before the next note goes on with a note. `keys` become their ids.
    """
    notes, numbers = [], list[SetAside]()
    ends = [*(start.place for start in starts[1:]), len(entries)]
    for start, end, key, label in zip(starts, ends, keys, labels, strict=True):
        first = entries[start.place].runs
        number, rest = slice_runs(first, 0, start.end), first
        if start.end:
            rest = (*marks_in(number), *trim(slice_runs(first, start.end, len(plain(first)))))
            numbers += aside(trim(number), Cause.NOTE_NUMBER)
        pieces = (rest, *(entry.runs for entry in entries[start.place + 1 : end]))
        notes.append(Note(key, label, join_runs(pieces, (ParagraphBreak(),)), NoteKind.ENDNOTE))
    return notes, numbers
