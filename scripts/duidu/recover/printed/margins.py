"""Where the lines of a column begin and end, as most lines of the document do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from duidu.recover.printed.columns import Column
from duidu.recover.printed.measures import Measures
from duidu.recover.printed.rows import Row

_STEP = 1.5  # points
_SHARE = 0.2  # of the lines: so many begin or end at an edge of the text


@dataclass(frozen=True, slots=True)
class Margins:
    """The left and the right edge of a column of text, in points."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """The length of a full line."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Half way between the edges."""
        return (self.left + self.right) / 2


Key = tuple[int, int, int]  # whether the page is even, how many columns there are, which of them it is


def find_margins(columns: Sequence[Column], measures: Measures) -> Mapping[Column, Margins]:
    """The margins of each column: those that its like have on other pages, odd and even ones apart."""
    rows: dict[Key, list[Row]] = defaultdict(list)
    for column in columns:
        key = _key(column)
        rows[key] += [row for row in column.rows if not measures.is_larger(row)]
    known = {key: _margins(found, measures) for key, found in rows.items() if found}
    return {column: _of(column, known, rows, measures) for column in columns}


def _key(column: Column) -> Key:
    return column.page % 2, column.count, column.place


def _of(
    column: Column, known: Mapping[Key, Margins], rows: Mapping[Key, Sequence[Row]], measures: Measures
) -> Margins:
    """The margins of a column; those of the other pages where there are too few lines of its kind."""
    key = _key(column)
    own = known.get(key)
    parity, count, place = key
    other = known.get((1 - parity, count, place))
    if count == 1 and (whole := _whole(parity, known)) and len(rows[key]) < 12:
        return whole
    if own and (len(rows[key]) >= 6 or not other):
        return own
    return other or own or _margins(column.rows, measures)


def _whole(parity: int, known: Mapping[Key, Margins]) -> Margins | None:
    """From the left edge of two columns to the right edge of the other."""
    for one in (parity, 1 - parity):
        if (left := known.get((one, 2, 0))) and (right := known.get((one, 2, 1))):
            return Margins(left.left, right.right)
    return None


def _margins(rows: Sequence[Row], measures: Measures) -> Margins:
    body = [row for row in rows if not measures.is_smaller(row)] or list(rows)
    lefts, rights = [row.left for row in body], [row.right for row in body]
    return Margins(_edge(lefts, least=True), _edge(rights, least=False))


def _edge(places: Iterable[float], *, least: bool) -> float:
    """The outermost place at which a good share of lines begins or ends."""
    found = Counter[int]()
    values = list(places)
    for value in values:
        found[round(value / _STEP)] += 1
    near = {place: sum(found[place + step] for step in (-1, 0, 1)) for place in found}
    often = [place for place, count in near.items() if count >= _SHARE * len(values)]
    if not often:
        return min(values) if least else max(values)
    outer = min(often) if least else max(often)
    best = max((place for place in often if abs(place - outer) <= 2), key=lambda place: (found[place], place))
    close = [value for value in values if round(value / _STEP) == best]
    return sum(close) / len(close)
