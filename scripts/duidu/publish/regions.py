"""Regions: stretches of a part's text that a page sets between two pieces of Markdown, as a link or a name.

Regions may lie in any way. How they are nested in one another is decided here alone, by `nested`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from duidu.model import NoteRef, Run, Text
from duidu.publish.marks import Converted

Node = Run | Converted


@dataclass(frozen=True, slots=True)
class Region:
    """Characters `start` to `end` of a text, to stand between `before` and `after`, which are Markdown.

    `link` says that these make a link.
    """

    start: int
    end: int
    before: str
    after: str
    link: bool = False


@dataclass(frozen=True, slots=True)
class Markup:
    """Markdown as it is."""

    markdown: str


# The regions of each part of an article, by the part's id.
Regions = Mapping[str, Sequence[Region]]


def nested(regions: Iterable[Region], calls: Iterable[int] = ()) -> list[Region]:
    """`regions` in the order in which they open, each wholly inside all that are open there.

    One that goes on beyond the region around it ends with that. Links do not nest: a link inside another
    is left out, and so is one around a note's call; `calls` are the offsets of these.
    """
    calls = tuple(calls)
    found: list[Region] = []
    around: list[Region] = []
    for region in sorted(regions, key=lambda region: (region.start, -region.end)):
        around = [outer for outer in around if outer.end > region.start]
        end = min([region.end, *(outer.end for outer in around)])
        linked = any(outer.link for outer in around) or any(region.start < call < end for call in calls)
        if region.start < end and not (region.link and linked):
            around.append(replace(region, end=end))
            found.append(around[-1])
    return found


def with_regions(nodes: Iterable[Node], regions: Iterable[Region]) -> Iterator[Node | Markup]:
    """`nodes` with the markup of `regions` between them. A page break between two regions is in neither."""
    nodes = tuple(nodes)
    waiting = nested(regions, _calls(nodes))
    around: list[Region] = []
    offset = 0
    for node in nodes:
        if not isinstance(node, Text | Converted):
            yield node
            continue
        end = offset + len(node.text)
        while offset < end:
            while waiting and waiting[0].start <= offset:
                around.append(waiting.pop(0))
                yield Markup(around[-1].before)
            edges = [end, *(region.end for region in around), *(region.start for region in waiting)]
            length = min(edges) - offset
            piece, node = _cut(node, length)
            yield piece
            offset += length
            while around and around[-1].end <= offset:
                yield Markup(around.pop().after)


def _calls(nodes: Iterable[Node]) -> Iterator[int]:
    """How many characters stand before each call of a note."""
    offset = 0
    for node in nodes:
        if isinstance(node, NoteRef):
            yield offset
        elif isinstance(node, Text | Converted):
            offset += len(node.text)


def cut(runs: Iterable[Run], start: int, end: int) -> tuple[Text, ...]:
    """The words of `runs` from character `start` to `end`, without note calls and page breaks."""
    pieces: list[Text] = []
    offset = 0
    for run in runs:
        if isinstance(run, Text):
            text = run.text[max(start - offset, 0) : max(end - offset, 0)]
            offset += len(run.text)
            if text:
                pieces.append(replace(run, text=text))
    return tuple(pieces)


def _cut(node: Text | Converted, length: int) -> tuple[Text | Converted, Text | Converted]:
    """The first `length` characters of `node`, and the rest."""
    if isinstance(node, Text):
        return replace(node, text=node.text[:length]), replace(node, text=node.text[length:])
    first = Converted(node.text[:length], node.original[:length])
    return first, Converted(node.text[length:], node.original[length:])
