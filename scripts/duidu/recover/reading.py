"""What a reading of a page is made of: where the pen is, what text is owed, what was placed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from duidu.recover.items import Item
from duidu.recover.measure import Measure


@dataclass(frozen=True, slots=True)
class Habits:
    """What a source does after a marker at a line's end, as strains.

    `same_line`: the next line of the source is the rest of the same printed line.
    `ended`: the paragraph ends there.
    """

    same_line: float
    ended: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The typesetting of a source: the two measures, and its habits at markers."""

    body: Measure
    notes: Measure
    habits: Habits


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of a page beforehand.

    `expected` are the numbers of the markers it must have; `continues` says that its notes begin
    with the rest of the last note of the page before; `overleaf` is the width of the least first
    piece of the body's next page, in ideographs; `continued` says that the last note goes on there.
    """

    expected: tuple[int, ...]
    continues: bool
    overleaf: float
    continued: bool


@dataclass(frozen=True, slots=True)
class Pen:
    """Where reading stands: in paragraph `flow`, at `column` (in ideographs), after `item`.

    `narrow` counts the characters on the printed line that are not of full width; `last` is the
    last character of the text, before any marker.
    """

    flow: int
    column: float
    item: Item
    narrow: int
    last: str

    def misfit(self, measure: Measure, next_piece: float) -> float:
        """How badly the printed line fits as a full one."""
        if self.item.stretched:
            return 0.0
        return measure.misfit(self.column, next_piece, self.item.hang, self.narrow)

    def overflow(self, measure: Measure) -> float:
        """How badly the printed line fits as the last of its paragraph."""
        return 0.0 if self.item.stretched else measure.overflow(self.column, self.item.hang, self.narrow)

    @property
    def may_end(self) -> bool:
        """Whether a paragraph can end here: at its mark, at a marker, or as a heading."""
        return self.item.line.ends_paragraph or self.item.ends_in_marker or self.item.is_heading


@dataclass(frozen=True, slots=True)
class Owed:
    """A place where text is owed: after `pen`; `marker` if the marker itself is late, too."""

    pen: Pen
    marker: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """An item put into paragraph `flow` of the body, or, without one, into note `note`.

    `late` is the item after whose line it belongs, for the first line of a late piece.
    """

    item: Item
    flow: int | None = None
    note: int | None = None
    late: Item | None = None


@dataclass(frozen=True, slots=True)
class Trail:
    """A linked list of placements, the last one first: readings share their beginnings."""

    placed: Placed
    before: Trail | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a page up to a line, and how strained it is.

    `newest` is the last paragraph begun. `paused` is where the pen was when it turned from a
    paragraph that goes on overleaf to a late piece. `closed` says that the paragraph the pen is
    in cannot go on. `note` is the note that is open, `in_piece` whether the line before stood
    among the notes and belonged to the body.
    """

    strain: float = 0.0
    newest: int = -1
    pen: Pen | None = None
    queue: tuple[Owed, ...] = ()
    paused: Pen | None = None
    closed: bool = False
    note: int | None = None
    note_pen: Pen | None = None
    in_piece: bool = False
    marked: tuple[tuple[int, int], ...] = ()
    trail: Trail | None = None

    def put(self, placed: Placed, strain: float, **changes: object) -> Reading:
        """The same reading, one item on."""
        if placed.flow is not None and placed.item.markers:
            marked = ((placed.flow, marker.number) for marker in placed.item.markers)
            changes["marked"] = (*self.marked, *marked)
        return replace(
            self,
            strain=self.strain + strain,
            trail=Trail(placed, self.trail),
            **changes,  # type: ignore[arg-type]
        )

    def disorders(self, flow: int, item: Item) -> int:
        """How many markers already placed would stand in the wrong order to those of `item`."""
        return sum(
            other > marker.number if place <= flow else other < marker.number
            for marker in item.markers
            for place, other in self.marked
        )

    def owing(self, owed: Owed) -> tuple[Owed, ...]:
        """The queue with one more place in it. Text is owed in reading order."""
        return tuple(sorted((*self.queue, owed), key=lambda place: place.pen.flow))

    def outcome(self) -> tuple[object, ...]:
        """All that the rest of the page can depend on: readings with the same outcome differ no more."""
        return (
            self._place(self.pen),
            self._place(self.paused),
            self._place(self.note_pen),
            self.note,
            self.closed,
            self.in_piece,
            tuple((self._place(owed.pen), owed.marker) for owed in self.queue),
            tuple(self.marker_numbers()),
        )

    def _place(self, pen: Pen | None) -> object:
        return pen and (self.newest - pen.flow, pen.item.line.number, pen.column)

    def marker_numbers(self) -> list[int]:
        """The markers placed on the page, in reading order: paragraph after paragraph."""
        return [number for _, number in sorted(self.marked, key=lambda mark: mark[0])]

    def placements(self) -> list[Placed]:
        """What was placed, in source order."""
        return list(self._backwards())[::-1]

    def _backwards(self) -> Iterator[Placed]:
        trail = self.trail
        while trail is not None:
            yield trail.placed
            trail = trail.before
