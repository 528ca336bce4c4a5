"""The grids that drawn rules make on a page: their cells, also such as reach over several rows or columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import Box

_MOST = 400  # rules of a page that has tables: more are a drawing


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: the row and column in which it begins, and over how many of both it reaches."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid: `across` are the places of its upright rules from the left, `down` those of the level ones.

    `cells` has the cell at each row and column.
    """

    across: tuple[float, ...]
    down: tuple[float, ...]
    cells: tuple[tuple[GridCell, ...], ...]

    @property
    def box(self) -> Box:
        """What it covers."""
        return Box(self.across[0], self.down[-1], self.across[-1], self.down[0])

    def at(self, x: float, y: float) -> GridCell:
        """The cell in which a point of the grid is."""
        column = sum(x >= edge for edge in self.across[1:-1])
        row = sum(y <= edge for edge in self.down[1:-1])
        return self.cells[row][column]


def find_grids(rules: Sequence[Box]) -> Iterator[Grid]:
    """The grids that the rules of a page make, each of at least two rows and two columns."""
    for group in _connected(merged_rules(rules)):
        level, upright = _parted(group)
        if not level or not upright:
            continue
        ends = [end for rule in level for end in (rule.left, rule.right)]
        tops = [end for rule in upright for end in (rule.bottom, rule.top)]
        across = _places([*(_middle(rule.left, rule.right) for rule in upright), *ends])
        down = _places([*(_middle(rule.bottom, rule.top) for rule in level), *tops])[::-1]
        if len(across) > 2 and len(down) > 2 and (cells := _cells(across, down, level, upright)):
            yield Grid(across, down, cells)


def merged_rules(rules: Sequence[Box]) -> list[Box]:
    """The rules; those that go on in one line are one: programs draw a piece for each cell.

    Where there are too many for tables, none.
    """
    lines: dict[tuple[bool, int], list[Box]] = defaultdict(list)
    for rule in rules:
        is_level = rule.right - rule.left >= rule.top - rule.bottom
        lines[is_level, round(rule.bottom if is_level else rule.left)].append(rule)
    merged: list[Box] = []
    for (is_level, _), line in lines.items():
        last: Box | None = None
        for rule in sorted(line, key=lambda one: one.left if is_level else one.bottom):
            if last and touch(last, rule):
                last = merged[-1] = Box(
                    min(last.left, rule.left),
                    min(last.bottom, rule.bottom),
                    max(last.right, rule.right),
                    max(last.top, rule.top),
                )
            else:
                merged.append(last := rule)
    return merged if len(merged) <= _MOST else []


def _parted(rules: Iterable[Box]) -> tuple[list[Box], list[Box]]:
    """Level rules and upright ones."""
    level: list[Box] = []
    upright: list[Box] = []
    for rule in rules:
        (level if rule.right - rule.left >= rule.top - rule.bottom else upright).append(rule)
    return level, upright


def _middle(first: float, second: float) -> float:
    return (first + second) / 2


def _places(values: Iterable[float]) -> tuple[float, ...]:
    """The places at which values are, those next to each other as one."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= THRESHOLDS.touching:
            found[-1].append(value)
        else:
            found.append([value])
    return tuple(sum(near) / len(near) for near in found)


def _connected(rules: Sequence[Box]) -> list[list[Box]]:
    """The rules in groups of those that touch each other."""
    groups: list[list[Box]] = []
    for rule in rules:
        near = [group for group in groups if any(touch(rule, other) for other in group)]
        groups = [group for group in groups if not any(group is other for other in near)]
        groups.append([rule, *(other for group in near for other in group)])
    return [group for group in groups if len(group) > 2]


def touch(one: Box, other: Box) -> bool:
    """Whether two rules meet."""
    near = THRESHOLDS.touching
    return (
        one.left <= other.right + near
        and other.left <= one.right + near
        and one.bottom <= other.top + near
        and other.bottom <= one.top + near
    )


def _cells(
    across: Sequence[float], down: Sequence[float], level: Sequence[Box], upright: Sequence[Box]
) -> tuple[tuple[GridCell, ...], ...]:
    """The cell at each row and column; nothing if one of them is no rectangle."""
    groups = _Groups(len(down) - 1, len(across) - 1)
    for row, (top, bottom) in enumerate(pairwise(down)):
        for column, (left, right) in enumerate(pairwise(across)):
            x, y = _middle(left, right), _middle(bottom, top)
            if column and not any(_stands(rule, left, y) for rule in upright):
                groups.join((row, column), (row, column - 1))
            if row and not any(_lies(rule, x, top) for rule in level):
                groups.join((row, column), (row - 1, column))
    return groups.cells()


def _stands(rule: Box, x: float, y: float) -> bool:
    at = abs(_middle(rule.left, rule.right) - x) <= 2 * THRESHOLDS.touching
    return at and rule.bottom <= y <= rule.top


def _lies(rule: Box, x: float, y: float) -> bool:
    return abs(_middle(rule.bottom, rule.top) - y) <= 2 * THRESHOLDS.touching and rule.left <= x <= rule.right


class _Groups:
    """Which places of a grid are one cell."""

    def __init__(self, rows: int, columns: int) -> None:
        self._size = rows, columns
        self._head = {place: place for place in product(range(rows), range(columns))}

    def join(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        """Make the cells of two places one."""
        first, second = sorted((self._find(one), self._find(other)))
        self._head[second] = first

    def _find(self, place: tuple[int, int]) -> tuple[int, int]:
        while self._head[place] != place:
            place = self._head[place]
        return place

    def cells(self) -> tuple[tuple[GridCell, ...], ...]:
        """The cell at each place; nothing if a cell is no rectangle, or all are one row or column."""
        members: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for place in self._head:
            members[self._find(place)].append(place)
        made: dict[tuple[int, int], GridCell] = {}
        for places in members.values():
            (top, left), (bottom, right) = min(places), max(places)
            cell = GridCell(top, left, bottom - top + 1, right - left + 1)
            if len(places) != cell.rows * cell.columns:
                return ()
            made.update(dict.fromkeys(places, cell))
        rows, columns = self._size
        if len({cell.row for cell in made.values()}) < 2 or len({cell.column for cell in made.values()}) < 2:
            return ()
        return tuple(tuple(made[row, column] for column in range(columns)) for row in range(rows))
