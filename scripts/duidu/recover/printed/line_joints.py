"""What belongs between two lines of a paragraph: nothing, a space, or no hyphen."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from duidu.recover.lines import split_lines
from duidu.recover.reflow import Habit, find_habit, glue, url_goes_on

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:[-‐][A-Za-z\u00c0-\u024f]+)*")
_HYPHENATED = re.compile(r"([A-Za-z\u00c0-\u024f]+)[-‐\u00ad]$")
_LAST_WORD = re.compile(r"(?:[A-Za-z\u00c0-\u024f]+[-‐])*[A-Za-z\u00c0-\u024f]+[-‐\u00ad]$")
_NEXT = re.compile(r"[a-z\u00df-\u024f]+")
_LAST_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f]+$")


@dataclass(frozen=True)
class Joints:
    """What a document's own words tell: how it spaces words, which it has, and whether lines break them.

    `within` has the words that stand within lines, which no line can have broken.
    """

    habit: Habit
    words: Counter[str]
    hyphenated: bool = False
    within: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> Joints:
        """Those of a text, line by line; what a line breaks is no word."""
        words = Counter[str]()
        broken = False
        pairs: list[str] = []
        within: set[str] = set()
        last = ""
        for line in text.split("\n"):
            found = [word.lower() for word in _WORD.findall(line)]
            words.update(found[broken : len(found) - bool(_HYPHENATED.search(line.rstrip()))])
            if broken and found:
                pairs.append(last + found[0])
            broken = bool(_HYPHENATED.search(line.rstrip()))
            last = found[-1] if found else ""
            within.update(match[0].lower() for match in _WORD.finditer(line.strip(), 1) if _is_inside(match))
        hyphenated = any(words[pair] for pair in pairs)
        habit = replace(find_habit(split_lines(text)), trimmed=True)  # a line of print has no end to tell
        return cls(habit, words, hyphenated, frozenset(within))

    def between(self, before: str, after: str, *, called: bool = False) -> str:
        """What belongs between two lines; `called` says that a note is called there."""
        if not before.strip() or not after.strip() or url_goes_on(before.rstrip(), after.lstrip()):
            return ""
        if _HYPHENATED.search(before) or self._is_broken(before, after):
            return ""
        return glue(before, after, self.habit, beside_note=called)

    def _is_broken(self, before: str, after: str) -> bool:
        """Whether a line ends within a word, without a hyphen: Word breaks words so if it is told to.

        The document has the whole word within some line, and not both of its parts.
        """
        last, following = _LAST_LETTERS.search(before), _NEXT.match(after)
        if not last or not following:
            return False
        first, second = last[0].lower(), following[0]
        return first + second in self.within and not {first, second} <= self.within

    def drops_hyphen(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of a line is only the typesetter's: by the words of the document."""
        last, following = _HYPHENATED.search(before), _NEXT.match(after)
        if not last or not following:
            return False
        if before.endswith("\u00ad"):
            return True
        first, second = last[1].lower(), following[0]
        joined, hyphened = self.words[first + second], self.words[f"{first}-{second}"]
        if joined or hyphened:
            return joined >= hyphened
        whole = _LAST_WORD.search(before)
        if whole and whole[0].count("-") > 1:
            return False
        if self.words[second] and len(second) > 2:
            return self.hyphenated and not (self.words[first] and len(first) > 2)
        return self.hyphenated


def _is_inside(word: re.Match[str]) -> bool:
    """Whether something stands before and after a word of a line."""
    return word.end() < len(word.string) and not word.string[word.start() - 1].isalpha()
