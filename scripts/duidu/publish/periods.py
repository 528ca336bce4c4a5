"""Periods by which dates are listed: decades; centuries where only these are known, or before 1000."""

from __future__ import annotations

from dataclasses import dataclass

from duidu.annotations import Date, Precision
from duidu.han import chinese_number
from duidu.model import ENGLISH
from duidu.publish.english_dates import century, ordinal
from duidu.publish.words import WORDS, Words

_FIRST_DECADE = 1000


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A decade or a century: its first year, and its length. A century stands before its decades."""

    first: int
    negative_length: int

    @property
    def is_century(self) -> bool:
        """Whether it is one."""
        return self.negative_length == -100

    @property
    def id(self) -> str:
        """A link target: decade-1940, century-18, century-bc-3."""
        if not self.is_century:
            return f"decade-{self.first}"
        return (
            f"century-{self.first // 100 + 1}" if self.first > 0 else f"century-bc-{-self.first // 100 + 1}"
        )

    def name(self, words: Words) -> str:
        """What a heading calls it."""
        if not self.is_century:
            return words.decade.format(year=self.first)
        number = _numbered(century(self.first), words)
        return (words.century if self.first > 0 else words.century_bc).format(number=number)


def period_name(id_: str, words: Words) -> str:
    """What a heading calls the period with this id."""
    kind, _, number = id_.partition("-")
    if kind == "decade":
        return Period(int(number), -10).name(words)
    before_the_era = number.startswith("bc-")
    count = int(number.removeprefix("bc-"))
    return Period(-100 * count + 1 if before_the_era else 100 * count - 99, -100).name(words)


def _numbered(number: int, words: Words) -> str:
    """十八, or 18th."""
    return (ordinal if words is WORDS[ENGLISH] else chinese_number)(number)


def decade_of(year: int) -> Period:
    """The decade that `year` is in."""
    return Period(year // 10 * 10, -10)


def period_of(date: Date) -> Period:
    """The period under which `date` is listed."""
    if date.precision is Precision.CENTURY or date.first < _FIRST_DECADE:
        return Period((date.first - 1) // 100 * 100 + 1, -100)
    return decade_of(date.first)
