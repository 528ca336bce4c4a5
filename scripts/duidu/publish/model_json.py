"""The model as JSON: the format `duidu-model/2`, for other programs to read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from duidu.check import Ledger
from duidu.model import (
    Article,
    Author,
    Block,
    Cell,
    Figure,
    Heading,
    ListItem,
    Note,
    NoteRef,
    PageBreak,
    Run,
    Runs,
    Style,
    Table,
    Text,
    plain,
)
from duidu.problems import Problem
from duidu.publish.annotations_json import annotations_json
from duidu.reasons import Reason

FORMAT = "duidu-model/2"


def model_json(article: Article, ledger: Ledger, problems: Iterable[Problem]) -> dict[str, Any]:
    """`article`, its ledger and its problems as plain lists, dicts, texts and numbers."""
    front = article.front
    return {
        "format": FORMAT,
        "script": article.language,
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
        "notes": [_note(note) for note in article.notes],
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
        "corrections": [
            {
                "line": correction.line,
                "source": correction.source,
                "text": correction.text,
                **_reason(correction.reason),
                "declared": correction.declared,
            }
            for correction in article.corrections
        ],
        "annotations": annotations_json(article),
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
    told = {key: plain(runs) for key, runs in fields.items() if runs or not key.endswith("ation_en")}
    return told | ({"orcid": author.orcid} if author.orcid else {})


def _block(block: Block) -> dict[str, Any]:
    kind = type(block).__name__.lower()
    kind = "list-item" if isinstance(block, ListItem) else kind
    return {"id": block.id, "kind": kind, "level": 0, **_more(block), "runs": _runs(block.runs)}


def _more(block: Block) -> dict[str, Any]:
    """What blocks of one kind have besides their text."""
    match block:
        case Heading(level=level):
            return {"level": level}
        case ListItem(label=label, level=level):
            return {"label": label, "level": level}
        case Table(rows=rows):
            return {"rows": [[_cell(cell) for cell in row] for row in rows]}
        case Figure(file=file, description=description, size=(width, height)):
            known = {"width": width, "height": height} if width else {}
            return {"file": file, "description": description, **known}
    return {}


def _cell(cell: Cell) -> dict[str, Any]:
    size = {"columns": cell.columns, "rows": cell.rows}
    return {"id": cell.id, "header": cell.header, **size, "runs": _runs(cell.runs)}


def _note(note: Note) -> dict[str, Any]:
    shown = {"id": note.id, "label": note.label, "kind": note.kind.value}
    return {"number": _number(note.id), **shown, "runs": _runs(note.runs)}


def _number(note: str) -> int:
    """The number of a note, which counts through the article, as its id has it."""
    return int(note.rpartition("-")[2])


def _runs(runs: Runs) -> list[Any]:
    """Runs, with neighbouring texts of one style and link as one."""
    out: list[Any] = []
    for like, group in groupby(runs, lambda run: (run.style, run.link) if isinstance(run, Text) else None):
        if like is None:
            out += [_run(run) for run in group]
        else:
            out.append(_text(plain(group), *like))
    return out


def _text(text: str, style: Style, link: str) -> Any:
    """A text without a style mark or link is a string."""
    marks = [str(mark.name).lower().replace("_", "-") for mark in style]
    told = ({"style": marks} if marks else {}) | ({"link": link} if link else {})
    return {"text": text, **told} if told else text


def _run(run: Run) -> Any:
    match run:
        case NoteRef(id=anchor, note=note, label=label):
            return {"note": _number(note), "id": anchor, "label": label}
        case PageBreak(label=label, seen=seen, pdf_page=pdf_page):
            return {"page": label, "seen": seen} | ({"pdf_page": pdf_page} if pdf_page else {})
    return {"paragraph": True}
