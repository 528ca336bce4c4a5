"""The searches of Material for MkDocs and of Zensical beside ours: a part of `search_benchmark`.

They are asked on plain sites of the same texts: each item is a page of its own, in Traditional, under a
number.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Error

from duidu.publish.escape import escape
from duidu.publish.search.search_items import PAGE_BREAK, Item
from measurements import kilobytes, table
from search_benchmark.bench import WORDS, Bench, Times, p95, times
from search_benchmark.browser import Answer, Site, reading, serving
from search_benchmark.of_one import columns_of, shares
from search_benchmark.queries import Corpus
from search_benchmark.scores import Score, place_of, score_of_places

COMMANDS = {
    "material": ["mkdocs", "build", "--strict", "--quiet"],
    "zensical": ["zensical", "build", "--strict"],
}
UNIQUE = "qqxxzz"  # as in page.js

_SETTINGS = """\
site_name: Texts
theme:
  name: material
  language: zh-Hant
  font: false
plugins:
  - search:
      lang: zh
"""


def build_other(name: str, project: Path, items: Iterable[Item]) -> Site:
    """Build a site of `items` with `material` or `zensical` in the empty folder `project`."""
    docs = project / "docs"
    docs.mkdir(parents=True)
    (project / "mkdocs.yml").write_text(_SETTINGS, "utf-8")
    (docs / "index.md").write_text(f"# 0\n\n{UNIQUE}\n", "utf-8")
    for number, item in enumerate(items, start=1):
        text = escape(item.text.replace(PAGE_BREAK, ""))
        (docs / f"{number}.md").write_text(f"# {number}\n\n{text}\n", "utf-8")
    command = [sys.executable, "-m", *COMMANDS[name]]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} failed: {done.stdout}{done.stderr}")
    return Site(name, project / "site")


def _places(site: Site, answer: Answer, places: Sequence[str]) -> list[str]:
    """The places to which results lead. The pages of another search have these `places`, in order."""
    if site.name == "duidu":
        return [place_of(href) for href, _ in answer.results]
    numbers = (int(urlsplit(href).path.strip("/") or 0) for href, _ in answer.results)
    return [places[number - 1] for number in numbers if number]


COSTS_HEAD = ("search", "KB until first result", "ms in the page, p50", "p95", "ms and drawn, p50", "p95")
SHARES_HEAD = ("search", "queries", "number", "recall %", "without result %", "precision %")


@dataclass(frozen=True)
class Measured:
    """What was measured of one search: sizes of files, times, scores by kind of query."""

    sizes: Mapping[str, int]
    taken: Times
    scores: Mapping[str, Sequence[Score]]

    @property
    def numbers(self) -> list[float]:
        """Bytes, and times until results are there and are drawn, each the middle and the 95th of 100."""
        taken = (self.taken.changed, self.taken.drawn)
        return [sum(self.sizes.values()), *(of(each) for each in taken for of in (median, p95))]


def others(bench: Bench) -> Iterator[str]:
    """What the others load, how long they take, and what they find, beside ours."""
    jieba = "installed" if importlib.util.find_spec("jieba") else "not installed"
    yield f"jieba, by which Material can cut Chinese into words, is {jieba}.\n"
    found: dict[str, Measured] = {}
    columns = _sample(bench)
    for name in ("duidu", *COMMANDS):
        try:
            found[name] = _measured(bench, _site(bench, name), columns)
        except (Error, RuntimeError) as error:
            yield f"{name}: not measured: {error}\n"
    yield from table(COSTS_HEAD, _costs({name: measured.numbers for name, measured in found.items()}))
    yield "The others load this with every page, searched or not; their dialogs, not counted, come with it.\n"
    scores = {(name, column): each for name, one in found.items() for column, each in one.scores.items()}
    yield from table(SHARES_HEAD, ((*key, *shares(each)[:4]) for key, each in scores.items()))
    yield "Precision is that of the queries with results."


def _costs(numbers: Mapping[str, Sequence[float]]) -> Iterator[tuple[object, ...]]:
    """Rows: the numbers of each search, and how many times ours these are."""
    for name, (size, *taken) in numbers.items():
        yield name, kilobytes(size), *(f"{each:.1f}" for each in taken)
        if name != "duidu" and "duidu" in numbers:
            pairs = zip(numbers[name], numbers["duidu"], strict=True)
            yield f"{name} / duidu", *(f"{their / our:.2f}" for their, our in pairs)


def _sample(bench: Bench) -> dict[str, list[str]]:
    """Some of the queries of `quality`, the same in both scripts."""
    columns = columns_of(bench)
    return {name: columns[name][: bench.sizes.of_others] for name in ("Traditional", "Simplified", "English")}


def _site(bench: Bench, name: str) -> Site:
    return bench.site if name == "duidu" else build_other(name, bench.folder / name, bench.items)


def _measured(bench: Bench, site: Site, columns: Mapping[str, Sequence[str]]) -> Measured:
    """Ask all queries of one search."""
    corpus = Corpus(bench.articles)
    places = [entry.place for entry in corpus.entries]
    with serving(site.folder) as server:
        with reading(bench.browser, server, site) as reader:
            sizes = reader.first_result(WORDS[0])
        with reading(bench.browser, server, site) as reader:
            reader.ask(WORDS[0])
            taken = times(reader, columns["Traditional"])
            scores = {}
            for column, queries in columns.items():
                answers = ((query, reader.ask(query, every=True)) for query in queries)
                found = ((query, _places(site, answer, places)) for query, answer in answers)
                scores[column] = [score_of_places(corpus, query, each) for query, each in found]
    return Measured(sizes, taken, scores)
