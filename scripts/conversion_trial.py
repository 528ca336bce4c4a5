"""Our Simplified beside that of OpenCC's own program: `conversion_trial.py TEXT… --official PYTHON`.

Each TEXT is a file of Traditional prose. PYTHON is the interpreter of an environment that has the package
`opencc`, which cannot stand beside the one that duidu needs. The first table has what the two write
differently, with an example of each; who is right is a matter of reading, and is kept in
`conversion_verdicts.tsv`. From that the second table counts errors per 10,000 ideographs. At last it compares
their speed with that of the tables alone on which ours is built.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts")]

import measurements  # noqa: E402
from duidu.enrich.conversion import converter  # noqa: E402
from duidu.enrich.dictionary import dictionary  # noqa: E402
from duidu.enrich.opencc_tables import convert  # noqa: E402
from duidu.enrich.overrides import default_overrides  # noqa: E402
from duidu.han import is_ideograph  # noqa: E402

VERDICTS = ROOT / "scripts" / "conversion_verdicts.tsv"
OFFICIAL = """
import sys
from opencc import OpenCC
converter = OpenCC("tw2s")
sys.stdout.reconfigure(encoding="utf-8")
print("\\n".join(converter.convert(line) for line in sys.stdin.buffer.read().decode().split("\\n")), end="")
"""
_AROUND = 5  # ideographs of an example, to either side
_PER = 10_000
Difference = tuple[str, str, str]  # a character, what we write for it, and what they do


@dataclass
class Differences:
    """How often the two differ in each way, with an example."""

    counts: Counter[Difference] = field(default_factory=Counter)
    examples: dict[Difference, str] = field(default_factory=dict)

    def add(self, text: str, ours: str, theirs: str) -> None:
        """Compare a line."""
        for place, (before, one, other) in enumerate(zip(text, ours, theirs, strict=True)):
            if one != other:
                self.counts[before, one, other] += 1
                around = text[max(place - _AROUND, 0) : place + _AROUND + 1]
                self.examples.setdefault((before, one, other), around)


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="+", metavar="TEXT")
    parser.add_argument("--official", required=True, metavar="PYTHON")
    measurements.add_option(parser)
    options = parser.parse_args(arguments)
    text = "\n".join(path.read_text("utf-8") for path in options.texts)
    lines = _lines(text, options.official)
    measurements.report("conversion", "Conversion to Simplified", lines, write=options.write)


def _lines(text: str, official: str) -> Iterator[str]:
    lines = text.split("\n")
    dictionary()  # read once, before the time counts
    ours = converter(default_overrides()).convert
    converted, seconds = _timed(ours, lines)
    theirs = subprocess.run(
        [official, "-c", OFFICIAL], input=text, capture_output=True, encoding="utf-8", check=True
    ).stdout
    differences = Differences()
    for line, one, other in zip(lines, converted, theirs.split("\n"), strict=True):
        if len(line) == len(other):  # a compatibility ideograph may become two characters
            differences.add(line, one, other)
    count = sum(map(is_ideograph, text))
    yield f"{count:,} ideographs.\n"
    yield from _table_of_differences(differences)
    yield from _table_of_errors(differences.counts, count)
    _, alone = _timed(convert, lines)
    yield f"Time beside that of OpenCC's tables alone: {seconds / alone:.2f} times."


def _timed(change: Callable[[str], str], lines: Sequence[str]) -> tuple[list[str], float]:
    start = time.process_time()
    changed = [change(line) for line in lines]
    return changed, time.process_time() - start


def _table_of_differences(differences: Differences) -> Iterator[str]:
    verdicts = _verdicts()
    rows = (
        (" ".join(key), count, verdicts.get(key, "not judged"), differences.examples[key])
        for key, count in differences.counts.most_common()
    )
    yield from measurements.table(("text, ours, theirs", "places", "right", "such as"), rows)


def _table_of_errors(counts: Mapping[Difference, int], ideographs: int) -> Iterator[str]:
    verdicts = _verdicts()
    wrong = Counter[str]()
    for key, count in counts.items():
        verdict = verdicts.get(key)
        wrong["ours"] += count if verdict in ("theirs", "neither") else 0
        wrong["theirs"] += count if verdict in ("ours", "neither") else 0
        wrong["not judged"] += count if verdict is None else 0
    rows = (
        (name, wrong[name], f"{wrong[name] / ideographs * _PER:.3f}")
        for name in ("ours", "theirs", "not judged")
    )
    yield from measurements.table(("wrong where they differ", "places", "per 10,000 ideographs"), rows)


def _verdicts() -> dict[Difference, str]:
    """Who is right in a difference: `ours`, `theirs`, `both` or `neither`."""
    rows = (line.split("\t") for line in VERDICTS.read_text("utf-8").splitlines()[1:])
    return {(before, one, other): verdict for before, one, other, verdict, _ in rows}


if __name__ == "__main__":
    main()
