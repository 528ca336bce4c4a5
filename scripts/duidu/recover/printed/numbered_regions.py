"""Notes that nothing but their numbers tells from text: each is called on its page, and they rise by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from duidu.recover.printed.columns import Column
from duidu.recover.printed.margins import Margins
from duidu.recover.printed.measures import Measures
from duidu.recover.printed.note_labels import Label, calls_in, label_of_note
from duidu.recover.printed.rows import Row
from duidu.recover.printed.thresholds import THRESHOLDS

_ENDS = ("。", ".", "」", "”", "）", ")", "！", "？", "/")


def may_go_on(row: Row, margins: Margins) -> bool:
    """Whether the last line of notes on a page may not be the end of its note: it fills its column."""
    return margins.right - row.right < THRESHOLDS.short * row.size


def starts_are_whole(columns: Sequence[Column], starts: Sequence[int]) -> bool:
    """Whether the notes that calls in the text ask for are all there, as far as numbers tell."""
    return not any(True for _ in _wanting(columns, starts))


def _wanting(columns: Sequence[Column], starts: Sequence[int]) -> Iterator[int]:
    """The pages with raised or bracketed numbers for which no note begins there or overleaf."""
    noted: dict[int, set[str]] = {}
    called: dict[int, set[str]] = {}
    for column, start in zip(columns, starts, strict=True):
        for row in column.rows[start:]:
            noted.setdefault(column.page, set()).update(label.key for label in label_of_note(row))
        for place, row in enumerate(column.rows[:start]):
            keys = {call.label.key for call in calls_in(row, place) if call.raised or call.label.sure}
            called.setdefault(column.page, set()).update(keys)
    for page, keys in called.items():
        if keys - noted.get(page, set()) - noted.get(page + 1, set()):
            yield page


def divide_by_numbers(
    columns: Sequence[Column],
    starts: Sequence[int],
    margins: Mapping[Column, Margins],
    measures: Measures,
) -> Iterator[int]:
    """Where notes begin in columns that have no other sign of them: at numbers that the page calls."""
    wanting = set(_wanting(columns, starts))
    called: dict[int, Counter[str]] = defaultdict(Counter)
    for column in columns:
        for row in column.rows:
            called[column.page].update(_keys(row))
    last, form, is_open, must = 0, "", False, False
    for column, start in zip(columns, starts, strict=True):
        if start == len(column.rows) and (column.page in wanting or is_open):
            known = called[column.page] + called[column.page - 1]
            begin = _first_note(column, known, last, measures, is_open=is_open)
            start = _with_rest(column, begin, measures) if is_open else begin
            start = start if must or begin < len(column.rows) else begin
        yield start
        begins = True  # the first note of a column may come after others that were not found
        for row in column.rows[start:]:
            labels = label_of_note(row)
            form = form or next((label.form for label in labels), "")
            numbers = [label.number for label in labels if label.form == form]
            last = next((number for number in numbers if number in (last + 1, 1) or begins), last)
            begins = False
        if start < len(column.rows):
            end = column.rows[-1]
            is_open = may_go_on(end, margins[column])
            must = is_open and not end.text.rstrip().endswith(_ENDS)


def _keys(row: Row) -> list[str]:
    """What a line may call, or is labelled by: where a note begins, its label looks like a call too."""
    return [call.label.key for call in calls_in(row, 0) if call.raised or call.label.sure]


def _first_note(
    column: Column, called: Mapping[str, int], last: int, measures: Measures, *, is_open: bool
) -> int:
    """The first line from which notes are numbered on, each of them called on the page or the one before.

    It is parted from what stands above, unless that may be the rest of a note of the page before.
    """
    rows = column.rows
    for start in range(1, len(rows)):
        distance = rows[start - 1].baseline - rows[start].baseline
        apart = _is_apart(rows[start - 1], rows[start], measures)
        after_rest = is_open and distance < THRESHOLDS.same_pitch * measures.pitch
        for label in label_of_note(rows[start]):
            if not (apart or (after_rest and label.sure)):
                continue
            elsewhere = called.get(label.key, 0) - _keys(rows[start]).count(label.key)
            next_one = label.number in (0, 1, last + 1) or (apart and label.sure and label.number > last)
            if elsewhere and next_one and _run_on(rows[start:], label, called):
                return start
    return len(rows)


def _with_rest(column: Column, begin: int, measures: Measures) -> int:
    """Where a note goes on that began on the page before: at the last gap before the first note.

    Where the lines over the first note stand as far apart as text does, nothing goes on.
    """
    rows = column.rows
    if begin < len(rows) and _is_apart(rows[begin - 1], rows[begin], measures):
        distance = rows[begin - 2].baseline - rows[begin - 1].baseline if begin > 1 else measures.pitch
        if distance > THRESHOLDS.same_pitch * measures.pitch:
            return begin
    for start in range(begin - 1, 0, -1):
        if _is_apart(rows[start - 1], rows[start], measures):
            return start if start > (1 - THRESHOLDS.notes_part) * len(rows) else begin
    return begin


def _run_on(rows: Sequence[Row], first: Label, called: Mapping[str, int]) -> bool:
    """Whether all labels of the form of the first that are called on the page rise by one."""
    number = first.number
    for row in rows[1:]:
        for label in label_of_note(row):
            if label.form == first.form and label.number > number and label.key in called:
                if label.number != number + 1:
                    return False
                number = label.number
    return True


def _is_apart(above: Row, below: Row, measures: Measures) -> bool:
    """Whether more than a line's distance parts two lines, or their size."""
    distance = above.baseline - below.baseline
    return distance > THRESHOLDS.note_gap * measures.pitch or below.size < THRESHOLDS.smaller * above.size
