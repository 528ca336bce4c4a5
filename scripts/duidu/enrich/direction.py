"""From which script a text is converted to which: all rules of conversion take this as a parameter."""

from __future__ import annotations

from dataclasses import dataclass

from duidu.model import SIMPLIFIED, TRADITIONAL


@dataclass(frozen=True, eq=False, slots=True)
class Direction:
    """A way of converting: the languages of both sides, what the script that it leads to is called, OpenCC's
    name of it, and its table of corrections.
    """

    source: str
    target: str
    name: str
    configuration: str
    table: str


TO_SIMPLIFIED = Direction(TRADITIONAL, SIMPLIFIED, "Simplified", "tw2s", "to_simplified.tsv")
TO_TRADITIONAL = Direction(SIMPLIFIED, TRADITIONAL, "Traditional", "s2tw", "to_traditional.tsv")
DIRECTIONS = (TO_SIMPLIFIED, TO_TRADITIONAL)


def away_from(script: str) -> Direction:
    """The direction in which a text in `script` is converted."""
    return next(direction for direction in DIRECTIONS if direction.source == script)


def other_than(script: str) -> str:
    """The tag of the other script."""
    return away_from(script).target
