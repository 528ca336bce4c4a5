"""Two versions of one text → the stretches that both have, in order.

Signs that occur once in either, two dozen in a row, tie the two together; between such ties shorter ones are
looked for, and what is left in short gaps is compared sign by sign. Each round reads only what the last one
left, so the time grows about as the texts do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

# How many signs in a row tie two texts together if each has them once, round after round.
_TIES = (24, 12, 6, 4)
# Gaps are compared sign by sign if they have no more signs than this, multiplied.
_SHORT = 250_000


@dataclass(frozen=True, slots=True)
class Match:
    """The same `length` signs, at the place `first` of the one text and `second` of the other."""

    first: int
    second: int
    length: int

    @property
    def first_end(self) -> int:
        """Where it ends in the first text."""
        return self.first + self.length

    @property
    def second_end(self) -> int:
        """Where it ends in the second text."""
        return self.second + self.length


def align(first: str, second: str) -> tuple[Match, ...]:
    """The matches of two texts: they rise in both, and no two touch in both."""
    return tuple(_joined(_align(first, second, Match(0, 0, 0), Match(len(first), len(second), 0), 0)))


def _joined(matches: Iterator[Match]) -> Iterator[Match]:
    last = Match(0, 0, 0)
    for match in matches:
        if (last.first_end, last.second_end) == (match.first, match.second):
            last = Match(last.first, last.second, last.length + match.length)
        else:
            if last.length:
                yield last
            last = match
    if last.length:
        yield last


def _align(first: str, second: str, before: Match, after: Match, level: int) -> Iterator[Match]:
    """The matches between two, with the help of ties of this `level` and below."""
    one, other = first[before.first_end : after.first], second[before.second_end : after.second]
    head = _common(one, other)
    tail = _common(reversed(one[head:]), reversed(other[head:]))
    start = Match(before.first_end, before.second_end, head)
    end = Match(after.first - tail, after.second - tail, tail)
    if head:
        yield start
    if len(one) > head + tail and len(other) > head + tail:
        yield from _within(first, second, start, end, level)
    if tail:
        yield end


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    """With how many signs in common two texts begin."""
    return sum(1 for _ in takewhile(lambda signs: signs[0] == signs[1], zip(one, other, strict=False)))


def _within(first: str, second: str, start: Match, end: Match, level: int) -> Iterator[Match]:
    """The matches in a gap, whose ends differ."""
    one, other = first[start.first_end : end.first], second[start.second_end : end.second]
    if level == len(_TIES):
        if len(one) * len(other) <= _SHORT:
            yield from _compare(one, other, start)
        return
    last = start
    for tie in (*_joined(_ties(one, other, _TIES[level], start)), end):
        yield from _align(first, second, last, tie, level + 1)
        if tie is not end:
            yield tie
        last = tie


def _ties(one: str, other: str, length: int, start: Match) -> Iterator[Match]:
    """Signs in a row that either text has once, in the longest order that both have them in."""
    places, others = _once(one, length), _once(other, length)
    pairs = [(place, others[signs]) for signs, place in places.items() if signs in others]
    last = start
    for place in _longest_rise([second for _, second in pairs]):
        first, second = pairs[place][0] + start.first_end, pairs[place][1] + start.second_end
        overlap = max(0, last.first_end - first, last.second_end - second)
        if overlap < length:
            last = Match(first + overlap, second + overlap, length - overlap)
            yield last


def _once(text: str, length: int) -> dict[str, int]:
    """The stretches of this length that `text` has once, and their places, in order."""
    places: dict[str, int] = {}
    for place in range(len(text) - length + 1):
        signs = text[place : place + length]
        places[signs] = -1 if signs in places else place
    return {signs: place for signs, place in places.items() if place >= 0}


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """The places of the longest row of `numbers` that rises."""
    ends: list[int] = []  # the least number that ends a row of each length
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
        before.append(places[length - 1] if length else -1)
    row: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        row.append(place)
        place = before[place]
    return row[::-1]


def _compare(one: str, other: str, start: Match) -> Iterator[Match]:
    """The matches of two short texts, without those that may be chance: single signs in long ones, say."""
    least = 1 + min(len(one), len(other)).bit_length() // 2
    for match in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        if match.size >= least:
            yield Match(match.a + start.first_end, match.b + start.second_end, match.size)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The matches of two texts of the lengths `first` and `second`."""

    matches: tuple[Match, ...]
    first: int
    second: int

    @classmethod
    def of(cls, first: str, second: str) -> Alignment:
        """The alignment of two texts."""
        return cls(align(first, second), len(first), len(second))

    @property
    def share(self) -> float:
        """How much of the shorter text is in the other."""
        matched = sum(match.length for match in self.matches)
        return matched / max(1, min(self.first, self.second))

    def gap(self, place: int) -> tuple[Match, Match]:
        """The matches before and after a `place` of the first text; a match that holds it is both.

        Where none is before or after, it is one without length at the end of both texts.
        """
        before = bisect_right(self.matches, place, key=lambda match: match.first) - 1
        last = self.matches[before] if before >= 0 else Match(0, 0, 0)
        if before >= 0 and place < last.first_end:
            return last, last
        following = before + 1
        end = Match(self.first, self.second, 0)
        return last, self.matches[following] if following < len(self.matches) else end

    def gaps(self) -> Iterator[tuple[int, int, int, int]]:
        """What one text has and the other has not: from where to where in the first, then in the second."""
        last = Match(0, 0, 0)
        for match in (*self.matches, Match(self.first, self.second, 0)):
            if (last.first_end, last.second_end) != (match.first, match.second):
                yield last.first_end, match.first, last.second_end, match.second
            last = match
