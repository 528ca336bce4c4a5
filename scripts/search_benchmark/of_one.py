"""How right, light and fast the search of this site is: two parts of `search_benchmark`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from measurements import kilobytes, table
from search_benchmark.bench import WORDS, Bench, Times, middle_and_p95, times
from search_benchmark.browser import reading, serving
from search_benchmark.queries import Corpus, Draw
from search_benchmark.scores import Judge, Score, percent

GOAL_KB, GOAL_MS = 34, 16
FAULTS_SHOWN = 20
QUALITY_HEAD = ("page", "queries", "number", "recall %", "without result %", "precision %", "counts right %")
SECTIONS_HEAD = ("page", "queries", "with such sections", "recall %", "precision %")
TIME_HEAD = ("milliseconds", "p50", "p95", "goal of p95")
DRAWN = (
    "Drawn: when the next frame is made. Frames come every 16.7 ms, so up to this much of it is waiting.\n"
)

_KINDS = {
    "program (.js)": re.compile(r"\.js$"),
    "site.json": re.compile(r"/site\.json$"),
    "article (.json)": re.compile(r"\.json$"),
    "posting lists (grams/*.txt)": re.compile(r"/grams/\d+\.txt$"),
    "article (.txt)": re.compile(r"\.txt$"),
    "other": re.compile(""),
}


def quality(bench: Bench) -> Iterator[str]:
    """What the search finds on the reading pages in both scripts."""
    corpus = Corpus(bench.articles)
    columns = columns_of(bench)
    scores: dict[tuple[str, str], list[Score]] = {}
    with serving(bench.site.folder) as server:
        for tag, page in bench.pages.items():
            folders = (page.folder / tag.lower() / slug for slug in bench.articles)
            html = "".join((folder / "index.html").read_text("utf-8") for folder in folders)
            with reading(bench.browser, server, page) as reader:
                judge = Judge(corpus, reader.words(), set(re.findall(r'\bid="([^"]+)"', html)))
                for column, queries in columns.items():
                    answers = ((query, reader.ask(query, every=True)) for query in queries)
                    scores[tag, column] = [judge.judge(query, answer) for query, answer in answers]
    yield from table(QUALITY_HEAD, ((*key, *shares(each)) for key, each in scores.items()))
    yield "Sections that have both words, but in no one item:\n"
    of_two = {key: each for key, each in scores.items() if "two" in key[1]}
    yield from table(SECTIONS_HEAD, ((*key, *_sections(each)) for key, each in of_two.items()))
    yield from faults({" ".join(key): each for key, each in scores.items()})


def columns_of(bench: Bench) -> dict[str, list[str]]:
    """The queries, by kind; none comes twice."""
    draw = Draw(bench.items, bench.seed)
    words = [draw.piece() for _ in range(bench.sizes.pieces)] + draw.frequent()
    columns = {
        "Traditional": [each.traditional for each in words],
        "Simplified": [each.simplified for each in words],
        "English": draw.latin(bench.sizes.latin),
        "two words": [draw.two_words().traditional for _ in range(bench.sizes.two_words)],
        "two apart": [draw.two_words(apart=True).traditional for _ in range(bench.sizes.two_words)],
    }
    return {name: list(dict.fromkeys(queries)) for name, queries in columns.items()}


def shares(scores: Sequence[Score]) -> tuple[object, ...]:
    """Number, recall, queries without result that have some, precision, counts right."""
    recall, precision = ([getattr(score, name) for score in scores] for name in ("recall", "precision"))
    empty = percent([score.precision is None for score in scores if score.recall is not None])
    counted = percent([score.counted for score in scores])
    return len(scores), percent(recall), empty, percent(precision), counted


def _sections(scores: list[Score]) -> tuple[object, ...]:
    recall, precision = zip(*(score.sections for score in scores), strict=True)
    return sum(share is not None for share in recall), percent(recall), percent(precision)


def faults(scores: Mapping[str, Iterable[Score]]) -> Iterator[str]:
    """What was wrong, query by query, but no more than can be read."""
    found = [(key, score) for key, each in scores.items() for score in each if score.faults]
    yield f"Queries with something wrong: {len(found)}\n"
    for key, score in found[:FAULTS_SHOWN]:
        yield f"- {key}, “{score.query}”: {'; '.join(score.faults)}"
    if found:
        yield ""


def one(bench: Bench) -> Iterator[str]:
    """What the search loads on this site until the first result, and how long it takes."""
    queries = columns_of(bench)["Traditional"][: bench.sizes.timed]
    with serving(bench.site.folder) as server:
        with reading(bench.browser, server, bench.site) as reader:
            sizes = reader.first_result(WORDS[0])
        with reading(bench.browser, server, bench.site) as reader:
            reader.ask(WORDS[0])
            taken = times(reader, queries)
    yield f"Until the first result of “{WORDS[0]}”:\n"
    yield from table(("files", "number", "KB", "goal"), by_kind(sizes, GOAL_KB))
    yield f"From a query to its results, warm, {len(queries)} queries:\n"
    yield from table(TIME_HEAD, time_rows("results", taken, GOAL_MS))
    yield DRAWN


def by_kind(sizes: Mapping[str, int], goal: int) -> Iterator[tuple[object, ...]]:
    """Rows: number and size of the files of each kind, and of all."""
    kinds: dict[str, list[int]] = {}
    for path, size in sizes.items():
        kind = next(name for name, pattern in _KINDS.items() if pattern.search(path))
        kinds.setdefault(kind, []).append(size)
    for kind in filter(kinds.__contains__, _KINDS):
        yield kind, len(kinds[kind]), kilobytes(sum(kinds[kind])), ""
    yield "all", len(sizes), kilobytes(sum(sizes.values())), goal


def time_rows(name: str, taken: Times, goal: float | None = None) -> Iterator[tuple[object, ...]]:
    """Rows: the middle and the 95th of 100 times."""
    yield f"{name}: in the page", *middle_and_p95(taken.changed), goal or ""
    yield f"{name}: and drawn", *middle_and_p95(taken.drawn), goal or ""
