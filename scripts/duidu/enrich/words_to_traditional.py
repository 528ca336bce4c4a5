"""The words of a Simplified stretch, each with its Traditional form as Taiwan writes it.

The dictionary says what is a word, OpenCC's phrases and the rows of the table what some words become. The
form of any other word is made of the shorter words in it: 发展中国家 of 发展, 中 and 国家.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from math import inf

from duidu.enrich import lone_forms
from duidu.enrich.dictionary import dictionary
from duidu.enrich.direction import TO_TRADITIONAL
from duidu.enrich.name_forms import SURNAME_FORMS
from duidu.enrich.opencc_tables import candidates, phrases
from duidu.enrich.overrides import Overrides, taiwan_spellings
from duidu.enrich.segmentation import Decision, Hypothesis, Word, likeliest

_LONGEST = 8  # ideographs in a word or row
# As if they were written so often: a row is seen as a common word is, a phrase that is not in the dictionary
# as a rare one.
_ROW, _PHRASE = 3000, 20
_SLIPS = 3  # times that the dictionary has a word that may be none
_RULED_WITHIN = ("里", "只")  # 马里亚纳, 千里姻缘, 十几只
_KEPT_IN_PLACES = ("里", "于", "岳", "余")  # 克里米亚, 于都, 新余


class WordsToTraditional:
    """The vocabulary of Simplified texts, with `overrides` as part of it."""

    def __init__(self, overrides: Overrides) -> None:
        self._rows = {row.phrase: row.replacement for row in overrides}
        self._longest_row = max(map(len, self._rows), default=0)
        self._rows_begin = frozenset(phrase[:2] for phrase in self._rows if len(phrase) > 1)
        self._changed = frozenset(
            before
            for row in overrides
            for before, after in zip(row.phrase, row.replacement, strict=True)
            if after != candidates(before, TO_TRADITIONAL)[0]
        )
        self._rare = dictionary().cost("")
        self._cost_of_row = dictionary().cost_of(_ROW)
        self.alone = cache(self._find_alone)
        self._word = cache(self._find_word)
        self._may_vary = cache(self._find_whether_it_may_vary)

    def is_plain(self, stretch: str) -> bool:
        """Whether each character has one form."""
        return not any(map(self._may_vary, stretch))

    def hypotheses(self, stretch: str, longest: int = _LONGEST) -> Iterator[Hypothesis]:
        """The words that may stand in `stretch`, of no more than `longest` ideographs, each with its cost."""
        costs, word, size = _costs(), self._word, len(stretch)
        for start, character in enumerate(stretch):
            yield start, start + 1, costs.get(character, self._rare), self.alone(character)
            if stretch[start : start + 2] in self._rows_begin:
                yield from self._rows_at(stretch, start, longest)
            for end in range(start + 2, min(start + longest, size) + 1):
                text = stretch[start:end]
                cost = costs.get(text)
                if cost is None:
                    break
                if cost is not inf:
                    yield start, end, cost, word(text)

    def _rows_at(self, stretch: str, start: int, longest: int) -> Iterator[Hypothesis]:
        last = min(start + min(longest, self._longest_row), len(stretch))
        for end in range(start + 2, last + 1):
            text = stretch[start:end]
            if text in self._rows:
                yield start, end, self._cost_of_row, self._word(text)

    def _find_alone(self, character: str) -> Word:
        row = self._rows.get(character)
        form = row or _spell(candidates(character, TO_TRADITIONAL)[0])
        return Word(character, form, Decision.OVERRIDE if row else Decision.CHARACTER)

    def _find_word(self, text: str) -> Word:
        if row := self._rows.get(text):
            return Word(text, row, Decision.OVERRIDE)
        if form := _phrases().get(text):
            return Word(text, form, Decision.PHRASE)
        if text in dictionary().names and text[0] in SURNAME_FORMS:
            given = "".join(self.alone(character).form for character in text[1:])
            return Word(text, SURNAME_FORMS[text[0]] + given, Decision.WORD)
        return Word(text, _spell(self._made_of_parts(text)), Decision.WORD)

    def _made_of_parts(self, text: str) -> str:
        """The form of a word by the shorter words in it."""
        kept = _KEPT_IN_PLACES if text in dictionary().places else ""
        forms, place = "", 0
        for part in likeliest(text, self.hypotheses(text, len(text) - 1)):
            by_rule = lone_forms.form_of(text, place) if place and part.text in _RULED_WITHIN else ""
            forms += by_rule or (part.text if part.text in kept else part.form)
            place += len(part.text)
        return forms

    def _find_whether_it_may_vary(self, character: str) -> bool:
        return character in self._changed or len(candidates(character, TO_TRADITIONAL)) > 1


@cache
def _phrases() -> Mapping[str, str]:
    """OpenCC's phrases, their forms in the spelling of Taiwan."""
    known = phrases(TO_TRADITIONAL)
    return {phrase: _spell(form) for phrase, form in known.items() if len(phrase) <= _LONGEST}


@cache
def _costs() -> Mapping[str, float]:
    """The cost of each word but for rows, by how often the dictionary's texts have it.

    What only begins a word costs more than any.
    """
    words = dictionary()
    begun = (phrase[:end] for phrase in _phrases() for end in range(2, len(phrase)))
    costs = dict.fromkeys(chain(words.beginnings, begun), inf)
    costs |= dict.fromkeys(_phrases(), words.cost_of(_PHRASE))
    return costs | {
        word: words.cost(word) for word, count in words.counts.items() if not _is_slip(word, count)
    }


def _is_slip(word: str, count: int) -> bool:
    """Whether it is one of the dictionary's rare words of the kind 变化系: a noun, and 系 “is” after it."""
    return word[-1] == "系" and len(word) > 2 and count <= _SLIPS


def _spell(word: str) -> str:
    """A Traditional word of OpenCC's in the spelling of Taiwan: see `taiwan_spellings`."""
    pattern, spellings = _spellings()
    return pattern.sub(lambda match: spellings[match.group()], word)


@cache
def _spellings() -> tuple[re.Pattern[str], Mapping[str, str]]:
    spellings = {row.phrase: row.replacement for row in taiwan_spellings()}
    return re.compile("|".join(sorted(spellings, key=len, reverse=True))), spellings
