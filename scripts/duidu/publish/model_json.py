"""The model as JSON: the format `duidu-model/1`, for other programs to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from duidu.check import Ledger
from duidu.model import Article, Author, Block, Heading, NoteRef, PageBreak, Runs, Text, plain
from duidu.problems import Problem
from duidu.publish.apparatus_json import apparatus_json
from duidu.reasons import Reason

FORMAT = "duidu-model/1"


def model_json(article: Article, ledger: Ledger, problems: Iterable[Problem]) -> dict[str, Any]:
    """`article`, its ledger and its problems as plain lists, dicts, texts and numbers."""
    front = article.front
    return {
        "format": FORMAT,
        "front": {
            "titles": {language: plain(runs) for language, runs in front.titles.items()},
            "authors": [_author(author) for author in front.authors],
            "abstracts": {
                language: "\n\n".join(plain(piece) for piece in pieces)
                for language, pieces in front.abstracts.items()
            },
            "keywords": {
                language: [plain(piece) for piece in pieces] for language, pieces in front.keywords.items()
            },
        },
        "blocks": [_block(block) for block in article.blocks],
        "notes": [{"number": note.number, "id": note.id, "runs": _runs(note.runs)} for note in article.notes],
        "pages": [{"page": page.label, "seen": page.seen, "line": page.line} for page in article.pages],
        "ledger": {
            "source_characters": ledger.source_characters,
            "placed": ledger.placed,
            "set_aside": [
                {"line": piece.origin.line, "text": piece.text, **_reason(piece.reason)}
                for piece in article.set_aside
            ],
        },
        "moves": [
            {
                "line": move.first,
                "last_line": move.last,
                "after_line": move.after,
                "page": move.page,
                "text": move.text,
                **_reason(move.reason),
            }
            for move in article.moves
        ],
        "mends": [
            {
                "line": mend.line,
                "source": mend.source,
                "text": mend.text,
                **_reason(mend.reason),
                "declared": mend.declared,
            }
            for mend in article.mends
        ],
        "apparatus": apparatus_json(article),
        "problems": [
            {
                "code": problem.code.code,
                "line": problem.line,
                "error": problem.code.error,
                "message": problem.message,
            }
            for problem in problems
        ],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    """The stable name of the cause; the number of a marker and an editor's words only where there are any."""
    said: dict[str, Any] = {"reason": reason.cause.value}
    if reason.number is not None:
        said["number"] = reason.number
    return said | ({"words": reason.words} if reason.words else {})


def _author(author: Author) -> dict[str, str]:
    fields = {
        "name": author.name,
        "name_en": author.name_en,
        "affiliation": author.affiliation,
        "affiliation_en": author.affiliation_en,
    }
    return {key: plain(runs) for key, runs in fields.items() if runs or not key.endswith("ation_en")}


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"id": block.id, "kind": "heading", "level": block.level, "runs": _runs(block.runs)}
    return {"id": block.id, "kind": "paragraph", "level": 0, "runs": _runs(block.runs)}


def _runs(runs: Runs) -> list[Any]:
    """Runs, with neighbouring texts as one."""
    out: list[Any] = []
    for run in runs:
        if isinstance(run, NoteRef):
            out.append({"note": run.number})
        elif isinstance(run, PageBreak):
            out.append({"page": run.label, "seen": run.seen})
        elif isinstance(run, Text) and out and isinstance(out[-1], str):
            out[-1] += run.text
        else:
            out.append(run.text)
    return out
