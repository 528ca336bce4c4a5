"""Regions: stretches of a part's text that mean something, as a link or a name.

Regions may lie in any way. How they are nested in one another is decided here alone, by `nested`.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from duidu.publish.tree import Citation, Container, Link, ShortReference


@dataclass(frozen=True, slots=True)
class Region:
    """Characters `start` to `end` of a text; `meaning` is the node that is to stand around them."""

    start: int
    end: int
    meaning: Container

    @property
    def is_link(self) -> bool:
        """Whether its words lead somewhere."""
        return isinstance(self.meaning, Link) or (
            isinstance(self.meaning, ShortReference) and bool(self.meaning.targets)
        )

    def overlaps(self, other: Region) -> bool:
        """Whether they have a character in common."""
        return self.start < other.end and other.start < self.end

    def cut(self, start: int, end: int) -> Region:
        """What of it lies between two offsets, counted from the first; it may be empty.

        What is told once, an id or a remark, stays with its beginning.
        """
        meaning = self.meaning
        if self.start < start and isinstance(meaning, Citation):
            meaning = replace(meaning, id="")
        if self.start < start and isinstance(meaning, ShortReference):
            meaning = replace(meaning, remark=())
        return Region(max(self.start, start) - start, min(self.end, end) - start, meaning)


# The regions of each part of an article, by the part's id.
Regions = Mapping[str, Sequence[Region]]


def nested(regions: Iterable[Region], calls: Iterable[int] = ()) -> list[Region]:
    """`regions` in the order in which they open, each wholly inside all that are open there.

    One that goes on beyond the region around it ends with that; a link goes on after it. Links do not nest:
    a link inside another is left out, and so is one around a note's call; `calls` are the offsets of these.
    """
    calls = tuple(calls)
    waiting = sorted(regions, key=_order)
    found: list[Region] = []
    around: list[Region] = []
    while waiting:
        region = waiting.pop(0)
        around = [outer for outer in around if outer.end > region.start]
        end = min([region.end, *(outer.end for outer in around)])
        linked = any(outer.is_link for outer in around) or any(region.start < call < end for call in calls)
        if region.start < end and not (region.is_link and linked):
            around.append(region if end == region.end else replace(region, end=end))
            found.append(around[-1])
            if end < region.end and isinstance(region.meaning, Link):
                insort(waiting, replace(region, start=end), key=_order)
    return found


def _order(region: Region) -> tuple[int, int]:
    return region.start, -region.end
