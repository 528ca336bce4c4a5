"""The words of a Traditional stretch, each with its Simplified form.

The dictionary has words in Simplified, so a word is whatever some forms of its characters spell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import add

from duidu.enrich.dictionary import Dictionary, dictionary
from duidu.enrich.direction import TO_SIMPLIFIED
from duidu.enrich.opencc_tables import MAINLAND, candidates, convert, is_in, phrases
from duidu.enrich.overrides import Overrides
from duidu.enrich.segmentation import Decision, Hypothesis, Word
from duidu.han import SURNAMES

_LONGEST = 8  # ideographs in a word or row
# A row counts as if it was written so often: as a common word is, so that its word is seen where it stands.
_ROW = 3000


class WordsToSimplified:
    """The vocabulary of Traditional texts, with `overrides` as part of it."""

    def __init__(self, overrides: Overrides) -> None:
        known = phrases(TO_SIMPLIFIED)
        self._rows: dict[str, tuple[str, Decision]] = {
            phrase: (form, Decision.PHRASE) for phrase, form in known.items() if len(phrase) <= _LONGEST
        } | {row.phrase: (row.replacement, Decision.OVERRIDE) for row in overrides}
        self._longest = max(map(len, self._rows))
        self._beginnings = frozenset(phrase[:2] for phrase in self._rows if len(phrase) > 1)
        self._forms = cache(self._find_forms)
        self._varies = cache(lambda character: len(self._forms(character)) > 1)
        self.alone = cache(self._find_alone)

    def is_plain(self, stretch: str) -> bool:
        """Whether each character has one form, and none is in a row."""
        return not any(map(self._varies, stretch)) and self._beginnings.isdisjoint(
            map(add, stretch, stretch[1:])
        )

    def hypotheses(self, stretch: str) -> Iterator[Hypothesis]:
        """The words that may stand in `stretch`, each with its cost."""
        forms = [self._forms(character) for character in stretch]
        for start in range(len(stretch)):
            for cost, word in self._beginning_at(stretch, forms, start):
                yield start, start + len(word.text), cost, word

    def _find_alone(self, character: str) -> Word:
        decision = Decision.OVERRIDE if character in self._rows else Decision.CHARACTER
        return Word(character, self._forms(character)[0], decision)

    def _find_forms(self, character: str) -> tuple[str, ...]:
        """The Simplified forms of a character: first the one it has alone, then others of common writing."""
        row = self._rows.get(character)
        alone = row[0] if row else convert(character, TO_SIMPLIFIED)
        others = (form for form in candidates(character, TO_SIMPLIFIED) if is_in(form, MAINLAND))
        return tuple(dict.fromkeys((alone, *others)))

    def _beginning_at(
        self, stretch: str, forms: Sequence[tuple[str, ...]], start: int
    ) -> Iterator[tuple[float, Word]]:
        """The words that may begin at `start`, each with its cost."""
        words = dictionary()
        cost_of_row = words.cost_of(_ROW)
        alone = self.alone(stretch[start])
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
