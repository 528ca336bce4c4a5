"""How fast and how right recovery is: `python scripts/benchmark.py`. A measurement, not a test.

Prints three tables: what `duidu model` takes on the article as a whole process, how time grows
with the text, and whether the counts of the article and of the made ones are right.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from duidu.check import check_laws  # noqa: E402
from duidu.model import Heading, NoteRef  # noqa: E402
from duidu.publish.model_json import model_json  # noqa: E402
from duidu.recover import recover  # noqa: E402
from duidu.workspace import Recovered, read_article  # noqa: E402
from made import compare  # noqa: E402

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
    options = parser.parse_args(arguments)
    for table in (processes(options.runs), growth(options.megabytes * 1e6), counts()):
        for row in table:
            print(row, flush=True)
        print()


def processes(runs: int) -> Iterator[str]:
    """The median time of whole processes."""
    yield f"{'process':34} median of {runs}"
    commands = {"python -c pass": ["-c", "pass"], "duidu model": ["-m", "duidu", "model", str(ARTICLES[0])]}
    for name, command in commands.items():
        taken = statistics.median(
            timed(lambda command=command: run(command))  # type: ignore[misc]
            for _ in range(runs)
        )
        goal = f"   (goal: under {TARGET_SECONDS} s)" if name == "duidu model" else ""
        yield f"{name:34} {taken:8.3f} s{goal}"


def run(command: Sequence[str]) -> None:
    """Run Python and let it say nothing."""
    subprocess.run([sys.executable, *command], cwd=ROOT / "scripts", stdout=subprocess.DEVNULL, check=True)


def growth(most: float) -> Iterator[str]:
    """How time grows where the article stands in the text once, twice, four times …

    Note numbers begin anew in each copy, so that only the first has notes: a text without end, and
    an odd one.
    """
    head = f"{'text':>10} {'recover':>10} {'ratio':>6} {'laws':>10} {'ratio':>6}"
    yield f"{head}   (processor time; goal: at most {TARGET_RATIO} times for twice the text)"
    once = ARTICLES[0].read_text("utf-8")
    times, before = 1, (0.0, 0.0)
    while len((once * times).encode()) <= most:
        text = once * times
        start = time.process_time()
        article = recover(text)
        middle = time.process_time()
        check_laws(text, article)
        taken = (middle - start, time.process_time() - middle)
        ratios = [f"{now / then:6.2f}" if then else " " * 6 for now, then in zip(taken, before, strict=True)]
        size = len(text.encode()) / 1e6
        yield f"{size:7.2f} MB {taken[0]:8.2f} s {ratios[0]} {taken[1]:8.2f} s {ratios[1]}"
        times, before = 2 * times, taken


def counts() -> Iterator[str]:
    """What was found in each article, and how it differs from the truth where that is known."""
    columns = " ".join(f"{name:>6}" for name in ("pages", "heads", "paras", "notes", "calls", "moves"))
    yield f"{'article':34} {columns}  wrong"
    for path in (*ARTICLES, *CASES):
        found = read_article(path)
        article = found.article
        heads = sum(isinstance(block, Heading) for block in article.blocks)
        calls = sum(isinstance(run, NoteRef) for block in article.blocks for run in block.runs)
        numbers = (len(article.pages), heads, len(article.blocks) - heads, len(article.notes), calls)
        columns = " ".join(f"{number:6}" for number in (*numbers, len(article.moves)))
        name = path.stem if path in CASES else path.parent.name
        yield f"{name:34} {columns}  {', '.join(wrong(path, found)) or 'nothing'}"


def wrong(path: Path, found: Recovered) -> list[str]:
    """Broken laws, and differences from the truth beside the file, if one is there."""
    truth = path.with_suffix(".json")
    differences = []
    if truth.is_file():
        model = model_json(found.article, found.ledger, found.problems)
        differences = compare(model, json.loads(truth.read_text("utf-8")))
    return [problem.code.code for problem in found.problems] + differences


def timed(action: Callable[[], None]) -> float:
    """How many seconds `action` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
