"""The parts of a Chinese name, where they can be known.

Chinese is written without spaces, so the name alone does not tell: 歐陽修 is surnamed 歐陽, and a name
may be a pen name. The name in English does, where it shows the parts: Hsin-yi has two syllables and
Chang has one, so 張心怡 is 張 and 心怡, whichever of the two comes first.
"""

from __future__ import annotations

import regex

from duidu.han import COMPOUND_SURNAMES
from duidu.publish.citing.record import Name

_IDEOGRAPHS = regex.compile(r"\p{Han}+")
_WORD = regex.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)?")


def surname_and_given(name: Name) -> tuple[str, str] | None:
    """The surname and the given name in Chinese; None where they cannot be told apart safely."""
    words = name.english.replace(",", " ").split()
    if not _IDEOGRAPHS.fullmatch(name.chinese) or len(words) != 2 or not all(map(_WORD.fullmatch, words)):
        return None
    syllables = sorted(1 + len(regex.findall(r"[-‐]", word)) for word in words)
    compound = name.chinese[:2] in COMPOUND_SURNAMES
    match len(name.chinese), syllables:
        case (2, [1, 1]):
            cut = 1
        case (3, [1, 2]) if not compound:
            cut = 1
        case (4, [2, 2]) if compound:
            cut = 2
        case _:
            return None
    return name.chinese[:cut], name.chinese[cut:]
