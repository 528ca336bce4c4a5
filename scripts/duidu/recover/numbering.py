"""Pages → where each note begins: numbers that rise one by one, through the article or on each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from duidu.model import NoteKind
from duidu.problems import Code, Problem
from duidu.recover.lines import Line
from duidu.recover.note_forms import BARE, FORMS, Form, find_signs, read_number
from duidu.recover.pagination import PageLines

# A number of at least `_LEAST_YEAR` that would skip more than `_SKIPPED_AT_MOST` numbers is a year.
_LEAST_YEAR = 1000
_SKIPPED_AT_MOST = 100
# Words that follow a count or a date: a line that begins `18 日` begins no note.
UNITS = frozenset("年月日個世歲人次名件項條章節頁卷期冊點萬億兆千百分時屆位國席")
_FINISHED = tuple("。！？）」』》.)”’")


@dataclass(frozen=True, slots=True)
class NoteStart:
    """The line `line` on which note `number` begins; its text starts at column `column`.

    `number` counts through the article; `value` is the number as it is printed, `label` how it is.
    """

    number: int
    line: int
    column: int
    page: int
    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """Where notes begin, by line, in which `form`; `by_page` says that each page begins with 1 again."""

    starts: Mapping[int, NoteStart] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    form: Form = BARE
    by_page: bool = False

    @property
    def score(self) -> int:
        """How many notes speak for it: by page only those of pages that begin with 1, if most do."""
        if not self.by_page:
            return len(self.starts)
        odd = {self.starts[problem.line].page for problem in self.problems}
        even = [start.page for start in self.starts.values() if start.page not in odd]
        return len(even) if len(set(even)) > len(odd) else 0


def find_note_starts(pages: Sequence[PageLines]) -> Numbering:
    """Where notes begin, in the form and manner of numbering in which most do."""
    best = Numbering()
    for form in reversed(FORMS):  # where as many begin in two forms, bare numbers are right
        candidates = _candidates(pages, form)
        for numbering in (_through(candidates, pages, form), _by_page(candidates, pages, form)):
            if numbering.score > best.score:
                best = numbering
    return best


def continue_notes(pages: Sequence[PageLines], numbering: Numbering) -> tuple[PageLines, ...]:
    """The pages on which lines stand before the first note, going on with the last note of the page before.

    A source that has a rule of its own for that is believed; in others all rules are alike.
    """
    if any(page_lines.continues for page_lines in pages):
        return tuple(pages)
    found: list[PageLines] = []
    begun = False
    for page_lines in pages:
        begins = [line.number in numbering.starts for line in page_lines.notes]
        found.append(replace(page_lines, continues=begun and begins[:1] == [False]))
        begun = begun or any(begins)
    return tuple(found)


Candidate = tuple[NoteStart, bool]


def _candidates(pages: Sequence[PageLines], form: Form) -> Sequence[Candidate]:
    """Every line under a rule that begins with a number, and whether what stands before is finished.

    Where a number stands at two lines of a page, and is parted from what follows at one of them, that is the
    note.
    """
    found: list[Candidate] = []
    parted: set[tuple[int, int]] = set()  # page and number
    close: list[Candidate] = []
    for page, page_lines in enumerate(pages):
        before: Line | None = None
        for line in page_lines.notes:
            if match := form.note.match(line.raw):
                finished = not page_lines.continues if before is None else is_finished(before)
                finished = finished and line.raw[match.end()] not in UNITS
                value, label = read_number(match[1]), form.label(match[1])
                candidate = NoteStart(value, line.number, match.end(), page, value, label), finished
                found.append(candidate)
                if match[2]:
                    parted.add((page, value))
                else:
                    close.append(candidate)
            before = line
    late = {start.line for start, _ in close if (start.page, start.value) in parted}
    return [candidate for candidate in found if candidate[0].line not in late]


def _by_page(candidates: Sequence[Candidate], pages: Sequence[PageLines], form: Form) -> Numbering:
    """The notes if each page begins with 1; they are numbered through here."""
    starts: dict[int, NoteStart] = {}
    problems: list[Problem] = []
    for _, on_page in groupby(candidates, lambda candidate: candidate[0].page):
        found = _through(list(on_page), pages, form)
        for line, start in found.starts.items():
            starts[line] = replace(start, number=len(starts) + 1)
        problems += found.problems
    return Numbering(starts, tuple(problems), form, by_page=True)


def _through(candidates: Sequence[Candidate], pages: Sequence[PageLines], form: Form) -> Numbering:
    """The notes if their numbers run on, and the jumps in their numbers.

    A number at a line's start is a note's if it is the next one. A later number is one, too,
    where the next one is nowhere below, the line before it is finished and the page has such a number
    in its body: then a number was skipped.
    """
    left = Counter(start.value for start, _ in candidates)
    finished_left = Counter(start.value for start, finished in candidates if finished)
    starts: dict[int, NoteStart] = {}
    problems: list[Problem] = []
    expected = 1
    for start, finished in candidates:
        number = start.value
        left[number] -= 1
        finished_left[number] -= finished
        if number < expected or (number > expected and (left[expected] > 0 or not finished)):
            continue
        if number > expected and (_is_year(number, expected) or not _is_called(start, pages)):
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
    return Numbering(starts, tuple(problems), form)


def _is_year(number: int, expected: int) -> bool:
    """Whether a number is a year rather than that of a note, if that of the next note is `expected`."""
    return number >= _LEAST_YEAR and number > expected + _SKIPPED_AT_MOST


def _is_called(start: NoteStart, pages: Sequence[PageLines]) -> bool:
    """Whether the body of its page has the number of a note, in whatever form; of an endnote, any body."""
    at_end = pages[start.page].kind is NoteKind.ENDNOTE
    return any(
        str(start.value) in re.findall(r"\d+", line.raw)
        or any(read_number(sign[1]) == start.value for _, sign in find_signs(line.raw))
        for page_lines in (pages if at_end else pages[start.page : start.page + 1])
        for line in page_lines.body
    )


def is_finished(line: Line) -> bool:
    """Whether a note, or a piece of the body among the notes, can end with `line`."""
    return line.text.endswith(_FINISHED)
