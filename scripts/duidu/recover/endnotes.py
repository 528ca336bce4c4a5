"""Notes at the end of the article: under which heading they stand, and which pages call them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from duidu.model import NoteKind, SetAside
from duidu.reasons import Cause, Reason
from duidu.recover.candidates import UNCALLED, Candidates
from duidu.recover.headings import is_conventional, without_number
from duidu.recover.lines import Line
from duidu.recover.note_forms import FORMS, read_number
from duidu.recover.numbering import NoteStart
from duidu.recover.pagination import PageLines

_HEADINGS = frozenset(
    [
        "註",
        "注",
        "註釋",
        "註解",
        "註腳",
        "附註",
        "尾註",
        "注釋",
        "注解",
        "注腳",
        "附注",
        "尾注",
        "注释",
        "脚注",
        "note",
        "notes",
        "endnotes",
    ]
)
_AROUND = "【】〔〕[]：:"


def find_endnotes(pages: Sequence[PageLines]) -> tuple[tuple[PageLines, ...], tuple[SetAside, ...]]:
    """The pages with the notes at the end as their notes, and the heading over these, set aside.

    They begin with note 1 right under their heading, and end at the next conventional heading, as 參考文獻.
    """
    found = list(pages)
    place = _find_heading(pages)
    if place is None:
        return tuple(found), ()
    page, index = place
    heading = pages[page].body[index]
    before: tuple[Line, ...] = pages[page].body[:index]
    first = index + 1
    while page < len(pages):
        lines = (*pages[page].body, *pages[page].notes)
        end = next((at for at in range(first, len(lines)) if is_conventional(lines[at].text)), len(lines))
        found[page] = replace(
            pages[page],
            body=(*before, *lines[end:]),
            notes=lines[first:end],
            continues=first == 0,
            orderly=True,
            kind=NoteKind.ENDNOTE,
        )
        if end < len(lines):
            break
        page, before, first = page + 1, (), 0
    return tuple(found), (SetAside(heading.text, heading.origin(), Reason(Cause.LABEL)),)


def is_notes_heading(text: str) -> bool:
    """Whether a line is the heading over the notes at the end: 註釋, 陸、注釋, 【附註】, Notes."""
    return without_number(text.strip(_AROUND)).lower() in _HEADINGS


def _find_heading(pages: Sequence[PageLines]) -> tuple[int, int] | None:
    """The page and place of the last heading under which note 1 stands, unless there are footnotes."""
    for page in reversed(range(len(pages))):
        body = pages[page].body
        for index in reversed(range(len(body))):
            if is_notes_heading(body[index].text):
                following = next(_lines_from(pages, page, index + 1), None)
                footnotes = any(_is_first(line) for before in pages[:page] for line in before.notes)
                return (page, index) if following and _is_first(following) and not footnotes else None
    return None


def _lines_from(pages: Sequence[PageLines], page: int, index: int) -> Iterator[Line]:
    yield from (*pages[page].body, *pages[page].notes)[index:]
    for after in pages[page + 1 :]:
        yield from (*after.body, *after.notes)


def _is_first(line: Line) -> bool:
    """Whether note 1 begins on a line."""
    begins = (form.note.match(line.raw) for form in FORMS)
    return any(read_number(begin[1]) == 1 for begin in begins if begin)


class _Way(NamedTuple):
    """The pages that call the notes so far, and how much doubt that leaves."""

    page: int
    doubt: float
    before: _Way | None


def pages_of_calls(found: Sequence[Candidates], starts: Sequence[NoteStart]) -> list[int]:
    """The page that calls each endnote: in the order of the notes, and where calls are the likeliest.

    Of the ways to read up to a note, those count that no other beats both in page and in doubt.
    """
    ways = [_Way(0, 0.0, None)]
    for start in starts:
        reached = [way.page for way in ways]
        after = [_Way(way.page, way.doubt + UNCALLED, way) for way in ways]
        for page, candidates in enumerate(found):
            before = bisect_right(reached, page) - 1
            if before >= 0 and (markers := candidates.get(start.value)):
                after.append(_Way(page, ways[before].doubt + markers[0].doubt, ways[before]))
        ways = _unbeaten(after)
    way: _Way | None = ways[-1]
    pages: list[int] = []
    while way is not None and way.before is not None:
        pages.append(way.page)
        way = way.before
    return pages[::-1]


def _unbeaten(ways: Sequence[_Way]) -> list[_Way]:
    """The ways of which a later page always means less doubt."""
    found: list[_Way] = []
    for way in sorted(ways, key=lambda way: (way.page, way.doubt)):
        if not found or way.doubt < found[-1].doubt:
            found.append(way)
    return found
