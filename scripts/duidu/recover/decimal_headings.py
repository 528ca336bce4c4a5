"""Which lines of a text layer are headings numbered in digits: 1.、 1.1、 （1）.

Such a number may as well begin an item of a list or a note. It is taken for that of a heading where all of
them together make an outline (1, 1.1, 1.2, 2), each stands on a short line of its own, and text follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from duidu.problems import Code, Problem
from duidu.recover.characters import width
from duidu.recover.endnotes import is_notes_heading
from duidu.recover.headings import heading_level, is_conventional
from duidu.recover.lines import Line
from duidu.recover.measure import INDENT
from duidu.recover.page_openings import find_page_starts

_NUMBER = re.compile(
    r"(?P<path>\d{1,2}(?:[.．]\d{1,2})+[.．]?|\d{1,2}[.．、])\s*(?=[^\W\d_])"
    r"|[（(]\s*(?P<item>\d{1,2})\s*[）)]\s*(?=[^\W\d_])"
)
_LONGEST = 24.0  # ideographs
_SENTENCE_END = "。！？；：，、.;:,?!"
_END = re.compile(
    r"[。！？」』”）)]\s*\S{0,3}$|^\d{1,3}$"
)  # of a paragraph: a stop, and perhaps the call of a note
_CLAUSE = re.compile("[，。；]")
_FEWEST = 2  # headings of a form
_DEEPEST = 5  # level

Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line that may be a heading: its place in the body, its number; (1) has no `path` but an `item`."""

    line: Line
    place: int
    path: Path
    item: int


def mark_decimal_headings(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines with the level of each such heading, and a problem if there are some that may be such."""
    body = list(_body(lines))
    chains = [chain for section in _sections(body) for chain in _forms(section)]
    kept = [numbered for chain in chains if _is_outline(chain) for numbered in chain]
    levels = _levels(kept, body)
    doubtful = [chain[0].line for chain in chains if len(chain) >= _FEWEST and not _is_outline(chain)]
    problems = [Problem.at(Code.HEADING_DOUBTFUL, line.number, found=line.text) for line in doubtful[:1]]
    marked = (replace(line, heading=levels.get(line.number, 0)) for line in lines)
    return tuple(marked), tuple(problems)


def _body(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines above the rules over notes, up to the heading of the notes or references at the end."""
    starts = {start.index for start in find_page_starts(lines)}
    in_notes = False
    for index, line in enumerate(lines):
        in_notes = line.is_rule or (in_notes and index not in starts)
        if not line.is_blank:
            if is_notes_heading(line.text) or _is_list_heading(line):
                return
            if not in_notes:
                yield line


def _sections(body: Sequence[Line]) -> Iterator[Sequence[_Numbered]]:
    """What may be numbered headings, by the stretches between headings of other forms."""
    full = max((width(line.text) for line in body), default=0.0)
    section: list[_Numbered] = []
    for place, line in enumerate(body):
        if _stands_alone(line, body[place - 1] if place else None, full):
            if heading_level(line.text) is not None:
                yield section
                section = []
            elif numbered := _numbered(line, place):
                section.append(numbered)
    yield section


def _is_list_heading(line: Line) -> bool:
    return is_conventional(line.text) and line.text.endswith(("文獻", "文献", "書目", "书目"))


def _stands_alone(line: Line, before: Line | None, full: float) -> bool:
    """Whether a line is a paragraph of its own, as far as it and the line before tell."""
    ended = before is None or before.ends_paragraph or _END.search(before.text) is not None
    if not line.unmarked:
        return ended and line.ends_paragraph
    short = width(line.text) <= full - INDENT
    return short and (ended or before is None or width(before.text) <= full - INDENT)


def _numbered(line: Line, place: int) -> _Numbered | None:
    """A line as it may be a heading: short, no sentence, and with a number."""
    text = line.text
    match = _NUMBER.match(text)
    if not match or text[-1] in _SENTENCE_END or _CLAUSE.search(text) or width(text) > _LONGEST:
        return None
    path = tuple(int(part) for part in re.findall(r"\d+", match["path"] or ""))
    return _Numbered(line, place, path, int(match["item"] or 0))


def _forms(section: Sequence[_Numbered]) -> Iterator[list[_Numbered]]:
    """The numbers of a section that belong together: those with paths, and after each of these the items.

    Items of a list follow each other without text between them.
    """
    listed = {one.place for pair in pairwise(section) for one in pair if _is_list(*pair)}
    found = [one for one in section if one.place not in listed]
    yield [one for one in found if one.path]
    items: list[_Numbered] = []
    for one in found:
        if one.path:
            yield items
            items = []
        else:
            items.append(one)
    yield items


def _is_list(one: _Numbered, other: _Numbered) -> bool:
    """Whether two lines follow each other as items do, and not as a heading and the first one below it."""
    below = other.path[:-1] == one.path and other.path[-1:] == (1,) if other.path else bool(one.path)
    return other.place == one.place + 1 and not below


def _is_outline(chain: Sequence[_Numbered]) -> bool:
    """Whether the numbers are those of an outline: 1, 1.1, 1.2, 2; or 1, 2, 3."""
    paths = [one.path or (one.item,) for one in chain]
    first = sum(len(path) == 1 for path in paths)
    return first >= _FEWEST and paths[0] == (1,) and all(_follows(*pair) for pair in pairwise(paths))


def _follows(before: Path, path: Path) -> bool:
    """Whether a heading may follow another: as the first one below it, or the next of any level above."""
    if path == (*before, 1):
        return True
    depth = len(path)
    return depth <= len(before) and path == (*before[: depth - 1], before[depth - 1] + 1)


def _levels(kept: Sequence[_Numbered], body: Iterable[Line]) -> dict[int, int]:
    """The level of each heading, by the number of its line: below those of other forms, items below all."""
    alone = (line.text for line in body if line.ends_paragraph or line.unmarked)
    above = max((heading_level(text) or 0 for text in alone if not is_conventional(text)), default=0)
    deepest = max((len(one.path) for one in kept), default=0)
    return {
        one.line.number: min(_DEEPEST, above + (len(one.path) if one.path else deepest + 1)) for one in kept
    }
