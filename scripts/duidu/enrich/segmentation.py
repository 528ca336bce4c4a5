"""A stretch of ideographs → its words, each with its form in the other script.

Which form a character takes depends on the word that it is in, and which word that is on all words around:
草原著火 is 草原 and 著火, not 原著. So of all ways to cut a stretch into words the likeliest is taken, by how
often each word is written: a unigram model, searched by dynamic programming. The words are those of the
dictionary, of OpenCC's tables and of the table of overrides; a row of a table counts where it is a word, and
never across one. What may be a word depends on the direction: see `words_to_simplified` and
`words_to_traditional`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from math import inf
from typing import Protocol


class Decision(Enum):
    """What gave a word its form: a row of the table, a phrase of OpenCC, the dictionary, what stands around
    it, or only itself.
    """

    OVERRIDE = "override"
    PHRASE = "phrase"
    WORD = "word"
    CONTEXT = "context"
    CHARACTER = "character"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in the text, and its form of the same length in the other script."""

    text: str
    form: str
    decision: Decision


# A word that may stand in a stretch: where it begins and ends, its cost, and itself.
Hypothesis = tuple[int, int, float, Word]


class Vocabulary(Protocol):
    """The words of one script, with their forms in the other."""

    def alone(self, character: str) -> Word:
        """A character as a word of its own."""

    def is_plain(self, stretch: str) -> bool:
        """Whether no word can decide for a character of `stretch`."""

    def hypotheses(self, stretch: str) -> Iterable[Hypothesis]:
        """The words that may stand in `stretch`, in the order in which they begin."""


class Segmenter:
    """Cuts stretches of ideographs into the words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.words = lru_cache(maxsize=20_000)(self._words)
        self.cut = lru_cache(maxsize=5_000)(self._cut)

    def _words(self, stretch: str) -> tuple[Word, ...]:
        """As `cut`, but fast where no word can decide for a character: there each is a word of its own."""
        if self._vocabulary.is_plain(stretch):
            return tuple(map(self._vocabulary.alone, stretch))
        return self.cut(stretch)

    def _cut(self, stretch: str) -> tuple[Word, ...]:
        """The likeliest words of `stretch`, which has ideographs only."""
        return likeliest(stretch, self._vocabulary.hypotheses(stretch))


def likeliest(stretch: str, hypotheses: Iterable[Hypothesis]) -> tuple[Word, ...]:
    """Of the words that may stand in `stretch` those that make it up at the least cost in all."""
    least = [0.0, *[inf] * len(stretch)]
    last: list[Word | None] = [None] * (len(stretch) + 1)
    for start, end, cost, word in hypotheses:
        if least[start] + cost < least[end]:
            least[end], last[end] = least[start] + cost, word
    words: list[Word] = []
    end = len(stretch)
    while found := last[end]:
        words.append(found)
        end -= len(found.text)
    return tuple(reversed(words))
