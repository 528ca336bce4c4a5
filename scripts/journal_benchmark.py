"""How a journal grows: `python scripts/journal_benchmark.py`, and its tables with `--write`.

Made articles (`varied_articles`) are converted, the site is built by MkDocs and by Zensical, all in
processes of their own. What counts is processor time, which other work on the machine changes least; time
by the clock is given beside it. Memory is the most that one process has held. Then a journal is built
again: with nothing changed, with one article changed all through, and with one ideograph of that corrected.
And builds are killed at random moments (`kill_trial`). `--sizes 1 10` measures these sizes alone, `--sites
N` builds sites of at most so many articles, `--alone N` has at most so many converted by one process too,
`--kills N` kills so many builds, 0 none.

Each size is converted by two processes, and before that by one, which takes most of the time. What is being
done is told on standard error, with the time of day. The table is printed after each size, and with `--write`
kept, so that a measurement that is stopped leaves what it has found; what killed builds leave has a table of
its own. An article that cannot be converted is taken out of the journal: the rest is measured, and the table
says how many were. What is being measured must not be edited meanwhile: builds would find another program.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

import measurements  # noqa: E402
from measurements import kilobytes, table  # noqa: E402
from varied_articles import correct_article, make_journal, slug_of, write_article  # noqa: E402

if TYPE_CHECKING:
    from kill_trial import Kill

MB = 1e6  # bytes
OF_KILLS = 20  # articles
CHANGED = 10  # of these, in each edition
EDITIONS = 5  # of an article, of which one at least can surely be converted
ENGINES = ("mkdocs", "zensical")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "scripts"), "NO_MKDOCS_2_WARNING": "1"}
# A build without the site's builder, and what it took: by the clock, of processor time in its own process and
# in those that it started, and the most memory of one, which Linux counts in KiB.
BUILD = """
import json, resource, sys, time
from pathlib import Path
start = time.perf_counter()
from duidu.build import build_pages
from duidu.project import open_project
built = build_pages(open_project(Path(sys.argv[1])), processes=int(sys.argv[2]))
for error in built.errors:
    print(error, file=sys.stderr)
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
own, others = (each.ru_utime + each.ru_stime for each in used)
memory = max(each.ru_maxrss for each in used) * 1024
print(json.dumps([time.perf_counter() - start, own, others, memory, built.failed]))
"""


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock, of processor time in a process and in those that it started; bytes of memory;
    the articles that could not be converted.
    """

    clock: float
    own: float
    others: float
    memory: float
    failed: Sequence[str] = ()

    @property
    def work(self) -> float:
        """All processor time."""
        return self.own + self.others


@dataclass
class Journal:
    """What was measured of a journal of `size` articles, without those that were `left_out` since they could
    not be converted; by `one` process if that was asked for; of a site by each engine that built it.
    """

    size: int
    left_out: int
    one: Taken | None
    two: Taken
    unchanged: Taken
    changed: Taken
    corrected: Taken
    sources: int
    written: int
    sites: dict[str, tuple[Taken, int]] = field(default_factory=dict)
    page: int = 0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=[1, 10, 100, 1000], metavar="N")
    parser.add_argument("--sites", type=int, default=200, metavar="N", help="(default: %(default)s)")
    parser.add_argument("--alone", type=int, default=1000, metavar="N", help="(default: %(default)s)")
    parser.add_argument("--kills", type=int, default=50, metavar="N", help="(default: %(default)s)")
    measurements.add_option(parser)
    options = parser.parse_args()
    for lines in _growth(options.sizes, options.sites, options.alone):
        measurements.report("journal", "A journal, as it grows", lines, write=options.write)
    if options.kills:
        progress(f"killing {options.kills} builds")
        with tempfile.TemporaryDirectory() as folder:
            lines = killed(Path(folder), options.kills)
            measurements.report("journal-kills", "What killed builds leave", lines, write=options.write)


def _growth(sizes: Sequence[int], sites: int, alone: int) -> Iterator[Iterable[str]]:
    """What is known after each size."""
    journals: list[Journal] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            journals.append(measured(Path(folder) / str(size), size, sites, alone))
            shutil.rmtree(Path(folder) / str(size))
            yield _told(journals, sites)


