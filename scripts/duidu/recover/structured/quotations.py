"""Which paragraphs of a document are quotations by how they stand: in from the body."""

from __future__ import annotations

import re
from collections.abc import Iterable

from duidu.han import NUMERALS
from duidu.recover.characters import width
from duidu.recover.structured.entry_maker import Entry
from duidu.sources.document import Look

# A quotation stands so far in from the body, in ideographs, on the left and on the right.
_LEFT, _RIGHT = 1.5, 1.0
_HALF = 0.5
_MOST = 1 / 3  # of the text; what is more is how the document sets its text
_NUMBERED = re.compile(
    rf"[（(〔\[]?(?:\d{{1,3}}|[{NUMERALS}]{{1,3}})(?:[）)〕\]]|[、.．](?!\d))"
    rf"|[①-⑳㉑-㉟㊱-㊿]|第[{NUMERALS}\d]+[，、：,:]|其[{NUMERALS}]+[，、：,:]|[•●○■□◆◇▪·*-]\s"
)


def find_quotations(entries: Iterable[Entry], body: Look) -> frozenset[int]:
    """The lines of those paragraphs that stand in from the body on both sides, or on the left as a whole.

    What stands in on the left alone is a quotation only where it is the exception, and bears no number.
    """
    entries = list(entries)
    on_left = [entry for entry in entries if _stands_in(entry, body) and not entry.paragraph.label]
    found = [entry for entry in on_left if _is_in_on_right(entry, body)]
    alone = [entry for entry in on_left if not _is_in_on_right(entry, body) and _is_even(entry)]
    if _length(alone) <= _MOST * _length(entries):
        found += (entry for entry in alone if not _NUMBERED.match(entry.text))
    return frozenset(entry.paragraph.line for entry in found)


def _stands_in(entry: Entry, body: Look) -> bool:
    look = entry.paragraph.look
    return look.left - body.left >= _LEFT and not look.centered


def _is_in_on_right(entry: Entry, body: Look) -> bool:
    return entry.paragraph.look.right - body.right >= _RIGHT


def _is_even(entry: Entry) -> bool:
    """Whether its first line begins where the others do."""
    return abs(entry.paragraph.look.first) < _HALF


def _length(entries: Iterable[Entry]) -> float:
    return sum(width(entry.text) for entry in entries)
