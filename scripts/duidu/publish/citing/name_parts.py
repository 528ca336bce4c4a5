"""The parts of a Chinese name, and of what stands after it, where they can be known.

Chinese is written without spaces, so the name alone does not tell: 歐陽修 is surnamed 歐陽, and a name
may be a pen name. The name in English does, where it shows the parts: Hsin-yi has two syllables and
Chang has one, so 張心怡 is 張 and 心怡, whichever of the two comes first.
"""

from __future__ import annotations

import regex

from duidu.han import COMPOUND_SURNAMES
from duidu.publish.citing.record import Name

_IDEOGRAPHS = regex.compile(r"\p{Han}+")
# What someone is, at the end of where they are.
_POSITION = regex.compile(
    "[專兼专]任.*|(?:特聘|榮譽|荣誉|講座|讲座|客座)?(?:助理|助|副)?(?:教授|研究[員员])|助[教理]|[講讲][師师]"
    "|博士(?:班|後|后|候選|候选|研究|生).*|碩士.*|硕士.*|研究生|系主任|所[長长]|院[長长]"
)
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


def place_and_position(affiliation: str) -> tuple[str, str]:
    """Where someone is, and what they are there: empty if that is not said, or said in other words."""
    ends = (_POSITION.fullmatch(affiliation, cut) for cut in range(1, len(affiliation)))
    position = next((end[0] for end in ends if end), "")
    return affiliation.removesuffix(position).rstrip(" ，、,"), position
