"""What makes it doubtful that the characters behind glyphs are those that print shows."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from duidu.han import is_ideograph
from duidu.problems import Code
from duidu.sources.pdf.tallies import Tally
from duidu.sources.printed import Font, PrintedPage

_LETTER, _VOWEL = re.compile("[A-Za-z]"), re.compile("[AEIOUaeiou]")


@dataclass(frozen=True, slots=True)
class GlyphLimits:
    """When the characters of a font are improbable.

    `ideographs` and `letters`: a font with fewer tells nothing. `frequent`: the least share of ideographs that
    are among the 6,000 or so in daily use; of ideographs taken by chance a third are. `vowels`: the least share
    of vowels among Latin letters; in the languages of Europe and in romanised Chinese they are two fifths.
    """

    ideographs: int = 40
    letters: int = 200
    frequent: float = 0.7
    vowels: float = 0.2


LIMITS = GlyphLimits()


@dataclass(slots=True)
class _Sample:
    """Characters of a font: how many, of these the usual ones, and the first line with them."""

    line: int = 0
    ideographs: int = 0
    frequent: int = 0
    letters: int = 0
    vowels: int = 0

    def add(self, text: str, line: int) -> None:
        """Take in characters."""
        self.line = self.line or line
        ideographs = [character for character in text if is_ideograph(character)]
        self.ideographs += len(ideographs)
        self.frequent += sum(map(is_frequent, ideographs))
        self.letters += len(_LETTER.findall(text))
        self.vowels += len(_VOWEL.findall(text))

    @property
    def improbable(self) -> bool:
        """Whether nobody writes like this."""
        return (
            self.ideographs >= LIMITS.ideographs and self.frequent < LIMITS.frequent * self.ideographs
        ) or (self.letters >= LIMITS.letters and self.vowels < LIMITS.vowels * self.letters)


@dataclass(slots=True)
class GlyphDoubts:
    """Takes in the pages of a file, and tells what is doubtful about their characters."""

    tally: Tally
    _samples: defaultdict[Font, _Sample] = field(default_factory=lambda: defaultdict(_Sample))

    def look_at(self, page: PrintedPage) -> None:
        """Take in a page."""
        for line in page.lines:
            for span in line.spans:
                self._samples[span.font].add(span.text, line.number)

    def conclude(self) -> None:
        """Report the fonts whose characters are improbable."""
        for font, sample in self._samples.items():
            if sample.improbable:
                self.tally.count(Code.IMPROBABLE_CHARACTERS, sample.line, 1, {"font": font.name})


def is_frequent(character: str) -> bool:
    """Whether an ideograph is in the first level of Big5 or of GB 2312: those that people use."""
    return _level(character, "big5", 0xA4, 0xC6) or _level(character, "gb2312", 0xB0, 0xD7)


def _level(character: str, encoding: str, first: int, last: int) -> bool:
    try:
        return first <= character.encode(encoding)[0] <= last
    except UnicodeEncodeError:
        return False
