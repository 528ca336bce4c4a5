"""Pages and markers → the typesetting of a source: its measures, and how it sets markers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from duidu.recover.candidates import Marker
from duidu.recover.characters import count_narrow, hang, head_width, width
from duidu.recover.lines import Line
from duidu.recover.markers import PageMarkers
from duidu.recover.measure import INDENT, Measure, find_measures
from duidu.recover.note_forms import BARE
from duidu.recover.pagination import PageLines
from duidu.recover.reflow import tidy
from duidu.recover.unmarked_lines import shows_indents, shows_no_marks


@dataclass(frozen=True, slots=True)
class Habits:
    """What a source does after a marker at a line's end, as costs.

    `same_line`: the next line of the source is the rest of the same printed line.
    `ended`: the paragraph ends there.
    """

    same_line: float
    ended: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The typesetting of a source: the two measures, its habits at markers.

    `marker_size` is that of markers that are no bare numbers, in that of the text; `indents` says that spaces
    show which lines are indented, `in_order` that no text is taken to be late: too little is left to tell by.
    """

    body: Measure
    notes: Measure
    habits: Habits
    marker_size: float
    indents: bool
    in_order: bool


# Costs at a marker that ends a line. In a source that sets text after markers on the same line,
# text in the next line is not the rest of that line; in one that never does, it mostly is.
_SAME_LINE = Habits(same_line=3.0, ended=0.0)
_NEXT_LINE = Habits(same_line=0.0, ended=0.4)
_OFTEN = 0.05
_SIZES = (0.5, 1.0)  # of markers


def find_layout(pages: Sequence[PageLines], markers: Sequence[PageMarkers]) -> Layout:
    """The typesetting that the lines and the markers in them show."""
    body, notes = find_measures(pages)
    size = _marker_size(pages, markers, body)
    in_order = shows_no_marks(pages) and all(page_lines.orderly for page_lines in pages)
    return Layout(body, notes, _habits(pages, markers), size, shows_indents(pages), in_order)


def _habits(all_lines: Sequence[PageLines], markers: Sequence[PageMarkers]) -> Habits:
    """Whether the source sets text after a marker on the marker's line."""
    inline = total = 0
    for page_lines, page in zip(all_lines, markers, strict=True):
        for line in page_lines.body:
            for marker in page.choices[0].get(line.number, ()):
                total += 1
                inline += bool(line.raw[: marker.start].strip() and line.raw[marker.end :].strip())
    return _SAME_LINE if total and inline / total >= _OFTEN else _NEXT_LINE


def _marker_size(pages: Sequence[PageLines], markers: Sequence[PageMarkers], measure: Measure) -> float:
    """The size of markers that are no bare numbers, with which lines that have one inside are full."""
    misfits = dict.fromkeys(_SIZES, 0.0)
    for line, after, within in _lines(pages, markers):
        narrow = count_narrow(line.text)
        for size in _SIZES:
            end = width(tidy(line.text)) - sum(marker.excess(size) for marker in within)
            misfits[size] += min(
                measure.misfit(indent + end, head_width(after.text), hang(line.text), narrow)
                for indent in (0.0, INDENT)
            )
    return min(misfits, key=misfits.__getitem__)


def _lines(
    pages: Sequence[PageLines], markers: Sequence[PageMarkers]
) -> Iterator[tuple[Line, Line, Sequence[Marker]]]:
    """Lines that should be full, the next line of each, and the markers inside."""
    for page_lines, page in zip(pages, markers, strict=True):
        for line, after in pairwise(page_lines.body):
            within = [marker for marker in page.choices[0].get(line.number, ()) if marker.form is not BARE]
            if within and not line.ends_paragraph and within[-1].end < len(line.raw.rstrip()):
                yield line, after, within
