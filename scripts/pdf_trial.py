"""What becomes of PDFs whose truth is known: `python scripts/pdf_trial.py [FOLDER…] [--made] [--write]`.

Each folder has documents, `NAME.pdf`, and their truths, `NAME.json` or else `article.json`. `--made` sets an
article in many layouts with Typst, and tries those. The table tells how many blocks, notes and calls came
out right, how many pages have a number that was seen, and what was said. The last lines count what is right
of all, and name what came out wrong without a word: nothing may.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts")]

import measurements  # noqa: E402
from duidu.check import check_invariants  # noqa: E402
from duidu.enrich.direction import TO_SIMPLIFIED  # noqa: E402
from duidu.enrich.opencc_tables import convert  # noqa: E402
from duidu.plausibility import find_doubts  # noqa: E402
from duidu.problems import DuiduError  # noqa: E402
from duidu.recover import recover  # noqa: E402
from duidu.recover.printed import with_figures  # noqa: E402
from duidu.sources.printed import PrintedDocument  # noqa: E402
from duidu.sources.source import read_source  # noqa: E402
from layer_trial import Known, known_of  # noqa: E402
from measurements import table  # noqa: E402
from typst_pages import Layout, make_pdf  # noqa: E402

_ARTICLE = ROOT / "tests" / "whole" / "case00.json"
_COLUMNS = ("document", "blocks", "notes", "calls", "pages", "errors", "warnings")


def main(arguments: Sequence[str] | None = None) -> None:
    """Try all documents, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--made", action="store_true", help="try PDFs made with Typst")
    parser.add_argument("--only", default="", metavar="WORDS", help="only those whose name has these words")
    measurements.add_option(parser)
    given = parser.parse_args(arguments)
    trial = Trial()
    lines = chain(_lines(given, trial), trial.sums())
    measurements.report(
        "pdf-made", "PDF: what is right of files whose truth is known", lines, write=given.write
    )
    sys.exit(bool(trial.silent))


def _lines(given: argparse.Namespace, trial: Trial) -> Iterator[str]:
    """The table, row by row."""
    rows = (
        row
        for name, content, truth in _documents(given)
        if given.only in name
        for row in trial.row(name, content, truth)
    )
    yield from table(_COLUMNS, rows)


class Trial:
    """Tries documents, and counts what is right."""

    def __init__(self) -> None:
        self.silent: list[str] = []
        self._right = [0, 0, 0]
        self._whole = [0, 0, 0]

    def row(self, name: str, content: bytes, truth: Mapping[str, Any]) -> Iterator[Sequence[object]]:
        """What became of a document."""
        blocks = [(str(kind), str(text)) for kind, text in truth["blocks"]]
        notes = {int(number): str(text) for number, text in truth["notes"].items()}
        known = Known.of(blocks, notes)
        try:
            source = read_source(content, name)
        except DuiduError as error:
            yield (name, "", "", "", "", " ".join(problem.code.code for problem in error.problems), "")
            return
        if isinstance(source, PrintedDocument):
            source = with_figures(source)
        article = recover(source)
        right = known.right(known_of(article))
        for place, count in enumerate(right):
            self._right[place] += int(count.split("/")[0])
            self._whole[place] += int(count.split("/")[1])
        problems = (*check_invariants(source.text, article), *find_doubts(source, article))
        said = [
            sorted({problem.code.code for problem in problems if problem.code.error is error})
            for error in (True, False)
        ]
        if not any(said) and any(count.split("/")[0] != count.split("/")[1] for count in right):
            self.silent.append(name)
        seen = f"{sum(page.seen for page in article.pages)}/{len(article.pages)}"
        yield (name, *right, seen, *(" ".join(codes) for codes in said))

    def sums(self) -> Iterator[str]:
        """What is right of all documents together."""
        for name, right, whole in zip(("Blocks", "Notes", "Calls"), self._right, self._whole, strict=True):
            if whole:
                yield f"{name} right: {right} of {whole}, {100 * right / whole:.2f} %."
        yield f"Wrong without a word: {'; '.join(self.silent) or 'none'}."


def _documents(given: argparse.Namespace) -> Iterator[tuple[str, bytes, Mapping[str, Any]]]:
    for folder in given.folders:
        for path in sorted(folder.glob("*.pdf")):
            truth = path.with_suffix(".json")
            truth = truth if truth.exists() else path.with_name("article.json")
            yield path.stem, path.read_bytes(), json.loads(truth.read_text("utf-8"))
    if given.made:
        truth = json.loads(_ARTICLE.read_text("utf-8"))
        simplified = _simplified(truth)
        for layout in layouts():
            if given.only in layout.name:
                text = simplified if layout.region == "CN" else truth
                yield layout.name, make_pdf(text, layout), text


def layouts() -> Iterator[Layout]:
    """Layouts that differ in each of the things that count, and in all pairs of most."""
    turns = product(
        (1, 2), (False, True), (False, True), (True, False), ("1", "①", "[1]", "*"), (False, True)
    )
    papers = ("16開", "A4", "25開")
    for number, (columns, spaced, same, rule, label, restart) in enumerate(turns):
        if label == "*" and not restart:
            continue  # there are not enough marks
        yield Layout(
            columns=columns,
            spaced=spaced,
            same_size=same,
            rule=rule,
            label=label,
            restart=restart,
            paper="A4" if columns == 2 else papers[number % 3],
            numbers=("foot", "head")[number // 2 % 2],
            size=(10.0, 11.0, 12.0)[number // 3 % 3],
            region=("TW", "CN")[number % 5 == 0],
            call_on_line=label == "[1]" and number % 2 == 0,
        )


def _simplified(truth: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same article in Simplified."""
    return json.loads(convert(json.dumps(truth, ensure_ascii=False), TO_SIMPLIFIED))  # type: ignore[no-any-return]


if __name__ == "__main__":
    main()
