"""Posting lists: in which items of a site a few characters stand, so that no text need be loaded to know.

They are made for sites with too much text to load all of it. What is listed is folded, and is called a
gram: a word of letters or digits; from each ideograph on four that stand side by side, or three if no more
are left; of either the first one and the first two characters with `*`; and any other sign. So one or two
characters have a list of their own, and the lists of all grams that begin with them tell where three or
four ideographs stand, or the beginning of a word. What is longer is found by its parts, which may stand
apart, so that the texts must confirm it.

A line a gram, in the file that its first three characters choose (`shard_of`):

    特殊关系 BAdF

The items are numbered through the site. Each number is written as the step from the one before, in base
26, and ends in a capital: `B` is 1, `dF` is 3 × 26 + 5.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from operator import sub

from duidu.enrich.fold import fold, plainly_simplified
from duidu.han import IDEOGRAPHIC_SIGN, WORD_SIGN
from duidu.publish.search.search_items import PAGE_BREAK, Item

LONGEST = 4
SHARD_SIZE = 16_000  # bytes, on the average

_BASE = 26
_FNV_BASIS, _FNV_PRIME = 2166136261, 16777619
_WORD = re.compile(f"{WORD_SIGN}+")
_IDEOGRAPHS = re.compile(f"{IDEOGRAPHIC_SIGN}+")


def shards_of(items: Iterable[Item]) -> list[bytes]:
    """The files for the items of a whole site, in order."""
    lines = {gram: f"{gram} {written(numbers)}\n".encode() for gram, numbers in _lists(items)}
    count = max(1, sum(map(len, lines.values())) // SHARD_SIZE)
    shards: list[list[bytes]] = [[] for _ in range(count)]
    for gram in sorted(lines):
        shards[shard_of(gram, count)].append(lines[gram])
    return [b"".join(shard) for shard in shards]


def shard_of(gram: str, count: int) -> int:
    """In which of `count` files a gram is, by FNV-1a of its first three characters."""
    number = _FNV_BASIS
    for character in gram[:3]:
        number = (number ^ ord(character)) * _FNV_PRIME % 2**32
    return number % count


class _Steps(dict[int, str]):
    """How each step is written, found out when it is first met."""

    def __missing__(self, step: int) -> str:
        rest, last = divmod(step, _BASE)
        digits = chr(ord("A") + last)
        while rest:
            rest, digit = divmod(rest, _BASE)
            digits = chr(ord("a") + digit) + digits
        self[step] = digits
        return digits


_STEPS = _Steps()


def written(numbers: Sequence[int]) -> str:
    """Rising numbers, as a list has them."""
    return "".join(map(_STEPS.__getitem__, map(sub, numbers, chain((0,), numbers))))


def _lists(items: Iterable[Item]) -> Iterator[tuple[str, Sequence[int]]]:
    """The grams of all items, with the numbers of these. One kind after the other: that is faster."""
    texts = [_folded(item) for item in items]
    yield from _listed(map(_words_and_signs, texts))
    runs = [[run for text in each for run in _IDEOGRAPHS.findall(text)] for each in texts]
    yield from _listed((set().union(*each) for each in runs), "*")
    yield from _listed(map(_pairs, runs), "*")
    yield from _listed(map(_up_to_four, runs))


def _listed(grams: Iterable[set[str]], mark: str = "") -> Iterator[tuple[str, Sequence[int]]]:
    """The grams, which are given by item, each with a `mark` at its end, and the numbers of their items."""
    lists: defaultdict[str, array[int]] = defaultdict(partial(array, "L"))
    for number, found in enumerate(grams):
        for gram in found:
            lists[gram].append(number)
    return ((gram + mark, numbers) for gram, numbers in lists.items())


def _words_and_signs(texts: Iterable[str]) -> set[str]:
    words = {word for text in texts for word in _WORD.findall(text)}
    signs = {sign for sign in set().union(*texts) if not sign.isspace() and not sign.isalnum()}
    return words | signs | {f"{word[:length]}*" for word in words for length in (1, 2)}


def _pairs(runs: Iterable[str]) -> set[str]:
    return {run[start : start + 2] for run in runs for start in range(len(run) - 1)}


def _up_to_four(runs: Iterable[str]) -> set[str]:
    return {run[start : start + LONGEST] for run in runs for start in range(len(run) - 2)}


def _folded(item: Item) -> tuple[str, ...]:
    """The text of an item, and the Simplified one if the browser cannot know it from the other."""
    text, simplified = item.text, item.simplified
    texts = (text,) if simplified in (None, plainly_simplified(text)) else (text, simplified)
    return tuple(fold(each.replace(PAGE_BREAK, "")) for each in texts)
