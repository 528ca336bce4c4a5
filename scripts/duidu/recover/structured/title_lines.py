"""The lines of a title: which of them is a subtitle, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from duidu.cutting import trim
from duidu.model import TRADITIONAL, ParagraphBreak, Runs, Text, plain
from duidu.recover.structured.front_forms import language_of_line

_RULES = ("─", "—", "–", "－", "―", "-")
_OPENINGS = (*_RULES, "：", ":", "〈", "〔", "（")
_NO_HEADING = ("—、", "－、", "-、")  # what looks like a dash is the numeral 一


def begins_with_dash(text: str) -> bool:
    """Whether a line begins as a subtitle does that bears its own dash: ──以南河為例."""
    return text.startswith(_RULES) and not text.startswith(_NO_HEADING)


def continues_title(text: str) -> bool:
    """Whether a line begins with a mark that leads on from the title."""
    return text.startswith(_OPENINGS) and not text.startswith(_NO_HEADING)


def lines_of(title: Runs) -> list[Runs]:
    """The lines of a title of one paragraph, some of which may be ended by hand."""
    groups = (tuple(group) for is_break, group in groupby(title, _is_break) if not is_break)
    return [line for line in map(trim, groups) if line]


def _is_break(run: object) -> bool:
    return isinstance(run, ParagraphBreak)


def join_lines(title: Runs) -> Runs:
    """A title of one paragraph as one line: where a line was ended by hand, Latin words need a space."""
    first, *rest = lines_of(title) or [()]
    joined = first
    for line in rest:
        is_latin = language_of_line(plain(joined)[-1:] + plain(line)[:1]) != TRADITIONAL
        joined = _joined(joined, line, " " if is_latin else "")
    return joined


def join_title(lines: Sequence[Runs]) -> Runs:
    """A title with its subtitle; a colon stands between them where the document has no mark of its own."""
    first, *rest = lines
    joined = first
    for line in rest:
        text = plain(line)
        marked = continues_title(text) or plain(joined).rstrip().endswith(_OPENINGS)
        colon = "：" if language_of_line(text) == TRADITIONAL else ": "
        joined = _joined(joined, line, "" if marked else colon)
    return joined


def _joined(before: Runs, after: Runs, between: str) -> Runs:
    opening = next((run for run in after if isinstance(run, Text)), None)
    if opening is None or not between:
        return (*before, *after)
    return (*before, replace(opening, text=between, source="", link=""), *after)
