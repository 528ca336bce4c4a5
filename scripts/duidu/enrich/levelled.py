"""Words without what typing makes differ: accents, ligatures, the shape of apostrophes, what is not seen.

Names are compared so: Geoﬀrey and Geoffrey, O’Neill and O'Neill, Müller in either of its normal forms.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻʹ′＇", "'"))
_LETTERS = str.maketrans("łŁøØđĐıħĦ", "lLoOdDihH") | {
    ord("ß"): "ss",
    ord("æ"): "ae",
    ord("Æ"): "Ae",
    ord("œ"): "oe",
}
_MARKS = regex.compile(r"\p{Mn}|\p{Cf}")


@lru_cache(maxsize=10_000)
def level(words: str) -> str:
    """`words` levelled, with their capitals."""
    return "".join(map(_level_sign, words))


def level_with_places(words: str) -> tuple[str, list[int]]:
    """`words` levelled, and the place in `words` of each of its signs, and of its end."""
    signs = [_level_sign(sign) for sign in words]
    places = [place for place, sign in enumerate(signs) for _ in sign]
    return "".join(signs), [*places, len(words)]


@lru_cache(maxsize=10_000)
def _level_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    return _MARKS.sub("", unicodedata.normalize("NFKD", sign)).translate(_APOSTROPHES).translate(_LETTERS)
