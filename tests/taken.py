"""What tests of the files that are taken along have in common: articles, and what the model says of them.

A part is told as a line: its words, with ⟦label⟧ for each call, ⟨page⟩ for each printed page that begins, and
¶ where a paragraph begins within it. Each format has a reader of its own that tells the same of a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from duidu.enrich.annotate import annotate
from duidu.enrich.other_script import convert_article
from duidu.metadata import Metadata
from duidu.model import (
    SIMPLIFIED,
    TRADITIONAL,
    Article,
    Author,
    Figure,
    Front,
    NoteRef,
    PageBreak,
    Runs,
    Text,
)
from duidu.pipeline import process
from duidu.publish.editions import Edition, Editions, by_slug
from duidu.workspace import read_article
from recovering import ARTICLE, ROOT
from rich import LEDGER, PICTURES, RICH, SOMEWHERE, call, said

WORD = Path(__file__).parent / "documents" / "rich.docx"


@cache
def work_of(path: Path) -> Editions:
    """The editions of the article in the file `path`."""
    draft = process(read_article(path), until="convert")
    ((_, work),) = by_slug(draft.editions).items()
    return work


def editions(article: Article, slug: str = "youchai", metadata: Metadata | None = None) -> Editions:
    """The editions of an article that was made by hand."""
    said = metadata or Metadata()
    return {
        TRADITIONAL: Edition(slug, article, LEDGER, TRADITIONAL, said, PICTURES),
        SIMPLIFIED: Edition(slug, convert_article(article), LEDGER, SIMPLIFIED, said, PICTURES),
    }


def works() -> dict[str, Editions]:
    """Articles with all that there is: from a text layer, from Word files with pictures, and made by hand."""
    sample = ROOT / "docs" / "articles" / "how-a-text-is-read" / "source.docx"
    return {
        "text-layer": work_of(ARTICLE),
        "sample": work_of(sample),
        "word": work_of(WORD),
        "rich": editions(RICH),
    }


LONG = "論" * 1000
BAD = {
    "no-title": replace(RICH, front=replace(RICH.front, titles={})),
    "nothing-in-front": replace(RICH, front=Front()),
    "long-title": replace(RICH, front=Front(titles={TRADITIONAL: said(LONG)})),
    "no-author": replace(RICH, front=replace(RICH.front, authors=())),
    "author-without-surname": replace(RICH, front=replace(RICH.front, authors=(Author(said("素心")),))),
    "controls": replace(
        RICH, blocks=(replace(RICH.blocks[1], runs=said("甲\x00乙\x0b丙\ud800丁\ufffe")), *RICH.blocks[2:])
    ),
    "missing-picture": replace(
        RICH,
        blocks=tuple(
            replace(block, file="gone.png") if isinstance(block, Figure) else block for block in RICH.blocks
        ),
    ),
    "all": replace(
        RICH,
        front=Front(
            titles={TRADITIONAL: said(LONG + "\x00", call(1, "*"))},
            authors=(Author(said("素心")), Author(())),
        ),
        blocks=(
            replace(RICH.blocks[1], runs=(*said("甲\x00乙\x0b丙\ud800丁\ufffe"), *RICH.blocks[1].runs)),
            *RICH.blocks[2:-6],
            Figure("figure-9", (), "gone.emf"),
            *RICH.blocks[-6:],
        ),
    ),
    "nothing": annotate(Article(Front(), (), ()))[0],
}


def told(runs: Runs, *, pages: bool = True) -> str:
    """Runs as a line; `pages` says whether printed pages are told, as they are in the text, not in notes."""
    pieces = []
    for run in runs:
        match run:
            case Text():
                pieces.append(run.text)
            case NoteRef():
                pieces.append(f"⟦{run.label}⟧")
            case PageBreak():
                pieces.append(f"⟨{run.citation}⟩" if pages else "")
            case _:
                pieces.append("¶")
    return "".join(pieces)


def parts(article: Article) -> Iterator[tuple[str, str]]:
    """The ids of the parts of the body and notes, in reading order, and what each says."""
    for part, runs in article.body_parts():
        yield part, told(runs, pages=not part.startswith("note-"))


__all__ = ["ARTICLE", "BAD", "PICTURES", "SOMEWHERE", "editions", "parts", "told", "work_of", "works"]
