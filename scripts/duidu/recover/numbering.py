"""Pages → where each note begins: numbers that run through the article, one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from duidu.problems import Code, Problem
from duidu.recover.lines import Line
from duidu.recover.pagination import PageLines

_NUMBERED = re.compile(r"\s*(\d{1,4})(\s+)(?=\S)")
# A number of at least `_LEAST_YEAR` that would skip more than `_SKIPPED_AT_MOST` numbers is a year.
_LEAST_YEAR = 1000
_SKIPPED_AT_MOST = 100
# Words that follow a count or a date: a line that begins `18 日` begins no note.
UNITS = frozenset("年月日個世歲人次名件項條章節頁卷期冊點萬億兆千百分時屆位國席")
_FINISHED = tuple("。！？）」』》.)”’")


@dataclass(frozen=True, slots=True)
class NoteStart:
    """The line `line` on which note `number` begins; its text starts at column `column`."""

    number: int
    line: int
    column: int
    page: int


def find_note_starts(pages: Sequence[PageLines]) -> tuple[Mapping[int, NoteStart], tuple[Problem, ...]]:
    """Where notes begin, by line, and the jumps in their numbers.

    A number at a line's start is a note's if it is the next one. A later number is one, too,
    where the next one is nowhere below, the line before it is finished and the page has such a number
    in its body: then a number was skipped.
    """
    candidates = list(_candidates(pages))
    left = Counter(start.number for start, _ in candidates)
    finished_left = Counter(start.number for start, finished in candidates if finished)
    starts: dict[int, NoteStart] = {}
    problems: list[Problem] = []
    expected = 1
    for start, finished in candidates:
        number = start.number
        left[number] -= 1
        finished_left[number] -= finished
        if number < expected or (number > expected and (left[expected] > 0 or not finished)):
            continue
        if number > expected and (_is_year(number, expected) or not _is_called(number, pages[start.page])):
            continue
        if not finished and finished_left[number] > 0:
            continue
        if number > expected:
            problems.append(
                Problem.at(
                    Code.NOTE_NUMBER_JUMPS,
                    start.line,
                    number=number,
                    previous=expected - 1,
                    expected=expected,
                )
            )
        starts[start.line] = start
        expected = number + 1
    return starts, tuple(problems)


def _candidates(pages: Sequence[PageLines]) -> Iterator[tuple[NoteStart, bool]]:
    """Every line under a rule that begins with a number, and whether what stands before is finished."""
    for page, page_lines in enumerate(pages):
        before: Line | None = None
        for line in page_lines.notes:
            if match := _NUMBERED.match(line.raw):
                finished = not page_lines.continues if before is None else _is_finished(before)
                finished = finished and line.raw[match.end()] not in UNITS
                yield NoteStart(int(match.group(1)), line.number, match.end(), page), finished
            before = line


def _is_year(number: int, expected: int) -> bool:
    """Whether a number is a year rather than that of a note, if that of the next note is `expected`."""
    return number >= _LEAST_YEAR and number > expected + _SKIPPED_AT_MOST


def _is_called(number: int, page_lines: PageLines) -> bool:
    """Whether a page's body holds `number` at all."""
    return any(str(number) in re.findall(r"\d+", line.raw) for line in page_lines.body)


def _is_finished(line: Line) -> bool:
    """Whether a note, or a piece of the body among the notes, can end with `line`."""
    return line.text.endswith(_FINISHED)
