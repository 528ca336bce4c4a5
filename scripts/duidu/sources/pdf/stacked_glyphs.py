"""Vertical writing by programs that place each upright glyph under the one before, as if it were a line.

Such a page is turned, so that its columns are lines from above to below: then the glyphs, which seem to run
up it, are laid down in their lines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from duidu.han import IDEOGRAPHIC
from duidu.sources.pdf.glyph_runs import Course, GlyphRun


@dataclass(frozen=True, slots=True)
class StackLimits:
    """When glyphs stand in a stack. All but `cells` are shares of their size.

    `widest`: the width of what may stand in a cell of its own, such as two digits, `pressed`: that of an
    ideograph that is less high than wide. `nearest` and `farthest`:
    from one glyph to the next one below; lines of horizontal writing are farther from each other. `aside`:
    how far their middles may be from each other; if a glyph is under `small`, `raised`: it may be the call of
    a note. `level`: how far apart may be what shares a cell. `cells`: a stack has at least so many. Cells
    exactly under each other may be `spaced` so far, as in the grids of old books, if they are at least
    `spaced_cells`. `top`: how far an ideograph's cell goes over the baseline, `middle`: its middle.
    """

    widest: float = 1.3
    pressed: float = 1.6
    nearest: float = 0.7
    farthest: float = 1.3
    aside: float = 0.35
    small: float = 0.8
    raised: float = 0.9
    level: float = 0.1
    spaced: float = 2.4
    cells: int = 3
    spaced_cells: int = 8
    top: float = 0.88
    middle: float = 0.38


LIMITS = StackLimits()
_MARKS = "，。、；：！？．,.;:!?"


def count_stacked(runs: Sequence[GlyphRun]) -> int:
    """How many glyphs of a page stand in stacks. Columns of figures are none."""
    stacks = _stacks(_joined(runs, Course.ACROSS), Course.ACROSS)
    return sum(len(cell.run.texts) for stack in stacks for cell in stack)


def unstack(runs: Sequence[GlyphRun]) -> list[GlyphRun]:
    """The runs of a page of vertical writing, which has been turned: what stands in stacks, in level lines.

    So do single ideographs, and what stands in a cell between two words that are turned.
    """
    runs = _joined(runs, Course.UP)
    stacked = {id(cell.run): cell for stack in _stacks(runs, Course.UP) for cell in stack}
    sure = [
        _level(stacked.get(id(run)) or _Cell(run))
        if id(run) in stacked or (_is_cell(run, Course.UP) and _is_ideograph(run))
        else run
        for run in runs
    ]
    neighbours = zip([None, *sure], sure, [*sure[1:], None], strict=False)
    return [
        _level(_Cell(run))
        if _is_cell(run, Course.UP) and _stands_between(_level(_Cell(run)), before, after)
        else run
        for before, run, after in neighbours
        if run
    ]


def _stands_between(cell: GlyphRun, *neighbours: GlyphRun | None) -> bool:
    return any(run and _adjoins(cell, run) for run in neighbours)


def _joined(runs: Iterable[GlyphRun], course: Course) -> list[GlyphRun]:
    """The runs; figures that share a cell are one."""
    joined: list[GlyphRun] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.course is run.course is course and _share_a_cell(last, run):
            both = last.texts + run.texts, last.starts + run.starts, last.ends + run.ends
            joined[-1] = replace(last, texts=both[0], starts=both[1], ends=both[2])
        else:
            joined.append(run)
    return joined


def _share_a_cell(left: GlyphRun, right: GlyphRun) -> bool:
    size = left.look.size
    level = abs(left.base - right.base) <= LIMITS.level * size and left.look == right.look
    near = 0 <= right.start - left.end + LIMITS.level * size <= 2 * LIMITS.level * size
    return level and near and right.end - left.start <= LIMITS.widest * size


def _is_cell(run: GlyphRun, course: Course) -> bool:
    if run.course is not course or run.is_blank:
        return False
    widest = LIMITS.pressed if len(run.texts) == 1 and _is_ideograph(run) else LIMITS.widest
    return run.end - run.start <= widest * run.look.size


def _is_ideograph(run: GlyphRun) -> bool:
    sign = "".join(run.texts).strip()[:1]
    return sign >= IDEOGRAPHIC or unicodedata.east_asian_width(sign or " ") in "WA"


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in a cell; a mark that is set beside the column belongs to the one it comes `after`."""

    run: GlyphRun
    after: GlyphRun | None = None


