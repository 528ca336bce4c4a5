"""One line → every way to read on with it: the moves of the reader in `order`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf
from typing import Any

from duidu.recover import strains
from duidu.recover.characters import NEVER_FIRST, is_wide, is_wide_mark
from duidu.recover.items import Item
from duidu.recover.measure import INDENT
from duidu.recover.reading import Layout, Owed, Pen, Placed, Reading

_FULL_STOPS = frozenset("。.")
_STOPS = frozenset("。！？」』）”’.")
_NOTE_STOPS = frozenset(".)”’\"'。！？」』）》")
_OPEN_URL = re.compile(r"(?:https?://|www\.)[!-~]*/$")
_NOWHERE = -1  # the flow of a note's pen


def end_note(reading: Reading) -> float:
    """The strain of ending the open note where it stands."""
    if reading.note_pen is None:
        return 0.0
    item = reading.note_pen.item
    if item.last in _NOTE_STOPS:
        return 0.0
    return strains.NO_STOP if item.ends_paragraph or not is_wide(item.last) else strains.NOTE_UNFINISHED


class Steps:
    """Every way to read on with one item."""

    def __init__(self, item: Item, layout: Layout, *, markers_ahead: bool) -> None:
        self.item = item
        self.layout = layout
        self.markers_ahead = markers_ahead
        self.limit = inf  # what is more strained cannot be among the best
        self.strange = strains.NARROW_BODY if item.in_notes and item.is_narrow else 0.0

    def after(self, reading: Reading) -> Iterator[Reading]:
        """The readings that `reading` may become."""
        if self.item.note is not None:
            yield from self._begin_note(reading, self.item.note.number)
            return
        if self.item.in_notes:
            yield from self._continue_note(reading)
        if reading.pen is None:
            yield from self._new_paragraph(reading, 0.0)
        elif not self.item.in_notes or reading.in_piece:
            yield from self._go_on(reading, reading.pen)
            yield from self._new_paragraphs(reading, reading.pen)
            yield from self._late(reading, reading.pen)
        else:
            yield from self._late(reading, reading.pen)
            if reading.note is None:  # lines under a rule that belong to no note
                yield from self._new_paragraph(reading, strains.MARK_MISSING)

    def _put(self, reading: Reading, placed: Placed, strain: float, **changes: Any) -> Iterator[Reading]:
        """`reading` with the item placed, unless others have been found that are far better."""
        if reading.strain + strain <= self.limit:
            self.limit = min(self.limit, reading.strain + strain + strains.UNDECIDED)
            yield reading.put(placed, strain, **changes)

    # -- notes

    def _begin_note(self, reading: Reading, number: int) -> Iterator[Reading]:
        return self._write_note(reading, number, self._leave_piece(reading) + end_note(reading))

    def _continue_note(self, reading: Reading) -> Iterator[Reading]:
        """The item goes on with the note that is open."""
        if reading.note is None or reading.note_pen is None:
            return
        pen, item = reading.note_pen, self.item
        if pen.item.page == item.page and pen.item.ends_before(item):
            strain = strains.NOTE_RESUMED if pen.last in _FULL_STOPS else strains.NOTE_RESUMED / 2
        else:
            strain = pen.misfit(self.layout.notes, item.head)
        if _OPEN_URL.search(pen.item.words) and is_wide(item.words[:1]):
            strain += strains.NOTE_UNFINISHED
        yield from self._write_note(reading, reading.note, strain + self._leave_piece(reading))

    def _leave_piece(self, reading: Reading) -> float:
        """The strain of leaving the body for a note here."""
        if reading.in_piece and reading.pen is not None and reading.pen.may_end:
            return reading.pen.overflow(self.layout.body)
        return 0.0

    def _write_note(self, reading: Reading, number: int, strain: float) -> Iterator[Reading]:
        pen = Pen(_NOWHERE, self.item.length, self.item, self.item.narrow, self.item.last)
        placed = Placed(self.item, note=number)
        return self._put(reading, placed, strain, note=number, note_pen=pen, in_piece=False)

    # -- body

    def _go_on(self, reading: Reading, pen: Pen) -> Iterator[Reading]:
        """The item continues the paragraph the pen is in: on a new line, or on the same one."""
        if reading.closed:
            return
        item, before = self.item, pen.item
        ended = before.ends_before(item)
        swallowed = item.is_heading or (before.is_heading and before.ends_in_marker)
        strain = self.strange + (strains.HEADING_SWALLOWED if swallowed else 0.0)
        broken = strain + pen.overflow(self.layout.body)
        if item.head_marker:
            yield from self._write(
                reading, pen, broken + (strains.LATE_MARKER_PASSED if ended else 0.0), same_line=True
            )
        if not item.is_lone_marker:
            judged = before.page != item.page and not pen.may_end  # at the end of the page before
            misfit = 0.0 if judged else pen.misfit(self.layout.body, item.head)
            yield from self._write(
                reading, pen, strain + misfit + (strains.MARK_IGNORED if ended else 0.0), same_line=False
            )
        if before.ends_in_marker and not item.head_marker:
            yield from self._write(reading, pen, broken + self.layout.habits.same_line, same_line=True)

    def _new_paragraphs(self, reading: Reading, pen: Pen) -> Iterator[Reading]:
        """The item begins a paragraph, with or without text owed to the one before."""
        if reading.paused is None:
            for strain, queue in self._ways_to_leave(reading, pen):
                yield from self._new_paragraph(reading, strain + self.strange, queue=queue)

    def _late(self, reading: Reading, pen: Pen) -> Iterator[Reading]:
        """The item begins a late piece: what the queue owes first."""
        swallowed = strains.HEADING_SWALLOWED if self.item.is_heading else 0.0
        may_owe = self.item.in_notes and pen.item.ends_in_marker
        if not (reading.queue or may_owe or self.markers_ahead):
            return
        for strain, queue, paused in self._ways_to_pause(reading, pen):
            if queue and queue[0].marker == bool(self.item.head_marker):
                changes = {"queue": queue[1:], "paused": paused, "closed": False}
                yield from self._write(
                    reading,
                    queue[0].pen,
                    strain + self.strange + swallowed,
                    same_line=True,
                    late=True,
                    **changes,
                )

    def _ways_to_leave(self, reading: Reading, pen: Pen) -> Iterator[tuple[float, tuple[Owed, ...]]]:
        """How the pen can leave its paragraph: the strain, and the queue afterwards."""
        overflow = pen.overflow(self.layout.body)
        if reading.closed:
            yield overflow, reading.queue
        elif pen.item.ends_in_marker:
            stopped = 0.0 if pen.last in _STOPS or pen.item.is_heading else strains.NO_STOP
            yield overflow + stopped + self.layout.habits.ended, reading.queue
            yield overflow + strains.LATE, reading.owing(Owed(pen, marker=False))
        elif pen.may_end:
            stopped = pen.item.is_heading or is_wide_mark(pen.last)
            yield overflow + (0.0 if stopped else strains.NO_STOP), reading.queue
        else:
            yield overflow + strains.MARK_MISSING, reading.queue
            if self.markers_ahead:
                full = pen.misfit(self.layout.body, 1.0) == 0 and pen.last not in _STOPS
                doubt = strains.LATE_MARKER + (strains.FULL_LINE_BROKEN if full else 0.0)
                yield overflow + doubt, reading.owing(Owed(pen, marker=True))

    def _ways_to_pause(
        self, reading: Reading, pen: Pen
    ) -> Iterator[tuple[float, tuple[Owed, ...], Pen | None]]:
        """How the pen can turn to a late piece: leaving a paragraph, or one that goes on overleaf."""
        for strain, queue in self._ways_to_leave(reading, pen):
            yield strain, queue, reading.paused
        if not pen.may_end and pen.flow == reading.newest and reading.paused is None and not reading.closed:
            yield pen.misfit(self.layout.body, 1.0), reading.queue, pen

    def _new_paragraph(self, reading: Reading, strain: float, **changes: Any) -> Iterator[Reading]:
        item, flow = self.item, reading.newest + 1
        pen = Pen(
            flow, INDENT + item.head_marker + item.length + item.tail_marker, item, item.narrow, item.last
        )
        strain += strains.DISORDER * reading.disorders(flow, item)
        changes |= {"pen": pen, "newest": flow, "in_piece": item.in_notes, "closed": False}
        return self._put(reading, Placed(item, flow), strain, **changes)

    def _write(
        self,
        reading: Reading,
        pen: Pen,
        strain: float,
        *,
        same_line: bool,
        late: bool = False,
        **changes: Any,
    ) -> Iterator[Reading]:
        """The item written into the paragraph of `pen`, on the same printed line or on the next."""
        item, length = self.item, self.layout.body.length
        column = pen.column + item.head_marker
        fits = not length or length - column >= 1.0 or item.words[:1] in NEVER_FIRST
        if item.words and not (same_line and fits):
            after = Pen(pen.flow, item.length + item.tail_marker, item, item.narrow, item.last)
        else:
            end, narrow = column + item.length + item.tail_marker, pen.narrow + item.narrow
            after = Pen(pen.flow, end, item, narrow, item.last or pen.last)
        strain += strains.DISORDER * reading.disorders(pen.flow, item)
        placed = Placed(item, pen.flow, late=pen.item if late else None)
        return self._put(reading, placed, strain, pen=after, in_piece=item.in_notes, **changes)
