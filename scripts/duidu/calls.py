"""Text layer → the numbers that look like note calls, in whatever form other extractors write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from duidu.recover.lines import Line
from duidu.recover.markers import CALLED_AFTER, find_numbers

# Circled, raised, in square brackets, or called notes: ① ¹ [1] ［1］ 〔1〕 【1】 [^1] （註1）.
_SIGN = (
    r"[①-⑳㉑-㉟㊱-㊿⓫-⓾❶-➓]|[¹²³⁰⁴-⁹]+|[\[［〔【]\^?[0-9０-９]{1,4}[\]］〕】]"
    r"|[（(][註注]\s*[0-9０-９]{1,4}[）)]"
)
_CALL = re.compile(rf"(?<=[^\s：:「『《〈]) ?({_SIGN})")
_NOTE = re.compile(rf"\s*(?:([1-9][0-9]{{0,3}}|[１-９][０-９]{{0,3}})[ \u3000]+|({_SIGN})\s*)(?=\S)")
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
    """What looks like a call of note `number`, and the calls that go on from it without a gap."""
    found: list[Call] = []
    for line in lines:
        for call in _on_line(line, after_words=False):
            if call.number == number + len(found):
                found.append(call)
    return found


def find_notes(lines: Iterable[Line]) -> list[Call]:
    """What looks like the numbers of notes at the beginnings of `lines`: 1, 2, 3 …"""
    found: list[Call] = []
    for line in lines:
        if (note := _NOTE.match(line.raw)) and _value(note[note.lastindex or 0]) == len(found) + 1:
            found.append(
                Call(len(found) + 1, note[1] or note[2], line.number, note.start(note.lastindex or 0))
            )
    return found


def _on_line(line: Line, *, after_words: bool) -> Iterator[Call]:
    for number in find_numbers(line):
        before, after = line.raw[: number.start].rstrip(), line.raw[number.end :]
        sure = before.endswith(CALLED_AFTER) or (after_words and not before.endswith(tuple(_TELLS_WHERE)))
        if sure and before and number.doubt <= _DOUBTFUL and not _COUNTING.match(after):
            yield Call(number.number, str(number.number), line.number, number.start)
    for sign in _CALL.finditer(line.raw):
        yield Call(_value(sign[1]), sign[1], line.number, sign.start(1))


def _run_on(calls: Iterable[Call]) -> list[Call]:
    """Those of `calls` whose numbers rise one by one, or nearly."""
    found: list[Call] = []
    for call in calls:
        last = found[-1].number if found else 0
        if last < call.number <= last + 1 + _SKIPPED:
            found.append(call)
    return found


def _value(text: str) -> int:
    """The number that a sign stands for."""
    digits = text.strip("[^]［］〔〕【】（()）註注 ")
    if digits.isdecimal():
        return int(digits)
    if len(digits) == 1:
        return int(unicodedata.numeric(digits))
    return int("".join(str(unicodedata.digit(digit)) for digit in digits))
