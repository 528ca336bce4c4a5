"""Where conversion had a choice: for readers who want to check, and for pages that mark such words."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from duidu.cutting import paragraphs
from duidu.enrich.overrides import Overrides, default_overrides, find_overrides
from duidu.enrich.tw2s import candidates, convert, tables
from duidu.model import SIMPLIFIED, Article, Runs, Text, plain

CONTEXT = 8
_LATIN = string.ascii_letters + string.digits
_CUT_WORD = re.compile("[A-Za-z0-9]{2}")
_MARKS = "「」『』"  # Quotation marks are converted by rule, without a choice.


class Kind(Enum):
    """What decided: the likeliest of several characters, a phrase in OpenCC's table, or an override."""

    CHARACTER = "character"
    PHRASE = "phrase"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Conversion:
    """A word whose conversion was a choice.

    It stands in the block, note or piece of front matter whose id is `place`, `offset` characters
    into its plain text, between `before` and `after` (as they are in Simplified), beyond which the text
    goes on where it is `cut_before` and `cut_after`. `others` is what it might have become.
    """

    original: str
    simplified: str
    kind: Kind
    offset: int
    before: str = ""
    after: str = ""
    others: tuple[str, ...] = ()
    place: str = ""
    cut_before: bool = False
    cut_after: bool = False


def conversions(article: Article, overrides: Overrides | None = None) -> tuple[Conversion, ...]:
    """Every choice in a Simplified `article`, in reading order. `overrides` are those that made it.

    Phrases that article.toml keeps as they are were no choices.
    """
    return tuple(
        replace(found, place=place) for place, runs in _places(article) for found in choices(runs, overrides)
    )


def choices(runs: Runs, overrides: Overrides | None = None) -> tuple[Conversion, ...]:
    """Every choice in `runs` of a Simplified article: to mark a word, take its `offset` and length."""
    return tuple(
        replace(one, offset=start + one.offset)
        for start, paragraph in paragraphs(runs)
        for one in _in_paragraph(paragraph, overrides)
    )


def _in_paragraph(runs: Runs, overrides: Overrides | None) -> tuple[Conversion, ...]:
    original = "".join(run.unconverted for run in runs if isinstance(run, Text))
    simplified = plain(runs)
    if original.isascii():
        return ()
    rows = default_overrides() if overrides is None else overrides
    found = [*_overridden(original, simplified, rows)]
    taken = {place for choice in found for place in _span(choice)}
    for place in range(len(original)):
        choice = None if place in taken else _choice(original, simplified, place)
        if choice and taken.isdisjoint(_span(choice)):
            found.append(choice)
            taken.update(_span(choice))
    return tuple(_with_context(choice, simplified) for choice in sorted(found, key=lambda one: one.offset))


def _overridden(original: str, simplified: str, overrides: Overrides) -> Iterator[Conversion]:
    """The words where a row of the table decided against OpenCC."""
    without = convert(original)
    for start, row in find_overrides(original, overrides):
        part = slice(start, start + len(row.phrase))
        if simplified[part] == row.replacement != without[part]:
            yield Conversion(row.phrase, row.replacement, Kind.OVERRIDE, start, others=(without[part],))


def _choice(original: str, simplified: str, place: int) -> Conversion | None:
    """The choice that was made for the character at `place`, if there was one."""
    before, after = original[place], simplified[place]
    if before in _MARKS:
        return None
    possible = candidates(before)
    if after != possible[0]:
        return _phrase(original, simplified, place)
    others = _other(possible, after)
    return Conversion(before, after, Kind.CHARACTER, place, others=others) if others else None


def _phrase(original: str, simplified: str, place: int) -> Conversion | None:
    """The longest of OpenCC's phrases that can have decided the character at `place`."""
    table = tables()
    standard = table.standard(original)
    for text, phrases in ((standard, table.phrases), (original, table.variant_phrases)):
        for length in range(table.longest, 1, -1):
            for start in range(max(place - length + 1, 0), place + 1):
                part = slice(start, start + length)
                if text[part] in phrases and convert(original[part]) == simplified[part]:
                    others = _other((_each(original[part]),), simplified[part])
                    return Conversion(original[part], simplified[part], Kind.PHRASE, start, others=others)
    return None


def _each(text: str) -> str:
    """`text`, each character converted as if it stood alone."""
    return "".join(candidates(character)[0] for character in text)


def _other(possible: tuple[str, ...], chosen: str) -> tuple[str, ...]:
    return tuple(one for one in dict.fromkeys(possible) if one != chosen)


def _span(choice: Conversion) -> range:
    return range(choice.offset, choice.offset + len(choice.original))


def _with_context(choice: Conversion, text: str) -> Conversion:
    start, end = choice.offset, choice.offset + len(choice.original)
    before, after = text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]
    if _CUT_WORD.match(text, max(start - CONTEXT - 1, 0)) and start > CONTEXT:
        before = before.lstrip(_LATIN)
    if _CUT_WORD.match(text, end + CONTEXT - 1):
        after = after.rstrip(_LATIN)
    return replace(
        choice,
        before=before,
        after=after,
        cut_before=len(before) < start,
        cut_after=end + len(after) < len(text),
    )


def _places(article: Article) -> Iterator[tuple[str, Runs]]:
    """Every stretch of Chinese text, with the id under which the reading page has it, or the nearest."""
    front = article.front
    yield "title", front.titles.get(SIMPLIFIED, ())
    for number, author in enumerate(front.authors, start=1):
        yield f"author-{number}", author.name
        yield f"author-{number}", author.affiliation
    for number, paragraph in enumerate(front.abstracts.get(SIMPLIFIED, ()), start=1):
        yield f"abstract-{number}", paragraph
    for keyword in front.keywords.get(SIMPLIFIED, ()):
        yield "keywords", keyword
    yield from article.body_parts()