def _told(journals: Sequence[Journal], sites: int) -> Iterator[str]:
    yield from table(("articles", *(f"{each.size:,}" for each in journals), "goal"), rows(journals))
    yield "“Of each further article”: the difference to the size before, so without the start."
    yield "“By processor time”: as if neither of two processes were ever kept waiting."
    yield f"Sites were built of at most {sites} articles.\n"


def progress(said: str) -> None:
    """Tell what is being done, and when it was begun."""
    print(f"{time.strftime('%H:%M:%S')} {said}", file=sys.stderr, flush=True)


def measured(project: Path, size: int, sites: int, alone: int) -> Journal:
    """Make a journal, and build it in all ways."""
    progress(f"{size} articles: made")
    make_journal(project, size)
    one = _by_one(project, size) if size <= alone else None
    progress(f"{size} articles: converted by two processes")
    two = build(project, 2)
    numbers = [number for number in range(size) if slug_of(number) not in two.failed]
    if not numbers:
        raise SystemExit("no article could be converted")
    for slug in two.failed:  # it would be tried again by each build
        shutil.rmtree(project / "docs/articles" / slug)
    progress(f"{size} articles: built again")
    unchanged, number = build(project, 2), numbers[len(numbers) // 2]
    changed = _with_one_changed(project, number)
    correct_article(project, number)
    corrected = build(project, 2)
    sources = bytes_below(project / "docs/articles")
    written = bytes_below(project / "docs") - sources
    journal = Journal(size, len(two.failed), one, two, unchanged, changed, corrected, sources, written)
    for engine in ENGINES if size <= sites else ():
        progress(f"{size} articles: a site by {engine}")
        shutil.rmtree(project / "site", ignore_errors=True)
        taken = site(project, engine)
        journal.sites[engine] = taken, bytes_below(project / "site")
        if not journal.page:
            page = project / "site/zh-hant" / slug_of(number) / "index.html"
            journal.page = len(gzip.compress(page.read_bytes(), 9, mtime=0))
    return journal


def _by_one(project: Path, size: int) -> Taken:
    """What one process takes; what it made is taken away again."""
    progress(f"{size} articles: converted by one process")
    one = build(project, 1)
    for path in ("zh-hant", "zh-hans", "en", "search", "offline"):
        shutil.rmtree(project / "docs" / path)
    shutil.rmtree(project / ".cache")
    return one


def _with_one_changed(project: Path, number: int) -> Taken:
    """What a build takes after the article `number` was changed, to an edition that can be converted."""
    for edition in range(1, EDITIONS + 1):
        write_article(project, number, edition)
        if not (taken := build(project, 2)).failed:
            return taken
    raise SystemExit(f"none of {EDITIONS} other editions of {slug_of(number)} could be converted")


def build(project: Path, processes: int) -> Taken:
    """What `duidu build` takes without the site's builder; what it cannot convert is told."""
    command = [sys.executable, "-c", BUILD, str(project), str(processes)]
    done = subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE, check=True)
    return Taken(*json.loads(done.stdout))


def site(project: Path, engine: str) -> Taken:
    """What an engine takes."""
    start = time.perf_counter()
    command = [sys.executable, "-m", engine, "build", "--strict"]
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=project, env=ENVIRONMENT, stdout=silent, stderr=silent)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{engine} failed")
    return Taken(time.perf_counter() - start, used.ru_utime + used.ru_stime, 0.0, used.ru_maxrss * 1024)


