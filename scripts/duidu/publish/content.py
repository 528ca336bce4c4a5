"""Runs of the model → content of the tree: words inside of what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from duidu.cutting import cut_at
from duidu.enrich.conversion_choices import Conversion
from duidu.model import NoteRef, PageBreak, ParagraphBreak, Run, Runs, Text
from duidu.publish import tree
from duidu.publish.regions import Region, nested

# Finds in runs the words that conversion chose.
Choices = Callable[[Runs], Sequence[Conversion]]


def content_of(
    runs: Iterable[Run],
    regions: Iterable[Region] = (),
    converted: Sequence[Conversion] = (),
    *,
    anchors: bool = True,
) -> tree.Content:
    """`runs`, with nodes around what `regions` say something of, and the words of `converted` told apart.

    Page breaks have ids if `anchors`. A break or call between two regions is in neither.
    """
    runs = tuple(runs)
    waiting = nested(regions, _calls(runs))
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
        nest.add(tree.Converted(run.text, run.unconverted) if offset in within_words else tree.Text(run.text))
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


def _mark(run: NoteRef | PageBreak | ParagraphBreak, *, anchors: bool) -> tree.Leaf:
    """What stands between words."""
    match run:
        case NoteRef():
            return tree.NoteCall(run.id, run.note, run.label)
        case PageBreak():
            return tree.PageBreak(f"p{run.label}" if anchors else "", run)
    return tree.LineBreak()


def _calls(runs: Iterable[Run]) -> Iterator[int]:
    """How many characters stand before each call of a note."""
    offset = 0
    for run in runs:
        if isinstance(run, NoteRef):
            yield offset
        elif isinstance(run, Text):
            offset += len(run.text)
