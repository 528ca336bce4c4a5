"""The words of Chinese and how often each is written: the dictionary of the package `jieba`, in Simplified.

Only its file is read: how it cuts a text into words is not what conversion needs (`segmentation`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from math import log
from pathlib import Path

_LONGEST = 6  # ideographs; what is longer are sayings and names of bodies, made of shorter words
_RARE = 1.0  # the count of what is not in it


@dataclass(frozen=True, eq=False)
class Dictionary:
    """Words by how often they are written. `names` are those of persons, `places` those of places and of
    persons in other languages, `verbs` those that are verbs first.

    `beginnings` has what longer words begin with, from two ideographs on.
    """

    counts: Mapping[str, int]
    beginnings: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    verbs: frozenset[str]
    total: int

    @cached_property
    def _costs(self) -> Mapping[str, float]:
        return {word: log(self.total / count) for word, count in self.counts.items() if count}

    @cached_property
    def _cost_of_rare(self) -> float:
        return log(self.total / _RARE)

    def cost(self, word: str) -> float:
        """How unlikely `word` is: the negative logarithm of its share."""
        return self._costs.get(word, self._cost_of_rare)

    def cost_of(self, count: float) -> float:
        """How unlikely a word is that is written `count` times."""
        return log(self.total / count)


@cache
def dictionary() -> Dictionary:
    """The dictionary. It takes half a second to read, so only a conversion does."""
    counts: dict[str, int] = {}
    names: set[str] = set()
    places: set[str] = set()
    verbs: set[str] = set()
    for word, count, kind in _rows():
        counts[word] = count
        if kind.startswith("nr"):
            names.add(word)
        if kind.startswith(("ns", "nrt")):
            places.add(word)
        if kind.startswith("v"):
            verbs.add(word)
    beginnings = frozenset(word[:end] for word in counts for end in range(2, len(word)))
    return Dictionary(
        counts, beginnings, frozenset(names), frozenset(places), frozenset(verbs), sum(counts.values())
    )


def _rows() -> Iterator[tuple[str, int, str]]:
    """Each word with its count and its part of speech."""
    package = find_spec("jieba")
    assert package is not None  # it is installed with duidu
    assert package.origin is not None
    for line in Path(package.origin).with_name("dict.txt").read_text("utf-8").splitlines():
        word, count, kind = line.split(" ")
        if len(word) <= _LONGEST:
            yield word, int(count), kind
