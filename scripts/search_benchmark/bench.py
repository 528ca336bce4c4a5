"""What the parts of `search_benchmark` share: what is measured, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from duidu.publish.search.search_items import Item
from search_benchmark.browser import Reader, Site

WORDS = ("情報", "冷戰", "特殊關係")  # that a reader of the article may ask for


@dataclass(frozen=True)
class Sizes:
    """How many queries of which kind are asked."""

    pieces: int = 400
    latin: int = 20
    two_words: int = 20
    timed: int = 200
    loaded: int = 20
    of_many: int = 100
    of_others: int = 100


QUICK = Sizes(pieces=60, latin=8, two_words=8, timed=50, loaded=5, of_many=30, of_others=25)


@dataclass(frozen=True)
class Bench:
    """The built site with its reading pages by language, the items of its articles, a place for others."""

    browser: Browser
    folder: Path
    pages: Mapping[str, Site]
    articles: Mapping[str, Sequence[Item]]
    seed: int
    sizes: Sizes

    @property
    def items(self) -> list[Item]:
        """Those of all articles."""
        return [item for items in self.articles.values() for item in items]

    @property
    def site(self) -> Site:
        """The reading page in Traditional."""
        return self.pages["zh-Hant"]


@dataclass(frozen=True)
class Times:
    """How many milliseconds answers took: until the page had them, and until they were drawn."""

    changed: list[float]
    drawn: list[float]


def times(reader: Reader, queries: Iterable[str]) -> Times:
    """What each query takes, one after the other."""
    answers = [reader.ask(query) for query in queries]
    return Times([answer.changed for answer in answers], [answer.drawn for answer in answers])


def p95(values: Sequence[float]) -> float:
    """What 95 of 100 do not pass."""
    return sorted(values)[-(-95 * len(values) // 100) - 1]


def middle_and_p95(values: Sequence[float]) -> list[str]:
    """The two as they are printed."""
    return [f"{median(values):.1f}", f"{p95(values):.1f}"]
