"""What becomes of text layers whose truth is known: `python scripts/layer_trial.py FOLDER…`.

Each folder has text layers, `NAME.txt` or `NAME.EXTRACTOR.txt`, and their truths, `NAME.json`, as
`tests/whole/` has them. Each layer is also tried without the spaces at the ends of its lines, and without
those at both ends. The table tells how many blocks, notes and calls came out right, and what was said. The
last line names what came out wrong without a word: nothing may.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from measurements import table  # noqa: E402

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
    silent: list[str] = []
    rows = (row for folder in parser.parse_args(arguments).folders for row in _tried(folder, silent))
    for line in table(("layer", "trimmed", "blocks", "notes", "calls", "errors", "warnings"), rows):
        print(line, flush=True)
    print(f"Wrong without a word: {', '.join(silent) or 'none'}.")
    sys.exit(bool(silent))


def _tried(folder: Path, silent: list[str]) -> Iterator[Sequence[object]]:
    """A row for each layer of a folder and each way to trim it; `silent` gets the names of the worst."""
    for path in sorted(folder.glob("*.txt")):
        truth = _truth(path)
        whole = decode(path.read_bytes(), str(path))
        for trimmed, trim in TRIMMED.items():
            text = trim(whole)
            article = recover_text(text)
            right = truth.right(known_of(article))
            problems = (*check_invariants(text, article), *find_doubts(TextLayer(text), article))
            said = [
                sorted({problem.code.code for problem in problems if problem.code.error is error})
                for error in (True, False)
            ]
            if not any(said) and any(count.split("/")[0] != count.split("/")[1] for count in right):
                silent.append(f"{path.stem} ({trimmed})")
            yield (path.stem, trimmed, *right, *(" ".join(codes) for codes in said))


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
