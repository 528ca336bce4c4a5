"""Whether a date stands in Chinese prose, and the sentence around it."""

from __future__ import annotations

import re

_TITLES = re.compile(r"《[^《》]*》|〈[^〈〉]*〉|“[^“”]*[A-Za-z]{3}[^“”]*”")
_SENTENCE_END = re.compile(r"[。！？；!?;]+[」』”’）)]*|(?<=[a-z0-9)’”][.])\s+(?=[A-Z\u3400-\u9fff])")
_LATIN = re.compile(r"[A-Za-z]")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether the date at `start` to `end` is neither part of a title nor amid Latin letters."""
    in_title = any(title.start() <= start and end <= title.end() for title in _TITLES.finditer(text))
    return not in_title and not _is_latin(text, start, end)


def _is_latin(text: str, start: int, end: int) -> bool:
    """Whether the date stands amid Latin letters: in a bracket after Chinese it may, elsewhere it is none."""
    if _IDEOGRAPH.search(text, start, end):
        return False
    opened = max(text.rfind("（", 0, start), text.rfind("(", 0, start))
    if opened > max(text.rfind("）", 0, start), text.rfind(")", 0, start)):
        return not _IDEOGRAPH.search(text[max(0, opened - 1) : opened])
    nearest = [
        next((sign for sign in side if _LATIN.match(sign) or _IDEOGRAPH.match(sign)), "")
        for side in (reversed(text[:start]), text[end:])
    ]
    return not all(_IDEOGRAPH.match(sign) for sign in nearest if sign) or not any(nearest)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around `start` to `end` begins and ends.

    It ends at 。！？； and at a full stop before a capital, with the marks that close a quotation after it;
    but one that opens a quotation or bracket goes on until it is closed.
    """
    ends = [0, *(mark.end() for mark in _SENTENCE_END.finditer(text)), len(text)]
    first = max(offset for offset in ends if offset <= start)
    last = min(offset for offset in ends if offset >= end)
    while last < len(text) and _open(text[first:last]) > 0:
        last = min(offset for offset in ends if offset > last)
    while first and _open(text[first:last]) < 0:
        first = max(offset for offset in ends if offset < first)
    return _trimmed(text, first, last)


def _open(text: str) -> int:
    """How many more quotations and brackets open in `text` than close."""
    return sum((sign in "「『“（(《") - (sign in "」』”）)》") for sign in text)


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    inner = text[first:last]
    return first + len(inner) - len(inner.lstrip()), last - (len(inner) - len(inner.rstrip()))
