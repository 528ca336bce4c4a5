"""Text layer → the numbers that look like note calls, in whatever form other extractors write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from duidu.recover.candidates import find_candidates
from duidu.recover.dangling import CALLED_AFTER
from duidu.recover.lines import Line
from duidu.recover.note_forms import BARE, SIGNS, read_number

# A number before one of these counts what follows: 1、 2. 3)
_COUNTING = re.compile(r"\s*[、．.:：)）]")
# A number after one of these is that of a page, a table and so on: 第1、 頁1。 表1，
_TELLS_WHERE = "第頁页圖图表式註注卷期章節节款例"
_DOUBTFUL = 1.3  # a number that is more doubtful is no call
_SKIPPED = 2  # calls that may be missing between two that were found
_FEW, _SOME = 3, 4


@dataclass(frozen=True, slots=True)
class Call:
    """What looks like the call of note `number`, as it is written, at a place in the text layer."""

    number: int
    text: str
    line: int
    column: int


def find_calls(lines: Sequence[Line]) -> list[Call]:
    """The calls that count up through `lines`, 1, 2, 3 …; none where numbers only look like calls.

    One call is enough if its number is 1 and it stands after a mark, as 「關係」。1」; calls that stand
    after a word, as 「關係1。」, must be several.
    """
    sure = _run_on(call for line in lines for call in _on_line(line, after_words=False))
    if sure and (sure[0].number == 1 or len(sure) >= _FEW):
        return sure
    likely = _run_on(call for line in lines for call in _on_line(line, after_words=True))
    return likely if len(likely) >= _SOME else []


def calls_from(number: int, lines: Iterable[Line]) -> list[Call]:
    """What looks like a call of note `number`, and all that go on from there without a gap."""
    found: list[Call] = []
    for line in lines:
        for call in _on_line(line, after_words=True):
            if call.number == number + len(found):
                found.append(call)
    return found


def find_notes(lines: Iterable[Line]) -> list[Call]:
    """What looks like the numbers of notes at the beginnings of `lines`: 1, 2, 3 …"""
    found: list[Call] = []
    for line in lines:
        begins = (form.note.match(line.raw) for form in (*SIGNS, BARE))
        for begin in (begin for begin in begins if begin):
            if read_number(begin[1]) == len(found) + 1:
                found.append(Call(len(found) + 1, begin[0].strip(), line.number, begin.start()))
                break
    return found


def _on_line(line: Line, *, after_words: bool) -> Iterator[Call]:
    for marker in find_candidates(line):
        before, after = line.raw[: marker.start].rstrip(), line.raw[marker.end :]
        if marker.form is BARE:
            placed = before.endswith(CALLED_AFTER) or (
                after_words and not before.endswith(tuple(_TELLS_WHERE))
            )
            sure = placed and before and marker.doubt <= _DOUBTFUL and not _COUNTING.match(after)
        else:
            sure = before and marker.doubt == 0
        if sure:
            yield Call(marker.number, marker.text, line.number, marker.start)


def _run_on(calls: Iterable[Call]) -> list[Call]:
    """Those of `calls` whose numbers rise one by one, or nearly."""
    found: list[Call] = []
    for call in calls:
        last = found[-1].number if found else 0
        if last < call.number <= last + 1 + _SKIPPED:
            found.append(call)
    return found
