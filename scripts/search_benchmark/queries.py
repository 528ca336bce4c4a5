"""Queries drawn from the texts of a site, and what is right for them. `search_benchmark` measures by it.

What is right is found by reading all texts from beginning to end, folded as the search folds them; of the
search itself nothing else is used.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, islice

import regex

from duidu.enrich.fold import fold
from duidu.han import IDEOGRAPHIC, UNIFIED, WORD_SIGN
from duidu.publish.search.search_items import PAGE_BREAK, Item, Kind

FREQUENT = {2: 20, 3: 12, 4: 8}  # how many frequent words of how many ideographs

_IDEOGRAPHS = regex.compile(f"{UNIFIED}+")
_LATIN = re.compile(rf"(?<!\w)[^\W\d_{IDEOGRAPHIC}-\U0010ffff]{{4,}}(?!\w)")
_IN_WORDS = re.compile(WORD_SIGN)


@dataclass(frozen=True)
class Entry:
    """An item: its place (`SLUG#ID`), that of its title or heading, and its folded texts."""

    place: str
    section: str
    kind: Kind
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Truth:
    """What a query must find: items that have all its words, and sections in which they are scattered."""

    body: set[str] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)
    sections: set[str] = field(default_factory=set)

    @property
    def items(self) -> set[str]:
        """Those of the text, and notes."""
        return self.body | self.notes

    @property
    def numbers(self) -> tuple[int, int, int]:
        """How many there are of each."""
        return len(self.body), len(self.notes), len(self.sections)


class Corpus:
    """All items of a site, to be read from beginning to end."""

    def __init__(self, articles: Mapping[str, Iterable[Item]]) -> None:
        self.entries = [entry for slug, items in articles.items() for entry in _entries(slug, items)]
        self.by_place = {entry.place: entry for entry in self.entries}

    def truth(self, query: str) -> Truth:
        """What `query`, of words with spaces between them, must find."""
        lists = [list(self.having(word)) for word in query.split()]
        each = [{entry.place for entry in found} for found in lists]
        whole = [entry for entry in lists[0] if all(entry.place in places for places in each)]
        notes = {entry.place for entry in whole if entry.kind is Kind.NOTE}
        sections = set.intersection(*({entry.section for entry in found} for found in lists))
        answered = {entry.section for entry in whole}
        return Truth({entry.place for entry in whole} - notes, notes, sections - answered)

    def having(self, word: str) -> Iterator[Entry]:
        """The items that have `word`, in either script; one in letters must begin a word."""
        has = _finder(fold(word))
        return (entry for entry in self.entries if any(map(has, entry.texts)))

    def has_no_more(self, word: str, most: int) -> bool:
        """Whether no more than `most` items have `word`."""
        return len(list(islice(self.having(word), most + 1))) <= most


def _entries(slug: str, items: Iterable[Item]) -> Iterator[Entry]:
    section = ""
    for item in items:
        place = f"{slug}#{item.id}"
        if item.kind in (Kind.TITLE, Kind.HEADING):
            section = place
        texts = (fold(text.replace(PAGE_BREAK, "")) for text in (item.text, item.simplified or ""))
        yield Entry(place, section, item.kind, tuple(dict.fromkeys(texts)))


def _finder(folded: str) -> Callable[[str], object]:
    """What tells whether a folded text has a folded word."""
    if _IN_WORDS.match(folded):
        return re.compile(f"(?<!{WORD_SIGN}){re.escape(folded)}").search
    return lambda text: folded in text


@dataclass(frozen=True)
class Words:
    """The same words in Traditional and in Simplified."""

    traditional: str
    simplified: str


class Draw:
    """Draws words from the texts of items; of the same seed, always the same."""

    def __init__(self, items: Iterable[Item], seed: int) -> None:
        texts = [(item.text, item.simplified or item.text) for item in items]
        self._texts = [Words(*(text.replace(PAGE_BREAK, "") for text in both)) for both in texts]
        self._ends = list(accumulate(len(text.traditional) for text in self._texts))
        self._chance = random.Random(seed)

    def piece(self, shortest: int = 2, longest: int = 8) -> Words:
        """So many ideographs side by side, from anywhere; each length is as likely as another."""
        length = self._chance.randint(shortest, longest)
        return next(filter(None, (self._piece_in(self._place(), length) for _ in iter(int, 1))))

    def two_words(self, *, apart: bool = False) -> Words:
        """Two words of two or three ideographs, with a space between them: from one item, or from two
        that follow on each other if they are to be `apart`.
        """
        while True:
            place = self._place()
            words = [self._piece_in(place + step, self._chance.randint(2, 3)) for step in (0, int(apart))]
            first, second = words
            if first and second and first.traditional != second.traditional:
                return Words(
                    f"{first.traditional} {second.traditional}", f"{first.simplified} {second.simplified}"
                )

    def latin(self, count: int) -> list[str]:
        """So many words in letters, if there are, and of each the first letters, four or more."""
        found = {word for text in self._texts for word in _LATIN.findall(text.traditional)}
        words = self._chance.sample(sorted(found), min(count, len(found)))
        return words + [word[: self._chance.randint(4, max(4, len(word) - 1))] for word in words]

    def frequent(self) -> list[Words]:
        """The most frequent words, or what looks like one: ideographs that often stand side by side."""
        return [words for length, most in FREQUENT.items() for words in self._most(length, most)]

    def sample(self, words: list[Words], count: int) -> list[Words]:
        """So many of `words`, or all if there are no more."""
        return self._chance.sample(words, min(count, len(words)))

    def _most(self, length: int, most: int) -> Iterator[Words]:
        counts: Counter[str] = Counter()
        first: dict[str, str] = {}
        for text in self._texts:
            for run in _IDEOGRAPHS.finditer(text.traditional):
                for start in range(run.start(), run.end() - length + 1):
                    word = text.traditional[start : start + length]
                    counts[word] += 1
                    first.setdefault(word, text.simplified[start : start + length])
        return (Words(word, first[word]) for word, _ in counts.most_common(most))

    def _place(self) -> int:
        """The place of a text; the longer that is, the likelier."""
        return self._chance.choices(range(len(self._texts)), cum_weights=self._ends)[0]

    def _piece_in(self, place: int, length: int) -> Words | None:
        """So many ideographs from anywhere in the text at a place; None if others stand there."""
        text = self._texts[place % len(self._texts)]
        start = self._chance.randrange(len(text.traditional))
        piece = text.traditional[start : start + length]
        if len(piece) < length or not _IDEOGRAPHS.fullmatch(piece):
            return None
        return Words(piece, text.simplified[start : start + length])
