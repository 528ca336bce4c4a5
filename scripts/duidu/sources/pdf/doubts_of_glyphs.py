"""What makes it doubtful that the characters behind glyphs are those that print shows."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from duidu.han import is_ideograph
from duidu.problems import Code
from duidu.sources.pdf.tallies import Tally
from duidu.sources.printed import Font, PrintedPage

_WORD = re.compile("[A-Za-z]{4,}")
_COMMON_LETTERS = frozenset("etaoinsrhlETAOINSRHL")


@dataclass(frozen=True, slots=True)
class GlyphLimits:
    """When the characters of a font are improbable.

    `ideographs` and `letters`: a font with fewer tells nothing; letters count in words of four or more, as
    formulas are another matter. `frequent`: the least share of ideographs that are among the 6,000 or so in
    daily use; of ideographs taken by chance a third are. `common`: the least share of the ten letters that
    are the most common in English, among all letters; there and in its neighbours it is near three quarters,
    in romanised Chinese not much less.
    """

    ideographs: int = 40
    letters: int = 400
    frequent: float = 0.7
    common: float = 0.5


LIMITS = GlyphLimits()


@dataclass(slots=True)
class _Sample:
    """The ideographs of a font, the letters of its Latin words, and the first line with any."""

    line: int
    ideographs: Counter[str] = field(default_factory=Counter)
    letters: Counter[str] = field(default_factory=Counter)

    def add(self, text: str) -> None:
        """Take in characters."""
        self.ideographs.update(text)
        for word in _WORD.findall(text):
            self.letters.update(word)

    @property
    def improbable(self) -> bool:
        """Whether nobody writes like this."""
        ideographs = {key: count for key, count in self.ideographs.items() if is_ideograph(key)}
        usual = sum(count for key, count in ideographs.items() if is_frequent(key))
        common = sum(count for key, count in self.letters.items() if key in _COMMON_LETTERS)
        return _lacks(sum(ideographs.values()), LIMITS.ideographs, usual, LIMITS.frequent) or _lacks(
            self.letters.total(), LIMITS.letters, common, LIMITS.common
        )


def _lacks(total: int, enough: int, wanted: int, share: float) -> bool:
    return total >= enough and wanted < share * total


@dataclass(slots=True)
class GlyphDoubts:
    """Takes in the pages of a file, and tells what is doubtful about their characters."""

    tally: Tally
    _samples: dict[Font, _Sample] = field(default_factory=dict)

    def look_at(self, page: PrintedPage) -> None:
        """Take in a page."""
        for line in page.lines:
            for span in line.spans:
                sample = self._samples.get(span.font)
                if sample is None:
                    sample = self._samples[span.font] = _Sample(line.number)
                sample.add(span.text)

    def conclude(self) -> None:
        """Report the fonts whose characters are improbable."""
        for font, sample in self._samples.items():
            if sample.improbable:
                self.tally.count(Code.IMPROBABLE_CHARACTERS, sample.line, first={"font": font.name})


def is_frequent(character: str) -> bool:
    """Whether an ideograph is in the first level of Big5 or of GB 2312: those that people use."""
    return _level(character, "big5", 0xA4, 0xC6) or _level(character, "gb2312", 0xB0, 0xD7)


def _level(character: str, encoding: str, first: int, last: int) -> bool:
    try:
        return first <= character.encode(encoding)[0] <= last
    except UnicodeEncodeError:
        return False
