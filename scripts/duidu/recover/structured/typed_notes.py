"""Notes that an author typed by hand: numbers in the text, and at its end the notes as paragraphs.

They are linked only where calls and notes correspond one to one and in order. Else all stays as it is, and
`plausibility` says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from duidu.cutting import slice_runs, words_between
from duidu.model import Note, NoteRef, PageBreak, ParagraphBreak, Run, Runs, SetAside, plain
from duidu.reasons import Cause
from duidu.recover.note_forms import FORMS
from duidu.recover.structured.entry_maker import CellEntry, Entry, TableEntry, aside, marks_in
from duidu.recover.structured.note_paragraphs import Entries, find_extent, find_starts, split_notes
from duidu.recover.typed_calls import TypedCall, typed_calls


@dataclass(frozen=True, slots=True)
class Linked:
    """The text without its typed notes, which it calls; these; and what was set aside of both."""

    entries: tuple[Entry | TableEntry, ...]
    notes: tuple[Note, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


def link_typed_notes(entries: Entries) -> Linked:
    """`entries` with the notes that were typed at their end linked, or else as they are.

    Where the text calls notes of the document's own, none are looked for.
    """
    calls_own = any(isinstance(run, NoteRef) for entry in entries for runs in _texts(entry) for run in runs)
    extent = None if calls_own else find_extent(entries)
    if extent is None:
        return Linked(tuple(entries))
    within = [entry for entry in entries[extent.start : extent.end] if isinstance(entry, Entry)]
    text = entries[: extent.start - extent.headed]
    starts = find_starts(within)
    calls = _matching_calls(text, len(starts))
    others = len(within) < extent.end - extent.start or any(entry.pictures for entry in within)
    if not calls or others or starts[0].place > 0:
        return Linked(tuple(entries))
    keys = [f"typed-{number}" for number in range(1, len(starts) + 1)]
    linker = _Linker(dict(zip(calls, keys, strict=True)))
    linked = tuple(_with_runs(entry, linker.link) for entry in text)
    notes, numbers = split_notes(within, starts, keys, [call.label for call in calls])
    heading = entries[extent.start - 1] if extent.headed else None
    if isinstance(heading, Entry):
        numbers += aside(heading.runs, Cause.LABEL)
        notes[0] = replace(notes[0], runs=(*marks_in(heading.runs), *notes[0].runs))
    return Linked((*linked, *entries[extent.end :]), tuple(notes), (*linker.set_aside, *numbers))


def _matching_calls(entries: Entries, count: int) -> list[TypedCall]:
    """The calls in the one form that has just the numbers of the notes, in order, if there is one.

    Doubtful ones are calls if there are not enough others.
    """
    found = [call for entry in entries for runs in _texts(entry) for call in typed_calls(runs)]
    sure = [call for call in found if not call.is_doubtful]
    every = [call for call in found if not call.is_doubtful or call.number <= count]  # no years in brackets
    numbers = list(range(1, count + 1))
    for calls in (sure, every):
        of_forms = [[call for call in calls if call.form is form] for form in FORMS]
        matching = [each for each in of_forms if each and [call.number for call in each] == numbers]
        if matching:
            return matching[0] if len(matching) == 1 else []
    return []


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
    """Puts calls in the place of typed ones; `keys` has the notes' keys by these."""

    keys: Mapping[TypedCall, str]
    set_aside: list[SetAside] = field(default_factory=list)

    def link(self, runs: Runs) -> Runs:
        """`runs`, which call their notes."""
        linked: list[Run] = []
        place = 0
        for call in typed_calls(runs):
            if call in self.keys:
                sign = slice_runs(runs, call.start, call.end)
                word = words_between(runs, call.start, call.end)[0]
                linked += slice_runs(runs, place, call.start)
                linked.append(NoteRef("", self.keys[call], call.label, word.origin))
                linked += marks_in(sign, PageBreak, ParagraphBreak)
                self.set_aside += aside(sign, Cause.NOTE_MARKER)
                place = call.end
        return (*linked, *slice_runs(runs, place, len(plain(runs)))) if linked else runs
