"""A table of contents that was typed, or of which Word knows nothing more: it is no part of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from duidu.model import Run, SetAside
from duidu.reasons import Cause
from duidu.recover.structured.entry_maker import Entry, TableEntry, aside, marks_in

_HEADING = re.compile(r"[【〔\[]?\s*(?:目\s*[錄次录]|(?:table of )?contents)\s*[】〕\]]?", re.IGNORECASE)
_LINE = re.compile(r"\S.{0,80}?[\s.．…·‧⋯]+(?:\d{1,4}|[ivxlc]{1,6})")
_FEWEST = 2  # lines


def set_contents_aside(
    entries: Sequence[Entry | TableEntry],
) -> tuple[tuple[Entry | TableEntry, ...], tuple[SetAside, ...]]:
    """`entries` without a table of contents among them, and its words.

    It is a heading that says so, and lines that end with the number of a page. The marks in it go on to
    what follows.
    """
    for place, entry in enumerate(entries):
        if isinstance(entry, Entry) and _HEADING.fullmatch(entry.text):
            end = _end(entries, place + 1)
            if end - place > _FEWEST and end < len(entries):
                return _without(entries, place, end)
    return tuple(entries), ()


def _end(entries: Sequence[Entry | TableEntry], start: int) -> int:
    for place in range(start, len(entries)):
        entry = entries[place]
        if not isinstance(entry, Entry) or entry.pictures or not _LINE.fullmatch(entry.text):
            return place
    return len(entries)


def _without(
    entries: Sequence[Entry | TableEntry], start: int, end: int
) -> tuple[tuple[Entry | TableEntry, ...], tuple[SetAside, ...]]:
    contents = [entry for entry in entries[start:end] if isinstance(entry, Entry)]
    carried: tuple[Run, ...] = tuple(mark for entry in contents for mark in marks_in(entry.runs))
    following = entries[end]
    if isinstance(following, Entry):
        following = replace(following, runs=(*carried, *following.runs))
    words = tuple(piece for entry in contents for piece in aside(entry.runs, Cause.TABLE_OF_CONTENTS))
    return (*entries[:start], following, *entries[end + 1 :]), words
