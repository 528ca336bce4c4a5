"""A stretch of Traditional ideographs → its words, each with its Simplified form.

Which form a character takes depends on the word that it is in, and which word that is on all words around:
草原著火 is 草原 and 著火, not 原著. So of all ways to cut a stretch into words the likeliest is taken, by how
often each word is written: a unigram model, searched by dynamic programming. The words are those of the
dictionary, of OpenCC's tables and of the table of overrides; a row of a table counts where it is a word, and
never across one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from math import inf

from duidu.enrich.dictionary import Dictionary, dictionary
from duidu.enrich.opencc_tables import MAINLAND, candidates, convert, is_in, phrases
from duidu.enrich.overrides import Overrides
from duidu.han import SURNAMES

_LONGEST = 8  # ideographs in a word or row
# A row counts as if it was written so often: as a common word is, so that its word is seen where it stands.
_ROW = 3000


class Decision(Enum):
    """What gave a word its form: a row of the table, a phrase of OpenCC, the dictionary, or only itself."""

    OVERRIDE = "override"
    PHRASE = "phrase"
    WORD = "word"
    CHARACTER = "character"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in Traditional, and its Simplified form of the same length."""

    text: str
    form: str
    decision: Decision


class Segmenter:
    """Cuts stretches of ideographs into words, with `overrides` as part of the dictionary."""

    def __init__(self, overrides: Overrides) -> None:
        self._rows: dict[str, tuple[str, Decision]] = {
            phrase: (form, Decision.PHRASE) for phrase, form in phrases().items() if len(phrase) <= _LONGEST
        } | {row.phrase: (row.replacement, Decision.OVERRIDE) for row in overrides}
        self._longest = max(map(len, self._rows))
        self._beginnings = frozenset(phrase[:2] for phrase in self._rows if len(phrase) > 1)
        self._forms = cache(self._find_forms)
        self._alone = cache(self._find_alone)
        self.words = lru_cache(maxsize=20_000)(self._words)
        self.cut = lru_cache(maxsize=5_000)(self._cut)

    def _words(self, stretch: str) -> tuple[Word, ...]:
        """As `cut`, but fast where no word can decide for a character: there each is a word of its own."""
        forms = [self._forms(character) for character in stretch]
        if any(len(each) > 1 for each in forms) or any(
            stretch[start : start + 2] in self._beginnings for start in range(len(stretch) - 1)
        ):
            return self.cut(stretch)
        return tuple(map(self._alone, stretch))

    def _cut(self, stretch: str) -> tuple[Word, ...]:
        """The likeliest words of `stretch`, which has ideographs only: those whose costs are least in all."""
        forms = [self._forms(character) for character in stretch]
        least = [0.0, *[inf] * len(stretch)]
        last: list[Word | None] = [None] * (len(stretch) + 1)
        for start in range(len(stretch)):
            for cost, word in self._hypotheses(stretch, forms, start):
                end = start + len(word.text)
                if least[start] + cost < least[end]:
                    least[end], last[end] = least[start] + cost, word
        words: list[Word] = []
        end = len(stretch)
        while found := last[end]:
            words.append(found)
            end -= len(found.text)
        return tuple(reversed(words))

    def _find_alone(self, character: str) -> Word:
        decision = Decision.OVERRIDE if character in self._rows else Decision.CHARACTER
        return Word(character, self._forms(character)[0], decision)

    def _find_forms(self, character: str) -> tuple[str, ...]:
        """The Simplified forms of a character: first the one it has alone, then others of common writing."""
        row = self._rows.get(character)
        alone = row[0] if row else convert(character)
        others = (form for form in candidates(character) if is_in(form, MAINLAND))
        return tuple(dict.fromkeys((alone, *others)))

    def _hypotheses(
        self, stretch: str, forms: Sequence[tuple[str, ...]], start: int
    ) -> Iterator[tuple[float, Word]]:
        """The words that may begin at `start`, each with its cost."""
        words = dictionary()
        cost_of_row = words.cost_of(_ROW)
        alone = self._alone(stretch[start])
        yield words.cost(alone.form), alone
        if stretch[start : start + 2] in self._beginnings:
            for length in range(2, min(self._longest, len(stretch) - start) + 1):
                phrase = stretch[start : start + length]
                if row := self._rows.get(phrase):
                    yield min(words.cost(row[0]), cost_of_row), Word(phrase, *row)
        for form in _spellings(forms, start, words):
            end = start + len(form)
            is_name = form in words.names and stretch[start] in SURNAMES  # which is made of no words
            if is_name or (
                _is_consistent(form, tuple(forms[start:end]), words)
                and self._agrees_with_rows(stretch[start:end], form)
            ):
                yield words.cost(form), Word(stretch[start:end], form, Decision.WORD)

    def _agrees_with_rows(self, text: str, form: str) -> bool:
        """Whether no row gives part of a word a form that is written more often: 份子 in 菁英份子."""
        counts = dictionary().counts
        for start in range(len(text) - 1):
            if text[start : start + 2] in self._beginnings:
                for end in range(start + 2, len(text) + 1):
                    by_row, _ = self._rows.get(text[start:end], ("", None))
                    if counts.get(by_row, 0) > counts.get(form[start:end], 0):
                        return False
        return True


def _spellings(forms: Sequence[tuple[str, ...]], start: int, words: Dictionary) -> Iterator[str]:
    """The words of the dictionary that the characters from `start` on may spell."""
    begun: Sequence[str] = forms[start]
    for place in range(start + 1, len(forms)):
        spelt = [beginning + form for beginning in begun for form in forms[place]]
        yield from (word for word in spelt if word in words.counts)
        begun = [beginning for beginning in spelt if beginning in words.beginnings]
        if not begun:
            return


@lru_cache(maxsize=50_000)
def _is_consistent(word: str, forms: tuple[tuple[str, ...], ...], words: Dictionary) -> bool:
    """Whether no character of a longer word has a form that its pairs have less often than another.

    The dictionary has slips: 經典著作 stands in it with 着 too.
    """
    return len(word) == 2 or all(
        _pairs(word, place, word[place], words) >= _pairs(word, place, form, words)
        for place, several in enumerate(forms)
        for form in several
        if form != word[place]
    )


def _pairs(word: str, place: int, form: str, words: Dictionary) -> int:
    """How often `form`, at `place` in `word`, is written with its neighbours there."""
    before, after = word[max(place - 1, 0) : place], word[place + 1 : place + 2]
    return (words.counts.get(before + form, 0) if before else 0) + (
        words.counts.get(form + after, 0) if after else 0
    )
