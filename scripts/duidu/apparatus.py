"""The scholarly apparatus: what `enrich` knows of an article's text, told apart from the text itself.

A span says where something stands and never what is written there. Both scripts have the same
characters in the same places, so one apparatus serves the article in either.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: characters `start` to `end` of the plain text of the part with the id `part`.

    A part is the title, a paragraph of the abstract, a heading, a paragraph or a note.
    """

    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gloss:
    """A place where a term is given in another language: 北約（North Atlantic Treaty Organization, NATO）."""

    chinese: Span
    foreign: Span
    abbreviation: Span | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A name or term: where it is glossed, and every place where its Chinese form stands, those included."""

    glosses: tuple[Gloss, ...]
    places: tuple[Span, ...]


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Date:
    """A time that the text speaks of, and the sentence that does.

    `first` and `last` are its years, both included; years before the era are 0 and below (0 is 1 BC, as
    in ISO 8601). `month` and `day` are those with which it begins, 0 if they are not said.
    """

    place: Span
    sentence: Span
    first: int
    last: int
    precision: Precision
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Apparatus:
    """All that was found in an article, each kind in reading order."""

    terms: tuple[Term, ...] = ()
    dates: tuple[Date, ...] = ()
