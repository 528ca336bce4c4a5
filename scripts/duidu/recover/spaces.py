"""Lines → what spaces tell in their text layer, and the same lines with spaces as rules expect them.

A space at a line's end marks a paragraph, and a line of many spaces is the rule over notes. Programs that
copy text trim such spaces, shorten them, or set one at the end of every line; then they tell nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from duidu.recover.authors import AFFILIATION
from duidu.recover.characters import is_wide, width
from duidu.recover.lines import Line
from duidu.recover.note_forms import begins_note

_SENTENCE_ENDS = ("。", "！", "？")
_FEW, _SEVERAL = 3, 5  # lines that are enough to tell by
_NO_NAME, _LONG = 9.0, 15.0  # ideographs: shorter lines may be names and labels, or headings as well
_MOSTLY = 0.7
_SHORTEST_RULE, _RULE = 3, 49  # spaces


class Marks(Enum):
    """What spaces at line ends tell of paragraphs.

    `TOLD`: where they end. `NONE`, `EVERYWHERE`: nothing, since no line has one, or nearly every line.
    `EACH_LINE`: nothing, but that is not needed, as each line is a paragraph.
    """

    TOLD = auto()
    NONE = auto()
    EVERYWHERE = auto()
    EACH_LINE = auto()


def read_spaces(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` with a space at the end of each paragraph, or none where that is not told, and long rules."""
    marks = marks_of_paragraphs(lines)
    return tuple(_with_mark(line, marks) for line in _with_rules(lines))


def marks_of_paragraphs(lines: Sequence[Line]) -> Marks:
    """What the spaces at the ends of `lines` tell."""
    wide = [line for line in lines if line.text and is_wide(line.text[-1])]
    ended = [line for line in wide if line.text.endswith(_SENTENCE_ENDS)]
    within = [line for line in wide if not line.text.endswith(_SENTENCE_ENDS)]
    if len(ended) >= _FEW and not any(line.ends_paragraph for line in ended):
        long = [line for line in wide if width(line.text) > _LONG]
        sentences = sum(line.text.endswith(_SENTENCE_ENDS) for line in long)
        each = len(long) >= _FEW and sentences > _MOSTLY * len(long)
        return Marks.EACH_LINE if each else Marks.NONE
    running = [line for line in within if width(line.text) > _NO_NAME]
    if len(running) >= _SEVERAL and sum(line.ends_paragraph for line in running) > _MOSTLY * len(running):
        return Marks.EVERYWHERE
    return Marks.TOLD


def _with_mark(line: Line, marks: Marks) -> Line:
    if marks is Marks.TOLD or line.is_blank:
        return line
    bare = line.raw.rstrip()
    return (
        replace(line, raw=f"{bare} ") if marks is Marks.EACH_LINE else replace(line, raw=bare, unmarked=True)
    )


def _with_rules(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with their rules as long as they should be, where shorter lines of spaces stand over notes."""
    written = [line for line in lines if line.is_rule or not line.is_blank or len(line.raw) >= _SHORTEST_RULE]
    short = {line.number for line in written if line.is_blank}
    over = [after for line, after in itertools.pairwise(written) if line.number in short]
    if any(line.is_rule for line in lines) or 2 * sum(map(_may_be_note, over)) <= len(over):
        return lines
    return [replace(line, raw=" " * _RULE) if line.number in short else line for line in lines]


def _may_be_note(line: Line) -> bool:
    return begins_note(line.raw) or AFFILIATION.match(line.raw) is not None
