"""Article → items: the stretches of text that a search can find, each with the id it has on the page.

They stand in reading order by sections: a section begins with its title or heading, and its notes follow
its paragraphs, so that the section of an item need not be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from duidu.model import (
    ENGLISH,
    SIMPLIFIED,
    TRADITIONAL,
    Article,
    Front,
    Heading,
    Note,
    NoteRef,
    Origin,
    PageBreak,
    ParagraphBreak,
    Run,
    Runs,
    Text,
    parts_of,
)
from duidu.publish.editions import Editions
from duidu.publish.locators import printed_pages
from duidu.publish.titles import title_runs
from duidu.publish.words import WORDS

PAGE_BREAK = "\f"
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


class Kind(StrEnum):
    """What an item is, as one letter."""

    TITLE = "t"
    HEADING = "h"
    AUTHOR = "a"
    ABSTRACT = "s"
    KEYWORDS = "k"
    PARAGRAPH = "p"  # or any other part of the body: a quotation, an item of a list, a caption, a cell
    NOTE = "n"


@dataclass(frozen=True, slots=True)
class Item:
    """What can be found under `id`.

    `text` has `PAGE_BREAK` before the first character of a printed page, and `pages` are the citations
    of the page on which it begins (empty if unknown) and of those that begin in it. `simplified` is the
    same text, character for character, in Simplified; None if the article has no such edition. `label` is
    what is printed as the number of a note.
    """

    id: str
    kind: Kind
    text: str
    pages: tuple[str, ...]
    simplified: str | None = None
    label: str = ""


# A stretch of one edition: id, kind, runs.
Part = tuple[str, Kind, Runs]


def items_of(slug: str, original: Article, simplified: Article | None = None) -> tuple[Item, ...]:
    """Every item of an article, in both its editions. Its title is `slug` if it has no other."""
    converted = [_text(runs) for _, _, runs in _parts(slug, simplified, SIMPLIFIED)] if simplified else []
    parts = list(_parts(slug, original, TRADITIONAL))
    pages = list(printed_pages((anchor, runs) for anchor, _, runs in parts))
    labels = {note.id: note.label for note in original.notes}
    return tuple(
        Item(
            anchor,
            kind,
            _text(runs),
            tuple(page for _, page in pages[index]),
            converted[index] if simplified else None,
            labels.get(anchor, ""),
        )
        for index, (anchor, kind, runs) in enumerate(parts)
    )


def editions_items(slug: str, work: Editions) -> tuple[Item, ...]:
    """Every item of the article of which `work` are the editions."""
    simplified = work[SIMPLIFIED].article if SIMPLIFIED in work else None
    return items_of(slug, work[TRADITIONAL].article, simplified)


def _text(runs: Runs) -> str:
    """The words of `runs` and where pages begin, without what a line of text cannot hold."""
    return "".join(map(_piece, runs))


def _piece(run: Run) -> str:
    match run:
        case Text():
            return _CONTROL.sub(" ", run.text)
        case PageBreak():
            return PAGE_BREAK
        case ParagraphBreak():
            return " "
    return ""


def _parts(slug: str, article: Article, language: str) -> Iterator[Part]:
    """The parts of one edition, in the order of items."""
    front = article.front
    yield "title", Kind.TITLE, title_runs(front, language) or _words(slug)
    for number, author in enumerate(front.authors, start=1):
        space = _words(" ") if author.affiliation else ()
        yield f"author-{number}", Kind.AUTHOR, (*author.name, *space, *author.affiliation)
    yield from _abstract(front, language, "")
    yield from _body(article)
    yield from _english(front)


def _abstract(front: Front, language: str, suffix: str) -> Iterator[Part]:
    """Abstract and keywords in one language, whose ids end in `suffix`."""
    for number, paragraph in enumerate(front.abstracts.get(language, ()), start=1):
        yield f"abstract{suffix}-{number}", Kind.ABSTRACT, paragraph
    if keywords := front.keywords.get(language):
        comma = _words(WORDS[language].comma)
        listed = chain.from_iterable((*comma, *keyword) for keyword in keywords)
        yield f"keywords{suffix}", Kind.KEYWORDS, tuple(listed)[1:]


def _body(article: Article) -> Iterator[Part]:
    """The parts of each block, and at the end of each section the notes that it calls."""
    notes = {note.id: note for note in article.notes}
    called: list[str] = []
    for block in article.blocks:
        kind = Kind.HEADING if isinstance(block, Heading) else Kind.PARAGRAPH
        if kind is Kind.HEADING:
            yield from _notes(called, notes)
        for part, runs in parts_of(block):
            if runs:  # a table need have no caption
                yield part, kind, runs
            called += (run.note for run in runs if isinstance(run, NoteRef))
    yield from _notes([*called, *notes], notes)


def _notes(called: list[str], notes: dict[str, Note]) -> Iterator[Part]:
    """Those of `notes` that were called; they are taken away, so that none comes twice."""
    for anchor in called:
        if note := notes.pop(anchor, None):
            yield note.id, Kind.NOTE, note.runs
    called.clear()


def _english(front: Front) -> Iterator[Part]:
    """What the article says of itself in English."""
    title = front.titles.get(ENGLISH)
    if not title and not front.abstracts.get(ENGLISH):
        return
    yield "english", Kind.TITLE, title or _words(WORDS[TRADITIONAL].english)
    for number, author in enumerate(front.authors, start=1):
        if author.name_en:
            yield f"author-en-{number}", Kind.AUTHOR, author.name_en
    yield from _abstract(front, ENGLISH, "-en")


def _words(text: str) -> Runs:
    """Words that the page has and the text layer has not."""
    return (Text(text, Origin(0, 0)),)
