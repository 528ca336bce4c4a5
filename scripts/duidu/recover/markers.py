"""Pages and notes → which numbers in the text are markers.

The markers of a page are the numbers of the notes that begin on it. Endnotes may be called on any page, but
in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from duidu.model import NoteKind
from duidu.problems import Problem
from duidu.recover.candidates import Candidates, Marker, find_candidates, least_doubt
from duidu.recover.characters import has_wide
from duidu.recover.dangling import find_dangling
from duidu.recover.endnotes import pages_of_calls
from duidu.recover.note_forms import BARE, FORMS, Form
from duidu.recover.numbering import NoteStart, Numbering
from duidu.recover.pagination import PageLines

_NEARLY = 1.0  # two numbers whose doubts differ by less are both tried
_AMONG_NOTES = 1.3  # a doubt above this is no marker among the notes
_CHOICES = 8  # at most so many ways to choose a page's markers are tried

Choice = Mapping[int, tuple[Marker, ...]]  # a page's markers, by line


@dataclass(frozen=True, slots=True)
class PageMarkers:
    """What a page must have: the numbers `expected`, and the `choices` there are, the likeliest first."""

    expected: tuple[int, ...]
    choices: tuple[Choice, ...]


def find_markers(
    pages: Sequence[PageLines], numbering: Numbering
) -> tuple[tuple[PageMarkers, ...], tuple[Problem, ...]]:
    """The markers of each page, and the numbers that look like markers but have no note."""
    starts = list(numbering.starts.values())
    found = [_candidates(page_lines, numbering.starts) for page_lines in pages]
    readings = [_reading(form, found, pages, numbering) for form in _forms(found, numbering.form)]
    reading = min(readings, key=lambda reading: reading.doubt)
    wanted: list[dict[int, Sequence[Marker]]] = [{} for _ in pages]
    for start, page in zip(starts, reading.pages, strict=True):
        markers = reading.found[page].get(start.value, ())
        wanted[page][start.number] = [
            replace(marker, number=start.number, label=start.label) for marker in markers
        ]
    chosen = tuple(PageMarkers(tuple(sorted(numbers)), tuple(_choices(numbers))) for numbers in wanted)
    return chosen, tuple(find_dangling(pages, reading.found, reading.pages, numbering))


def _forms(found: Sequence[Sequence[Marker]], first: Form) -> Sequence[Form]:
    """The forms in which numbers stand in the text, and bare numbers; that of the notes comes `first`."""
    forms = {marker.form for markers in found for marker in markers} | {BARE}
    return sorted(forms, key=lambda form: (form is not first, FORMS.index(form)))


@dataclass(frozen=True, slots=True)
class _Reading:
    """The calls read in one form: what is `found` on each page, the page that calls each note, all doubt."""

    found: Sequence[Candidates]
    pages: Sequence[int]
    doubt: float


def _reading(
    form: Form, found: Sequence[Sequence[Marker]], pages: Sequence[PageLines], numbering: Numbering
) -> _Reading:
    """The calls as they are if they have this form."""
    in_form = [_by_number(marker for marker in markers if marker.form is form) for markers in found]
    calling = _calling_pages(in_form, pages, numbering)
    doubt = sum(
        least_doubt(in_form[page], start.value)
        for start, page in zip(numbering.starts.values(), calling, strict=True)
    )
    return _Reading(in_form, calling, doubt)


def _calling_pages(
    found: Sequence[Candidates], pages: Sequence[PageLines], numbering: Numbering
) -> Sequence[int]:
    """The page that calls each note."""
    starts = list(numbering.starts.values())
    if any(pages[start.page].kind is NoteKind.ENDNOTE for start in starts):
        return pages_of_calls(found, starts)
    return [start.page if numbering.by_page else _page_of_marker(found, start) for start in starts]


def _page_of_marker(found: Sequence[Candidates], start: NoteStart) -> int:
    """The page that calls a note: its own, or, where nothing there can be, a neighbour."""
    if start.value in found[start.page]:
        return start.page
    for page in (start.page - 1, start.page + 1):
        if 0 <= page < len(found) and any(m.doubt <= _NEARLY for m in found[page].get(start.value, ())):
            return page
    return start.page


def _candidates(page_lines: PageLines, starts: Mapping[int, NoteStart]) -> Sequence[Marker]:
    """The places on a page that may be markers.

    Text of the body may stand among the notes, so their lines are looked at as well; there only
    a number in a marker's very place counts, and not a note's own.
    """
    found = [marker for line in page_lines.body for marker in find_candidates(line)]
    for line in () if page_lines.orderly else page_lines.notes:
        own = starts[line.number].column if line.number in starts else 0
        wide = has_wide(line.raw) or line.is_number
        found += [
            marker
            for marker in find_candidates(line)
            if marker.doubt <= _AMONG_NOTES and marker.start >= own and (wide or marker.form is not BARE)
        ]
    return found


def _by_number(markers: Iterable[Marker]) -> Candidates:
    """Markers by number, the likeliest first."""
    by_number: dict[int, list[Marker]] = {}
    for marker in sorted(markers, key=lambda marker: (marker.doubt, marker.line)):
        by_number.setdefault(marker.number, []).append(marker)
    return by_number


def _choices(found: Mapping[int, Sequence[Marker]]) -> Iterator[Choice]:
    """The likeliest choices of one marker for each number, by line."""
    choices = [
        [marker for marker in markers if marker.doubt <= markers[0].doubt + _NEARLY]
        for markers in found.values()
        if markers
    ]
    for choice in islice(product(*choices), _CHOICES):
        chosen: dict[int, tuple[Marker, ...]] = {}
        for marker in sorted(choice, key=lambda marker: (marker.line, marker.start)):
            chosen[marker.line] = (*chosen.get(marker.line, ()), marker)
        yield chosen
