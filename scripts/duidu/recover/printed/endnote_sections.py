"""Notes at the end of the text, under 註釋 or a like heading: which lines they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from duidu.model import NoteKind
from duidu.recover.characters import visible
from duidu.recover.printed.columns import Column
from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.measures import Measures
from duidu.recover.printed.note_labels import label_of_note
from duidu.recover.printed.printed_notes import PrintedNote, read_notes

_HEADING = re.compile(
    r"[壹貳參叁肆伍陸柒捌玖拾一二三四五六七八九十\d、.．【〔\[]*"
    r"(?:註釋|注释|注釋|註解|注解|附註|附注|尾註|尾注|註|注|notes|endnotes)[】〕\]：:]?",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"[壹貳參叁肆伍陸柒捌玖拾一二三四五六七八九十\d、.．【〔\[]*"
    r"(?:參考|参考|徵引|征引|引用|附錄|附录|英文|abstract|references|bibliography).*",
    re.IGNORECASE,
)
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Endnotes:
    """The lines of the text without the notes, the heading over these, and the notes."""

    body: tuple[FlowRow, ...]
    heading: FlowRow | None
    notes: tuple[PrintedNote, ...]


def first_endnotes(columns: Sequence[Column]) -> int:
    """The column in which notes begin under a heading of their own; how many columns there are if in none."""
    for place in range(len(columns) - 1, -1, -1):
        following = columns[place + 1].rows if place + 1 < len(columns) else ()
        for heading, first in pairwise((*columns[place].rows, *following[:1])):
            labels = label_of_note(first)
            if any(label.number == 1 for label in labels) and _HEADING.fullmatch(visible(heading.text)):
                return place
    return len(columns)


def find_endnotes(rows: Sequence[FlowRow], measures: Measures) -> Endnotes:
    """Take notes under a heading of their own from the lines of the text."""
    for place in range(len(rows) - 2, 0, -1):
        if not _HEADING.fullmatch(visible(rows[place].row.text)):
            continue
        end = _end(rows, place + 1, measures)
        found, before = read_notes([row.row for row in rows[place + 1 : end]], NoteKind.ENDNOTE)
        if found and not before:
            return Endnotes((*rows[:place], *rows[end:]), rows[place], found)
    return Endnotes(tuple(rows), None, ())


def _end(rows: Sequence[FlowRow], start: int, measures: Measures) -> int:
    """Where the notes under a heading end: at the next heading."""
    size = rows[start].size
    for place in range(start, len(rows)):
        row = rows[place].row
        text = visible(row.text)
        apart = row.size > 1.04 * size or (row.bold and len(text) < _LONGEST) or rows[place].centered
        if len(text) < _LONGEST and _NEXT.fullmatch(text):
            return place
        if apart and place > start and len(text) < _LONGEST and not text[:1].isdigit() and measures.size:
            return place
    return len(rows)