def _stacks(runs: Iterable[GlyphRun], course: Course) -> Iterator[list[_Cell]]:
    """Cells in the order in which they are shown, each under the one before; most of them are ideographs."""
    stack: list[_Cell] = []
    last: GlyphRun | None = None
    marks = 0
    for run in (run for run in runs if _is_cell(run, course)):
        if last and _is_beside(last, run):
            stack.append(_Cell(run, last))
            marks += 1
            continue
        if last and not _follows(last, run, marks):
            if _is_stack(stack):
                yield stack
            stack = []
        stack.append(_Cell(run))
        last, marks = run, 0
    if _is_stack(stack):
        yield stack


def _is_stack(cells: Sequence[_Cell]) -> bool:
    drops = [above.run.base - below.run.base for above, below in pairwise(cells)]
    close = sum(
        drop <= LIMITS.farthest * cell.run.look.size for drop, cell in zip(drops, cells, strict=False)
    )
    least = LIMITS.cells if close >= LIMITS.cells - 1 else LIMITS.spaced_cells
    return len(cells) >= least and 2 * sum(_is_ideograph(cell.run) for cell in cells) > len(cells)


def _is_beside(last: GlyphRun, mark: GlyphRun) -> bool:
    """Whether a run is a mark of horizontal writing that a program moved to the corner of its cell."""
    size = last.look.size
    drop = last.base - mark.base
    aside = _aside(last, mark)
    return (
        "".join(mark.texts) in _MARKS
        and LIMITS.aside * size < aside <= LIMITS.raised * size
        and -LIMITS.raised * size <= drop <= LIMITS.farthest * size
    )


def _follows(above: GlyphRun, below: GlyphRun, marks: int) -> bool:
    """Whether a cell stands under another, `marks` cells further down at most."""
    size = max(above.look.size, below.look.size)
    drop = above.base - below.base
    if _aside(above, below) <= LIMITS.level * size and drop <= LIMITS.spaced * size:
        return LIMITS.nearest * size <= drop
    near = LIMITS.nearest * size <= drop <= (LIMITS.farthest + marks) * size
    return near and _aside(above, below) <= LIMITS.aside * size


def _aside(one: GlyphRun, other: GlyphRun) -> float:
    """How far the middles of two cells are from each other across the column."""
    return abs(one.start + one.end - other.start - other.end) / 2


def _level(cell: _Cell) -> GlyphRun:
    """A run in a level line of the turned page, in a cell as wide as its size; a mark after what it ends."""
    run, size, count = cell.run, cell.run.look.size, len(cell.run.texts)
    at = cell.after or run
    left = -(at.base + LIMITS.top * at.look.size) + (at.look.size if cell.after else 0.0)
    step = (size / 2 if cell.after else size) / count
    edges = [left + step * place for place in range(count + 1)]
    base = (at.start + at.end) / 2 - LIMITS.middle * at.look.size
    return replace(run, course=Course.ACROSS, base=base, starts=edges[:-1], ends=edges[1:])


def _adjoins(cell: GlyphRun, other: GlyphRun) -> bool:
    """Whether a cell stands next to another run of its line; a smaller one may be the call of a note."""
    size = max(cell.look.size, other.look.size)
    gap = max(cell.start - other.end, other.start - cell.end)
    is_small = cell.look.size < LIMITS.small * other.look.size
    aside = (LIMITS.raised if is_small else LIMITS.aside) * size
    level = abs(cell.base - other.base) <= aside
    return other.course is Course.ACROSS and level and gap <= (LIMITS.farthest - 1) * size
