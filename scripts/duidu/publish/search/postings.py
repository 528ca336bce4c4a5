"""Posting lists: in which items of a site a few characters stand, so that no text need be loaded to know.

They are made for sites with too much text to load all of it. What is listed is folded, and is called a
gram: a word of letters or digits; the first letter of one and `*`; up to four ideographs side by side; any
other sign. Grams of three or four that are in few items are left out: to find these few in the texts that
have their parts costs less than their lists.

A line a gram, in the file that its characters choose (`shard_of`):

    特殊关 BAdF

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

from duidu.enrich.fold import WORD, fold, plainly_simplified
from duidu.publish.search.items import PAGE_BREAK, Item

LONGEST = 4
RARE = 16  # items; a gram of three or four ideographs that is in no more has no list
SHARD_SIZE = 24_000  # bytes, on the average

_BASE = 26
_WORD = re.compile(f"{WORD}+")
_IDEOGRAPHS = re.compile(r"[^\W_\0-\u2e7f]+")


def shards_of(items: Iterable[Item]) -> list[bytes]:
    """The files for the items of a whole site, in order."""
    lines = {gram: f"{gram} {written(numbers)}\n".encode() for gram, numbers in _lists(items)}
    count = max(1, sum(map(len, lines.values())) // SHARD_SIZE)
    shards: list[list[bytes]] = [[] for _ in range(count)]
    for gram in sorted(lines):
        shards[shard_of(gram, count)].append(lines[gram])
    return [b"".join(shard) for shard in shards]


def shard_of(gram: str, count: int) -> int:
    """In which of `count` files a gram is. Words that begin with the same two letters are in one."""
    number = 0
    for character in gram[:2] if _WORD.match(gram) else gram:
        number = (number * 31 + ord(character)) % 2**32
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
    """The grams of all items, with the numbers of the items they are in."""
    texts = [_folded(item) for item in items]
    yield from _listed(map(_singles, texts), least=1)
    runs = [{run for text in each for run in _IDEOGRAPHS.findall(text)} for each in texts]
    for length in range(1, LONGEST + 1):
        grams = (_grams(each, length) for each in runs)
        yield from _listed(grams, least=RARE + 1 if length > 2 else 1)


def _listed(grams: Iterable[Iterable[str]], least: int) -> Iterator[tuple[str, Sequence[int]]]:
    """The lists of the grams, which are given by item, if they are in as many items as `least`."""
    lists: defaultdict[str, array[int]] = defaultdict(partial(array, "L"))
    for number, found in enumerate(grams):
        for gram in found:
            lists[gram].append(number)
    return ((gram, numbers) for gram, numbers in lists.items() if len(numbers) >= least)


def _singles(texts: Iterable[str]) -> set[str]:
    """The words of an item, with their first letters, and its signs."""
    words = {word for text in texts for word in _WORD.findall(text)}
    signs = {sign for sign in set().union(*texts) if not sign.isspace() and not sign.isalnum()}
    return words | signs | {f"{word[0]}*" for word in words}


def _grams(runs: Iterable[str], length: int) -> set[str]:
    """Each `length` characters of `runs` that stand side by side."""
    return {run[start : start + length] for run in runs for start in range(len(run) - length + 1)}


def _folded(item: Item) -> tuple[str, ...]:
    """The text of an item, and the Simplified one if the browser cannot know it from the other."""
    text, simplified = item.text, item.simplified
    texts = (text,) if simplified in (None, plainly_simplified(text)) else (text, simplified)
    return tuple(fold(each.replace(PAGE_BREAK, "")) for each in texts)
