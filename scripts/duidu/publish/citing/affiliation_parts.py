"""The parts of what stands after an author's name: where someone is, and what they are there."""

from __future__ import annotations

import regex

# What someone is, at the end of where they are.
_POSITION = regex.compile(
    "[專兼专]任.*|(?:特聘|榮譽|荣誉|講座|讲座|客座)?(?:助理|助|副)?(?:教授|研究[員员])|助[教理]|[講讲][師师]"
    "|博士(?:班|後|后|候選|候选|研究|生).*|碩士.*|硕士.*|研究生|系主任|所[長长]|院[長长]"
)


def place_and_position(affiliation: str) -> tuple[str, str]:
    """Where someone is, and what they are there: empty if that is not said, or said in other words."""
    ends = (_POSITION.fullmatch(affiliation, cut) for cut in range(1, len(affiliation)))
    position = next((end[0] for end in ends if end), "")
    return affiliation.removesuffix(position).rstrip(" ，、,"), position
