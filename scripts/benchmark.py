"""How fast and how right recovery is: `python scripts/benchmark.py`. A measurement, not a test.

Prints three tables: what `duidu model` takes on the article as a whole process, how time grows
with the text, and whether the counts of the article and of the made ones are right.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

import measurements  # noqa: E402
from duidu.check import check_invariants  # noqa: E402
from duidu.model import Heading, NoteRef  # noqa: E402
from duidu.pipeline import Draft, process  # noqa: E402
from duidu.publish.model_json import model_json  # noqa: E402
from duidu.recover import recover_text  # noqa: E402
from duidu.workspace import read_article  # noqa: E402
from made import compare  # noqa: E402
from measurements import table  # noqa: E402

ARTICLES = sorted((ROOT / "docs" / "articles").glob("*/source.txt"))
CASES = sorted((ROOT / "tests" / "whole").glob("*.txt"))
TARGET_SECONDS, TARGET_RATIO = 0.5, 2.2


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=7, help="of each process (default: %(default)s)")
    parser.add_argument(
        "--megabytes", type=float, default=10.0, help="where growth ends (default: %(default)s)"
    )
    measurements.add_option(parser)
    options = parser.parse_args(arguments)
    tables = (processes(options.runs), growth(options.megabytes * 1e6), counts())
    lines = (line for each in tables for line in each)
    measurements.report("recovery", "Recovery: how fast, and how right", lines, write=options.write)


def processes(runs: int) -> Iterator[str]:
    """The median time of whole processes: that on the clock, and that of the processor."""
    commands = {"python -c pass": ["-c", "pass"], "duidu model": ["-m", "duidu", "model", str(ARTICLES[0])]}
    goals = {"duidu model": TARGET_SECONDS}
    rows = (
        (name, *(f"{taken:.3f}" for taken in medians(command, runs)), goals.get(name, ""))
        for name, command in commands.items()
    )
    yield from table((f"process, median of {runs}", "seconds", "of processor", "seconds under"), rows)


def medians(command: Sequence[str], runs: int) -> Iterator[float]:
    """The middle time on the clock and the middle time of the processor, after a run that is not counted."""
    run(command)
    taken = [timed(partial(run, command)) for _ in range(runs)]
    yield from map(statistics.median, zip(*taken, strict=True))


def run(command: Sequence[str]) -> None:
    """Run Python and let it say nothing. Bytecode may be kept, as that of an installed package is."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(
        [sys.executable, *command],
        cwd=ROOT / "scripts",
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )


def growth(most: float) -> Iterator[str]:
    """How time grows where the article stands in the text once, twice, four times …

    Note numbers begin anew in each copy, so that only the first has notes: a text without end, and
    an odd one.
    """
    yield f"Processor time; it is to grow at most {TARGET_RATIO} times for twice the text.\n"
    head = ("text, MB", "recover_text, s", "times", "check, s", "times")
    yield from table(head, _growth(ARTICLES[0].read_text("utf-8"), most))


def _growth(once: str, most: float) -> Iterator[Sequence[str]]:
    times, before = 1, (0.0, 0.0)
    while len((once * times).encode()) <= most:
        text = once * times
        start = time.process_time()
        article = recover_text(text)
        middle = time.process_time()
        check_invariants(text, article)
        taken = (middle - start, time.process_time() - middle)
        ratios = [f"{now / then:.2f}" if then else "" for now, then in zip(taken, before, strict=True)]
        cells = (cell for now, ratio in zip(taken, ratios, strict=True) for cell in (f"{now:.2f}", ratio))
        yield (f"{len(text.encode()) / 1e6:.2f}", *cells)
        times, before = 2 * times, taken


def counts() -> Iterator[str]:
    """What was found in each article, and how it differs from the truth where that is known."""
    head = ("article", "pages", "headings", "paragraphs", "notes", "calls", "moves", "wrong")
    yield from table(head, map(_counts, (*ARTICLES, *CASES)))


def _counts(path: Path) -> Sequence[object]:
    found = process(read_article(path), until="check")
    article = found.article
    headings = sum(isinstance(block, Heading) for block in article.blocks)
    calls = sum(isinstance(run, NoteRef) for run in article.runs())
    numbers = (len(article.pages), headings, len(article.blocks) - headings, len(article.notes), calls)
    name = path.stem if path in CASES else path.parent.name
    return name, *numbers, len(article.moves), ", ".join(wrong(path, found)) or "nothing"


def wrong(path: Path, found: Draft) -> list[str]:
    """Broken invariants, and differences from the truth beside the file, if one is there."""
    truth = path.with_suffix(".json")
    differences = []
    if truth.is_file():
        model = model_json(found.article, found.ledger, found.problems)
        differences = compare(model, json.loads(truth.read_text("utf-8")))
    return [problem.code.code for problem in found.problems] + differences


def timed(action: Callable[[], None]) -> tuple[float, float]:
    """How many seconds `action` takes, and how many its processes have the processor."""
    start, used = time.perf_counter(), _processor_time()
    action()
    return time.perf_counter() - start, _processor_time() - used


def _processor_time() -> float:
    """That of all processes that were started here and have ended."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    main()
