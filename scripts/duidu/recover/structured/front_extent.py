"""How far a document's front matter goes: its opening, and an English part after the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto

from duidu.model import ENGLISH, TRADITIONAL
from duidu.recover.headings import is_heading_line
from duidu.recover.labels import ABSTRACT, KEYWORDS
from duidu.recover.structured.block_maker import is_caption
from duidu.recover.structured.entry_maker import Entry, TableEntry
from duidu.recover.structured.front_forms import (
    CATALOGUE_LINE,
    JOURNAL_LINE,
    is_sentence,
    language_of_line,
)
from duidu.recover.structured.outline import is_set_apart, style_level
from duidu.recover.structured.title_lines import begins_with_dash
from duidu.sources.document import Look

# A label is looked for no further than this, in paragraphs.
_REACH = 12
_TITLE = ("title",)

Entries = Sequence[Entry | TableEntry]


def split_front(entries: Entries, body: Look) -> tuple[Sequence[Entry], Entries, Sequence[Entry], Entries]:
    """The opening, the text, an English part after it, and what stands after that."""
    end = _end_of_opening(entries, body)
    start, stop = _english_part(entries, end)
    opening = [entry for entry in entries[:end] if isinstance(entry, Entry)]
    english = [entry for entry in entries[start:stop] if isinstance(entry, Entry)]
    return opening, entries[end:start], english, entries[stop:]


class _Stage(Enum):
    """What has been read of the opening."""

    NOTHING = auto()
    TITLE = auto()
    ABSTRACT = auto()
    KEYWORDS = auto()


def _end_of_opening(entries: Entries, body: Look) -> int:
    """Where the text begins: at its first heading, or at its first paragraph after title and keywords."""
    stage = _Stage.NOTHING
    for place, entry in enumerate(entries):
        if isinstance(entry, TableEntry) or entry.pictures or is_caption(entry, of_table=True):
            return place
        if _labelled(entry, KEYWORDS):
            stage = _Stage.KEYWORDS
        elif _labelled(entry, ABSTRACT):
            stage = _Stage.ABSTRACT
        elif _begins_text(entries, place, stage, body):
            return place
        elif stage is _Stage.NOTHING and not JOURNAL_LINE.match(entry.text):
            stage = _Stage.TITLE
    return len(entries)


def _begins_text(entries: Entries, place: int, stage: _Stage, body: Look) -> bool:
    """Whether the text begins with the paragraph at `place`, which bears no label."""
    entry = entries[place]
    assert isinstance(entry, Entry)
    if CATALOGUE_LINE.match(entry.text):
        return False
    if entry.named(*_TITLE) or (stage is _Stage.TITLE and begins_with_dash(entry.text)):
        return False
    if is_heading_line(f"{entry.paragraph.label}{entry.text}"):
        return True
    if stage is _Stage.NOTHING:
        return is_sentence(entry.text) and not _label_follows(entries, place)
    if style_level(entry) is not None:
        return True
    if stage is _Stage.TITLE:
        return is_sentence(entry.text) and not _label_follows(entries, place)
    is_chinese = language_of_line(entry.text) == TRADITIONAL
    if stage is _Stage.ABSTRACT:
        return is_chinese and is_set_apart(entry, body)
    return is_chinese or is_sentence(entry.text) or not _label_follows(entries, place)


def _labelled(entry: Entry, labels: Mapping[str, re.Pattern[str]]) -> bool:
    return any(label.match(entry.text) for label in labels.values())


def _label_follows(entries: Entries, place: int) -> bool:
    """Whether the label of an abstract or of keywords stands within reach, before any heading."""
    for entry in entries[place + 1 : place + 1 + _REACH]:
        if isinstance(entry, TableEntry):
            return False
        if _labelled(entry, ABSTRACT) or _labelled(entry, KEYWORDS):
            return True
        if is_heading_line(entry.text) or style_level(entry) is not None:
            return False
    return False


def _english_part(entries: Entries, end: int) -> tuple[int, int]:
    """From the English title after the text to the end of its abstract or keywords; both the end if none."""
    for place in range(end, len(entries)):
        entry = entries[place]
        if isinstance(entry, Entry) and ABSTRACT[ENGLISH].match(entry.text):
            start = place
            while start > end and _is_latin_line(entries[start - 1]):
                start -= 1
            return start, _end_of_english(entries, place)
    return len(entries), len(entries)


def _is_latin_line(entry: Entry | TableEntry) -> bool:
    if not isinstance(entry, Entry) or entry.pictures or entry.paragraph.label:
        return False
    ends = entry.text.endswith(".")  # as a reference of a bibliography does, and no title
    return language_of_line(entry.text) == ENGLISH and not (ends or is_sentence(entry.text))


def _end_of_english(entries: Entries, place: int) -> int:
    """Where something else than English text follows."""
    for number in range(place + 1, len(entries)):
        entry = entries[number]
        if isinstance(entry, TableEntry) or entry.pictures or style_level(entry) is not None:
            return number
        if _labelled(entry, KEYWORDS):
            return number + 1
        if language_of_line(entry.text) == TRADITIONAL:
            return number
    return len(entries)
