"""Whether a date stands in prose or in a reference to literature, and the sentence around it."""

from __future__ import annotations

import re

# A field of a reference: the date alone between commas or brackets, 第 2 期，2005 年 3 月，頁 6.
_FIELD_BEFORE = re.compile(r"[，,（(；;：:、][ \u3000]*$")
_FIELD_AFTER = re.compile(r"[ \u3000]*(?:年)?[ \u3000]*(?:[，,）);；。.、]|$)")
# What stands before a field in a reference and hardly in prose.
_REFERENCE_BEFORE = re.compile(
    r"[》〉”\"]|第[ ]?\S{1,4}[ ]?[期卷號輯冊]|出版社|書局|書店|印書館|研討會|學報|年版|[A-Za-z]|："
)
_TITLES = re.compile(r"《[^《》]*》|〈[^〈〉]*〉|“[^“”]*[A-Za-z]{3}[^“”]*”")
_SENTENCE_END = re.compile(r"[。！？；!?;]+[」』”’）)]*|(?<=[a-z0-9)’”][.])\s+(?=[A-Z\u3400-\u9fff])")
_LATIN = re.compile(r"[A-Za-z]")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


def is_prose(text: str, start: int, end: int, *, note: bool) -> bool:
    """Whether the date at `start` to `end` is not part of a title or of a reference."""
    if any(title.start() <= start and end <= title.end() for title in _TITLES.finditer(text)):
        return False
    if _is_latin(text, start, end):
        return False
    field = _FIELD_BEFORE.search(text, 0, start) and _FIELD_AFTER.match(text, end)
    if not field:
        return True
    bracketed = text[:start].rstrip()[-1] in "（("
    if bracketed and _FIELD_AFTER.match(text, end) and text[end:].lstrip("年 ")[:1] in ("）", ")"):
        return not re.search(r"第\s?\S{1,4}\s?[期卷號]$|[》〉]$", text[: start - 1].rstrip())
    first, _ = sentence(text, start, end)
    before = text[first:start]
    if before.count("（") + before.count("(") > before.count("）") + before.count(")"):
        inner = re.split(r"[（(]", before)[-1]
        return "：" not in inner and ":" not in inner and not re.search(r"Press|出版|書局", inner)
    return not note or not _REFERENCE_BEFORE.search(before)


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
