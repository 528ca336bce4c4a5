"""Notes at the foot of pages that have no rule over them: told by their numbers alone.

They begin on a page where its lines begin with the next numbers, one after the other, that the lines above
call. Lines above these that are longer than those of the text go on with the last note of the page before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from duidu.problems import Code, Problem
from duidu.recover.candidates import find_candidates
from duidu.recover.characters import count_narrow, is_wide, width
from duidu.recover.lines import Line
from duidu.recover.measure import find_measures
from duidu.recover.note_forms import BARE, FORMS, RAISED, Form, read_number
from duidu.recover.numbering import UNITS, NoteStart, Numbering, is_finished
from duidu.recover.pagination import PageLines

_DOUBTFUL, _SURE = 4.0, 0.5  # a doubt above the first is no call, one below the second no doubt
_SKIPPED = 3  # so many notes may be missed
# By how much a line is too long for the text: ideographs, and for each letter.
_LONGER, _BLUR = 1.0, 0.12
_UNITS = "".join(sorted(UNITS))
# What may follow a bare number: the line's end, a year, or a word that it does not count.
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
_BARE_NOTE = rf"\s*{{0}}(?:$|\s*(?={_YEAR})|\s+(?![\d{_UNITS}])|(?=[^\s\d.,，、．:：%/\-–)）{_UNITS}]))"


class _Begun(NamedTuple):
    """A note that begins on a page: at which of its lines, the column of its text, its number, its label."""

    place: int
    column: int
    value: int
    label: str


Foot = Sequence[_Begun]


def find_feet(pages: Sequence[PageLines]) -> tuple[tuple[PageLines, ...], Numbering]:
    """The pages with the notes at their feet, and where these begin, in the form in which most do."""
    readings: list[tuple[Form, bool, list[Foot]]] = []
    for form in sorted(FORMS, key=lambda form: form is not BARE):
        calls = [_calls(page_lines.body, form) for page_lines in pages]
        readings += ((form, each, list(_feet(pages, calls, form, by_page=each))) for each in (False, True))
    form, by_page, feet = max(readings, key=lambda reading: sum(map(len, reading[2])))
    starts: dict[int, NoteStart] = {}
    for page, (page_lines, foot) in enumerate(zip(pages, feet, strict=True)):
        for note in foot:
            number = len(starts) + 1 if by_page else note.value
            line = page_lines.body[note.place].number
            starts[line] = NoteStart(number, line, note.column, page, note.value, note.label)
    problems = tuple(_jumps(list(starts.values()), by_page=by_page))
    return tuple(_with_feet(pages, feet)), Numbering(starts, problems, form, by_page)


class _Called(NamedTuple):
    """The places of a page's lines that may call a note: the first, and the last that does without doubt."""

    first: int
    last: int


Calls = Mapping[int, _Called]  # by number


def _calls(lines: Sequence[Line], form: Form) -> Calls:
    """The calls in the form of the notes, or raised, where notes begin with bare numbers."""
    forms = (form,) if form.call else (BARE, RAISED)
    calls: dict[int, _Called] = {}
    for place, line in enumerate(lines):
        for marker in find_candidates(line):
            if marker.form in forms and marker.doubt <= _DOUBTFUL:
                first, last = calls.get(marker.number, (place, -1))
                calls[marker.number] = _Called(first, place if marker.doubt <= _SURE else last)
    return calls


def _feet(pages: Sequence[PageLines], calls: Sequence[Calls], form: Form, *, by_page: bool) -> Iterator[Foot]:
    """The notes that begin on each page, if they have this form."""
    expected = 1
    for page, page_lines in enumerate(pages):
        near = () if by_page else (*calls[max(page - 1, 0) : page], *calls[page + 1 : page + 2])
        numbers = range(expected, expected + _SKIPPED + 1)
        feet = (_foot(page_lines.body, calls[page], near, form, number) for number in numbers)
        foot = next((foot for foot in feet if foot), ())
        yield foot
        if foot and not by_page:
            expected = foot[-1].value + 1


def _foot(lines: Sequence[Line], calls: Calls, near: Sequence[Calls], form: Form, number: int) -> Foot:
    """The notes from `number` on that begin on a page.

    They are called above the first of them, though some may be `near`, on a neighbouring page. No other note
    is called below.
    """

    def called(number: int, place: int) -> bool:
        return number in calls and calls[number].first < place

    for place, line in enumerate(lines):
        if not _begins(line, form, number):
            continue
        foot = list(_run_on(lines, place, form, number))
        above = [called(note.value, place) for note in foot]
        nearly = all(
            it or any(note.value in page for page in near) for it, note in zip(above, foot, strict=True)
        )
        after = calls.get(foot[-1].value + 1)
        if any(above) and nearly and (after is None or after.last < place):
            return foot
    return ()


def _run_on(lines: Sequence[Line], place: int, form: Form, number: int) -> Iterator[_Begun]:
    """The notes from `number` on that begin one after the other, the first at `place`."""
    for at in range(place, len(lines)):
        begun = _begins(lines[at], form, number)
        if begun and (at == place or begun[0] == len(lines[at].raw) or _may_end(lines[at - 1])):
            yield _Begun(at, begun[0], number, begun[1])
            number += 1


def _may_end(line: Line) -> bool:
    """Whether a note may end with a line: after a stop, or after an address, which has none."""
    return is_finished(line) or not (is_wide(line.text[-1]) or line.text.endswith((",", "-")))


def _begins(line: Line, form: Form, number: int) -> tuple[int, str] | None:
    """Where the text of note `number` begins on a line, and its label; its number may stand alone."""
    if line.heading:
        return None
    if form is BARE:
        bare = re.match(_BARE_NOTE.format(number), line.raw)
        return (bare.end(), str(number)) if bare else None
    alone = form.call.fullmatch(line.text) if form.call else None
    begun = alone or form.note.match(line.raw)
    if begun is None or read_number(begun[1]) != number:
        return None
    return len(line.raw) if alone else begun.end(), form.label(begun[1])


def _jumps(starts: Sequence[NoteStart], *, by_page: bool) -> Iterator[Problem]:
    """The notes before which one is missing."""
    page, last = -1, 0
    for start in starts:
        last = 0 if by_page and start.page != page else last
        if start.value != last + 1:
            jump = {"number": start.value, "previous": last, "expected": last + 1}
            yield Problem.at(Code.NOTE_NUMBER_JUMPS, start.line, **jump)
        page, last = start.page, start.value


def _with_feet(pages: Sequence[PageLines], feet: Sequence[Foot]) -> Iterator[PageLines]:
    """The pages, each cut where its notes begin, or go on from the page before."""
    measure = find_measures(pages)[0].length
    begun, unfinished = False, False
    for page_lines, foot in zip(pages, feet, strict=True):
        lines = page_lines.body
        place = foot[0].place if foot else len(lines)
        rest = _rest(lines[:place], measure, unfinished=unfinished) if begun else 0
        notes = lines[place - rest :]
        yield replace(page_lines, body=lines[: place - rest], notes=notes, continues=rest > 0, orderly=True)
        begun = begun or bool(foot)
        unfinished = bool(notes) and not is_finished(notes[-1])


def _rest(lines: Sequence[Line], measure: float, *, unfinished: bool) -> int:
    """How many of the last of `lines` go on with a note: those too long for the text, and a last one."""
    limit = measure + _LONGER if measure else inf
    long = [width(line.text) > limit + _BLUR * count_narrow(line.text) for line in lines]
    count = 0
    while count < len(lines) and (long[-1 - count] or (count == 0 and any(long[-2:-1]))):
        count += 1
    return count or min(int(unfinished), len(lines))
