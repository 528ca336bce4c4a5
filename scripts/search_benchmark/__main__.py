"""How right, light and fast the search is: `python scripts/search_benchmark`. A measurement, not a test.

Queries are drawn from the texts, by a seed that is printed, and asked in Chromium. What they must find is
known by reading all texts from beginning to end. Prints tables in Markdown:

    quality   what the search of this site finds, in Traditional, in Simplified, in English, by two words
    one       what it loads and how long it takes on this site
    many      the same on sites of many made articles
    offers    what it offers for questions that find nothing (`tests/dead_ends.tsv`)
    others    the searches of Material for MkDocs and of Zensical on the same texts

Files are counted as gzip -9 makes them; KB are 1024 bytes. Times depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from playwright.sync_api import Error  # noqa: E402

import measurements  # noqa: E402
from building import build  # noqa: E402
from duidu.publish.search.search_files import item_files  # noqa: E402
from search_benchmark.bench import QUICK, Bench, Sizes  # noqa: E402
from search_benchmark.browser import Site, chromium  # noqa: E402
from search_benchmark.made_site import SLIPS, SOURCES, items_in  # noqa: E402
from search_benchmark.of_dead_ends import dead_ends  # noqa: E402
from search_benchmark.of_many import many  # noqa: E402
from search_benchmark.of_one import one, quality  # noqa: E402
from search_benchmark.of_others import others  # noqa: E402

TITLES = {
    "quality": "Search: what it finds",
    "one": "Search: what it loads and how long it takes on this site",
    "many": "Search: sites of many articles",
    "offers": "Search: what it offers where it finds nothing",
    "others": "Search: others on the same texts",
}
PARTS = tuple(TITLES)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=time.time_ns() // 10**6 % 10**6, help="of the queries")
    parser.add_argument("--articles", type=int, nargs="+", help="of made sites (default: 100 1000)")
    parser.add_argument("--slips", type=float, default=SLIPS, help="see made_site.py (default: %(default)s)")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="some parts (default: all)")
    parser.add_argument("--quick", action="store_true", help="fewer queries, and 100 made articles only")
    measurements.add_option(parser)
    options = parser.parse_args(arguments)
    sizes = QUICK if options.quick else Sizes()
    counts = options.articles or ([100] if options.quick else [100, 1000])
    say(f"Seed: {options.seed}")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        articles = {path.parent.name: items_in(path) for path in SOURCES}
        site = build("mkdocs", Path(folder) / "site")
        slug = min(articles)
        pages = {tag: Site("duidu", site, f"{tag.lower()}/{slug}/") for tag in ("zh-Hant", "zh-Hans")}
        bench = Bench(browser, Path(folder), pages, articles, options.seed, sizes)
        if stale := [
            path for path, content in item_files(articles).items() if (site / path).read_bytes() != content
        ]:
            say(f"Not as they would be written now: {', '.join(stale)}; run duidu build.")
        tables: dict[str, Callable[[], Iterator[str]]] = {
            "quality": lambda: quality(bench),
            "one": lambda: one(bench),
            "many": lambda: (line for count in counts for line in many(bench, count, options.slips)),
            "offers": lambda: dead_ends(bench),
            "others": lambda: others(bench),
        }
        for part in options.only:
            run(part, tables[part], write=options.write)


def run(part: str, lines: Callable[[], Iterator[str]], *, write: bool) -> None:
    """Report a part, and how long it took; what breaks off one part does not hinder the next."""
    start = time.perf_counter()
    try:
        measurements.report(f"search-{part}", TITLES[part], lines(), write=write)
    except Error as error:
        say(f"{part}: not measured: {error.message}")
    say(f"({part}: {time.perf_counter() - start:.0f} s)\n")


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)


if __name__ == "__main__":
    main()
