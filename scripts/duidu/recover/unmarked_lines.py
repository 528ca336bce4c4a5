"""Lines of text layers in which no mark tells where paragraphs end: what their look says instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duidu.recover import costs
from duidu.recover.characters import NEVER_FIRST, width
from duidu.recover.headings import is_heading_line
from duidu.recover.lines import Line
from duidu.recover.measure import INDENT, Measure
from duidu.recover.pagination import PageLines

_STOP = re.compile("(?:[。！？.][」』）”’]*|：)$")
_INDENT = re.compile("(?: {2,8}|\u3000{1,3})(?![ \u3000，。、；：（])")
_OFTEN, _ALWAYS = 0.02, 0.5  # of all lines


def may_end(line: Line, words: str) -> bool:
    """Whether a paragraph may end with `words` of a line, as sentences do."""
    return line.unmarked and _STOP.search(words) is not None


def may_be_heading(line: Line, words: str, measure: Measure) -> bool:
    """Whether `words` of a line read as a heading and do not fill it."""
    full = measure.length and width(words) > measure.length - INDENT
    return line.unmarked and not full and is_heading_line(words)


def shows_no_marks(pages: Sequence[PageLines]) -> bool:
    """Whether no mark tells where paragraphs end."""
    return any(line.unmarked for page_lines in pages for line in page_lines.body[:1])


def shows_indents(pages: Sequence[PageLines]) -> bool:
    """Whether spaces show which lines are indented."""
    lines = [line for page_lines in pages for line in page_lines.body if line.unmarked]
    indented = sum(map(is_indented, lines))
    return _OFTEN * len(lines) < indented < _ALWAYS * len(lines)


def is_indented(line: Line) -> bool:
    """Whether spaces stand before a line as before the first of a paragraph."""
    return _INDENT.match(line.raw) is not None


def doubt_as_first(line: Line, words: str, *, indents: bool) -> float:
    """What it costs to believe that a paragraph begins with a line; `indents` says that they are shown."""
    if not line.unmarked:
        return 0.0
    if words[:1] in NEVER_FIRST:
        return costs.NEVER_BEGINS
    return costs.INDENT_IGNORED if indents and not (is_indented(line) or is_heading_line(words)) else 0.0


def doubt_as_next(line: Line, *, indents: bool) -> float:
    """What it costs to believe that a paragraph goes on with a line."""
    return costs.INDENT_IGNORED if line.unmarked and indents and is_indented(line) else 0.0
