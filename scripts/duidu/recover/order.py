"""Items → reading order: displaced text put back where its line was broken.

Where a note marker stands inside a paragraph, the extractor often wrote what follows it too late:
after the next paragraph or heading, at the end of the page's body, or among the page's notes. Late
pieces of a page keep their order among themselves. A broken line and its remainder add up to one
full line, and the first line of a paragraph is indented; these lengths tell what belongs where.

The reader below goes through a page line by line as the extractor wrote it, with a pen in the
paragraph it is reading and a queue of the places where text is still owed. Each line may continue
the paragraph, open a new one, or pay what the queue owes first. Every reading has a strain: how
badly its lines fit the measure, and what it asks us to believe. The least strained one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Any

from duidu.recover.characters import NEVER_FIRST, is_wide, is_wide_mark
from duidu.recover.items import Item
from duidu.recover.measure import INDENT
from duidu.recover.reading import Layout, Owed, PageFacts, Pen, Placed, Reading

# What a reading asks us to believe, in the unit of `Measure`: one ideograph too many or too few.
_MARK_IGNORED = 6.0  # a paragraph goes on over a paragraph mark
_MARK_MISSING = 7.5  # a paragraph ends without a mark
_NO_STOP = 1.5  # a paragraph ends at its mark, but not as a sentence does
_HEADING_SWALLOWED = 4.0  # what reads as a heading is the rest of a paragraph
_LATE = 1.0  # a piece stands too late
_LATE_MARKER = 1.5  # a marker does
_FULL_LINE_BROKEN = 3.0  # a late marker belongs after a full line that ends within a sentence
_LATE_MARKER_PASSED = 4.0  # a late marker stands after a paragraph mark
_NOTE_UNFINISHED = 4.0  # a note ends without a paragraph mark or a full stop
_NOTE_RESUMED = 4.0  # a note goes on after its paragraph mark
_NARROW_BODY = 2.0  # a line without an ideograph among the notes belongs to the body
_MARKER_LOST = 8.0
_DISORDER = 6.0  # two markers stand in the wrong order
_NOT_PAID = 8.0  # text is owed and never comes
_UNDECIDED = 5.0  # readings that are worse than the best by more are given up
_MOST_READINGS = 24

_FULL_STOPS = frozenset("。.")
_STOPS = frozenset("。！？」』）”’.")
_NOTE_STOPS = frozenset(".)”’\"'。！？」』）》")
_OPEN_URL = re.compile(r"(?:https?://|www\.)[!-~]*/$")
_NOWHERE = -1  # the flow of a note's pen


def read_page(
    items: Sequence[Item], before: Sequence[Reading], layout: Layout, page: PageFacts
) -> list[Reading]:
    """The best readings of a page, the least strained first, going on from those of the page before.

    A page does not decide alone: only the next one shows whether its last line is a full one.
    """
    readings = [
        reading if page.continues else reading._replace(note=None, note_pen=None) for reading in before
    ]
    last_late_marker = max((place for place, item in enumerate(items) if item.head_marker), default=-1)
    for place, item in enumerate(items):
        steps = _Steps(item, layout, markers_ahead=place <= last_late_marker)
        readings = best(after for reading in readings for after in steps.after(reading))
    return best(_end_page(reading, layout, page) for reading in readings)


def _strain(reading: Reading) -> float:
    return reading.strain


def best(readings: Iterable[Reading]) -> list[Reading]:
    """The readings worth following, the least strained first, one of those that came to the same."""
    ranked = sorted(readings, key=_strain)
    limit = ranked[0].strain + _UNDECIDED
    different: dict[object, Reading] = {}
    for reading in ranked:
        if reading.strain > limit or len(different) == _MOST_READINGS:
            break
        different.setdefault(reading.outcome(), reading)
    return list(different.values())


def _end_page(reading: Reading, layout: Layout, page: PageFacts) -> Reading:
    """`reading` as the next page finds it, with the strain of what is left undone."""
    strain = reading.strain + _NOT_PAID * len(reading.queue)
    pen, closed = reading.pen, reading.closed
    if pen is not None:
        strain += pen.overflow(layout.body) if pen.may_end else pen.misfit(layout.body, page.overleaf)
    if pen is not None and (pen.flow != reading.newest or reading.paused is not None):
        strain += 0.0 if pen.may_end else _MARK_MISSING
        pen, closed = reading.paused or pen, reading.paused is None
    if not page.continued:
        strain += _end_note(reading)
    strain += _MARKER_LOST * len(set(page.expected) ^ set(reading.marker_numbers()))
    return reading._replace(
        strain=strain, pen=pen, closed=closed, paused=None, queue=(), in_piece=False, marked=()
    )


def _end_note(reading: Reading) -> float:
    """The strain of ending the open note where it stands."""
    if reading.note_pen is None:
        return 0.0
    item = reading.note_pen.item
    if item.last in _NOTE_STOPS:
        return 0.0
    return _NO_STOP if item.ends_paragraph or not is_wide(item.last) else _NOTE_UNFINISHED


class _Steps:
    """Every way to read on with one item."""

    def __init__(self, item: Item, layout: Layout, *, markers_ahead: bool) -> None:
        self.item = item
        self.layout = layout
        self.markers_ahead = markers_ahead
        self.limit = inf  # what is more strained cannot be among the best
        self.strange = _NARROW_BODY if item.in_notes and item.is_narrow else 0.0

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
                yield from self._new_paragraph(reading, _MARK_MISSING)

    def _put(self, reading: Reading, placed: Placed, strain: float, **changes: Any) -> Iterator[Reading]:
        """`reading` with the item placed, unless others have been found that are far better."""
        if reading.strain + strain <= self.limit:
            self.limit = min(self.limit, reading.strain + strain + _UNDECIDED)
            yield reading.put(placed, strain, **changes)

    # -- notes

    def _begin_note(self, reading: Reading, number: int) -> Iterator[Reading]:
        return self._write_note(reading, number, self._leave_piece(reading) + _end_note(reading))

    def _continue_note(self, reading: Reading) -> Iterator[Reading]:
        """The item goes on with the note that is open."""
        if reading.note is None or reading.note_pen is None:
            return
        pen, item = reading.note_pen, self.item
        if pen.item.page == item.page and pen.item.ends_before(item):
            strain = _NOTE_RESUMED if pen.last in _FULL_STOPS else _NOTE_RESUMED / 2
        else:
            strain = pen.misfit(self.layout.notes, item.head)
        if _OPEN_URL.search(pen.item.words) and is_wide(item.words[:1]):
            strain += _NOTE_UNFINISHED
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
        strain = self.strange + (_HEADING_SWALLOWED if item.is_heading else 0.0)
        broken = strain + pen.overflow(self.layout.body)
        if item.head_marker:
            yield from self._write(
                reading, pen, broken + (_LATE_MARKER_PASSED if ended else 0.0), same_line=True
            )
        if not item.is_lone_marker:
            judged = before.page != item.page and not pen.may_end  # at the end of the page before
            misfit = 0.0 if judged else pen.misfit(self.layout.body, item.head)
            yield from self._write(
                reading, pen, strain + misfit + (_MARK_IGNORED if ended else 0.0), same_line=False
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
        may_owe = self.item.in_notes and pen.item.ends_in_marker
        if not (reading.queue or may_owe or self.markers_ahead):
            return
        for strain, queue, paused in self._ways_to_pause(reading, pen):
            if queue and queue[0].marker == bool(self.item.head_marker):
                changes = {"queue": queue[1:], "paused": paused, "closed": False}
                yield from self._write(
                    reading, queue[0].pen, strain + self.strange, same_line=True, late=True, **changes
                )

    def _ways_to_leave(self, reading: Reading, pen: Pen) -> Iterator[tuple[float, tuple[Owed, ...]]]:
        """How the pen can leave its paragraph: the strain, and the queue afterwards."""
        overflow = pen.overflow(self.layout.body)
        if reading.closed:
            yield overflow, reading.queue
        elif pen.item.ends_in_marker:
            stopped = 0.0 if pen.last in _STOPS else _NO_STOP
            yield overflow + stopped + self.layout.habits.ended, reading.queue
            yield overflow + _LATE, reading.owing(Owed(pen, marker=False))
        elif pen.may_end:
            stopped = pen.item.is_heading or is_wide_mark(pen.last)
            yield overflow + (0.0 if stopped else _NO_STOP), reading.queue
        else:
            yield overflow + _MARK_MISSING, reading.queue
            if self.markers_ahead:
                full = pen.misfit(self.layout.body, 1.0) == 0 and pen.last not in _STOPS
                doubt = _LATE_MARKER + (_FULL_LINE_BROKEN if full else 0.0)
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
        strain += _DISORDER * reading.disorders(flow, item)
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
        strain += _DISORDER * reading.disorders(pen.flow, item)
        placed = Placed(item, pen.flow, late=pen.item if late else None)
        return self._put(reading, placed, strain, pen=after, in_piece=item.in_notes, **changes)
