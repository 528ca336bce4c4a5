"""One line → every way to read on with it: the moves of the reader in `order`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf
from typing import Any

from duidu.recover import costs
from duidu.recover.characters import NEVER_FIRST, is_wide, is_wide_mark
from duidu.recover.hypothesis import Cursor, Hypothesis, Owed, Placed
from duidu.recover.line_items import Item
from duidu.recover.line_layout import Layout
from duidu.recover.measure import INDENT

_FULL_STOPS = frozenset("。.")
_STOPS = frozenset("。！？」』）”’.")
_NOTE_STOPS = frozenset(".)”’\"'。！？」』）》")
_OPEN_URL = re.compile(r"(?:https?://|www\.)[!-~]*/$")
_NOWHERE = -1  # the flow of a note's cursor


def end_note(hypothesis: Hypothesis) -> float:
    """The cost of ending the open note where it stands."""
    if hypothesis.note_cursor is None:
        return 0.0
    item = hypothesis.note_cursor.item
    if item.last in _NOTE_STOPS:
        return 0.0
    return costs.NO_STOP if item.ends_paragraph or not is_wide(item.last) else costs.NOTE_UNFINISHED


class Steps:
    """Every way to read on with one item: the hypotheses `found`, without those that cannot be the best.

    There are thousands, so the cost of one is known before it is made, and no generator hands it on.
    """

    def __init__(self, item: Item, layout: Layout, *, markers_ahead: bool) -> None:
        self.item = item
        self.layout = layout
        self.markers_ahead = markers_ahead
        self.found: list[Hypothesis] = []
        self.limit = inf  # what is more costly cannot be among the best
        self.strange = costs.NARROW_BODY if item.in_notes and item.is_narrow else 0.0

    def go_on_from(self, hypothesis: Hypothesis) -> None:
        """Find the hypotheses that `hypothesis` may become."""
        if self.item.note is not None:
            self._begin_note(hypothesis, self.item.note.number)
            return
        if self.item.in_notes:
            self._continue_note(hypothesis)
            if self.item.orderly and hypothesis.note is not None:
                return
        if hypothesis.cursor is None:
            self._new_paragraph(hypothesis, 0.0)
        elif not self.item.in_notes or hypothesis.in_piece:
            self._go_on(hypothesis, hypothesis.cursor)
            self._new_paragraphs(hypothesis, hypothesis.cursor)
            self._late(hypothesis, hypothesis.cursor)
        else:
            self._late(hypothesis, hypothesis.cursor)
            if hypothesis.note is None:  # lines under a rule that belong to no note
                self._new_paragraph(hypothesis, costs.MARK_MISSING)

    def _is_worth(self, cost: float) -> bool:
        """Whether none has been found that is far better than one of this cost."""
        if cost > self.limit:
            return False
        self.limit = min(self.limit, cost + costs.UNDECIDED)
        return True

    # -- notes

    def _begin_note(self, hypothesis: Hypothesis, number: int) -> None:
        self._write_note(hypothesis, number, self._leave_piece(hypothesis) + end_note(hypothesis))

    def _continue_note(self, hypothesis: Hypothesis) -> None:
        """The item goes on with the note that is open."""
        if hypothesis.note is None or hypothesis.note_cursor is None:
            return
        cursor, item = hypothesis.note_cursor, self.item
        if cursor.item.page == item.page and cursor.item.ends_before(item):
            cost = costs.NOTE_RESUMED if cursor.last in _FULL_STOPS else costs.NOTE_RESUMED / 2
        else:
            cost = cursor.misfit(self.layout.notes, item.head)
        if _OPEN_URL.search(cursor.item.words) and is_wide(item.words[:1]):
            cost += costs.NOTE_UNFINISHED
        self._write_note(hypothesis, hypothesis.note, cost + self._leave_piece(hypothesis))

    def _leave_piece(self, hypothesis: Hypothesis) -> float:
        """The cost of leaving the body for a note here."""
        if hypothesis.in_piece and hypothesis.cursor is not None and hypothesis.cursor.may_end:
            return hypothesis.cursor.overflow(self.layout.body)
        return 0.0

    def _write_note(self, hypothesis: Hypothesis, number: int, cost: float) -> None:
        if self._is_worth(hypothesis.cost + cost):
            cursor = Cursor(_NOWHERE, self.item.length, self.item, self.item.narrow, self.item.last)
            changes = {"note": number, "note_cursor": cursor, "in_piece": False}
            self.found.append(hypothesis.put(Placed(self.item, note=number), cost, changes))

    # -- body

    def _go_on(self, hypothesis: Hypothesis, cursor: Cursor) -> None:
        """The item continues the paragraph the cursor is in: on a new line, or on the same one."""
        if hypothesis.closed:
            return
        item, before = self.item, cursor.item
        ended = before.ends_before(item)
        swallowed = item.is_heading or (before.is_heading and (before.ends_in_marker or before.line.unmarked))
        cost = self.strange + item.as_next + (costs.HEADING_SWALLOWED if swallowed else 0.0)
        if item.head_marker:
            broken = cost + cursor.overflow(self.layout.body)
            self._write(
                hypothesis, cursor, broken + (costs.LATE_MARKER_PASSED if ended else 0.0), same_line=True
            )
        if not item.is_lone_marker:
            judged = before.page != item.page and not cursor.may_end  # at the end of the page before
            misfit = 0.0 if judged else cursor.misfit(self.layout.body, item.head)
            self._write(
                hypothesis, cursor, cost + misfit + (costs.MARK_IGNORED if ended else 0.0), same_line=False
            )
        if before.ends_in_marker and not item.head_marker:
            broken = cost + cursor.overflow(self.layout.body)
            self._write(hypothesis, cursor, broken + self.layout.habits.same_line, same_line=True)

    def _new_paragraphs(self, hypothesis: Hypothesis, cursor: Cursor) -> None:
        """The item begins a paragraph, with or without text owed to the one before."""
        if hypothesis.paused is None:
            for cost, queue in self._ways_to_leave(hypothesis, cursor):
                doubt = self.strange + self.item.as_first
                self._new_paragraph(hypothesis, cost + doubt, queue=queue)

    def _late(self, hypothesis: Hypothesis, cursor: Cursor) -> None:
        """The item begins a late piece: what the queue owes first."""
        swallowed = costs.HEADING_SWALLOWED if self.item.is_heading else 0.0
        if self.layout.in_order or not self._may_pay(hypothesis, cursor):
            return
        for cost, queue, paused in self._ways_to_pause(hypothesis, cursor):
            if queue and queue[0].marker == bool(self.item.head_marker):
                changes = {"queue": queue[1:], "paused": paused, "closed": False}
                self._write(
                    hypothesis,
                    queue[0].cursor,
                    cost + self.strange + swallowed,
                    same_line=True,
                    late=True,
                    **changes,
                )

    def _may_pay(self, hypothesis: Hypothesis, cursor: Cursor) -> bool:
        """Whether the item can be what is owed first, also by the paragraph that the cursor would leave."""
        queue = hypothesis.queue
        if queue and queue[0].cursor.flow <= cursor.flow:
            return queue[0].marker == bool(self.item.head_marker)
        may_owe = cursor.item.ends_in_marker and (self.item.in_notes or self.markers_ahead)
        return bool(queue or may_owe or self.item.head_marker)

    def _ways_to_leave(
        self, hypothesis: Hypothesis, cursor: Cursor
    ) -> Iterator[tuple[float, tuple[Owed, ...]]]:
        """How the cursor can leave its paragraph: the cost, and the queue afterwards."""
        overflow = cursor.overflow(self.layout.body)
        if hypothesis.closed:
            yield overflow, hypothesis.queue
        elif cursor.item.ends_in_marker:
            stopped = 0.0 if cursor.last in _STOPS or cursor.item.is_heading else costs.NO_STOP
            yield overflow + stopped + self.layout.habits.ended, hypothesis.queue
            yield overflow + costs.LATE, hypothesis.owing(Owed(cursor, marker=False))
        elif cursor.item.may_end:
            yield overflow + costs.MARK_UNKNOWN, hypothesis.queue
        elif cursor.may_end:
            stopped = cursor.item.is_heading or is_wide_mark(cursor.last)
            yield overflow + (0.0 if stopped else costs.NO_STOP), hypothesis.queue
        else:
            yield overflow + costs.MARK_MISSING, hypothesis.queue
            if self.markers_ahead:
                full = cursor.misfit(self.layout.body, 1.0) == 0 and cursor.last not in _STOPS
                doubt = costs.LATE_MARKER + (costs.FULL_LINE_BROKEN if full else 0.0)
                yield overflow + doubt, hypothesis.owing(Owed(cursor, marker=True))

    def _ways_to_pause(
        self, hypothesis: Hypothesis, cursor: Cursor
    ) -> Iterator[tuple[float, tuple[Owed, ...], Cursor | None]]:
        """How the cursor can turn to a late piece: leaving a paragraph, or one that goes on overleaf."""
        for cost, queue in self._ways_to_leave(hypothesis, cursor):
            yield cost, queue, hypothesis.paused
        if (
            not cursor.may_end
            and cursor.flow == hypothesis.newest
            and hypothesis.paused is None
            and not hypothesis.closed
        ):
            yield cursor.misfit(self.layout.body, 1.0), hypothesis.queue, cursor

    def _new_paragraph(self, hypothesis: Hypothesis, cost: float, **changes: Any) -> None:
        item, flow = self.item, hypothesis.newest + 1
        cost += costs.DISORDER * hypothesis.disorders(flow, item)
        if not self._is_worth(hypothesis.cost + cost):
            return
        cursor = Cursor(
            flow, INDENT + item.head_marker + item.length + item.tail_marker, item, item.narrow, item.last
        )
        changes |= {"cursor": cursor, "newest": flow, "in_piece": item.in_notes, "closed": False}
        self.found.append(hypothesis.put(Placed(item, flow), cost, changes))

    def _write(
        self,
        hypothesis: Hypothesis,
        cursor: Cursor,
        cost: float,
        *,
        same_line: bool,
        late: bool = False,
        **changes: Any,
    ) -> None:
        """The item written into the paragraph of `cursor`, on the same printed line or on the next."""
        cost += costs.DISORDER * hypothesis.disorders(cursor.flow, self.item)
        if not self._is_worth(hypothesis.cost + cost):
            return
        item, length = self.item, self.layout.body.length
        column = cursor.column + item.head_marker
        fits = not length or length - column >= 1.0 or item.words[:1] in NEVER_FIRST
        if item.words and not (same_line and fits):
            after = Cursor(cursor.flow, item.length + item.tail_marker, item, item.narrow, item.last)
        else:
            end, narrow = column + item.length + item.tail_marker, cursor.narrow + item.narrow
            after = Cursor(cursor.flow, end, item, narrow, item.last or cursor.last)
        placed = Placed(item, cursor.flow, late=cursor.item if late else None)
        changes |= {"cursor": after, "in_piece": item.in_notes}
        self.found.append(hypothesis.put(placed, cost, changes))
