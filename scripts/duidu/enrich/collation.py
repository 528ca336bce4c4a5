"""The order of names and terms: by strokes in Traditional, by pinyin in Simplified, by letters in English.

The data in `collation.tsv` is that of the Unicode CLDR; `scripts/make_collation.py` made it. A character is
taken by itself, so 重 has one reading everywhere. Ideographs that the data lacks come last.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from duidu.han import is_ideograph
from duidu.model import ENGLISH, SIMPLIFIED

_FIRST = 0x4E00
_LAST_STROKES = 0x100  # more than any ideograph has
_BASE = 0x100  # from here on characters stand for small numbers in a key
OTHER = "#"
_ARTICLE = re.compile(r"^\W*(?:the|an?)\s+(?=\w)", re.IGNORECASE)


def sort_key(text: str, language: str) -> str:
    """The key by which `text` is sorted among others in `language`, as a string. Punctuation does not count.

    Letters come before ideographs. An English article at the beginning is passed over. A key has no spaces,
    so that others may be put after it.
    """
    return "".join([_rank(sign, language) for sign in _letters(text, language)])


def initial(text: str, language: str) -> str:
    """The group in which `text` stands: a number of strokes, or a letter; `OTHER` if it has neither."""
    first = _letters(text, language)[:1]
    if not is_ideograph(first):
        return first.upper() if first.isascii() and first.isalpha() else OTHER
    if language == SIMPLIFIED:
        return _pinyin().get(first, (0, OTHER))[1]
    return str(strokes(first) or OTHER) if language != ENGLISH else OTHER


def strokes(ideograph: str) -> int:
    """The number of strokes of `ideograph`; 0 if the data does not say."""
    place = ord(ideograph) - _FIRST
    counts = _data()["strokes"]
    return ord(counts[place]) - ord("0") if 0 <= place < len(counts) else 0


def _letters(text: str, language: str) -> str:
    """What of `text` is sorted: letters without accents, figures and ideographs."""
    if language == ENGLISH:
        text = _ARTICLE.sub("", text)
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(c for c in plain.casefold() if c.isalnum())


@cache
def _rank(sign: str, language: str) -> str:
    """The part of a key for `sign`: what begins it tells how long it is, so that keys compare as their parts
    do, one after the other.
    """
    if not is_ideograph(sign):
        return _figure(0) + sign
    if language != SIMPLIFIED:
        return _figure(strokes(sign) or _LAST_STROKES) + sign
    if sign not in _pinyin():
        return _figure(2) + sign
    return _figure(1) + "".join(map(_figure, divmod(_pinyin()[sign][0], _BASE)))


def _figure(number: int) -> str:
    return chr(_BASE + number)


@cache
def _data() -> dict[str, str]:
    """The lines of the table by their names."""
    table = files("duidu.enrich").joinpath("collation.tsv").read_text("utf-8")
    return dict(line.split("\t", 1) for line in table.splitlines() if not line.startswith("#"))


@cache
def _pinyin() -> dict[str, tuple[int, str]]:
    """The rank of each ideograph, and the letter with which its reading begins."""
    found: dict[str, tuple[int, str]] = {}
    letter = ""
    for rank, sign in enumerate(_data()["pinyin"]):
        if sign.isascii():
            letter = sign
        else:
            found[sign] = rank, letter
    return found
