"""Pages and markers → how large markers are set: raised and small, or like the text around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from duidu.recover.candidates import Marker
from duidu.recover.characters import count_narrow, hang, head_width, width
from duidu.recover.lines import Line
from duidu.recover.markers import PageMarkers
from duidu.recover.measure import INDENT, Measure
from duidu.recover.note_forms import BARE
from duidu.recover.pagination import PageLines
from duidu.recover.reflow import tidy

_SIZES = (0.5, 1.0)  # in that of the text


def find_marker_size(pages: Sequence[PageLines], markers: Sequence[PageMarkers], measure: Measure) -> float:
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
