"""Text layer → what `duidu model` says of it, and short ways to show that."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from duidu.check import check_invariants, make_ledger
from duidu.model import Article, Heading, NoteRef, PageBreak, Paragraph, Run, Runs, Text
from duidu.pipeline import Draft, process
from duidu.publish.model_json import model_json
from duidu.reasons import Cause
from duidu.recover import recover_text
from duidu.workspace import read_article

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "docs" / "articles" / "anglo-american-special-relationship" / "source.txt"
WHOLE = Path(__file__).parent / "whole"
CASES = sorted(WHOLE.glob("case*.txt"))


@cache
def read(path: Path) -> Draft:
    """The article of a file, with its corrections."""
    return process(read_article(path), until="check")


def as_json(text: str) -> dict[str, Any]:
    """What `duidu model` prints for `text`."""
    article = recover_text(text)
    return model_json(article, make_ledger(text, article), check_invariants(text, article))


def codes(text: str, article: Article | None = None) -> list[str]:
    """The stable codes of all that is found wrong in `article`, or in what is recovered from `text`."""
    return [problem.code.code for problem in check_invariants(text, article or recover_text(text))]


def shown(runs: Runs) -> str:
    """Runs on a line: note calls as {7}, pages as [p96], or [p~97] if inferred, paragraph breaks as ¶."""
    return "".join(map(_shown, runs))


def _shown(run: Run) -> str:
    match run:
        case Text():
            return run.text
        case NoteRef():
            return f"{{{run.label}}}"
        case PageBreak():
            return f"[p{'' if run.seen else '~'}{run.label}]"
    return "¶"


def called(article: Article) -> list[int]:
    """The numbers of the notes that the body calls, in reading order."""
    return [int(run.label) for block in article.blocks for run in block.runs if isinstance(run, NoteRef)]


def headings(article: Article) -> list[Heading]:
    return [block for block in article.blocks if isinstance(block, Heading)]


def paragraphs(article: Article) -> list[Paragraph]:
    return [block for block in article.blocks if isinstance(block, Paragraph)]


def causes(articles: Iterable[Article]) -> set[Cause]:
    """Why anything in `articles` was set aside, moved or corrected."""
    found: set[Cause] = set()
    for article in articles:
        found |= {piece.reason.cause for piece in article.set_aside}
        found |= {move.reason.cause for move in article.moves}
        found |= {correction.reason.cause for correction in article.corrections}
    return found
