"""Pages and notes → which bare numbers in the text are markers.

The markers of a page are the numbers of the notes that begin on it. Years, counts and dates are
bare numbers too; the grammar around a number tells how likely it is a marker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from duidu.han import is_ideograph
from duidu.model import NoteRef, Origin, call_id
from duidu.problems import Code, Problem
from duidu.recover.characters import has_wide, is_wide_mark
from duidu.recover.lines import Line
from duidu.recover.numbering import UNITS, NoteStart
from duidu.recover.pagination import PageLines

_LIKELY = 4.0  # a number that is more doubtful is no marker
_NEARLY = 1.0  # two numbers whose doubts differ by less are both tried
_AMONG_NOTES = 1.3  # the same for a number among the notes
_CHOICES = 8  # at most so many ways to choose a page's markers are tried
# A number that is not part of a decimal, a range, a percentage or a longer number.
_ALONE = re.compile(r"(?<![0-9/\-–])(?<![0-9][.,:])[1-9][0-9]{0,3}(?![0-9%/\-–])(?![.,:][0-9])")
CALLED_AFTER = ("。", "，", "；", "」", "』", "）", "》", "〉")
_ORDINAL = "第"


@dataclass(frozen=True, slots=True)
class Marker:
    """The digits of marker `number` on line `line`, from column `start` to `end`."""

    number: int
    line: int
    start: int
    end: int
    doubt: float

    def call(self, origin: Origin) -> NoteRef:
        """The call of a note that it is."""
        note = f"note-{self.number}"
        return NoteRef(call_id(note), note, str(self.number), origin)


Candidates = Mapping[int, Sequence[Marker]]
Choice = Mapping[int, tuple[Marker, ...]]  # a page's markers, by line


@dataclass(frozen=True, slots=True)
class PageMarkers:
    """What a page must have: the numbers `expected`, and the `choices` there are, the likeliest first."""

    expected: tuple[int, ...]
    choices: tuple[Choice, ...]


def find_markers(
    all_lines: Sequence[PageLines], starts: Mapping[int, NoteStart]
) -> tuple[tuple[PageMarkers, ...], tuple[Problem, ...]]:
    """The markers of each page, and the numbers that look like markers but have no note."""
    found = [_candidates(page_lines) for page_lines in all_lines]
    wanted: list[dict[int, Sequence[Marker]]] = [{} for _ in all_lines]
    for start in starts.values():
        page = _page_of_marker(found, start)
        wanted[page][start.number] = found[page].get(start.number, ())
    pages = tuple(PageMarkers(tuple(sorted(numbers)), tuple(_choices(numbers))) for numbers in wanted)
    return pages, tuple(_without_notes(all_lines, found, starts))


def _page_of_marker(found: Sequence[Candidates], start: NoteStart) -> int:
    """The page that calls a note: its own, or, where nothing there can be, a neighbour."""
    if start.number in found[start.page]:
        return start.page
    for page in (start.page - 1, start.page + 1):
        if 0 <= page < len(found) and any(m.doubt <= _NEARLY for m in found[page].get(start.number, ())):
            return page
    return start.page


def _candidates(page_lines: PageLines) -> Candidates:
    """The places on a page that may be markers: by number, the likeliest first.

    Text of the body may stand among the notes, so their lines are looked at as well; there only
    a number in a marker's very place counts. With a space after it, it is a note's own number.
    """
    found = [marker for line in page_lines.body for marker in find_numbers(line)]
    found += [
        marker
        for line in page_lines.notes
        for marker in find_numbers(line)
        if marker.doubt <= _AMONG_NOTES and (has_wide(line.raw) or line.is_number)
    ]
    by_number: dict[int, list[Marker]] = {}
    for marker in sorted(found, key=lambda marker: (marker.doubt, marker.line)):
        by_number.setdefault(marker.number, []).append(marker)
    return by_number


def find_numbers(line: Line) -> Iterator[Marker]:
    """The numbers on a line that may be markers, each with its doubt."""
    for match in _ALONE.finditer(line.raw):
        doubt = _doubt_before(line.raw[: match.start()]) + _doubt_after(line.raw[match.end() :])
        if doubt <= _LIKELY:
            yield Marker(int(match.group()), line.number, match.start(), match.end(), doubt)


def _doubt_before(text: str) -> float:
    """How unlikely a marker is after `text`: it is set against a word or a mark."""
    bare = text.rstrip()
    if not bare:
        return 0.5
    spaced = 1.0 if bare != text else 0.0
    if bare[-1] == _ORDINAL:
        return 2 * _LIKELY
    if is_wide_mark(bare[-1]) or bare[-1] in "”’.":
        return spaced
    return spaced + (0.5 if is_ideograph(bare[-1]) else 1.0)


def _doubt_after(text: str) -> float:
    """How unlikely a marker is before `text`: nothing, a mark or a word follows without a space."""
    bare = text.lstrip()
    if not bare:
        return 0.0 if not text else 0.3
    if bare != text:
        return 3.0
    if is_wide_mark(bare[0]):
        return 0.0
    return 2.0 if bare[0] in UNITS else 0.3


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


def _without_notes(
    all_lines: Sequence[PageLines], found: Sequence[Candidates], starts: Mapping[int, NoteStart]
) -> Iterator[Problem]:
    """Numbers in a marker's very place whose notes are missing: in a gap, or after the last note."""
    pages = {start.number: start.page for start in starts.values()}
    raw = {line.number: line.raw for page_lines in all_lines for line in page_lines.body}
    page = 0
    for number in range(1, max(pages) + 2 if pages else 0):
        if number in pages:
            page = pages[number]
            continue
        last = pages.get(number + 1, len(all_lines) - 1)
        candidates = (marker for there in found[page : last + 1] for marker in there.get(number, ()))
        marker = next((m for m in candidates if m.line in raw and _is_in_place(m, raw[m.line])), None)
        if marker:
            yield Problem.at(Code.MARKER_WITHOUT_NOTE, marker.line, number=number)


def _is_in_place(marker: Marker, line: str) -> bool:
    """Whether a number follows the end of a sentence or a quotation, and nothing but a mark it."""
    return marker.doubt == 0.0 and line[: marker.start].endswith(CALLED_AFTER)
