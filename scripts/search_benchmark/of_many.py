"""How right, light and fast the search is on sites of many articles: a part of `search_benchmark`."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from statistics import median, median_low

from duidu.publish.search.search_files import FOLDER, item_files
from measurements import kilobytes, table
from search_benchmark.bench import WORDS, Bench, Times, times
from search_benchmark.browser import Reader, Server, Site, reading, serving
from search_benchmark.made_site import made_articles
from search_benchmark.of_one import DRAWN, TIME_HEAD, by_kind, faults, time_rows
from search_benchmark.queries import Corpus, Draw
from search_benchmark.scores import Judge, Score, percent

GOAL_SECONDS, GOAL_KB, GOAL_MS = 60, 160, 150
READ_WHOLE = 60  # results, if a query has no more
COUNTS_HEAD = ("counts", "number", "true", "false", "upper bounds", "too high by, p50", "at most", "too low")
RIGHTS_HEAD = ("results", "shown first are right %", "queries read whole", "recall %", "precision %")
TRIES = 2000  # to draw a rare word


def many(bench: Bench, count: int, slips: float) -> Iterator[str]:
    """Make `count` articles, and search them."""
    yield f"## {count:,} made articles ({slips:.1%} slips)\n"
    articles = dict(made_articles(count, bench.seed, slips))
    start, worked = time.perf_counter(), time.process_time()
    files = item_files(articles)
    taken, worked = time.perf_counter() - start, time.process_time() - worked
    yield from table(
        ("index", "", "goal"),
        [
            ("seconds to make it", f"{taken:.1f}", GOAL_SECONDS),
            ("of these, processor time", f"{worked:.1f}", ""),
            ("files", len(files), ""),
            ("MB on disk (1,000,000 bytes)", f"{sum(map(len, files.values())) / 1e6:.1f}", ""),
            (
                "of these, posting lists",
                f"{sum(len(files[path]) for path in files if '/grams/' in path) / 1e6:.1f}",
                "",
            ),
        ],
    )
    site = _site(bench, count, files)
    corpus = Corpus(articles)
    draw = Draw((item for items in articles.values() for item in items), bench.seed)
    with serving(site.folder) as server:
        yield from _loads(bench, server, site, corpus, draw)
        yield from _answers(bench, server, site, corpus, draw)


def _site(bench: Bench, count: int, files: Mapping[str, bytes]) -> Site:
    """A copy of the built site, with these files to search."""
    folder = bench.folder / f"many-{count}"
    shutil.copytree(bench.site.folder, folder)
    shutil.rmtree(folder / FOLDER)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return replace(bench.site, folder=folder)


def _loads(bench: Bench, server: Server, site: Site, corpus: Corpus, draw: Draw) -> Iterator[str]:
    """What is loaded until the first result, each time in a fresh browser."""
    queries = [*WORDS, *(draw.piece().traditional for _ in range(bench.sizes.loaded))]
    queries += [draw.two_words().traditional for _ in range(bench.sizes.loaded // 4)]
    queries += _rare(bench.sizes.loaded // 4, corpus, draw)
    sizes: dict[str, dict[str, int]] = {}
    for query in queries:
        with reading(bench.browser, server, site) as reader:
            sizes[query] = reader.first_result(query)
    totals = {query: sum(each.values()) for query, each in sizes.items()}
    dearest = max(totals, key=totals.__getitem__)
    yield f"Until the first result, {len(sizes)} queries, each in a fresh browser:\n"
    rows = {query: totals[query] for query in WORDS} | {"all, p50": median(totals.values())}
    rows["all, the most"] = totals[dearest]
    yield from table(
        ("query", "KB", "goal"), ((name, kilobytes(size), GOAL_KB) for name, size in rows.items())
    )
    yield f"The most expensive query, “{dearest}”:\n"
    yield from table(("files", "number", "KB", "goal"), by_kind(sizes[dearest], GOAL_KB))


def _answers(bench: Bench, server: Server, site: Site, corpus: Corpus, draw: Draw) -> Iterator[str]:
    """How right the answers are, and how long they take, when first asked for and when asked for again."""
    columns = _columns(bench.sizes.of_many, corpus, draw)
    queries = [query for each in columns.values() for query in each]
    with reading(bench.browser, server, site) as reader:
        first = Times([], [])
        judge = Judge(corpus, reader.words())
        scores = {}
        for column, each in columns.items():
            scores[column] = [_score(reader, judge, corpus, query, first) for query in each]
        again = times(reader, queries)
    yield f"Answers to {len(queries)} queries:\n"
    yield from table(
        TIME_HEAD, [*time_rows("asked first", first), *time_rows("again (warm)", again, GOAL_MS)]
    )
    yield DRAWN
    yield from table(COUNTS_HEAD, ((column, *_counts(each)) for column, each in scores.items()))
    yield from _highest([pair.shown for pairs in scores.values() for pair in pairs])
    yield f"What is shown at first; and of queries with at most {READ_WHOLE} results all of them:\n"
    yield from table(RIGHTS_HEAD, ((column, *_rights(each)) for column, each in scores.items()))
    yield from faults(
        {column: [pair.whole or pair.shown for pair in pairs] for column, pairs in scores.items()}
    )


def _columns(count: int, corpus: Corpus, draw: Draw) -> dict[str, list[str]]:
    """About `count` queries of all kinds; none comes twice."""
    pieces = [draw.piece() for _ in range(count // 2)]
    columns = {
        "words": list(WORDS),
        "Traditional": [piece.traditional for piece in pieces[: count * 3 // 8]],
        "Simplified": [piece.simplified for piece in pieces[count * 3 // 8 :]],
        "rare": _rare(count // 5, corpus, draw),
        "two words": [draw.two_words().traditional for _ in range(count // 10)],
        "two apart": [draw.two_words(apart=True).traditional for _ in range(count // 10)],
        "English": draw.latin(count // 20),
    }
    return {name: list(dict.fromkeys(queries)) for name, queries in columns.items()}


def _rare(count: int, corpus: Corpus, draw: Draw) -> list[str]:
    """So many words that few items have; fewer if they are not met."""
    words = (draw.piece(3).traditional for _ in range(TRIES))
    return list(islice((word for word in words if corpus.has_no_more(word, READ_WHOLE)), count))


@dataclass(frozen=True)
class Pair:
    """The score of what is shown at first, and that of all results if they were read."""

    shown: Score
    whole: Score | None


def _score(reader: Reader, judge: Judge, corpus: Corpus, query: str, first: Times) -> Pair:
    """Ask, judge, and add to `first` how long it took."""
    few = sum(corpus.truth(query).numbers) <= READ_WHOLE
    answer = reader.ask(query, every=few)
    first.changed.append(answer.changed)
    first.drawn.append(answer.drawn)
    shown = replace(answer, results=answer.results[: answer.first])
    return Pair(judge.judge(query, shown, whole=False), judge.judge(query, answer) if few else None)


def _counts(pairs: Sequence[Pair]) -> tuple[object, ...]:
    scores = [pair.shown for pair in pairs]
    exact = [score.counted for score in scores if score.said.exact]
    bounds = [score for score in scores if not score.said.exact]
    off = [score.off for score in bounds]
    too_high = (median_low(off), max(off)) if off else ("–", "–")
    low = sum(not score.said.may_be(score.true) for score in bounds)
    return len(scores), sum(exact), len(exact) - sum(exact), len(bounds), *too_high, low


def _highest(scores: Sequence[Score]) -> Iterator[str]:
    """Of which query the search says most too much, in words."""
    worst = max(scores, key=lambda score: score.off)
    if worst.off > 0:
        said, true = sum(worst.said.numbers), sum(worst.true)
        yield f"Furthest from the truth: “{worst.query}”, it says at most {said}, there are {true}.\n"


def _rights(pairs: Sequence[Pair]) -> tuple[object, ...]:
    shown = [share for pair in pairs for share in (pair.shown.precision, pair.shown.sections[1])]
    whole = [pair.whole for pair in pairs if pair.whole]
    recall = percent([score.recall for score in whole])
    return percent(shown), len(whole), recall, percent([score.precision for score in whole])
