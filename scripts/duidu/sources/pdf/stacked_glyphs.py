"""Vertical writing by programs that place each upright glyph under the one before, as if it were a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from duidu.sources.pdf.glyph_runs import Course, GlyphRun


@dataclass(frozen=True, slots=True)
class StackLimits:
    """When glyphs stand in a stack. All but `cells` are shares of their size.

    `widest`: the width of what may stand in a cell of its own, such as two digits. `nearest` and `farthest`:
    from one glyph to the next one below; lines of horizontal writing are farther from each other. `aside`:
    how far their middles may be from each other. `cells`: a stack has at least so many. `top`: how far an
    ideograph's cell goes over the baseline.
    """

    widest: float = 1.3
    nearest: float = 0.7
    farthest: float = 1.3
    aside: float = 0.35
    cells: int = 3
    top: float = 0.88


LIMITS = StackLimits()


def unstack(runs: Sequence[GlyphRun]) -> list[GlyphRun]:
    """The runs; those that stand in stacks run down the page.

    On a page on which most glyphs do, so do those that stand alone, such as one between two turned words.
    """
    cells = [run for run in runs if _is_cell(run)]
    stacked: set[int] = set()
    for stack in _stacks(cells):
        if len(stack) >= LIMITS.cells:
            stacked.update(map(id, stack))
    if 2 * len(stacked) > sum(run.course is Course.ACROSS and not run.is_blank for run in runs):
        stacked.update(map(id, cells))
    return [_down(run) if id(run) in stacked else run for run in runs] if stacked else list(runs)


def _is_cell(run: GlyphRun) -> bool:
    is_narrow = run.end - run.start <= LIMITS.widest * run.look.size
    return run.course is Course.ACROSS and is_narrow and not run.is_blank


def _stacks(cells: Iterable[GlyphRun]) -> list[list[GlyphRun]]:
    """The cells in the order in which they are shown, parted where one does not stand under the last one."""
    cells = list(cells)
    stacks = [cells[:1]]
    for above, below in pairwise(cells):
        if _follows(above, below):
            stacks[-1].append(below)
        else:
            stacks.append([below])
    return stacks


def _follows(above: GlyphRun, below: GlyphRun) -> bool:
    size = max(above.look.size, below.look.size)
    aside = abs(above.start + above.end - below.start - below.end) / 2
    drop = above.base - below.base
    return aside <= LIMITS.aside * size and LIMITS.nearest * size <= drop <= LIMITS.farthest * size


def _down(run: GlyphRun) -> GlyphRun:
    """The same run in a line that runs down the page, in a cell as high as its size."""
    size, count = run.look.size, len(run.texts)
    top = -(run.base + LIMITS.top * size)
    edges = [top + size * place / count for place in range(count + 1)]
    middle = (run.start + run.end) / 2
    return replace(run, course=Course.DOWN, base=middle, starts=edges[:-1], ends=edges[1:])
