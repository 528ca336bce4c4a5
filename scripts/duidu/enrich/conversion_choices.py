"""Where conversion had a choice: for readers who want to check, and for pages that mark such words."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from duidu.cutting import paragraphs
from duidu.enrich.conversion import converter
from duidu.enrich.dictionary import dictionary
from duidu.enrich.direction import TO_SIMPLIFIED, Direction, away_from
from duidu.enrich.lone_forms import DOUBTFUL, RULED
from duidu.enrich.opencc_tables import candidates, convert
from duidu.enrich.overrides import Overrides
from duidu.enrich.segmentation import Decision, Word
from duidu.model import Article, Runs, Text, plain

CONTEXT = 8
# What is a word by itself in either of its Traditional forms; of others all but one are rare.
_LIVE = DOUBTFUL | RULED
_LATIN = string.ascii_letters + string.digits
_CUT_WORD = re.compile("[A-Za-z0-9]{2}")


class Kind(Enum):
    """What decided: the likeliest of several characters, the word that it is in, or an override.

    Or that it is doubtful, since nothing decided between several characters of which each is common.
    """

    DOUBT = "doubt"

    CHARACTER = "character"
    PHRASE = "phrase"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Conversion:
    """A word whose conversion was a choice.

    It stands in the block, note or piece of front matter whose id is `place`, `offset` characters
    into its plain text, between `before` and `after` (as they are in that script), beyond which the text
    goes on where it is `cut_before` and `cut_after`. `others` is what it might have become.
    """

    original: str
    form: str
    kind: Kind
    offset: int
    before: str = ""
    after: str = ""
    others: tuple[str, ...] = ()
    place: str = ""
    cut_before: bool = False
    cut_after: bool = False


def conversions(article: Article, overrides: Overrides | None = None) -> tuple[Conversion, ...]:
    """Every choice in an `article` that is a conversion, in reading order.

    `overrides` are those that made it. Phrases that article.toml keeps as they are were no choices.
    """
    direction = away_from(article.original_language)
    return tuple(
        replace(found, place=place)
        for place, runs in _places(article)
        for found in choices(runs, direction, overrides)
    )


def choices(
    runs: Runs, direction: Direction = TO_SIMPLIFIED, overrides: Overrides | None = None
) -> tuple[Conversion, ...]:
    """Every choice in `runs`, which were converted: to mark a word, take its `offset` and length."""
    found: list[Conversion] = []
    for start, paragraph in paragraphs(runs):
        original = "".join(run.unconverted for run in paragraph if isinstance(run, Text))
        within = _in_paragraph(original, plain(paragraph), direction, overrides)
        found += (replace(one, offset=start + one.offset) for one in within) if start else within
    return tuple(found)


@lru_cache(maxsize=2_000)  # several pages of an article mark or list the same choices
def _in_paragraph(
    original: str, converted: str, direction: Direction, overrides: Overrides | None
) -> tuple[Conversion, ...]:
    if original.isascii():
        return ()
    return tuple(
        _with_context(choice, place, converted)
        for place, word in converter(overrides, direction).words(original)
        if converted.startswith(word.form, place)  # else article.toml keeps it
        for choice in _of_word(word, direction)
    )


@lru_cache(maxsize=20_000)
def _of_word(word: Word, direction: Direction) -> tuple[Conversion, ...]:
    """The choices in `word`: it as a whole, if it is not what its characters alone would be, or these."""
    form = word.form
    alone = "".join(candidates(character, direction)[0] for character in word.text)
    if word.decision is Decision.OVERRIDE and form != (by_opencc := convert(word.text, direction)):
        return (Conversion(word.text, form, Kind.OVERRIDE, 0, others=(by_opencc,)),)
    if form != alone and len(form) > 1:
        part = _core(form, alone, direction)
        return (Conversion(word.text[part], form[part], Kind.PHRASE, part.start, others=(alone[part],)),)
    if direction is not TO_SIMPLIFIED and word.text not in _LIVE:
        return ()
    return tuple(
        Conversion(before, after, _kind(word, direction), offset, others=others)
        for offset, (before, after) in enumerate(zip(word.text, form, strict=True))
        if (others := tuple(one for one in candidates(before, direction) if one != after))
    )


def _kind(word: Word, direction: Direction) -> Kind:
    """Of what kind the choice of a single character is. What a word decides to Traditional is no choice."""
    undecided = word.decision is not Decision.CONTEXT and word.text in DOUBTFUL
    return Kind.DOUBT if undecided and direction is not TO_SIMPLIFIED else Kind.CHARACTER


def _core(form: str, alone: str, direction: Direction) -> slice:
    """The shortest word within `form` that has all that differs: 計畫 in 國家計畫."""
    if direction is not TO_SIMPLIFIED:  # the dictionary has Simplified words only
        return slice(0, len(form))
    differing = [place for place, pair in enumerate(zip(form, alone, strict=True)) if len({*pair}) > 1]
    words = (
        slice(start, end)
        for start in range(differing[0] + 1)
        for end in range(max(differing[-1] + 1, start + 2), len(form) + 1)
        if form[start:end] in dictionary().counts or end - start == len(form)
    )
    return min(words, key=lambda part: part.stop - part.start)


def _with_context(choice: Conversion, place: int, text: str) -> Conversion:
    """A choice in the word at `place` of `text`."""
    start = place + choice.offset
    end = start + len(choice.original)
    before, after = text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]
    if _CUT_WORD.match(text, max(start - CONTEXT - 1, 0)) and start > CONTEXT:
        before = before.lstrip(_LATIN)
    if _CUT_WORD.match(text, end + CONTEXT - 1):
        after = after.rstrip(_LATIN)
    return replace(
        choice,
        offset=start,
        before=before,
        after=after,
        cut_before=len(before) < start,
        cut_after=end + len(after) < len(text),
    )


def _places(article: Article) -> Iterator[tuple[str, Runs]]:
    """Every stretch of Chinese text, with the id under which the reading page has it, or the nearest."""
    front = article.front
    yield "title", front.titles.get(article.language, ())
    for number, author in enumerate(front.authors, start=1):
        yield f"author-{number}", author.name
        yield f"author-{number}", author.affiliation
    for number, paragraph in enumerate(front.abstracts.get(article.language, ()), start=1):
        yield f"abstract-{number}", paragraph
    for keyword in front.keywords.get(article.language, ()):
        yield "keywords", keyword
    yield from article.body_parts()
