"""What a hypothesis about a page is made of: where the cursor is, what text is owed, what was placed.

Most of these are named tuples, not data classes: a page makes thousands, and they are copied faster.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NamedTuple

from duidu.recover import costs
from duidu.recover.line_items import Item
from duidu.recover.measure import Measure


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of a page beforehand.

    `expected` are the numbers of the markers it must have; `continues` says that its notes begin
    with the rest of the last note of the page before; `overleaf` is the width of the shortest piece that
    can begin the body of the next page, in ideographs; `continued` says that the last note goes on there.
    """

    expected: tuple[int, ...]
    continues: bool
    overleaf: float
    continued: bool


class Cursor(NamedTuple):
    """Where the reader stands: in paragraph `flow`, at `column` (in ideographs), after `item`.

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
        if self.item.stretched or self.item.is_number_of_note:
            return 0.0
        misfit = measure.misfit(self.column, next_piece, self.item.hang, self.narrow)
        return misfit if self.may_end or not self.item.line.unmarked else min(misfit, costs.BROKEN_ANYHOW)

    def overflow(self, measure: Measure) -> float:
        """How badly the printed line fits as the last of its paragraph."""
        return 0.0 if self.item.stretched else measure.overflow(self.column, self.item.hang, self.narrow)

    @property
    def may_end(self) -> bool:
        """Whether a paragraph can end here: at its mark (or a stop), at a marker, as a heading."""
        return self.item.may_close

    def standing(self, newest: int) -> tuple[int, int, float]:
        """Where the cursor is, with paragraphs counted back from the `newest`."""
        return newest - self.flow, self.item.line.number, self.column


class Owed(NamedTuple):
    """A place where text is owed: after `cursor`; `marker` if the marker itself is late, too."""

    cursor: Cursor
    marker: bool


class Placed(NamedTuple):
    """An item put into paragraph `flow` of the body, or, without one, into note `note`.

    `late` is the item after whose line it belongs, for the first line of a late piece.
    """

    item: Item
    flow: int | None = None
    note: int | None = None
    late: Item | None = None


class Trail(NamedTuple):
    """A linked list of placements, the last one first: hypotheses share their beginnings."""

    placed: Placed
    before: Trail | None


class Hypothesis(NamedTuple):
    """One way to read a page up to a line, and how costly it is.

    `newest` is the last paragraph begun. `paused` is where the cursor was when it turned from a
    paragraph that goes on overleaf to a late piece. `closed` says that the paragraph the cursor is
    in cannot go on. `note` is the note that is open, `in_piece` whether the line before stood
    among the notes and belonged to the body. `marked` are the markers in reading order, paragraph after
    paragraph, each with its own.
    """

    cost: float = 0.0
    newest: int = -1
    cursor: Cursor | None = None
    queue: tuple[Owed, ...] = ()
    paused: Cursor | None = None
    closed: bool = False
    note: int | None = None
    note_cursor: Cursor | None = None
    in_piece: bool = False
    marked: tuple[tuple[int, int], ...] = ()
    trail: Trail | None = None

    def put(self, placed: Placed, cost: float, changes: dict[str, Any]) -> Hypothesis:
        """The same hypothesis, one item on, with what changes by that."""
        if placed.flow is not None and placed.item.markers:
            marked = [(placed.flow, marker.number) for marker in placed.item.markers]
            changes["marked"] = tuple(sorted((*self.marked, *marked), key=itemgetter(0)))
        return self._replace(cost=self.cost + cost, trail=Trail(placed, self.trail), **changes)

    def disorders(self, flow: int, item: Item) -> int:
        """How many markers already placed would stand in the wrong order to those of `item`."""
        if not item.markers:
            return 0
        return sum(
            other > marker.number if place <= flow else other < marker.number
            for marker in item.markers
            for place, other in self.marked
        )

    def owing(self, owed: Owed) -> tuple[Owed, ...]:
        """The queue with one more place in it. Text is owed in reading order."""
        return tuple(sorted((*self.queue, owed), key=lambda place: place.cursor.flow))

    def outcome(self) -> tuple[object, ...]:
        """All that later lines can depend on: hypotheses with the same outcome go on alike."""
        newest, queue = self.newest, self.queue
        return (
            self.cursor and self.cursor.standing(newest),
            self.paused and self.paused.standing(newest),
            self.note_cursor and self.note_cursor.item.line.number,
            self.closed,
            self.in_piece,
            queue and tuple((owed.cursor.standing(newest), owed.marker) for owed in queue),
            self.marked and tuple(self.marker_numbers()),
        )

    def marker_numbers(self) -> list[int]:
        """The markers placed on the page, in reading order."""
        return [number for _, number in self.marked]

    def placements(self) -> list[Placed]:
        """What was placed, in source order."""
        found = []
        trail = self.trail
        while trail is not None:
            found.append(trail.placed)
            trail = trail.before
        return found[::-1]
