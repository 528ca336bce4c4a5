"""Runs of the model → content of the tree: words inside of what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from duidu.cutting import cut_at, paragraphs
from duidu.enrich.conversion_choices import Conversion
from duidu.model import NoteRef, PageBreak, ParagraphBreak, Run, Runs, Text, plain
from duidu.publish import tree
from duidu.publish.regions import Region, Regions, nested
from duidu.publish.web_addresses import link_target

# Finds in runs the words that conversion chose.
Choices = Callable[[Runs], Sequence[Conversion]]


def paragraphs_of(
    runs: Runs,
    regions: Iterable[Region] = (),
    converted: Sequence[Conversion] = (),
    *,
    anchors: bool = True,
) -> tree.Paragraphs:
    """`runs` as one paragraph or more; the rest is as `content_of` says."""
    regions = tuple(regions)
    found = []
    for start, inside in paragraphs(runs):
        end = start + len(plain(inside))
        moved = [replace(one, offset=one.offset - start) for one in converted if start <= one.offset < end]
        near = [region.cut(start, end) for region in regions if region.start < end and start < region.end]
        found.append(content_of(inside, near, moved, anchors=anchors))
    return tuple(found)


def content_of(
    runs: Iterable[Run],
    regions: Iterable[Region] = (),
    converted: Sequence[Conversion] = (),
    *,
    anchors: bool = True,
) -> tree.Content:
    """`runs`, with nodes around what `regions` say something of, and the words of `converted` told apart.

    Page breaks have ids if `anchors`. A break or call between two regions is in neither. Where the source
    has a link, no region makes another.
    """
    runs = tuple(runs)
    links = tuple(_links(runs))
    waiting = nested((*links, *(each for each in regions if not _gives_way(each, links))), _calls(runs))
    chosen = [range(one.offset, one.offset + len(one.original)) for one in converted]
    edges = {edge for region in waiting for edge in (region.start, region.end)}
    edges |= {edge for word in chosen for edge in (word.start, word.stop)}
    within_words = {offset for word in chosen for offset in word}
    nest = _Nest()
    offset = 0
    for run in cut_at(runs, edges):
        if not isinstance(run, Text):
            nest.add(_mark(run, anchors=anchors))
            continue
        while waiting and waiting[0].start <= offset:
            nest.open(waiting.pop(0))
        nest.add(_words(run, converted=offset in within_words))
        offset += len(run.text)
        nest.close(offset)
    return nest.content


class _Nest:
    """Regions that are open, and the content of each so far."""

    def __init__(self) -> None:
        self._open: list[tuple[Region, list[tree.Inline]]] = []
        self._found: list[tree.Inline] = []

    @property
    def content(self) -> tree.Content:
        """All content, once every region is closed."""
        return tuple(self._found)

    def add(self, node: tree.Inline) -> None:
        """`node` comes next, in the innermost region."""
        (self._open[-1][1] if self._open else self._found).append(node)

    def open(self, region: Region) -> None:
        """What comes next is in `region`, until that is closed."""
        self._open.append((region, []))

    def close(self, offset: int) -> None:
        """The regions that end at `offset` are closed."""
        while self._open and self._open[-1][0].end <= offset:
            region, content = self._open.pop()
            self.add(replace(region.meaning, content=tuple(content)))


def _words(run: Text, *, converted: bool) -> tree.Leaf:
    if converted:
        return tree.Converted(run.text, run.unconverted, run.style)
    return tree.Text(run.text, run.style)


def _mark(run: NoteRef | PageBreak | ParagraphBreak, *, anchors: bool) -> tree.Leaf:
    """What stands between words."""
    match run:
        case NoteRef():
            return tree.NoteCall(run.id, run.note, run.label)
        case PageBreak():
            return tree.PageBreak(f"p{run.label}" if anchors else "", run)
    return tree.LineBreak()


def _links(runs: Iterable[Run]) -> Iterator[Region]:
    """The links that the source has; a call or a break divides one."""
    offset = 0
    for address, group in groupby(runs, lambda run: run.link if isinstance(run, Text) else None):
        end = offset + len(plain(group))
        if address and (target := link_target(address)):
            yield Region(offset, end, tree.Link(tree.LinkKind.ADDRESS, target))
        offset = end


def _gives_way(region: Region, links: Iterable[Region]) -> bool:
    return region.is_link and any(region.overlaps(link) for link in links)


def _calls(runs: Iterable[Run]) -> Iterator[int]:
    """How many characters stand before each call of a note."""
    offset = 0
    for run in runs:
        if isinstance(run, NoteRef):
            yield offset
        elif isinstance(run, Text):
            offset += len(run.text)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article's words: the regions of its parts, and which words conversion chose."""

    regions: Regions = field(default_factory=dict)
    choices: Choices | None = None

    def content(self, runs: Runs, part: str = "") -> tree.Content:
        """`runs`, which are those of `part`, in one piece."""
        return content_of(runs, self.regions.get(part, ()), self._converted(runs))

    def paragraphs(self, runs: Runs, part: str, *, anchors: bool = True) -> tree.Paragraphs:
        """`runs`, which are those of `part`, as one paragraph or more."""
        regions, converted = self.regions.get(part, ()), self._converted(runs)
        return paragraphs_of(runs, regions, converted, anchors=anchors)

    def _converted(self, runs: Runs) -> Sequence[Conversion]:
        return self.choices(runs) if self.choices else ()
