"""Pages → what stands at their edges and is no text: running heads, and page numbers at head or foot.

A page number is one that rises with the pages, line by line in the same place. A running head stands beside
it, or is the first line of several pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from duidu.model import SetAside
from duidu.reasons import Cause, Reason
from duidu.recover.characters import has_wide, visible
from duidu.recover.lines import Line

_NUMBER = r"[-–—·•．.\s]*(?P<number>[1-9]\d{0,4})[-–—·•．.\s]*"
_ALONE = re.compile(rf"{_NUMBER}$")
_BESIDE_HEAD = (
    re.compile(rf"\s*(?P<head>\S.*?)(?P<rest>\s+{_NUMBER})$"),
    re.compile(rf"(?!\s*\d+[.．]\s)(?P<rest>{_NUMBER}\s)\s*(?P<head>\S.*)"),
)
_SENTENCE = re.compile("[。，；！？]")
_LONGEST = 40  # characters of a head
_NUMBERED, _REPEATED = 2, 3  # pages that are enough to tell numbers and heads by
_SHARE = 0.5  # of all pages


@dataclass(frozen=True, slots=True)
class Edge:
    """What stands at the edges of a page: its number, and what is set aside, whole lines of it."""

    number: int | None = None
    aside: tuple[SetAside, ...] = ()

    @property
    def lines(self) -> frozenset[int]:
        """The lines that are no text."""
        return frozenset(piece.origin.line for piece in self.aside)


def find_edges(pages: Sequence[Sequence[Line]]) -> Sequence[Edge]:
    """The edges of `pages`, whose lines are given."""
    written = [[line for line in lines if not line.is_blank] for lines in pages]
    edges = _numbered(written)
    left = [
        [line for line in lines if line.number not in edge.lines]
        for lines, edge in zip(written, edges, strict=True)
    ]
    heads = _repeated(left)
    return [
        replace(edge, aside=(*edge.aside, _head(lines[0])))
        if lines and words_of_head(lines[0]) in heads
        else edge
        for lines, edge in zip(left, edges, strict=True)
    ]


def _numbered(pages: Sequence[Sequence[Line]]) -> Sequence[Edge]:
    """The pages' numbers and the heads beside them, if those of enough pages rise with the pages."""
    found = [list(_numbers(lines)) for lines in pages]
    offsets = Counter(
        number - page
        for page, edges in enumerate(found)
        for number in {edge.number for edge in edges}
        if number is not None
    )
    offset, count = offsets.most_common(1)[0] if offsets else (0, 0)
    if count < max(_NUMBERED, _SHARE * (len(pages) - 1)):
        return [Edge()] * len(pages)
    return [
        next((edge for edge in edges if edge.number == page + offset), Edge())
        for page, edges in enumerate(found)
    ]


def number_alone(line: Line) -> int | None:
    """The number that a line holds and nothing else, but for strokes around it."""
    alone = _ALONE.match(line.text)
    return int(alone["number"]) if alone else None


def number_beside(line: Line) -> int | None:
    """The number that stands beside words on a line that may be a running head."""
    found = (pattern.match(line.raw.rstrip()) for pattern in _BESIDE_HEAD)
    return next((int(beside["number"]) for beside in found if beside and words_of_head(line)), None)


def words_of_head(line: Line) -> str:
    """The words of a line that may be a running head, without numbers; none if it is a sentence, or long."""
    if line.heading:
        return ""
    words = re.sub(r"\d", "", visible(line.text))
    return words if has_wide(words) and len(words) <= _LONGEST and not _SENTENCE.search(words) else ""


def _numbers(lines: Sequence[Line]) -> Iterator[Edge]:
    """What may be the number of a page, with its running head: in its first lines or in its last."""
    if not lines:
        return
    first, last = lines[0], lines[-1]
    places: list[tuple[Line, tuple[SetAside, ...]]] = [(first, ()), (last, ())]
    if words_of_head(first) and len(lines) > 1:
        places.append((lines[1], (_head(first),)))
    for line, head in places:
        if (number := number_alone(line)) is not None:
            yield Edge(number, (*head, SetAside(line.text, line.origin(), Reason(Cause.PAGE_NUMBER))))
    for pattern in _BESIDE_HEAD:
        if beside := pattern.match(first.raw.rstrip()):
            pieces = ((Cause.RUNNING_HEAD, "head"), (Cause.PAGE_NUMBER, "rest"))
            aside = (_piece(first, beside, group, cause) for cause, group in pieces)
            yield Edge(int(beside["number"]), tuple(aside))


def _piece(line: Line, match: re.Match[str], group: str, cause: Cause) -> SetAside:
    start = match.end(group) - len(match[group].lstrip())
    return SetAside(match[group].strip(), line.origin(start), Reason(cause))


def _head(line: Line) -> SetAside:
    return SetAside(line.text, line.origin(), Reason(Cause.RUNNING_HEAD))


def _repeated(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The words of running heads: of first lines that are those of several pages."""
    words = Counter(words_of_head(line) for lines in pages for line in lines[:1])
    return frozenset(text for text, count in words.items() if text and count >= _REPEATED)
