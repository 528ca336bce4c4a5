"""Pages and notes → which bare numbers in the text are markers.

The markers of a page are the numbers of the notes that begin on it. Years, counts and dates are
bare numbers too; the grammar around a number tells how likely it is a marker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

from duidu.problems import Code, Problem
from duidu.recover.characters import has_wide, is_ideograph, is_wide, is_wide_mark
from duidu.recover.lines import Line
from duidu.recover.numbering import UNITS, NoteStart
from duidu.recover.pages import Leaf

_LIKELY = 4.0  # a doubt above this is no marker
_NEARLY = 1.0  # doubts that differ by less are both tried
_AMONG_NOTES = 1.3  # a doubt above this is no marker among the notes
_CHOICES = 8  # at most so many ways to choose a page's markers are tried
_ORDINAL = "第"


@dataclass(frozen=True, slots=True)
class Marker:
    """The digits of marker `number` on line `line`, from column `start` to `end`."""

    number: int
    line: int
    start: int
    end: int
    doubt: float


Choice = Mapping[int, tuple[Marker, ...]]  # a page's markers, by line


@dataclass(frozen=True, slots=True)
class PageMarkers:
    """What a page must have: the numbers `expected`, and the `choices` there are, the likeliest first."""

    expected: tuple[int, ...]
    choices: tuple[Choice, ...]


def find_markers(
    leaves: Sequence[Leaf], starts: Mapping[int, NoteStart]
) -> tuple[tuple[PageMarkers, ...], tuple[Problem, ...]]:
    """The markers of each page, and the numbers that look like markers but have no note."""
    wanted: list[dict[int, list[Marker]]] = [{} for _ in leaves]
    for start in starts.values():
        page = _page_of_marker(leaves, start)
        wanted[page][start.number] = _candidates(leaves[page], start.number)
    pages = tuple(PageMarkers(tuple(sorted(found)), tuple(_choices(found))) for found in wanted)
    return pages, tuple(_without_notes(leaves, starts))


def _page_of_marker(leaves: Sequence[Leaf], start: NoteStart) -> int:
    """The page that calls a note: its own, or, where nothing there can be, a neighbour."""
    if _candidates(leaves[start.page], start.number):
        return start.page
    for page in (start.page - 1, start.page + 1):
        if 0 <= page < len(leaves) and any(
            m.doubt <= _NEARLY for m in _candidates(leaves[page], start.number)
        ):
            return page
    return start.page


def _candidates(leaf: Leaf, number: int) -> list[Marker]:
    """The places of `number` on a page that may be its marker, the likeliest first.

    Text of the body may stand among the notes, so their lines are looked at as well; there only
    a number in a marker's very place counts. With a space after it, it is a note's own number.
    """
    found = [marker for line in leaf.body for marker in _on_line(line, number)]
    found += [
        marker
        for line in leaf.notes
        for marker in _on_line(line, number)
        if marker.doubt <= _AMONG_NOTES and (has_wide(line.raw) or line.is_number)
    ]
    return sorted(found, key=lambda marker: (marker.doubt, marker.line))


@cache
def _pattern(number: int) -> re.Pattern[str]:
    """`number` where it stands alone: not in a decimal, a range, a percentage or a word."""
    return re.compile(rf"(?<![0-9A-Za-z/\-–])(?<![0-9][.,:]){number}(?![0-9A-Za-z%/\-–])(?![.,:][0-9])")


def _on_line(line: Line, number: int) -> Iterator[Marker]:
    """The places of `number` on a line that may be its marker."""
    for match in _pattern(number).finditer(line.raw):
        doubt = _doubt_before(line.raw[: match.start()]) + _doubt_after(line.raw[match.end() :])
        if doubt <= _LIKELY:
            yield Marker(number, line.number, match.start(), match.end(), doubt)


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


def _without_notes(leaves: Sequence[Leaf], starts: Mapping[int, NoteStart]) -> Iterator[Problem]:
    """Numbers in a marker's very place whose notes are missing: in a gap, or after the last note."""
    by_number = {start.number: start.page for start in starts.values()}
    page = 0
    for number in range(1, max(by_number, default=0) + 2):
        if number in by_number:
            page = by_number[number]
            continue
        last = by_number.get(number + 1, len(leaves) - 1)
        marker = next(
            (
                marker
                for leaf in leaves[page : last + 1]
                for line in leaf.body
                for marker in _on_line(line, number)
                if marker.doubt == 0.0 and (is_wide(line.raw[marker.start - 1]))
            ),
            None,
        )
        if marker:
            yield Problem.at(Code.MARKER_WITHOUT_NOTE, marker.line, number=number)
