"""Whether a date stands in Chinese prose, and the sentence around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

import regex

from duidu.enrich.citations.found import trimmed
from duidu.han import bracket_depth

_TITLES = regex.compile(r"《[^《》]*》|〈[^〈〉]*〉|“[^“”]*[A-Za-z]{3}[^“”]*”")
_SENTENCE_END = regex.compile(r"[。！？；!?;]+[」』”’）)]*|(?<=[a-z0-9)’”][.])\s+(?=[A-Z\p{Han}])")
_LONGEST_ADDRESS = 300  # characters
_NEAR = 1000  # characters to either side, within which a bracket and the nearest word are looked for
_LATIN = regex.compile(r"[A-Za-z]")
_IDEOGRAPH = regex.compile(r"\p{Han}")
# The date of access of a web page.
_VISIT = "(?:檢視|檢索|瀏覽|造訪|查閱|訪問|上網|下載|存取|點閱)"
_VISITED = regex.compile(rf"{_VISIT}(?:日期|時間|於)?[：:]?\s*$|(?:https?://|www\.)[!-~]+\s?[（(]\s?$")
_VISITED_AFTER = regex.compile(rf"\s*{_VISIT}")


class Prose:
    """A text whose titles and sentences are found once, for all of its dates."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._titles = [title.span() for title in _TITLES.finditer(text)]
        self._title_starts = [start for start, _ in self._titles]
        self._ends = [0, *(mark.end() for mark in _SENTENCE_END.finditer(text)), len(text)]
        depths = list(accumulate(map(bracket_depth, text), initial=0))
        self._depths = [depths[end] for end in self._ends]

    def says(self, start: int, end: int) -> bool:
        """Whether the prose states the date at `start` to `end`, not a title, Latin words or a visit."""
        before = bisect_right(self._title_starts, start)
        in_title = before > 0 and end <= self._titles[before - 1][1]
        visited = _VISITED.search(self._text, max(0, start - _LONGEST_ADDRESS), start)
        if in_title or visited or _VISITED_AFTER.match(self._text, end):
            return False
        return not _is_latin(self._text, start, end)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around `start` to `end` begins and ends.

        It ends at 。！？； and at a full stop before a capital, with the marks that close a quotation after
        it; but one that opens a quotation or bracket goes on until it is closed.
        """
        ends, depths = self._ends, self._depths
        first, last = bisect_right(ends, start, hi=len(ends) - 1) - 1, bisect_left(ends, end)
        while ends[last] < len(self._text) and depths[last] > depths[first]:
            last += 1
        while ends[first] and depths[last] < depths[first]:
            first -= 1
        return trimmed(self._text, ends[first], ends[last], " \n\u3000")


def _is_latin(text: str, start: int, end: int) -> bool:
    """Whether the date stands amid Latin words; in a bracket, what counts is the word before the bracket."""
    if _IDEOGRAPH.search(text, start, end):
        return False
    near = max(0, start - _NEAR)
    opened = max(text.rfind("（", near, start), text.rfind("(", near, start))
    if opened > max(text.rfind("）", near, start), text.rfind(")", near, start)):
        return not _IDEOGRAPH.search(text[max(0, opened - 1) : opened])
    nearest = [
        next((sign for sign in side if _LATIN.match(sign) or _IDEOGRAPH.match(sign)), "")
        for side in (reversed(text[near:start]), text[end : end + _NEAR])
    ]
    return not all(_IDEOGRAPH.match(sign) for sign in nearest if sign) or not any(nearest)
