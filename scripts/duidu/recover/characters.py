"""Kinds of characters, as typesetting knows them, and the widths of text in ideographs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from duidu.han import STAND_INS

# Marks that may not begin a line (kinsoku): they stay with the character before them.
NEVER_FIRST = frozenset("，。、；：？！」』）》〉】〕”’…—·,.;:?!)]}%")
_HANGING = "，。、；：？！」』）》〉】〕”’"
# Marks that may not end a line in good composition: they go with the character after them.
NEVER_LAST = frozenset("「『（《〈【〔“‘([{")

# What fills the cell of an ideograph: those of every plane, kana, hangul, full-width marks and letters.
_FULL_WIDTH = (
    "\u1100-\u115f\u2014\u2026\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)

_WIDE = re.compile(f"[{STAND_INS}{_FULL_WIDTH}]")
_WORD = re.compile(r"[!-~\u00a1-\u024f\u2010-\u201f]+")


def is_wide(character: str) -> bool:
    """Whether a character fills the cell of an ideograph."""
    return _WIDE.match(character) is not None


def has_wide(text: str) -> bool:
    """Whether any character of `text` fills the cell of an ideograph."""
    return _WIDE.search(text) is not None


def count_narrow(text: str) -> int:
    """How many characters of `text` do not fill the cell of an ideograph."""
    return len(_WIDE.sub("", text))


@lru_cache(maxsize=8192)
def is_wide_mark(character: str) -> bool:
    """Whether a character is a full-width mark: 。，「」（）."""
    return is_wide(character) and unicodedata.category(character)[0] in "PSZ" and character not in STAND_INS


def is_latin(character: str) -> bool:
    """Whether a character is a letter of an alphabet."""
    return character.isalpha() and not is_wide(character)


@lru_cache(maxsize=8192)  # a line is measured again and again
def width(text: str) -> float:
    """The length of `text` in ideographs: an ideograph or full-width mark 1, a space ¼, all else ½."""
    return len(text) - count_narrow(text) / 2 - text.count(" ") / 4


def head_end(text: str) -> int:
    """Where the least piece that can begin `text` on a line ends.

    An ideograph with the marks that may not begin a line, or a whole Latin word and the space
    after it.
    """
    end = 0
    while end < len(text) and text[end] in NEVER_LAST:
        end += 1
    word = _WORD.match(text, end)
    end = word.end() if word else end + 1
    if word and text[end : end + 1] == " ":
        return end + 1
    while end < len(text) and text[end] in NEVER_FIRST:
        end += 1
    return end


def head_width(text: str) -> float:
    """The length of the least piece that can begin `text` on a line, in ideographs.

    A line before it is full when this piece would no longer have fitted on it.
    """
    end = head_end(text)
    piece = width(text[:end])
    return piece if text[end - 1 : end] == " " else max(1.0, piece)


def hang(text: str) -> float:
    """The length of the marks at the end of `text` that may stand over a line's end, in ideographs."""
    return width(text[len(text.rstrip(_HANGING)) :])


def visible(text: str) -> str:
    """`text` without white space: what is counted and conserved."""
    return "".join(text.split())
