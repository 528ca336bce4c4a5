"""Annotations: what `enrich` knows of an article's text, told apart from the text itself.

A span says where something stands and never what is written there. Both scripts have the same
characters in the same places, so the same annotations serve the article in either.
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

    def within(self, other: Span) -> bool:
        """Whether it stands inside `other`."""
        return self.part == other.part and other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A full reference to a work: its whole `span`, and the span of each detail that it gives.

    `authors` are those of the work, or its editors where it has no other; `editors` those of the
    `container`, which is the journal, book, conference or office that published `title`. What the
    reference does not say is None. `pages` may be all those of the work or only those cited.
    """

    id: str
    span: Span
    authors: tuple[Span, ...] = ()
    editors: tuple[Span, ...] = ()
    title: Span | None = None
    container: Span | None = None
    volume: Span | None = None
    issue: Span | None = None
    place: Span | None = None
    publisher: Span | None = None
    year: Span | None = None
    pages: Span | None = None
    url: Span | None = None


@dataclass(frozen=True, slots=True)
class ShortReference:
    """A reference that points back to an earlier one: Ibid., op. cit., 前引文.

    `targets` are the ids of the citations that it may mean: one if the meaning is certain, several if it is
    ambiguous, none if nothing fits. A reference to a note itself, as 「見註 12」, has the id of that note.
    """

    span: Span
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gloss:
    """A place where a term is given in another language: 北約（North Atlantic Treaty Organization, NATO）."""

    chinese: Span
    foreign: Span
    abbreviation: Span | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A name or term: where it is glossed, and every place of its Chinese form, the glosses included.

    At a place without a gloss the same characters may mean something else.
    """

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
    """A time that the text mentions, and the sentence that mentions it.

    `first` and `last` are its years, both included; years before the era are 0 and below (0 is 1 BC, as
    in ISO 8601). `month` and `day` are those of its beginning, 0 where they are not given.
    """

    place: Span
    sentence: Span
    first: int
    last: int
    precision: Precision
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was found in an article, each kind in reading order."""

    citations: tuple[Citation, ...] = ()
    short_references: tuple[ShortReference, ...] = ()
    addresses: tuple[Span, ...] = ()
    terms: tuple[Term, ...] = ()
    dates: tuple[Date, ...] = ()
