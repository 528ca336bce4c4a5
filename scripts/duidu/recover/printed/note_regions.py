"""Which lines of a column are notes: under a rule, in a smaller size, or only by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from duidu.recover.printed.columns import Column
from duidu.recover.printed.margins import Margins
from duidu.recover.printed.measures import Measures
from duidu.recover.printed.note_labels import label_of_note
from duidu.recover.printed.numbered_regions import divide_by_numbers, may_go_on, starts_are_whole
from duidu.recover.printed.rows import Row
from duidu.recover.printed.tagged_rows import first_tagged_note
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import Box, PrintedPage


@dataclass(frozen=True, slots=True)
class Divided:
    """A column's text and the notes under it."""

    body: Column
    notes: tuple[Row, ...]


def divide_columns(
    columns: Sequence[Column],
    pages: Sequence[PrintedPage],
    margins: Mapping[Column, Margins],
    measures: Measures,
) -> tuple[Divided, ...]:
    """Each column with the notes at its foot apart."""
    starts: list[int] = []
    is_open = False
    for column in columns:
        rules = pages[column.page].rules
        start = first_tagged_note(column.rows)
        if start is None:
            start = _under_rule(column, rules, margins[column], measures, is_open=is_open)
        if start is None:
            start = _smaller(column, measures, is_open=is_open)
        starts.append(len(column.rows) if start is None else start)
        if column.rows[starts[-1] :]:
            is_open = may_go_on(column.rows[-1], margins[column])
    if starts_are_whole(columns, starts):
        return _divided(columns, starts)
    return _divided(columns, [*divide_by_numbers(columns, starts, margins, measures)])


def _divided(columns: Sequence[Column], starts: Iterable[int]) -> tuple[Divided, ...]:
    return tuple(
        Divided(replace(column, rows=column.rows[:start]), column.rows[start:])
        for column, start in zip(columns, starts, strict=True)
    )


# -- under a rule


def _under_rule(
    column: Column, rules: Sequence[Box], margins: Margins, measures: Measures, *, is_open: bool
) -> int | None:
    """The first line under the rule that parts notes from text."""
    for rule in sorted(rules, key=lambda one: one.bottom):
        if not _is_over_notes(rule, rules, margins, measures):
            continue
        start = next((place for place, row in enumerate(column.rows) if row.baseline < rule.bottom), None)
        if start is None or (start == 0 and not is_open):
            continue
        first = column.rows[start]
        is_short = rule.right - rule.left < THRESHOLDS.rule_share * margins.width
        small, labelled = measures.is_smaller(first), bool(label_of_note(first))
        if (small and (labelled or is_open or is_short)) or (
            is_short and (_is_sure(first) or labelled or is_open)
        ):
            return start
    return None


def _is_over_notes(rule: Box, rules: Sequence[Box], margins: Margins, measures: Measures) -> bool:
    """Whether a rule is of the length and in the place of those over notes, and none of a table."""
    length, height = rule.right - rule.left, rule.top - rule.bottom
    if height > THRESHOLDS.smaller * measures.size / 2 or length < THRESHOLDS.rule_least:
        return False
    if not margins.left - measures.size < rule.left < margins.left + 2 * measures.size:
        return False
    if rule.right > margins.right + measures.size:
        return False
    like = [one for one in rules if abs(one.left - rule.left) < 2 and abs(one.right - rule.right) < 2]
    return len({round(one.bottom) for one in like}) == 1 or length < THRESHOLDS.rule_share / 2 * margins.width


# -- in a smaller size


def _smaller(column: Column, measures: Measures, *, is_open: bool) -> int | None:
    """The first of the lines at the foot that are set smaller, if they are notes."""
    start = len(column.rows)
    while start and measures.is_smaller(column.rows[start - 1]):
        start -= 1
    small = column.rows[start:]
    labelled = next((place for place, row in enumerate(small) if _is_label(row)), None)
    if labelled is None:
        return start if small and is_open and start else None
    return start if labelled == 0 or is_open else start + labelled


def _is_sure(row: Row) -> bool:
    return any(label.sure for label in label_of_note(row))


def _is_label(row: Row) -> bool:
    labels = label_of_note(row)
    return any(label.sure or label.form in ("1", "1.", "*", "(1)", "i") for label in labels)
