"""Regions: stretches of a part's text that a page sets between two pieces of Markdown, as a link or a name.

They may stand within one another, but must not overlap otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from duidu.model import Run, Text
from duidu.publish.marks import Converted

Node = Run | Converted


@dataclass(frozen=True, slots=True)
class Region:
    """Characters `start` to `end` of a text, to stand between `before` and `after`, which are Markdown."""

    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Markup:
    """Markdown as it is."""

    markdown: str


# The regions of each part of an article, by the part's id.
Regions = Mapping[str, Sequence[Region]]


def with_regions(nodes: Iterable[Node], regions: Iterable[Region]) -> Iterator[Node | Markup]:
    """`nodes` with the markup of `regions` between them. A page break between two regions is in neither."""
    waiting = sorted(regions, key=lambda region: (region.start, -region.end))
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
