"""Which number in the text calls which note: in order, by label, on the note's page or the one before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from duidu.model import NoteKind
from duidu.recover.printed.note_labels import Call
from duidu.recover.printed.printed_notes import PrintedNote


@dataclass(frozen=True, slots=True)
class Matched:
    """The note of each call, by the places of both; and what looks like a call and calls none."""

    notes: Mapping[int, int]
    left: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class _Chain:
    """The best way so far to match notes in order, which ends with `call`."""

    worth: float
    call: int
    note: int
    before: _Chain | None


def match_calls(calls: Sequence[Call], notes: Sequence[PrintedNote]) -> Matched:
    """As many notes as can be, each with one call, calls in the order of their notes."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for place, call in enumerate(calls):
        by_key[call.label.key].append(place)
    best = _BestBefore(len(calls))
    for number, note in enumerate(notes):
        added: list[_Chain] = []
        for place in by_key[note.label.key]:
            if _may_call(calls[place], note):
                before = best.before(place)
                worth = _worth(calls[place], note) + (before.worth if before else 0.0)
                added.append(_Chain(worth, place, number, before))
        for chain in added:
            best.add(chain)
    found: dict[int, int] = {}
    end = best.before(len(calls))
    while end:
        found[end.call] = end.note
        end = end.before
    _drop_implied(calls, found)
    _call_again(calls, notes, found)
    forms = {note.label.form for note in notes}
    left = (
        call
        for place, call in enumerate(calls)
        if place not in found and (call.raised or (call.label.sure and call.label.form in forms))
    )
    return Matched(found, tuple(left))


def as_endnotes(calls: Sequence[Call], notes: Sequence[PrintedNote]) -> Sequence[PrintedNote]:
    """The notes, as endnotes if many more of them are called so: they stand together after the text."""
    gathered = [replace(note, kind=NoteKind.ENDNOTE) for note in notes]
    found = len(set(match_calls(calls, gathered).notes.values()))
    return gathered if found > 2 * len(set(match_calls(calls, notes).notes.values())) else notes


def _may_call(call: Call, note: PrintedNote) -> bool:
    if note.kind is NoteKind.ENDNOTE:
        return call.page <= note.page
    return abs(call.page - note.page) <= 1


def _worth(call: Call, note: PrintedNote) -> float:
    """How good a match is: raised calls are surest, and those on the note's own page; least, implied ones."""
    worth = 1.0 if call.raised else 0.9 if call.label.sure else 0.3 if call.label.implied else 0.6
    return worth - (0.05 if call.page != note.page and note.kind is not NoteKind.ENDNOTE else 0.0)


def _drop_implied(calls: Sequence[Call], found: dict[int, int]) -> None:
    """A range calls the notes between its first and its last only if it calls these, and all between."""
    first = 0
    for place, call in enumerate(calls):
        if call.label.implied:
            continue
        numbers = [found.get(each) for each in range(first, place + 1)]
        start = numbers[0]
        if start is None or numbers != [*range(start, start + len(numbers))]:
            for each in range(first + 1, place):
                found.pop(each, None)
        first = place


def _call_again(calls: Sequence[Call], notes: Sequence[PrintedNote], found: dict[int, int]) -> None:
    """A raised number that comes again on the page of its note calls it again."""
    for place, call in enumerate(calls):
        if place in found or not call.raised:
            continue
        for earlier in range(place - 1, -1, -1):
            if calls[earlier].page < call.page:
                break
            if earlier in found and calls[earlier].label.key == call.label.key:
                found[place] = found[earlier]
                break


class _BestBefore:
    """The best chain that ends before a call, as a Fenwick tree of maxima."""

    def __init__(self, size: int) -> None:
        self._tree: list[_Chain | None] = [None] * (size + 1)

    def before(self, place: int) -> _Chain | None:
        best: _Chain | None = None
        while place > 0:
            chain = self._tree[place]
            if chain and (best is None or chain.worth > best.worth):
                best = chain
            place -= place & -place
        return best

    def add(self, chain: _Chain) -> None:
        place = chain.call + 1
        while place < len(self._tree):
            known = self._tree[place]
            if known is None or chain.worth > known.worth:
                self._tree[place] = chain
            place += place & -place
