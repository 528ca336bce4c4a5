"""Calls that dangle: numbers in a marker's very place whose notes are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duidu.problems import Code, Problem
from duidu.recover.candidates import Candidates, Marker
from duidu.recover.numbering import Numbering
from duidu.recover.pagination import PageLines

CALLED_AFTER = ("。", "，", "；", "」", "』", "）", "》", "〉")


def find_dangling(
    pages: Sequence[PageLines], found: Sequence[Candidates], calling: Sequence[int], numbering: Numbering
) -> Iterator[Problem]:
    """The calls whose notes are missing, in a gap or after the last note.

    `found` are the numbers on each page, `calling` the page that calls each note.
    """
    raw = {line.number: line.raw for page_lines in pages for line in page_lines.body}
    for number, first, last in _missing(numbering, calling, len(pages)):
        candidates = (marker for page in found[first : last + 1] for marker in page.get(number, ()))
        marker = next((m for m in candidates if m.line in raw and is_in_place(m, raw[m.line])), None)
        if marker:
            yield Problem.at(Code.MARKER_WITHOUT_NOTE, marker.line, number=marker.label)


def _missing(numbering: Numbering, calling: Sequence[int], pages: int) -> Iterator[tuple[int, int, int]]:
    """The numbers that are no note's, each with the first page and the last that might call it."""
    by_page: list[dict[int, int]] = [{} for _ in range(pages if numbering.by_page else 1)]
    for start, page in zip(numbering.starts.values(), calling, strict=True):
        by_page[page if numbering.by_page else 0][start.value] = page
    for page, called in enumerate(by_page) if numbering.starts else ():
        last = page if numbering.by_page else pages - 1
        yield from _gaps(called, page, last)


def _gaps(called: Mapping[int, int], first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """The numbers missing among those `called` on pages from `first` to `last`, and the next one."""
    page = first
    for number in range(1, max(called, default=0) + 2):
        if number in called:
            page = called[number]
        else:
            yield number, page, called.get(number + 1, last)


def is_in_place(marker: Marker, line: str) -> bool:
    """Whether a number follows the end of a sentence or a quotation, and nothing but a mark it."""
    return marker.doubt == 0.0 and line[: marker.start].endswith(CALLED_AFTER)
