"""Folding: what makes a search find a word however it is typed.

Text and query are folded alike, character by character: Traditional and regional forms to Simplified
(臺 and 台, 裡 and 裏, 著 and 着), full width to half width, capitals to small letters, accents to none, and
signs that differ by script or by keyboard to one. White space counts between two words in letters or
digits only, so that 「1949 年」 is found as 「1949年」.

The browser folds in the same way, by `theme/assets/search/fold.js` and the table that `fold_groups` makes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import regex

from duidu.enrich.opencc_tables import every_character, simplest
from duidu.enrich.overrides import default_overrides
from duidu.han import UNIFIED, WORD_SIGN
from duidu.lookalikes import RADICALS, read_as

# The first of each group stands for all of it.
_SIGNS = (
    '"“”„‟「」〝〞﹁﹂', "'‘’‚‛『』﹃﹄ʻʼʹ′", "-‐‑‒–—―−─━⸺", "·‧・•∙⋅", "〇○◯", "~〜",
    "dđð", "iı", "lł", "oø", "σς",
)  # fmt: skip
_SIGN = {sign: group[0] for group in _SIGNS for sign in group}
# Signs that are written as several where there is no key for them.
_SEVERAL = {"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "⋯": "..."}

# What is not seen (soft hyphens, marks without width, controls of direction, selectors of variants), and the
# accents that NFKD parts from their letters. The marks of kana are no accents: か and が are two letters.
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)

_SPACE = re.compile(r"[^\S\x1c-\x1f\x85]")  # what browsers take for white space

_IDEOGRAPH = regex.compile(UNIFIED)
_QUOTES = dict(zip("「」『』", "“”‘’", strict=True))

_SPACES = re.compile(f"({WORD_SIGN}) +(?={WORD_SIGN})| +")


def fold(text: str) -> str:
    """`text` as it is searched. Its length may differ from that of `text`."""
    return _SPACES.sub(lambda space: f"{space[1]} " if space[1] else "", text.translate(_FOLDED))


def fold_character(character: str) -> str:
    """What stands for one character: mostly one, but 「㈠」 becomes three, and an accent alone nothing.

    White space becomes a space; `fold` decides whether it stays.
    """
    if _SPACE.match(character):
        return " "
    if sign := _SIGN.get(character):
        return sign
    parts = _UNSEEN.sub("", unicodedata.normalize("NFKD", character).lower())
    return "".join(_SIGN.get(part) or _SEVERAL.get(part) or _ideograph(part) for part in parts)


def _ideograph(sign: str) -> str:
    """What stands for all forms of an ideograph: radicals, and variants by OpenCC and the overrides."""
    sign = read_as(sign)
    return simplest(_variants().get(sign, sign))


@cache
def _variants() -> Mapping[str, str]:
    """The characters that a row of the table of overrides gives another form wherever they stand."""
    rows = ((row.phrase, row.replacement) for row in default_overrides() if len(row.phrase) == 1)
    return {variant: form for variant, form in rows if form != variant}


def plainly_simplified(text: str) -> str:
    """What the browser takes for the Simplified form of `text` if it is told nothing else.

    That is ideographs folded, and for each of 「」『』 what it mostly becomes.
    """
    return text.translate(_PLAIN)


class _Table(dict[int, str]):
    """What each character becomes, by its number, found out when it is first met."""

    def __init__(self, become: Callable[[str], str]) -> None:
        super().__init__()
        self._become = become

    def __missing__(self, number: int) -> str:
        self[number] = self._become(chr(number))
        return self[number]


_FOLDED = _Table(fold_character)
_PLAIN = _Table(lambda sign: fold_character(sign) if _IDEOGRAPH.match(sign) else _QUOTES.get(sign, sign))


def fold_groups(folded: Iterable[str]) -> tuple[str, ...]:
    """For each of the characters `folded`: itself, and all that become it. Those with no other are left out.

    Other characters than these need not be folded to find a word written with these.
    """
    groups = {group[0]: set(group[1:]) for group in _SIGNS}
    wanted = set(folded)
    for character in every_character() | _variants().keys() | set(RADICALS):
        stands_for = fold_character(character)
        if stands_for != character and stands_for in wanted:
            groups.setdefault(stands_for, set()).add(character)
    return tuple(first + "".join(sorted(groups[first])) for first in sorted(groups))
