"""What the benchmarks find, printed as it comes, and kept in `manual/measurements/` where that is asked for.

Nobody writes figures there by hand: each file says by which command it was made, when, and of which version.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "manual" / "measurements"
KB = 1024  # bytes


def add_option(parser: ArgumentParser) -> None:
    """Let the command be told to keep what it finds."""
    parser.add_argument(
        "--write", action="store_true", help=f"keep the tables in {FOLDER.relative_to(ROOT).as_posix()}/"
    )


def report(name: str, title: str, lines: Iterable[str], *, write: bool) -> None:
    """Print `lines` of Markdown one by one, and if told to `write`, make the file `name`.md of them."""
    kept = []
    for line in lines:
        print(line, flush=True)
        kept.append(line)
    if write:
        FOLDER.mkdir(parents=True, exist_ok=True)
        text = "\n".join([f"# {title}\n", f"{_made_by()}\n", *kept])
        (FOLDER / f"{name}.md").write_text(text.rstrip() + "\n", "utf-8")


def _made_by() -> str:
    from duidu import __version__  # the benchmarks make it importable first

    command = " ".join(["python", os.path.relpath(sys.argv[0], ROOT), *sys.argv[1:]])
    command = command.replace("/__main__.py", "")
    where = f"{os.cpu_count()} processors under a load of {os.getloadavg()[0]:.1f}"
    return f"Made by `{command}` on {datetime.now(UTC):%Y-%m-%d}, with duidu {__version__}, on {where}."


def table(head: tuple[str, ...], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A table in Markdown; the first column is words, the others numbers."""
    yield f"| {' | '.join(head)} |"
    yield f"| --- |{' ---: |' * (len(head) - 1)}"
    yield from (f"| {' | '.join(map(str, row))} |" for row in rows)
    yield ""


def kilobytes(count: float) -> str:
    """So many bytes, as they are printed."""
    return f"{count / KB:.2f}"
