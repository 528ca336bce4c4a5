"""Vertical writing by programs that place each upright glyph under the one before, as if it were a line.

Such a page is turned, so that its columns are lines from above to below: then the glyphs, which seem to run
up it, are laid down in their lines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from duidu.han import IDEOGRAPHIC
from duidu.sources.pdf.glyph_runs import Course, GlyphRun


@dataclass(frozen=True, slots=True)
class StackLimits:
    """When glyphs stand in a stack. All but `cells` are shares of their size.

    `widest`: the width of what may stand in a cell of its own, such as two digits. `nearest` and `farthest`:
    from one glyph to the next one below; lines of horizontal writing are farther from each other. `aside`:
    how far their middles may be from each other; if a glyph is under `small`, `raised`: it may be the call of
    a note. `level`: how far apart may be what shares a cell. `cells`: a stack has at least so many. `top`:
    how far an ideograph's cell goes over the baseline, `middle`: its middle.
    """

    widest: float = 1.3
    nearest: float = 0.7
    farthest: float = 1.3
    aside: float = 0.35
    small: float = 0.8
    raised: float = 0.9
    level: float = 0.1
    cells: int = 3
    top: float = 0.88
    middle: float = 0.38


LIMITS = StackLimits()


def count_stacked(runs: Sequence[GlyphRun]) -> int:
    """How many glyphs of a page stand in stacks. Columns of figures are none."""
    runs = _joined(runs, Course.ACROSS)
    return sum(len(run.texts) for stack in _stacks(runs, Course.ACROSS) for run in stack)


def unstack(runs: Sequence[GlyphRun]) -> list[GlyphRun]:
    """The runs of a page of vertical writing, which has been turned: what stands in stacks, in level lines.

    So do single ideographs, and what stands in a cell between two words that are turned.
    """
    runs = _joined(runs, Course.UP)
    stacked = {id(run) for stack in _stacks(runs, Course.UP) for run in stack}
    sure = [
        _level(run) if id(run) in stacked or (_is_cell(run, Course.UP) and _is_ideograph(run)) else run
        for run in runs
    ]
    neighbours = zip([None, *sure], sure, [*sure[1:], None], strict=False)
    return [
        _level(run) if _is_cell(run, Course.UP) and _stands_between(_level(run), before, after) else run
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
    is_narrow = run.end - run.start <= LIMITS.widest * run.look.size
    return run.course is course and is_narrow and not run.is_blank


def _is_ideograph(run: GlyphRun) -> bool:
    sign = "".join(run.texts).strip()[:1]
    return sign >= IDEOGRAPHIC or unicodedata.east_asian_width(sign or " ") in "WA"


def _stacks(runs: Iterable[GlyphRun], course: Course) -> Iterator[list[GlyphRun]]:
    """Cells in the order in which they are shown, each under the one before; most of them are ideographs."""
    stack: list[GlyphRun] = []
    for run in (run for run in runs if _is_cell(run, course)):
        if stack and not _follows(stack[-1], run):
            if _is_stack(stack):
                yield stack
            stack = []
        stack.append(run)
    if _is_stack(stack):
        yield stack


def _is_stack(cells: Sequence[GlyphRun]) -> bool:
    return len(cells) >= LIMITS.cells and 2 * sum(map(_is_ideograph, cells)) > len(cells)


def _follows(above: GlyphRun, below: GlyphRun) -> bool:
    size = max(above.look.size, below.look.size)
    aside = abs(above.start + above.end - below.start - below.end) / 2
    drop = above.base - below.base
    return aside <= LIMITS.aside * size and LIMITS.nearest * size <= drop <= LIMITS.farthest * size


def _level(run: GlyphRun) -> GlyphRun:
    """The same run in a level line of the turned page, in a cell as wide as its size."""
    size, count = run.look.size, len(run.texts)
    left = -(run.base + LIMITS.top * size)
    edges = [left + size * place / count for place in range(count + 1)]
    base = (run.start + run.end) / 2 - LIMITS.middle * size
    return replace(run, course=Course.ACROSS, base=base, starts=edges[:-1], ends=edges[1:])


def _adjoins(cell: GlyphRun, other: GlyphRun) -> bool:
    """Whether a cell stands next to another run of its line; a smaller one may be the call of a note."""
    size = max(cell.look.size, other.look.size)
    gap = max(cell.start - other.end, other.start - cell.end)
    is_small = cell.look.size < LIMITS.small * other.look.size
    aside = (LIMITS.raised if is_small else LIMITS.aside) * size
    level = abs(cell.base - other.base) <= aside
    return other.course is Course.ACROSS and level and gap <= (LIMITS.farthest - 1) * size