def bytes_below(folder: Path) -> int:
    """How many bytes the files below a folder have."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def rows(journals: Sequence[Journal]) -> Iterator[Sequence[object]]:
    """The lines of the table, of journals in the order of their sizes."""

    def row(name: str, said: Callable[[Journal], str], goal: str = "") -> tuple[str, ...]:
        return name, *map(said, journals), goal

    before = dict(zip([each.size for each in journals[1:]], journals, strict=False))

    def further(each: Journal) -> str:
        less = before.get(each.size)
        return f"{(each.two.work - less.two.work) / (each.size - less.size):.3f}" if less else "–"

    yield row("could not be converted, and was left out", lambda each: f"{each.left_out}", "0")
    yield row("conversion: processor time, s", lambda each: f"{each.two.work:.1f}")
    yield row("of each further article, s", further, "≤ 0.35")
    yield row("by the clock, two processes, s", lambda each: f"{each.two.clock:.1f}")
    yield row("by the clock, one process, s", _of_one(lambda one, _: f"{one.clock:.1f}"))
    yield row(
        "two are faster, by the clock", _of_one(lambda one, two: f"{one.clock / two.clock:.2f}"), "≥ 1.7"
    )
    yield row(
        "two are faster, by processor time",
        _of_one(lambda one, two: f"{one.work / (two.own + two.others / 2):.2f}"),
        "≥ 1.7",
    )
    yield row("memory, MB", lambda each: f"{each.two.memory / MB:.0f}", "≤ 500")
    yield row("memory of one process, MB", _of_one(lambda one, _: f"{one.memory / MB:.0f}"), "≤ 500")
    yield row("nothing changed: processor time, s", lambda each: f"{each.unchanged.work:.2f}", "< 3")
    yield row("by the clock, s", lambda each: f"{each.unchanged.clock:.2f}", "< 3")
    yield row("one changed: processor time, s", lambda each: f"{each.changed.work:.2f}", "< 10")
    yield row("by the clock, s", lambda each: f"{each.changed.clock:.2f}", "< 10")
    yield row(
        "an ideograph of it corrected: processor time, s", lambda each: f"{each.corrected.work:.2f}", "< 10"
    )
    yield row("by the clock, s", lambda each: f"{each.corrected.clock:.2f}", "< 10")
    yield row("sources, MB", lambda each: f"{each.sources / MB:.2f}")
    yield row("files written, MB", lambda each: f"{each.written / MB:.2f}")
    for engine in ENGINES:
        yield from site_rows(journals, engine)
    yield row("the reading page, gzip, KB", lambda each: kilobytes(each.page) if each.page else "–", "≤ +1")


def _of_one(said: Callable[[Taken, Taken], str]) -> Callable[[Journal], str]:
    """What is said of one process beside two, where one was tried."""
    return lambda each: said(each.one, each.two) if each.one else "–"


def site_rows(journals: Sequence[Journal], engine: str) -> Iterator[Sequence[object]]:
    """The lines of what an engine took."""

    def row(name: str, said: Callable[[Journal, Taken, int], str], goal: str = "") -> tuple[str, ...]:
        found = (said(each, *each.sites[engine]) if engine in each.sites else "–" for each in journals)
        return f"{engine}: {name}", *found, goal

    yield row("processor time, s", lambda _, taken, __: f"{taken.work:.1f}")
    yield row("by the clock, s", lambda _, taken, __: f"{taken.clock:.1f}")
    yield row("memory, MB", lambda _, taken, __: f"{taken.memory / MB:.0f}")
    yield row("site, MB an article", lambda each, _, size: f"{size / MB / each.size:.2f}", "≤ 2")


def killed(project: Path, count: int) -> Iterator[str]:
    """What killed builds left: those of a journal that had changed, and first ones."""
    from kill_trial import forget, trial  # not before: a process begins with the memory of its parent

    make_journal(project, OF_KILLS)

    def change(edition: int) -> None:
        for number in range(CHANGED):
            write_article(project, number, edition)

    def begin_anew(edition: int) -> None:
        forget(project)
        change(edition)

    yield f"Builds of {OF_KILLS} articles, of which {CHANGED} had changed, killed at random moments:\n"
    yield from kill_table(list(trial(project, change, count, seed=1)), CHANGED)
    yield "And first builds of them:\n"
    yield from kill_table(list(trial(project, begin_anew, count, seed=1)), OF_KILLS)


def kill_table(kills: Sequence[Kill], most: int) -> Iterator[str]:
    """The table of builds of which each had at most so many articles to convert."""
    converted = [len(kill.converted) for kill in kills]
    again = sum(len(kill.converted & kill.done) for kill in kills)
    found = (
        ("builds killed, and not ended before", sum(kill.killed for kill in kills), len(kills)),
        ("left a half-written file", sum(bool(kill.torn) for kill in kills), 0),
        ("left files of two builds, and nothing that finishes it", sum(kill.mixed for kill in kills), 0),
        ("the next build was not right", sum(not kill.right for kill in kills), 0),
        ("articles that the killed builds had converted", sum(len(kill.done) for kill in kills), ""),
        ("those of them that the next ones converted again", again, 0),
        ("articles that a next build converted, at most", max(converted), f"≤ {most}"),
    )
    yield from table(("what", "number", "goal"), found)


if __name__ == "__main__":
    main()
