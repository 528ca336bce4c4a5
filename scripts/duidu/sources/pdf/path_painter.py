"""Lines, rectangles and drawings as a page paints them."""

from __future__ import annotations

from itertools import pairwise

from duidu.sources.pdf.graphics import GraphicsState, Matrix, apply, growth
from duidu.sources.printed import Box

# A filled rectangle that is thinner is a line, in points; one that is smaller both ways is a dot.
_THIN = 3.0
_LEVEL = 0.5  # points by which the ends of a level line may differ
_MOST = 20_000

Point = tuple[float, float]


class PathPainter:
    """The paths of a page. What is white is not seen, and not kept."""

    def __init__(self) -> None:
        self.rules: list[Box] = []
        self.frames: list[Box] = []
        self.drawings: list[Box] = []
        self._lines: list[list[Point]] = []
        self._curved = False

    def move(self, matrix: Matrix, x: float, y: float) -> None:
        """Begin a part of the path (`m`)."""
        self._lines.append([apply(matrix, x, y)])

    def line(self, matrix: Matrix, x: float, y: float) -> None:
        """A straight line to the point (`l`)."""
        if self._lines:
            self._lines[-1].append(apply(matrix, x, y))

    def curve(self, matrix: Matrix, *points: float) -> None:
        """A curve by points (`c`, `v`, `y`)."""
        self._curved = True
        for x, y in zip(points[::2], points[1::2], strict=True):
            self.line(matrix, x, y)

    def close(self) -> None:
        """Back to the beginning of the part (`h`)."""
        if self._lines and self._lines[-1]:
            self._lines[-1].append(self._lines[-1][0])

    def rectangle(self, matrix: Matrix, x: float, y: float, width: float, height: float) -> None:
        """A rectangle (`re`)."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
        self._lines.append([apply(matrix, *corner) for corner in corners])

    def paint(self, state: GraphicsState, *, fill: bool = False, stroke: bool = False) -> None:
        """Paint the path, and begin a new one."""
        lines, curved = self._lines, self._curved
        self._lines, self._curved = [], False
        fill, stroke = fill and not state.white_fill, stroke and not state.white_stroke
        if not (fill or stroke) or len(self.rules) + len(self.frames) + len(self.drawings) > _MOST:
            return
        if curved:
            self.drawings.append(_around([point for line in lines for point in line]))
            return
        half = state.line_width * growth(state.matrix) / 2
        for line in lines:
            if fill or _is_rectangle(line):
                self._keep_area(line, half if stroke else 0.0)
            else:
                for first, second in pairwise(line):
                    self._keep_line(first, second, half)

    def _keep_area(self, line: list[Point], half: float) -> None:
        box = _around(line)
        width, height = box.right - box.left, box.top - box.bottom
        if not _is_rectangle(line) and min(width, height) > _THIN:
            self.drawings.append(box)
        elif min(width, height) > _THIN:
            self.frames.append(box)
        elif max(width, height) > _THIN:
            self.rules.append(_wider(box, half))

    def _keep_line(self, first: Point, second: Point, half: float) -> None:
        box = _around([first, second])
        width, height = box.right - box.left, box.top - box.bottom
        if min(width, height) > _LEVEL:
            self.drawings.append(box)
        elif max(width, height) > _THIN:
            self.rules.append(_wider(box, half))


def _around(points: list[Point]) -> Box:
    across, up = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(up), max(across), max(up))


def _wider(box: Box, half: float) -> Box:
    """A line with its thickness."""
    level = box.right - box.left >= box.top - box.bottom
    across, up = (0.0, half) if level else (half, 0.0)
    return Box(box.left - across, box.bottom - up, box.right + across, box.top + up)


def _is_rectangle(line: list[Point]) -> bool:
    """Whether the part of a path is one with sides that are level and upright."""
    if len(line) not in (4, 5) or (len(line) == 5 and line[0] != line[4]):
        return False
    box = _around(line)
    return all(
        min(abs(x - box.left), abs(x - box.right)) < _LEVEL
        and min(abs(y - box.bottom), abs(y - box.top)) < _LEVEL
        for x, y in line
    )
