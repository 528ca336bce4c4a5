"""Runs cut at offsets into their words: the one place that does so.

An offset counts the characters of all texts before it, as `model.plain` has them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from duidu.model import ParagraphBreak, Run, Runs, Text, plain


def cut_at(runs: Iterable[Run], offsets: Iterable[int]) -> Iterator[Run]:
    """`runs`, each text of which is cut where one of `offsets` lies in it. Empty texts are left out."""
    edges = sorted(set(offsets))
    if not edges:
        yield from (run for run in runs if not isinstance(run, Text) or run.text)
        return
    offset = 0
    for run in runs:
        if not isinstance(run, Text):
            yield run
            continue
        end = offset + len(run.text)
        inside = (edge - offset for edge in edges[bisect_right(edges, offset) : bisect_left(edges, end)])
        yield from (run.cut(*piece) for piece in pairwise((0, *inside, len(run.text))) if run.text)
        offset = end


def paragraphs(runs: Iterable[Run]) -> Iterator[tuple[int, Runs]]:
    """The paragraphs of `runs`, each with the offset at which it begins."""
    offset = 0
    for is_break, group in groupby(runs, lambda run: isinstance(run, ParagraphBreak)):
        if not is_break:
            inside = tuple(group)
            yield offset, inside
            offset += len(plain(inside))


def slice_runs(runs: Runs, start: int, end: int) -> Runs:
    """The characters `start` to `end` of `runs`, with the calls and breaks that stand among them.

    A call or break at an edge goes with the characters before it.
    """
    kept: list[Run] = []
    for run, offset in _places(runs):
        if isinstance(run, Text):
            kept += _clipped((run,), start - offset, end - offset)
        elif start < offset <= end or start == offset == 0:
            kept.append(run)
    return tuple(kept)


def words_between(runs: Iterable[Run], start: int, end: int) -> tuple[Text, ...]:
    """The words of `runs` from character `start` to `end`, without note calls and breaks."""
    return tuple(run for run in _clipped(runs, start, end) if isinstance(run, Text))


def trim(runs: Runs) -> Runs:
    """`runs` without white space and line breaks at either end, and without empty texts."""
    text = plain(runs)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    kept = list(_clipped(runs, start, end))
    while kept and isinstance(kept[0], ParagraphBreak):
        del kept[0]
    while kept and isinstance(kept[-1], ParagraphBreak):
        del kept[-1]
    return tuple(kept)


def join_runs(pieces: Sequence[Runs], between: Runs = ()) -> Runs:
    """`pieces` as one, with `between` between each two."""
    joined: list[Run] = []
    for place, piece in enumerate(pieces):
        joined += (*between, *piece) if place else piece
    return tuple(joined)


def _clipped(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """`runs` with only the characters `start` to `end` of their text."""
    for run, offset in _places(runs):
        if not isinstance(run, Text):
            yield run
            continue
        first, last = max(start - offset, 0), min(end - offset, len(run.text))
        if first < last:
            yield run.cut(first, last)


def _places(runs: Iterable[Run]) -> Iterator[tuple[Run, int]]:
    """Each run, and how many characters stand before it."""
    offset = 0
    for run in runs:
        yield run, offset
        offset += len(run.text) if isinstance(run, Text) else 0
