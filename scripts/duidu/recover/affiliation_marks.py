"""The marks that lead from an author's name to an affiliation: stars of every shape, daggers."""

from __future__ import annotations

_STARS = "*＊∗⁎✽﹡"
AFFILIATION_MARKS = f"{_STARS}†‡§"  # in the brackets of a pattern
_PLAIN = str.maketrans(dict.fromkeys(_STARS, "*"))


def plain_mark(mark: str) -> str:
    """A mark as it is compared: all stars are one."""
    return mark.strip().translate(_PLAIN)
