"""The runs of a line → its spans, with the spaces that the file has or that part words."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from duidu.han import IDEOGRAPHIC
from duidu.model import Origin
from duidu.sources.pdf.glyph_runs import Course, GlyphRun, Look
from duidu.sources.printed import Box, PrintedLine, Span

# From this gap on, in shares of the size, two words of Latin letters are parted.
_WORD_GAP = 0.16
# A wider one ends a span, so that the edges of its characters are their own: it may be a column's edge.
_WIDE_GAP = 0.6
_FEW_GAPS = 4  # that tell nothing about how a line is spaced
_WIDE_GLYPH = 0.75  # of the size; “ ” … and the like are as wide as ideographs in Chinese fonts only
_ASCENT, _DESCENT = 0.88, 0.12


@dataclass(slots=True)
class _OpenSpan:
    look: Look
    base: float
    link: str
    text: list[str] = field(default_factory=list)
    edges: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Links:
    """Where on a page addresses are linked to."""

    areas: tuple[tuple[Box, str], ...] = ()

    def at(self, box: Box) -> str:
        """The address to which what stands here is linked."""
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        for area, address in self.areas:
            if area.left <= x <= area.right and area.bottom <= y <= area.top:
                return address
        return ""


def make_line(runs: Sequence[GlyphRun], number: int, links: Links) -> PrintedLine:
    """The line with this number that the runs make."""
    spans: list[_OpenSpan] = []
    word_gap = _word_gap(runs)
    end, last_wide = math.inf, True
    for run in runs:
        link = links.at(run_box(run)) if links.areas else ""
        span = spans[-1] if spans else None
        if span is None or run.look is not span.look or run.base != span.base or link != span.link:
            span = _OpenSpan(run.look, run.base, link)
            spans.append(span)
        gap = run.look.size * _WORD_GAP + max(run.spacing, word_gap)
        for text, start, stop in zip(run.texts, run.starts, run.ends, strict=True):
            if not text:
                continue
            if start - end > gap and not last_wide and not _is_wide(text[0], stop - start, run.look.size):
                _put_space(spans, end, start)
            if span.text and start - end > run.look.size * _WIDE_GAP:
                span = _OpenSpan(run.look, run.base, link)
                spans.append(span)
            if not (text == " " and span.text and span.text[-1] == " "):
                _put(span, text, start, stop)
            end, last_wide = stop, _is_wide(text[-1], stop - start, run.look.size)
    return _line(spans, runs, number)


def _word_gap(runs: Sequence[GlyphRun]) -> float:
    """By how much the letters of a line are spaced out: the gap than which a quarter of all gaps is less."""
    gaps = sorted(
        start - end
        for run in runs
        for start, end, text in zip(run.starts[1:], run.ends, run.texts[1:], strict=False)
        if text != " " and text < IDEOGRAPHIC
    )
    return max(gaps[len(gaps) // 4], 0.0) if len(gaps) > _FEW_GAPS else 0.0


def _put(span: _OpenSpan, text: str, start: float, stop: float) -> None:
    """Put the characters of a glyph into a span; several stand in it side by side."""
    span.text.append(text)
    if span.edges:
        span.edges[-1] = start
    else:
        span.edges.append(start)
    step = (stop - start) / len(text)
    span.edges += [start + step * count for count in range(1, len(text))]
    span.edges.append(stop)


def _put_space(spans: list[_OpenSpan], start: float, stop: float) -> None:
    """Part two words, with a space in the span that ends here."""
    span = spans[-1] if spans[-1].text else spans[-2]
    _put(span, " ", start, stop)


def _is_wide(character: str, width: float, size: float) -> bool:
    """Whether a character stands as ideographs do: no space is set around it. A space itself does too."""
    if character <= "\u02ff":
        return character == " "
    kind = unicodedata.east_asian_width(character)
    return kind in "WF" or (kind == "A" and abs(width) > _WIDE_GLYPH * size)


def _line(spans: list[_OpenSpan], runs: Sequence[GlyphRun], number: int) -> PrintedLine:
    course = runs[0].course
    made: list[Span] = []
    column = 0
    for span in spans:
        if not span.text:
            continue
        text, look = "".join(span.text), span.look
        edges = tuple(round(_on_page(edge, course), 2) for edge in span.edges)
        base = round(-span.base if course in (Course.UP, Course.BACK) else span.base, 2)
        made.append(
            Span(
                text,
                Origin(number, column),
                look.font,
                look.size,
                base,
                edges,
                look.hidden,
                span.link,
                look.tag,
            )
        )
        column += len(text)
    inked = [run for run in runs if any(text not in (" ", "") for text in run.texts)] or list(runs)
    return PrintedLine(number, tuple(made), _around(inked), course in (Course.DOWN, Course.UP))


def _on_page(edge: float, course: Course) -> float:
    """A place along a line as one on the page."""
    return -edge if course in (Course.DOWN, Course.BACK) else edge


def _around(runs: Sequence[GlyphRun]) -> Box:
    boxes = [run_box(run) for run in runs]
    return Box(
        round(min(box.left for box in boxes), 2),
        round(min(box.bottom for box in boxes), 2),
        round(max(box.right for box in boxes), 2),
        round(max(box.top for box in boxes), 2),
    )


def run_box(run: GlyphRun) -> Box:
    """The box of a run, without the spaces around it."""
    inked = [place for place, text in enumerate(run.texts) if text not in (" ", "")] or [
        0,
        len(run.texts) - 1,
    ]
    start, stop = run.starts[inked[0]], run.ends[inked[-1]]
    size, base = run.look.size, run.base
    if run.course is Course.DOWN:
        return Box(base - size / 2, -stop, base + size / 2, -start)
    if run.course is Course.UP:
        return Box(-base - size * _ASCENT, start, -base + size * _DESCENT, stop)
    if run.course is Course.BACK:
        return Box(-stop, -base - size * _ASCENT, -start, -base + size * _DESCENT)
    return Box(min(start, stop), base - size * _DESCENT, max(start, stop), base + size * _ASCENT)
