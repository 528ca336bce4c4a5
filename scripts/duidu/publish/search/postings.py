"""Posting lists: in which items of a site a few characters stand, so that no text need be loaded to know.

They are made for sites with too much text to load all of it. What is listed is folded, and is called a
gram: a word of letters or digits; from each ideograph on four that stand side by side, or three if no more
are left; of either the first one and the first two characters with `*`; and any other sign. So one or two
characters have a list of their own, and the lists of all grams that begin with them tell where three or
four ideographs stand, or the beginning of a word. What is longer is found by its parts, which may stand
apart, so that the texts must confirm it.

A line a gram, in the file that its first three characters choose (`shard_of`):

    特殊关系 BAdF

Items are numbered through their group: some articles that stand side by side (`groups_of`). Each number is
written as the step from the one before, in base 26, and ends in a capital: `B` is 1, `dF` is 3 × 26 + 5. A
file has the lines of each group in turn, with an empty line after each group. So a browser asks for one file
a gram, however many articles there are; and of an article that changed, only the lists of its group are made
anew. In the files these stand where they stood, and all else is copied.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from operator import sub
from typing import BinaryIO
from zlib import crc32

from duidu.enrich.fold import fold, plainly_simplified
from duidu.han import IDEOGRAPHIC_SIGN, WORD_SIGN
from duidu.publish.search.search_items import PAGE_BREAK, Item

LONGEST = 4
SHARD_SIZE = 12_000  # bytes, at least, on the average; at most twice as many

_GROUP, _LARGEST_GROUP = 32, 64  # articles
_BUCKETS = 1 << 14  # the most files; those of fewer hold several buckets each
_BUCKET_BITS = 32 - 14  # of a hash, which do not tell in which bucket a gram is
_BASE = 26
_FNV_BASIS, _FNV_PRIME = 2166136261, 16777619
_WORD = re.compile(f"{WORD_SIGN}+")
_IDEOGRAPHS = re.compile(f"{IDEOGRAPHIC_SIGN}+")


def groups_of(slugs: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The articles in groups of about `_GROUP`, in their order.

    The name of an article alone tells whether a group ends with it, so that another article changes no more
    groups than the one or two in which it stands.
    """
    group: list[str] = []
    for slug in slugs:
        group.append(slug)
        if crc32(slug.encode()) % _GROUP == 0 or len(group) == _LARGEST_GROUP:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


class Lists:
    """The posting lists of a group, which `write_lists` wrote to `file`."""

    def __init__(self, file: BinaryIO) -> None:
        self._starts = array("I")
        self._starts.frombytes(file.read((_BUCKETS + 1) * self._starts.itemsize))
        self._file, self._begin = file, file.tell()

    @property
    def size(self) -> int:
        """How many bytes the lines have."""
        return self._starts[-1]

    def lines(self, first: int, last: int) -> bytes:
        """Those of the buckets from `first` to before `last`."""
        self._file.seek(self._begin + self._starts[first])
        return self._file.read(self._starts[last] - self._starts[first])


def write_lists(items: Iterable[Item]) -> bytes:
    """The posting lists of a group, to be read by `Lists`: where each bucket begins, and then all lines."""
    lines = sorted((_hash(gram[:3]), gram, written(numbers)) for gram, numbers in _lists(items))
    encoded = [f"{gram} {numbers}\n".encode() for _, gram, numbers in lines]
    sizes = array("I", bytes(_BUCKETS * array("I").itemsize))
    for (number, *_), line in zip(lines, encoded, strict=True):
        sizes[number >> _BUCKET_BITS] += len(line)
    return array("I", accumulate(sizes, initial=0)).tobytes() + b"".join(encoded)


def shard_count(groups: Sequence[Lists]) -> int:
    """Into how many files the lists of these groups are divided: a power of two, which changes seldom."""
    if not groups:
        return 0
    shards = max(1, sum(lists.size for lists in groups) // SHARD_SIZE)
    return int(min(_BUCKETS, 1 << (shards.bit_length() - 1)))


def shards_of(groups: Sequence[Lists], count: int) -> Iterator[bytes]:
    """The `count` files of a site with these groups, in order."""
    for first, end in pairwise(range(0, _BUCKETS + 1, _BUCKETS // count) if count else ()):
        yield b"".join(chain.from_iterable((lists.lines(first, end), b"\n") for lists in groups))


def shard_of(gram: str, count: int) -> int:
    """In which of `count` files a gram is, by FNV-1a of its first three characters."""
    return _hash(gram[:3]) * count >> 32


@lru_cache(maxsize=200_000)  # of three characters that begin one gram, many do
def _hash(characters: str) -> int:
    number = _FNV_BASIS
    for character in characters:
        number = (number ^ ord(character)) * _FNV_PRIME % 2**32
    return number


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
    lists: defaultdict[str, list[int]] = defaultdict(list)
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
