"""The words by which a note refers to what was cited before, as they stand in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

import regex

from duidu.enrich.citations.cues import CUE
from duidu.enrich.citations.found import Range
from duidu.han import NUMERALS, number

_NUMBER = r"[\dxvi]+(?:[-–—至]\d+)?"
_NUMBERS = rf"{_NUMBER}(?:[,、]\s?(?!(?:1[4-9]|20)\d\d\b)\d+(?:[-–—]\d+)?)*"
# In the manner of Chicago, pages need no word for them; a year is none.
_BARE = r"(?!(?:1[4-9]|20)\d\d\b)\d{1,4}(?:[-–—]\d+)?(?=[.;。；]|$)"
_LOCATOR = rf"(?:[,，]?\s*(?:pp?\.\s?|頁\s*|第\s*(?=\d+\s*頁)){_NUMBERS}(?:\s*頁)?|,\s{_BARE})?"
# What may stand between the beginning of a sentence and such words.
CUES = regex.compile(r"^.*(?:[Ss]ee(?: also)?|[Cc]f\.|" + CUE + r")\s*")

# The number of a note, in figures or in words: 同註 3, 同註（3）, 同註十二.
_LABEL = rf"[（(\[［]?(?P<label>\d+|[{NUMERALS}]+)[）)\]］]?"
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF0E, 0xFF5B)} | {0xFF0C: 0xFF0C}

_FORMS = regex.compile(
    r"(?:(?P<previous>\b(?:(?i:ibid)\b|I[Dd](?:em)?\b(?=\.|,))\.?)|(?P<earlier>\b(?i:op|loc)\. ?(?i:cit)\.?)"
    rf"|(?P<same_note>(?:[同仝]|前揭|前引|同前|(?<![見閱考照])前)[註注]釋?\s*{_LABEL}|[註注]\s*{_LABEL}\s?(?:前?[引揭])?(?P<kind>[書文]))"
    r"|(?P<previous_zh>[同仝](?:前|上)(?:引|揭)?(?:[註注]|書|文)?|[同仝][引揭][書文]|前[註注](?!\s*[\d一二三四五六七八九十])|見前(?=[，,]))"
    r"(?=[，,。；;）)]|$)"
    rf"|(?P<earlier_zh>[前上][引揭](?:論?文|書|著)?)(?=[，,。；;）)頁]|$))(?P<at>{_LOCATOR})"
    r"|(?P<note_en>\b(?:[Ss]upra|[Ss]ee|cf\.),? (?:foot)?note (?P<label>\d+)(?: above)?)"
    rf"|(?P<see_note>(?:[參詳另又]?見|參閱|參考|參照?)(?:本文|上文|前文|前)?[註注]釋?\s*{_LABEL})"
)
_PAGES_ALONE = regex.compile(rf"(?<=[,，”])\s?(?:(?:pp?\.\s?|頁\s*){_NUMBERS}|(?<=[,”]\s){_BARE})")


class Form(Enum):
    """What a short reference points back to."""

    PREVIOUS = "the reference just before: Ibid., 同上"
    EARLIER = "an earlier reference to the author named before it: op. cit., 前引文"
    SAME_NOTE = "what the note with this number cites: 同註 3"
    NOTE = "the note with this number: 見註 3"
    BARE = "an earlier reference to the author named before a page: Walt (1997), p. 5"


@dataclass(frozen=True, slots=True)
class Short:
    """The words of a short reference from `start` to `end`, without the author's name before them.

    `label` is the number of the note it names; `kind` is 文 or 書 where it says which it means.
    """

    form: Form
    start: int
    end: int
    label: str = ""
    kind: str = ""

    @property
    def range(self) -> Range:
        """Where it stands."""
        return self.start, self.end


_NAMES = {
    "previous": Form.PREVIOUS,
    "previous_zh": Form.PREVIOUS,
    "earlier": Form.EARLIER,
    "earlier_zh": Form.EARLIER,
    "same_note": Form.SAME_NOTE,
    "see_note": Form.NOTE,
    "note_en": Form.NOTE,
}


def find_short(text: str) -> Iterator[Short]:
    """The short references in a note's `text`, with the pages that they give."""
    for match in _FORMS.finditer(text.translate(_HALF_WIDTH)):
        said = {name: value for name, value in match.groupdict().items() if value}
        name = next(name for name in _NAMES if name in said)
        label = said.get("label", "")
        label = label if label.isascii() else str(number(label))
        yield Short(_NAMES[name], match.start(), match.end(), label, said.get("kind") or _kind(said[name]))


def find_bare(text: str, taken: Iterable[Range]) -> Iterator[Short]:
    """Page numbers outside of what is `taken`: before them there may be a mere author's name."""
    taken = list(taken)
    for match in _PAGES_ALONE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield Short(Form.BARE, match.start(), match.end())


def _kind(words: str) -> str:
    return next((kind for kind in "文書" if words.endswith(kind)), "")
