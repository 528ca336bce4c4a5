"""Notes that an author typed by hand: numbers in the text, and at its end the notes as paragraphs.

They are linked only where calls and notes correspond one to one and in order. Else all stays as it is, and
`plausibility` says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from duidu.cutting import join_runs, slice_runs, trim, words_between
from duidu.model import Note, NoteKind, NoteRef, PageBreak, ParagraphBreak, Run, Runs, SetAside, plain
from duidu.reasons import Cause, Reason
from duidu.recover.endnotes import is_notes_heading
from duidu.recover.headings import heading_level
from duidu.recover.note_forms import BARE, FORMS, Form, read_number
from duidu.recover.structured.block_maker import is_bibliography_heading
from duidu.recover.structured.entry_maker import CellEntry, Entry, TableEntry, aside, marks_in
from duidu.recover.structured.outline import style_level
from duidu.recover.typed_calls import TypedCall, raised_spans, typed_calls

Entries = Sequence[Entry | TableEntry]
_FEWEST = 2  # notes that stand under no heading
_RAISED_NUMBER = re.compile(r"\s*(\d{1,3})\s*")


@dataclass(frozen=True, slots=True)
class Linked:
    """The text without its typed notes, which it calls; these; and what was set aside of both."""

    entries: tuple[Entry | TableEntry, ...]
    notes: tuple[Note, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class _Extent:
    """Notes stand in entries `start` to `end`; the one before `start` is their heading if `headed`."""

    start: int
    end: int
    headed: bool


@dataclass(frozen=True, slots=True)
class _Start:
    """A note begins in entry `place`; its number ends there at `end`, which is 0 if the program prints it."""

    place: int
    end: int


def link_typed_notes(entries: Entries) -> Linked:
    """`entries` with the notes that were typed at their end linked, or else as they are.

    Where the text calls notes of the document's own, none are looked for.
    """
    calls_own = any(isinstance(run, NoteRef) for entry in entries for runs in _texts(entry) for run in runs)
    extent = None if calls_own else _under_heading(entries) or _at_the_end(entries)
    if extent is None:
        return Linked(tuple(entries))
    within = [entry for entry in entries[extent.start : extent.end] if isinstance(entry, Entry)]
    text = entries[: extent.start - extent.headed]
    starts = _starts(within)
    calls = _matching_calls(text, len(starts))
    if not calls or len(within) < extent.end - extent.start or any(entry.pictures for entry in within):
        return Linked(tuple(entries))
    keys = [f"typed-{number}" for number in range(1, len(starts) + 1)]
    linker = _Linker(calls[0].form, dict(zip((call.number for call in calls), keys, strict=True)))
    linked = tuple(_with_runs(entry, linker.link) for entry in text)
    notes, numbers = _notes(within, starts, calls, keys)
    heading = entries[extent.start - 1] if extent.headed else None
    if isinstance(heading, Entry):
        numbers += aside(heading.runs, Cause.LABEL)
        notes[0] = replace(notes[0], runs=(*marks_in(heading.runs), *notes[0].runs))
    return Linked((*linked, *entries[extent.end :]), tuple(notes), (*linker.set_aside, *numbers))


# -- the notes


def _under_heading(entries: Entries) -> _Extent | None:
    """What stands under the last heading of notes under which note 1 begins."""
    for place in range(len(entries) - 2, -1, -1):
        heading, first = entries[place : place + 2]
        named = isinstance(heading, Entry) and is_notes_heading(f"{heading.paragraph.label}{heading.text}")
        if named and isinstance(first, Entry) and any(number == 1 for _, number, _ in _numbers(first)):
            return _Extent(place + 1, _next_heading(entries, place + 1), headed=True)
    return None


def _at_the_end(entries: Entries) -> _Extent | None:
    """Paragraphs under no heading that are numbered from 1, to the end of the text or a bibliography."""
    end = next((place for place in range(len(entries)) if _is_bibliography(entries[place])), len(entries))
    for start in range(end - _FEWEST, 0, -1):
        within = [entry for entry in entries[start:end] if isinstance(entry, Entry)]
        if not any(number == 1 for _, number, _ in _numbers(within[0])) if within else True:
            continue
        all_begin = len(_starts(within)) == end - start
        return None if not all_begin or _is_heading(entries[start - 1]) else _Extent(start, end, headed=False)
    return None


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


def _starts(entries: Sequence[Entry]) -> list[_Start]:
    """Where notes 1, 2, 3 … begin, in that form in which there are the most."""
    found: dict[Form, list[_Start]] = {form: [] for form in FORMS}
    for place, entry in enumerate(entries):
        for form, number, end in _numbers(entry):
            if number == len(found[form]) + 1:
                found[form].append(_Start(place, end))
    return max(found.values(), key=len)


def _notes(
    entries: Sequence[Entry], starts: Sequence[_Start], calls: Sequence[TypedCall], keys: Sequence[str]
) -> tuple[list[Note], list[SetAside]]:
    """The notes, and their numbers, set aside. What stands before the next one goes on with a note."""
    notes, numbers = [], list[SetAside]()
    ends = [*(start.place for start in starts[1:]), len(entries)]
    for start, end, call, key in zip(starts, ends, calls, keys, strict=True):
        first = entries[start.place].runs
        number, rest = slice_runs(first, 0, start.end), first
        if start.end:
            rest = (*marks_in(number), *trim(slice_runs(first, start.end, len(plain(first)))))
            numbers += aside(trim(number), Cause.NOTE_NUMBER)
        pieces = (rest, *(entry.runs for entry in entries[start.place + 1 : end]))
        notes.append(Note(key, call.label, join_runs(pieces, (ParagraphBreak(),)), NoteKind.ENDNOTE))
    return notes, numbers


# -- the calls


def _matching_calls(entries: Entries, count: int) -> list[TypedCall]:
    """The calls in the one form that has just the numbers of the notes, in order, if there is one."""
    calls = [call for entry in entries for runs in _texts(entry) for call in typed_calls(runs)]
    matching = []
    for form in FORMS:
        of_form = [call for call in calls if call.form is form]
        if count and [call.number for call in of_form] == list(range(1, count + 1)):
            matching.append(of_form)
    return matching[0] if len(matching) == 1 else []


def _texts(entry: Entry | TableEntry) -> Iterator[Runs]:
    if isinstance(entry, Entry):
        yield entry.runs
    else:
        yield from (one.runs for row in entry.rows for cell in row for one in cell.entries)


def _with_runs(entry: Entry | TableEntry, change: Callable[[Runs], Runs]) -> Entry | TableEntry:
    if isinstance(entry, Entry):
        return replace(entry, runs=change(entry.runs))

    def changed(cell: CellEntry) -> CellEntry:
        return replace(cell, entries=tuple(replace(one, runs=change(one.runs)) for one in cell.entries))

    return TableEntry(tuple(tuple(changed(cell) for cell in row) for row in entry.rows))


@dataclass
class _Linker:
    """Puts calls in the place of typed ones of one form; `keys` has the notes' keys by number."""

    form: Form
    keys: dict[int, str]
    set_aside: list[SetAside] = field(default_factory=list)

    def link(self, runs: Runs) -> Runs:
        """`runs`, which call their notes."""
        linked: list[Run] = []
        place = 0
        for call in typed_calls(runs):
            if call.form is self.form:
                sign = slice_runs(runs, call.start, call.end)
                word = words_between(runs, call.start, call.end)[0]
                linked += slice_runs(runs, place, call.start)
                linked.append(NoteRef("", self.keys[call.number], call.label, word.origin))
                linked += marks_in(sign, PageBreak, ParagraphBreak)
                reason = Reason(Cause.NOTE_MARKER, call.number)
                self.set_aside += (replace(piece, reason=reason) for piece in aside(sign, Cause.NOTE_MARKER))
                place = call.end
        return (*linked, *slice_runs(runs, place, len(plain(runs)))) if linked else runs
