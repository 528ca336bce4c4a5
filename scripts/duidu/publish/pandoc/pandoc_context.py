"""What a node must know of the file that it is rendered for: its words, and how notes are called there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from duidu.publish.tree import Note
from duidu.publish.words import Words

_KEY = re.compile(r"\w+", re.ASCII)


@dataclass(frozen=True, slots=True)
class PandocContext:
    """The `words` of the file, and the `keys` by which notes are called, by their ids."""

    words: Words
    keys: Mapping[str, str] = field(default_factory=dict)


def keys_of(notes: Iterable[Note]) -> dict[str, str]:
    """By what each note is called: its printed label, where that can be and no other note has it.

    The second note of a label has `LABEL-2`; a label that is no word of ASCII, such as ＊, gives way to
    the id of the note, and stands before its text.
    """
    keys: dict[str, str] = {}
    times: Counter[str] = Counter()
    for note in notes:
        times[note.label] += 1
        key = note.label if _KEY.fullmatch(note.label) else note.id
        keys[note.id] = f"{key}-{times[note.label]}" if key == note.label and times[key] > 1 else key
    return keys
