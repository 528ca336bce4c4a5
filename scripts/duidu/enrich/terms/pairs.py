"""Which brackets give the words before them in another language: 邱吉爾（Winston Churchill）."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A bracket that opens at `bracket`; where in the text its words are, and an abbreviation of them."""

    bracket: int
    foreign: Range
    abbreviation: Range | None = None


_BRACKET = regex.compile(r"[（(]([^（）()]{1,200})[）)]")
# What may stand before a bracket, if the bracket is a gloss: a Chinese word, or a mark that closes one.
_WORD_BEFORE = regex.compile(r"[\p{Han}」』”’》〉]$")
# 原文為、英文：and the like, before the foreign words.
_SAYS_SO = regex.compile(
    r"(?:原文|原名|英文|英語|法文|法語|德文|德語|日文|拉丁文|義大利文|西班牙文)(?:名)?[為作：:]?\s*"
)
_FOREIGN = regex.compile(r"(?!\s)[A-Za-zÀ-ɏ0-9Ḁ-ỿ ,.;:'’‘“”\"&/+\-–—‐­]+")
_LETTERS = regex.compile(r"[A-Za-zÀ-ɏḀ-ỿ]{2}")
_COMMA = regex.compile(r"[,，;；、]\s*")
# NATO, EC, GCHQ, U.S.S.R., CoCom: short, and mostly capitals.
_ABBREVIATION = regex.compile(r"(?:[A-Z][a-z]?[.\-&/]?){2,8}[0-9s]?$")
_SHORT_FOR = regex.compile(r"(?:以下|下|後)?(?:簡|縮|略)(?:稱|寫)(?:為|作)?[：:]?\s*[「“]?")
# Dates of a life, a reign or a war: a second year must be there, or an open end.
_DATES = regex.compile(
    r"(?:(?:c|ca|r|b|d|fl)\.\s*)?\d{3,4}\??\s*[-–—~～至]\s*(?:\d{2,4}|present)?\??(?:\s*(?:BC|AD|BCE|CE))?$"
)
# Signs of a reference to literature. A year alone, or with pages, is one: (Walt, 1997), (Walt 1997: 23).
_REFERENCE = regex.compile(
    r"(?:[,，\s]|^)\d{4}[a-z]?(?:\s*[,，:：;；].*)?$|\bpp?\.|\b[Vv]ol\.|\b[Ee]ds?\b\.?|\bet al\b|\b[Ii]bid"
    r"|\bop\. ?cit|\bcf\.|https?:|www\.|\bNo\. ?\d|\bchap\.|^see\b|\btrans\b\.|: [A-Z].*Press"
)


def pairs(text: str) -> Iterator[Pair]:
    """The glosses in `text`. No gloss: numbers, years, references, and what is in Chinese."""
    for bracket in _BRACKET.finditer(text):
        if _WORD_BEFORE.search(text, 0, bracket.start()):
            yield from _pair(bracket)


def _pair(bracket: regex.Match[str]) -> Iterator[Pair]:
    """The pair that `bracket` makes, if it is one."""
    inner, offset = bracket[1], bracket.start(1)
    start = says.end() if (says := _SAYS_SO.match(inner)) else len(inner) - len(inner.lstrip())
    end, abbreviation = _more(inner, start)
    foreign = inner[start:end].rstrip()
    if not _FOREIGN.fullmatch(foreign) or not _LETTERS.search(foreign.replace(".", "").replace("-", "x")):
        return
    if _REFERENCE.search(foreign):
        return
    within = (abbreviation[0] + offset, abbreviation[1] + offset) if abbreviation else None
    yield Pair(bracket.start(), (offset + start, offset + start + len(foreign)), within)


def _more(inner: str, start: int) -> tuple[int, Range | None]:
    """Where in `inner` the foreign words end, and what after a comma is short for them."""
    end, abbreviation = len(inner), None
    for comma in reversed(list(_COMMA.finditer(inner, start))):
        rest = inner[comma.end() : end].strip()
        short = _SHORT_FOR.match(inner, comma.end(), end)
        begin = short.end() if short else comma.end()
        word = inner[begin:end].rstrip(" 」”")
        if _ABBREVIATION.match(word):
            abbreviation = (begin, begin + len(word))
        elif not (_DATES.match(rest) or regex.search(r"\p{Han}", rest)):
            break
        end = comma.start()
    return end, abbreviation
