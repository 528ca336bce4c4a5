"""Pieces of lines → runs: front matter takes lines apart, and every column must go somewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duidu.model import Runs, SetAside, Text
from duidu.reasons import Reason
from duidu.recover.lines import Line
from duidu.recover.reflow import Habit, join


class Gatherer:
    """Gathers the pieces of one title page: every column of a line goes to text or aside."""

    def __init__(self, habit: Habit) -> None:
        self.habit = habit
        self.set_aside: list[SetAside] = []
        self.taken: set[int] = set()

    def aside(self, line: Line, start: int, end: int, reason: Reason) -> None:
        """Set the columns `start` to `end` aside."""
        if text := line.raw[start:end].strip():
            skip = len(line.raw[start:end]) - len(line.raw[start:end].lstrip())
            self.set_aside.append(SetAside(text, line.origin(start + skip), reason))
        self.taken.add(line.number)

    def text(self, lines: Sequence[Line], start: int = 0) -> Runs:
        """Whole lines as one piece of text; `start` is the first line's first column that counts."""
        self.taken.update(line.number for line in lines)
        starts = [start] + [0] * (len(lines) - 1)
        pieces = (slice_line(line, first, len(line.raw)) for line, first in zip(lines, starts, strict=True))
        return join([piece for each in pieces for piece in each], self.habit)

    def split(
        self, lines: Sequence[Line], separator: re.Pattern[str], reason: Reason, start: int = 0
    ) -> tuple[Runs, ...]:
        """Lines cut at `separator`; `start` is the first line's first column that counts."""
        items: list[list[Text]] = [[]]
        for line in lines:
            column = start
            for mark in separator.finditer(line.raw.rstrip(), start):
                items[-1].extend(slice_line(line, column, mark.start()))
                self.aside(line, mark.start(), mark.end(), reason)
                items.append([])
                column = mark.end()
            items[-1].extend(slice_line(line, column, len(line.raw)))
            self.taken.add(line.number)
            start = 0
        return tuple(join(item, self.habit) for item in items if item)


def slice_line(line: Line, start: int, end: int) -> list[Text]:
    """The text between two columns of a line, from its first visible character; none if blank."""
    first = end - len(line.raw[start:end].lstrip())
    return [Text(line.raw, line.origin(0)).cut(first, end)] if first < end else []
