"""What becomes of text layers whose truth is known: `python scripts/layer_trial.py FOLDER…`.

Each folder has text layers, `NAME.txt` or `NAME.EXTRACTOR.txt`, and their truths, `NAME.json`, as
`tests/whole/` has them. Each layer is also tried without the spaces at the ends of its lines, and without
those at both ends. The first table counts what became of them, the second tells how many blocks, notes and
calls of each came out right, and what was said. What came out wrong without a word is named: nothing may.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts")]

from duidu.check import check_invariants  # noqa: E402
from duidu.model import Article, Heading, NoteRef, Runs, Text  # noqa: E402
from duidu.plausibility import find_doubts  # noqa: E402
from duidu.recover import recover_text  # noqa: E402
from duidu.sources.decode import decode  # noqa: E402
from duidu.sources.text_layer import TextLayer  # noqa: E402
from measurements import add_option, report, table  # noqa: E402

_CALL = re.compile(r"\{(\d+)\}")
_BEFORE = 8  # characters before a call that must be its own
TRIMMED: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "right": lambda text: re.sub(r"[ \u3000]+$", "", text, flags=re.MULTILINE),
    "both": lambda text: re.sub(r"^[ \u3000]+|[ \u3000]+$", "", text, flags=re.MULTILINE),
}


@dataclass(frozen=True)
class Known:
    """What counts of an article: its blocks by kind with calls as {n}, its notes, and its calls."""

    blocks: Counter[tuple[str, str]]
    notes: frozenset[tuple[int, str]]
    calls: frozenset[tuple[int, str]]

    @classmethod
    def of(cls, blocks: Sequence[tuple[str, str]], notes: Mapping[int, str]) -> Known:
        """The same, spaces not counted."""
        bare = [(kind, "".join(text.split())) for kind, text in blocks]
        body = "".join(text for _, text in bare)
        calls = (
            (int(call[1]), _CALL.sub("", body[: call.start()])[-_BEFORE:]) for call in _CALL.finditer(body)
        )
        return cls(
            Counter(bare),
            frozenset((number, "".join(text.split())) for number, text in notes.items()),
            frozenset(calls),
        )

    def right(self, found: Known) -> list[str]:
        """How much of each is in what was `found`."""
        blocks = (self.blocks & found.blocks).total(), self.blocks.total()
        notes = len(self.notes & found.notes), len(self.notes)
        calls = len(self.calls & found.calls), len(self.calls)
        return [f"{right}/{total}" for right, total in (blocks, notes, calls)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Try all layers, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    add_option(parser)
    options = parser.parse_args(arguments)
    trials = [trial for folder in options.folders for trial in _tried(folder)]
    report("layers", "Text layers of other programs", _lines(trials), write=options.write)
    sys.exit(any(trial.outcome is Outcome.SILENT for trial in trials))


class Outcome(StrEnum):
    """What became of a layer."""

    RIGHT = "right"
    WARNED = "wrong in places, with a warning"
    REFUSED = "refused"
    SILENT = "wrong without a word"


@dataclass(frozen=True)
class Trial:
    """A layer, how it was trimmed, what of it is right (`63/64`), and the codes of what was said."""

    name: str
    trimmed: str
    right: Sequence[str]
    errors: Sequence[str]
    warnings: Sequence[str]

    @property
    def outcome(self) -> Outcome:
        """Refused if anything is an error; right if all is, whatever was said."""
        if self.errors:
            return Outcome.REFUSED
        if all(right == total for right, total in (count.split("/") for count in self.right)):
            return Outcome.RIGHT
        return Outcome.WARNED if self.warnings else Outcome.SILENT


def _lines(trials: Sequence[Trial]) -> Iterator[str]:
    """Both tables, and the names of what came out wrong without a word."""
    counts = {
        trimmed: Counter(trial.outcome for trial in trials if trial.trimmed == trimmed) for trimmed in TRIMMED
    }
    rows = ((trimmed, *(count[outcome] for outcome in Outcome)) for trimmed, count in counts.items())
    yield from table(("trimmed", *Outcome), rows)
    each = (
        (trial.name, trial.trimmed, *trial.right, " ".join(trial.errors), " ".join(trial.warnings))
        for trial in trials
    )
    yield from table(("layer", "trimmed", "blocks", "notes", "calls", "errors", "warnings"), each)
    silent = [f"{trial.name} ({trial.trimmed})" for trial in trials if trial.outcome is Outcome.SILENT]
    yield f"Wrong without a word: {', '.join(silent) or 'none'}."


def _tried(folder: Path) -> Iterator[Trial]:
    """Each layer of a folder, trimmed in each way."""
    for path in sorted(folder.glob("*.txt")):
        truth = _truth(path)
        whole = decode(path.read_bytes(), str(path))
        for trimmed, trim in TRIMMED.items():
            text = trim(whole)
            article = recover_text(text)
            right = truth.right(known_of(article))
            problems = (*check_invariants(text, article), *find_doubts(TextLayer(text), article))
            errors, warnings = (
                sorted({problem.code.code for problem in problems if problem.code.error is error})
                for error in (True, False)
            )
            yield Trial(path.stem, trimmed, right, errors, warnings)


def _truth(path: Path) -> Known:
    """The truth of a layer: that of the longest beginning of its name."""
    names = [path.stem]
    while not (truth := path.with_name(f"{names[-1]}.json")).exists():
        shorter, dot, _ = names[-1].rpartition(".")
        if not dot:
            raise SystemExit(f"{path}: there is no truth beside it; expected {names[0]}.json")
        names.append(shorter)
    known: dict[str, Any] = json.loads(truth.read_text("utf-8"))
    blocks = [(str(kind), str(text)) for kind, text in known["blocks"]]
    return Known.of(blocks, {int(number): str(text) for number, text in known["notes"].items()})


def known_of(article: Article) -> Known:
    """What was recovered."""
    blocks = [
        (f"h{block.level + 1}" if isinstance(block, Heading) else "p", _words(block.runs))
        for block in article.blocks
    ]
    notes = {int(note.id.rpartition("-")[2]): _words(note.runs) for note in article.notes}
    return Known.of(blocks, notes)


def _words(runs: Runs) -> str:
    """Runs as truths have them."""
    shown = (
        (f"{{{run.note.rpartition('-')[2]}}}" if isinstance(run, NoteRef) else run.text)
        for run in runs
        if isinstance(run, Text | NoteRef)
    )
    return "".join(shown)


if __name__ == "__main__":
    main()
