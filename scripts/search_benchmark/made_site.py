"""Made articles, as many as are asked for: the sentences of real ones, shuffled. For measurements only.

Each has the skeleton of the first real article: as many paragraphs, notes and headings, each with as many
sentences. The sentences are drawn from all real articles. So common words are in nearly every article: the
hardest case for a search that must not load all of them.

No word would be rare among so many articles of the same sentences, while in real ones most are: names
above all. So here and there an ideograph is replaced by another.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import regex

from duidu.han import UNIFIED
from duidu.pipeline import process
from duidu.publish.editions import by_slug
from duidu.publish.search.search_items import PAGE_BREAK, Item, editions_items
from duidu.workspace import read_article

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(ROOT.glob("docs/articles/*/source.*"))

SLIPS = 0.01  # of the characters are replaced, if they are ideographs

_IDEOGRAPH = regex.compile(UNIFIED)
_SENTENCE = re.compile(r".+?(?:[。！？；]+[」』）]*|\.(?= )|$)", re.DOTALL)


@dataclass(frozen=True)
class Sentence:
    """A sentence in both scripts."""

    text: str
    simplified: str


def made_articles(count: int, seed: int = 1, slips: float = SLIPS) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Slugs and items of `count` articles, with a share of `slips`; of the same `seed`, always the same."""
    real = [items_in(path) for path in SOURCES]
    pools: dict[str, list[Sentence]] = {}
    for item in (item for items in real for item in items):
        pools.setdefault(item.kind, []).extend(_sentences(item))
    signs = _ideographs(pools)
    chance = random.Random(seed)
    for number in range(1, count + 1):
        shuffled = (_shuffled(item, pools[item.kind], chance) for item in real[0])
        yield f"made-{number:04}", tuple(_slipped(item, signs, slips, chance) for item in shuffled)


def items_in(source: Path) -> tuple[Item, ...]:
    """The items of a real article, as the site has them."""
    draft = process(read_article(source), until="convert")
    return editions_items(draft.slug, by_slug(draft.editions)[draft.slug])


def _sentences(item: Item) -> list[Sentence]:
    """The sentences of an item; both scripts have the same length, so both are cut at the same places."""
    text, simplified = (each.replace(PAGE_BREAK, "") for each in (item.text, item.simplified or item.text))
    spans = [match.span() for match in _SENTENCE.finditer(text)]
    return [Sentence(text[start:end], simplified[start:end]) for start, end in spans]


def _shuffled(item: Item, pool: Sequence[Sentence], chance: random.Random) -> Item:
    """`item` with other sentences, as many as it has; it stands on one page."""
    chosen = [chance.choice(pool) for _ in _sentences(item)]
    return replace(
        item,
        text="".join(sentence.text for sentence in chosen),
        simplified="".join(sentence.simplified for sentence in chosen),
        pages=item.pages[:1],
    )


def _ideographs(pools: Mapping[str, Sequence[Sentence]]) -> list[tuple[str, str]]:
    """Each ideograph of the sentences, in both scripts, in Unicode's order."""
    sentences = (sentence for pool in pools.values() for sentence in pool)
    pairs = {pair for each in sentences for pair in zip(each.text, each.simplified, strict=True)}
    return sorted(pair for pair in pairs if all(map(_IDEOGRAPH.match, pair)))


def _slipped(item: Item, signs: Sequence[tuple[str, str]], share: float, chance: random.Random) -> Item:
    """`item` with some ideographs replaced by others of `signs`, in both scripts."""
    text, simplified = list(item.text), list(item.simplified or item.text)
    for _ in range(int(len(text) * share + chance.random())):
        place = chance.randrange(len(text))
        if _IDEOGRAPH.match(text[place]):
            text[place], simplified[place] = chance.choice(signs)
    return replace(item, text="".join(text), simplified="".join(simplified))
