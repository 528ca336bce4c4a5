"""Runs cut at offsets into their words: the one place that does so.

An offset counts the characters of all texts before it, as `model.plain` has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from duidu.model import ParagraphBreak, Run, Runs, Text, plain


def cut_at(runs: Iterable[Run], offsets: Iterable[int]) -> Iterator[Run]:
    """`runs`, each text of which is cut where one of `offsets` lies in it. Empty texts are left out."""
    edges = sorted(set(offsets))
    offset = 0
    for run in runs:
        if not isinstance(run, Text):
            yield run
            continue
        end = offset + len(run.text)
        inside = (edge - offset for edge in edges if offset < edge < end)
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


def words_between(runs: Iterable[Run], start: int, end: int) -> tuple[Text, ...]:
    """The words of `runs` from character `start` to `end`, without note calls and breaks."""
    found: list[Text] = []
    offset = 0
    for run in runs:
        if isinstance(run, Text):
            first, last = max(start - offset, 0), min(end - offset, len(run.text))
            if first < last:
                found.append(run.cut(first, last))
            offset += len(run.text)
    return tuple(found)
