"""Our conversion beside that of OpenCC's own program: `conversion_trial.py TEXT… --official PYTHON [--back]`.

Each TEXT is a file of Traditional prose. PYTHON is the interpreter of an environment that has the package
`opencc`, which cannot stand beside the one that duidu needs. The first table has what the two write
differently in Simplified, with an example of each; who is right is a matter of reading, and is kept in
`conversion_verdicts.tsv`. From that the second table counts errors per 10,000 ideographs. At last it compares
their speed with that of the tables alone on which ours is built.

With `--back` our Simplified is converted back by both, and what they write is compared with the text.
Where Simplified has one character for variants that Taiwan writes both (臺 and 台), no conversion can know
which stood there: these are in `conversion_variants.tsv`, and are counted apart.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts")]

import measurements  # noqa: E402
from duidu.enrich.conversion import converter  # noqa: E402
from duidu.enrich.dictionary import dictionary  # noqa: E402
from duidu.enrich.direction import TO_SIMPLIFIED, TO_TRADITIONAL, Direction  # noqa: E402
from duidu.enrich.opencc_tables import convert  # noqa: E402
from duidu.enrich.overrides import default_overrides  # noqa: E402
from duidu.han import is_ideograph  # noqa: E402

VERDICTS = ROOT / "scripts" / "conversion_verdicts.tsv"
VARIANTS = ROOT / "scripts" / "conversion_variants.tsv"
OFFICIAL = """
import sys
from opencc import OpenCC
converter = OpenCC(sys.argv[1])
sys.stdout.reconfigure(encoding="utf-8")
print("\\n".join(converter.convert(line) for line in sys.stdin.buffer.read().decode().split("\\n")), end="")
"""
_AROUND = 5  # ideographs of an example, to either side
_PER = 10_000
_LEAST = 5  # places of a pair that is listed
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
    parser.add_argument("--back", action="store_true", help="to Simplified, and back to Traditional")
    options = parser.parse_args(arguments)
    text = "\n".join(path.read_text("utf-8") for path in options.texts)
    if options.back:
        lines, name, title = _back(text, options.official), "conversion-back", "Conversion to Traditional"
    else:
        lines, name, title = _lines(text, options.official), "conversion", "Conversion to Simplified"
    measurements.report(name, title, lines, write=options.write)


def _official(lines: Sequence[str], official: str, direction: Direction) -> list[str]:
    """What OpenCC's own program makes of `lines`."""
    command = [official, "-c", OFFICIAL, direction.configuration]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, encoding="utf-8", check=True)
    return done.stdout.split("\n")


def _back(text: str, official: str) -> Iterator[str]:
    lines = text.split("\n")
    simplified = list(map(converter(default_overrides()).convert, lines))
    convert_back = converter(default_overrides(TO_TRADITIONAL), TO_TRADITIONAL).convert
    convert_back("历史")  # reads what it needs, before the time counts
    ours, seconds = _timed(convert_back, simplified)
    theirs = _official(simplified, official, TO_TRADITIONAL)
    count = sum(map(is_ideograph, text))
    yield f"{count:,} ideographs, {len(text) / seconds:,.0f} characters a second.\n"
    written = {"ours": Differences(), "theirs": Differences()}
    for line, one, other in zip(lines, ours, theirs, strict=True):
        if len(line) == len(one) == len(other):
            for differences, back in zip(written.values(), (one, other), strict=True):
                differences.add(line, line, back)
    yield from _table_of_kinds(written, count)


def _table_of_kinds(written: Mapping[str, Differences], ideographs: int) -> Iterator[str]:
    """Each pair of what stands in the text and what was written for it; pairs of variants come last."""
    ours, theirs = (differences.counts for differences in written.values())
    variants = _variants()
    keys = sorted(ours | theirs, key=lambda key: (_pair(key) in variants, -max(ours[key], theirs[key])))
    examples = written["theirs"].examples | written["ours"].examples
    rows = [
        (_pair(key), ours[key], theirs[key], variants.get(_pair(key), "error"), examples[key])
        for key in keys
        if max(ours[key], theirs[key]) >= _LEAST
    ]
    yield from measurements.table(("text, written", "ours", "theirs", "kind", "such as"), rows)
    for kind in ("errors", "variants"):
        totals = [
            sum(n for key, n in counts.items() if (_pair(key) in variants) == (kind == "variants"))
            for counts in (ours, theirs)
        ]
        shares = ", ".join(
            f"{who} {total:,} ({total / ideographs * _PER:.2f} per 10,000 ideographs)"
            for who, total in zip(written, totals, strict=True)
        )
        yield f"{kind.capitalize()}: {shares}.\n"


def _pair(key: Difference) -> str:
    """What stands in the text, and what was written."""
    return f"{key[1]} {key[2]}"


def _variants() -> dict[str, str]:
    """The pairs of characters of which Taiwan writes both, with the reason."""
    rows = (line.split("\t") for line in VARIANTS.read_text("utf-8").splitlines()[1:])
    return {f"{one} {other}": reason for one, other, reason in rows}


def _lines(text: str, official: str) -> Iterator[str]:
    lines = text.split("\n")
    dictionary()  # read once, before the time counts
    ours = converter(default_overrides()).convert
    converted, seconds = _timed(ours, lines)
    theirs = _official(lines, official, TO_SIMPLIFIED)
    differences = Differences()
    for line, one, other in zip(lines, converted, theirs, strict=True):
        if len(line) == len(other):  # a compatibility ideograph may become two characters
            differences.add(line, one, other)
    count = sum(map(is_ideograph, text))
    yield f"{count:,} ideographs.\n"
    yield from _table_of_differences(differences)
    yield from _table_of_errors(differences.counts, count)
    _, alone = _timed(partial(convert, direction=TO_SIMPLIFIED), lines)
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
