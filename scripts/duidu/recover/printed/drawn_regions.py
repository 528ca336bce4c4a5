"""Regions of a page that hold a drawing: a chart, a map, a diagram of lines and words.

What is drawn close together is one region. It is a drawing if its lines are such as no table, no rule and no
frame around text has them. Where that is not certain, the page stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from duidu.recover.printed.shown_lines import is_hidden
from duidu.recover.printed.table_grids import Grid, find_grids
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import Box, PrintedLine, PrintedPage

_CAPTION = re.compile(r"\s*(?:附?[圖图]|figure|fig\.)\s*[一二三四五六七八九十\dA-Z]", re.IGNORECASE)
_MOST = 300  # regions of a page: more are dots or underlines


@dataclass(frozen=True, slots=True)
class DrawnRegion:
    """A drawing, and the lines whose words stand in it; `captioned` if a caption stands near."""

    box: Box
    lines: tuple[PrintedLine, ...]
    captioned: bool


@dataclass(slots=True)
class _Cluster:
    """What is drawn close together."""

    box: Box
    rules: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    others: list[Box] = field(default_factory=list)

    def take(self, other: _Cluster) -> None:
        """Take in what stands in another one."""
        self.box = around((self.box, other.box))
        self.rules += other.rules
        self.frames += other.frames
        self.others += other.others


def find_regions(page: PrintedPage, size: float) -> Iterator[DrawnRegion]:
    """The drawings of a page, from above; `size` is that of the body."""
    shown = [line for line in page.lines if not is_hidden(line)]
    named = [line for line in shown if _CAPTION.match(line.text)]
    lines = [line for line in shown if line not in named]
    tables = [grid.box for grid in find_grids(page.rules) if _is_filled(grid, shown)]
    for cluster in sorted(_clusters(page, tables), key=lambda one: -one.box.top):
        box = _with_labels(cluster.box, lines, size)
        captioned = any(_is_caption(line, box) for line in named)
        least = (THRESHOLDS.picture_least,) * 2 if captioned else THRESHOLDS.lone_drawing
        if _is_small(cluster.box, *least):
            continue
        inside = [line for line in lines if holds(box, line.box)]
        if not _is_text(box, inside) and _is_drawn(cluster, inside, captioned=captioned):
            yield DrawnRegion(box, tuple(inside), captioned)


def around(boxes: Iterable[Box]) -> Box:
    """The box around others."""
    found = tuple(boxes)
    return Box(
        min(box.left for box in found),
        min(box.bottom for box in found),
        max(box.right for box in found),
        max(box.top for box in found),
    )


def holds(box: Box, other: Box) -> bool:
    """Whether the middle of another box is in a box."""
    x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
    return box.left <= x <= box.right and box.bottom <= y <= box.top


def _clusters(page: PrintedPage, tables: Sequence[Box]) -> list[_Cluster]:
    """What is drawn on a page, in parts; without the frame of the page, and tables."""
    marks = [
        *(_Cluster(box, rules=[box]) for box in dict.fromkeys(page.rules)),
        *(_Cluster(box, frames=[box]) for box in dict.fromkeys(page.frames)),
        *(_Cluster(box, others=[box]) for box in dict.fromkeys(page.drawings)),
    ]
    share = THRESHOLDS.page_frame
    found: list[_Cluster] = []
    for mark in sorted(marks, key=lambda one: (-_area(one.box), one.box.left, one.box.bottom)):
        is_frame = _width(mark.box) > share * page.width and _height(mark.box) > share * page.height
        if is_frame or any(_is_near(mark.box, table, 0) for table in tables):
            continue
        found = _joined(found, mark)
        if len(found) > _MOST:
            return []
    return found


def _joined(found: list[_Cluster], mark: _Cluster) -> list[_Cluster]:
    """The clusters with one more mark; those that it joins are one, and so are those that this comes near."""
    while near := [cluster for cluster in found if _is_near(cluster.box, mark.box)]:
        largest = max(near, key=lambda one: _area(one.box))
        before = largest.box
        for other in (mark, *near):
            if other is not largest:
                largest.take(other)
        found = [cluster for cluster in found if not any(cluster is other for other in near)]
        mark = largest
        if mark.box == before:
            break
    return [*found, mark]


def _is_drawn(cluster: _Cluster, lines: Sequence[PrintedLine], *, captioned: bool) -> bool:
    """Whether lines are such as only drawings have."""
    seen = [box for box in cluster.others if max(_width(box), _height(box)) > THRESHOLDS.touching]
    marks = len(cluster.rules) + len(cluster.frames) + len(seen)
    if len(seen) > 1 or (seen and marks > 2):
        return True
    empty = sum(not any(holds(frame, line.box) for line in lines) for frame in cluster.frames)
    if empty > 1 and 2 * empty > len(cluster.frames) and marks > 3:
        return True
    if len(cluster.frames) > 2 and len(cluster.rules) > 1 and _are_apart(cluster.frames):
        return True
    return captioned and marks > 1 and not any(find_grids(cluster.rules))


def _is_filled(grid: Grid, lines: Sequence[PrintedLine]) -> bool:
    """Whether words stand in most cells of a grid: a table, and no chart."""
    cells = {cell for row in grid.cells for cell in row}
    middles = (
        ((line.box.left + line.box.right) / 2, (line.box.bottom + line.box.top) / 2)
        for line in lines
        if holds(grid.box, line.box)
    )
    return 2 * len({grid.at(x, y) for x, y in middles}) >= len(cells)


def _are_apart(frames: Sequence[Box]) -> bool:
    """Whether no frame touches another: boxes that lines join, and no cells."""
    return not any(
        _is_near(one, other, THRESHOLDS.touching)
        for place, one in enumerate(frames[:_MOST])
        for other in frames[:place]
    )


def _is_text(box: Box, lines: Sequence[PrintedLine]) -> bool:
    """Whether a box holds text rather than single words."""
    words = sum(span.size * (span.end - span.start) for line in lines for span in line.spans)
    widths = ((_width(line.box), max(span.size for span in line.spans)) for line in lines)
    most = THRESHOLDS.label_width * _width(box)
    wide = sum(width > min(most, THRESHOLDS.label_length * size) for width, size in widths)
    return abs(words) > THRESHOLDS.label_share * _area(box) or wide > THRESHOLDS.label_lines


def _is_caption(line: PrintedLine, box: Box) -> bool:
    """Whether a line stands over, under or in a box, and near it."""
    near = THRESHOLDS.caption_near * max(span.size for span in line.spans)
    return _is_near(Box(box.left, box.bottom - near, box.right, box.top + near), line.box, 0)


def _with_labels(box: Box, lines: Sequence[PrintedLine], size: float) -> Box:
    """A drawing with the words on its edges: names and numbers of its axes."""
    for _ in range(2):
        labels = [line.box for line in lines if _is_label(line, box, lines, size)]
        box = around((box, *labels))
    return box


def _is_label(line: PrintedLine, box: Box, lines: Sequence[PrintedLine], size: float) -> bool:
    """Whether short words close to a drawing stand beside it, are small, or one of a row of such."""
    if not _is_near(box, line.box) or _width(line.box) > THRESHOLDS.label_width * _width(box):
        return False
    own = max(span.size for span in line.spans)
    beside = box.bottom <= (line.box.bottom + line.box.top) / 2 <= box.top
    within = box.left - size <= line.box.left and line.box.right <= box.right + size
    row = sum(
        abs(other.box.bottom - line.box.bottom) < 1
        and _width(other.box) <= THRESHOLDS.label_width * _width(box)
        and box.left - size <= other.box.left
        and other.box.right <= box.right + size
        for other in lines
    )
    return beside or (within and (own < THRESHOLDS.smaller * size or row > 1))


def _is_near(one: Box, other: Box, near: float = THRESHOLDS.drawn_near) -> bool:
    return (
        one.left <= other.right + near
        and other.left <= one.right + near
        and one.bottom <= other.top + near
        and other.bottom <= one.top + near
    )


def _is_small(box: Box, width: float, height: float) -> bool:
    return _width(box) < width or _height(box) < height


def _width(box: Box) -> float:
    return box.right - box.left


def _height(box: Box) -> float:
    return box.top - box.bottom


def _area(box: Box) -> float:
    return _width(box) * _height(box)
