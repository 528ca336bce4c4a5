"""Runs of glyphs → lines: what stands on one line belongs together, in whatever order the file shows it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from duidu.sources.pdf.glyph_runs import Course, GlyphRun


@dataclass(frozen=True, slots=True)
class LineLimits:
    """Where a line ends. All are shares of the size of an ideograph.

    `gap`: a wider one parts two lines. `spaced_gap`: the same where the file has spaces in it. `overlap`: how
    far a run may stand over the end of another, as kerning lets it. `body`: the height of a glyph over its
    baseline that counts when heights are compared; two runs stand on one line if `shared` of the lower one's
    height is at the height of the other, so calls of notes do and ruby does not; in lines that run down the
    page, if their middles are no further from each other than `aside`. `kerned`: a run that begins so little
    before the one shown last, as an opening bracket after a letter may, comes after it all the same.
    What stands beside lines of another distance, as notes do beside text, is on two of them if it is at least
    `under` of its width over the other, `apart` from it, and not so `small` as to be raised or lowered.
    `doubled`: how far from a glyph the same one may stand that is shown again to look bold.
    """

    gap: float = 1.1
    spaced_gap: float = 2.1
    overlap: float = 1.05
    body: float = 0.75
    shared: float = 0.2
    aside: float = 0.4
    kerned: float = 0.3
    under: float = 0.5
    apart: float = 0.3
    small: float = 0.75
    doubled: float = 0.12


LIMITS = LineLimits()
_ROW = re.compile(r"  +|(?:(?!  ).)+", re.DOTALL)
_LAST = 10  # runs with the same characters that are compared
_MOST_NEAR = 100  # lines of one height that are looked at
_SHELF = 16.0  # points between the heights by which lines are looked up


@dataclass(slots=True, eq=False)
class OpenLine:
    """A line that runs may still join. `base` and `size` are those of its largest run.

    What is hidden stands in lines of its own.
    """

    course: Course
    base: float
    size: float
    start: float
    end: float
    is_hidden: bool
    runs: list[GlyphRun] = field(default_factory=list)
    in_order: bool = True

    def takes(self, run: GlyphRun) -> bool:
        """Whether a run stands on this line, next to a part of it or in a gap."""
        em = max(self.size, run.look.size)
        gap = max(run.start - self.end, self.start - run.end)
        if gap > LIMITS.gap * em or run.course is not self.course or run.look.hidden is not self.is_hidden:
            return False
        if not self._is_level_with(run.base, run.look.size):
            return False
        if gap >= -LIMITS.overlap * em:
            return True
        return all(
            run.start >= other.end - LIMITS.overlap * other.look.size
            or run.end <= other.start + LIMITS.overlap * other.look.size
            for other in self.runs
        ) and not any(self._are_of_two_lines(run, other) for other in self.runs)

    def _are_of_two_lines(self, run: GlyphRun, other: GlyphRun) -> bool:
        """Whether a run stands over or under another one, and neither is raised or lowered."""
        size = min(run.look.size, other.look.size)
        common = min(run.end, other.end) - max(run.start, other.start)
        is_over = common > LIMITS.under * min(run.end - run.start, other.end - other.start)
        return (
            is_over and abs(run.base - other.base) > LIMITS.apart * size and size > LIMITS.small * self.size
        )

    def adjoins(self, other: OpenLine) -> bool:
        """Whether one of two lines goes on where the other ends."""
        em = max(self.size, other.size)
        gap = max(other.start - self.end, self.start - other.end)
        return (
            -LIMITS.overlap * em <= gap <= LIMITS.gap * em
            and self.course is other.course
            and self.is_hidden is other.is_hidden
            and self._is_level_with(other.base, other.size)
        )

    def _is_level_with(self, base: float, size: float) -> bool:
        if self.course is Course.DOWN:
            return abs(base - self.base) < LIMITS.aside * max(size, self.size)
        low, high = max(base, self.base), min(base + LIMITS.body * size, self.base + LIMITS.body * self.size)
        return high - low > LIMITS.shared * LIMITS.body * min(size, self.size)

    def add(self, run: GlyphRun) -> None:
        """Take in a run."""
        back = LIMITS.kerned * run.look.size
        self.in_order &= not self.runs or run.start >= self.runs[-1].start - back
        self.runs.append(run)
        self.start, self.end = min(self.start, run.start), max(self.end, run.end)
        if run.look.size > self.size:
            self.base, self.size = run.base, run.look.size


def gather(runs: Iterable[GlyphRun]) -> list[list[GlyphRun]]:
    """The lines that the runs make, in the order in which the file begins them; none has only spaces."""
    lines: list[OpenLine] = []
    shelves = _Shelves()
    for run in runs:
        line = lines[-1] if lines and lines[-1].takes(run) else None
        line = line or next((near for near in shelves.near(run.course, run.base) if near.takes(run)), None)
        if line is None:
            line = OpenLine(run.course, run.base, run.look.size, run.start, run.end, run.look.hidden)
            lines.append(line)
            shelves.put(line)
        line.add(run)
    parts = (part for line in _joined(lines) for part in _parted(_ordered(line)))
    return [part for part in parts if any(text.strip() for run in part for text in run.texts)]


class _Shelves:
    """Lines by the heights at which they were begun."""

    def __init__(self) -> None:
        self._lines: defaultdict[tuple[Course, int], list[OpenLine]] = defaultdict(list)

    def put(self, line: OpenLine) -> None:
        self._lines[line.course, int(line.base // _SHELF)].append(line)

    def take(self, line: OpenLine) -> None:
        self._lines[line.course, int(line.base // _SHELF)].remove(line)

    def all(self) -> Iterator[OpenLine]:
        return chain.from_iterable(self._lines.values())

    def near(self, course: Course, base: float) -> Iterator[OpenLine]:
        shelf = int(base // _SHELF)
        for place in (shelf, shelf - 1, shelf + 1):
            yield from reversed(self._lines.get((course, place), [])[-_MOST_NEAR:])


def _joined(lines: list[OpenLine]) -> list[OpenLine]:
    """The lines; those that came to be one when what stands between them was shown are one."""
    places = {id(line): place for place, line in enumerate(lines)}
    shelves = _Shelves()
    for line in lines:
        whole = line
        while other := next((it for it in shelves.near(whole.course, whole.base) if it.adjoins(whole)), None):
            shelves.take(other)
            first, second = sorted((whole, other), key=lambda it: places[id(it)])
            for run in second.runs:
                first.add(run)
            whole = first
        shelves.put(whole)
    return sorted(shelves.all(), key=lambda line: places[id(line)])


def _ordered(line: OpenLine) -> list[GlyphRun]:
    return line.runs if line.in_order else sorted(line.runs, key=lambda run: run.start)


def _parted(runs: list[GlyphRun]) -> Iterator[list[GlyphRun]]:
    """Lines, parted where gaps are wide. A run of spaces alone is part of a gap."""
    part: list[GlyphRun] = []
    blank: list[GlyphRun] = []
    for run in chain.from_iterable(map(_pieces, runs)):
        if run.is_blank:
            blank.append(run)
            continue
        if part:
            em = max(part[-1].look.size, run.look.size)
            limit = LIMITS.spaced_gap if blank else LIMITS.gap
            if run.start - part[-1].end > limit * em:
                yield part
                part, blank = [], []
        part += [*blank, run]
        blank = []
    if part:
        yield part + blank


def _pieces(run: GlyphRun) -> Iterator[GlyphRun]:
    """A run, cut around rows of spaces."""
    text = "".join(run.texts)
    if "  " not in text or len(text) != len(run.texts):
        yield run
        return
    for match in _ROW.finditer(text):
        places = slice(match.start(), match.end())
        yield replace(run, texts=run.texts[places], starts=run.starts[places], ends=run.ends[places])


def without_doubles(runs: list[GlyphRun]) -> list[GlyphRun]:
    """The runs without those that are shown again over themselves, as programs do to make words bold."""
    kept: list[GlyphRun] = []
    same: dict[tuple[str, ...], list[GlyphRun]] = {}
    for run in runs:
        others = same.setdefault(tuple(run.texts), [])
        if not any(_doubles(run, other) for other in others[-_LAST:]):
            kept.append(run)
            others.append(run)
    return kept


def _doubles(run: GlyphRun, other: GlyphRun) -> bool:
    near = LIMITS.doubled * run.look.size
    return (
        run.look.size == other.look.size
        and abs(run.base - other.base) < near
        and abs(run.start - other.start) < near
    )
