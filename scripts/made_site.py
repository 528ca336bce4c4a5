"""Made articles, as many as are asked for: the sentences of real ones, shuffled. For measurements only.

Each has the skeleton of the first real article: as many paragraphs, notes and headings, each with as many
sentences. The sentences are drawn from all real articles and from the made ones of the tests. So common
words are in nearly every article: the hardest case for a search that must not load all of them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from duidu.enrich.simplify import simplify
from duidu.publish.search.items import PAGE_BREAK, Item, items_of
from duidu.workspace import read_article

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(ROOT.glob("docs/articles/*/source.txt"))

_SENTENCE = re.compile(r".+?(?:[。！？；]+[」』）]*|\.(?= )|$)", re.DOTALL)


@dataclass(frozen=True)
class Sentence:
    """A sentence in both scripts."""

    text: str
    simplified: str


def made_articles(count: int, seed: int = 1) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Slugs and items of `count` articles; of the same `seed`, always the same."""
    real = [_items(path) for path in SOURCES]
    pools: dict[str, list[Sentence]] = {}
    for item in (item for items in real for item in items):
        pools.setdefault(item.kind, []).extend(_sentences(item))
    chance = random.Random(seed)
    for number in range(1, count + 1):
        yield f"made-{number:04}", tuple(_shuffled(item, pools[item.kind], chance) for item in real[0])


def _items(path: Path) -> tuple[Item, ...]:
    article = read_article(path).article
    return items_of(path.parent.name, article, simplify(article))


def _sentences(item: Item) -> list[Sentence]:
    """The sentences of an item; both scripts have the same length, so both are cut at the same places."""
    text, simplified = ((each or "").replace(PAGE_BREAK, "") for each in (item.text, item.simplified))
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
