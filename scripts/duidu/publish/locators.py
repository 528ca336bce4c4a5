"""Where a span stands, as readers are told: 頁 [78], 註 12, with a link to it.

A paragraph has no number that a reader could see, but each printed page has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from duidu.annotations import Span
from duidu.enrich.works import Texts, texts_of
from duidu.model import Article, NoteRef, PageBreak, Runs, Text
from duidu.publish.escape import link
from duidu.publish.pages.page_kinds import READING
from duidu.publish.words import Words
from duidu.remembered import remembered

_FRONT = ("author", "keywords")

# Offsets in a part, and the printed page from each of them on.
Pages = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The parts of an article: their runs, texts and printed pages, and in which language they are."""

    runs: Mapping[str, Runs]
    texts: Texts
    pages: Mapping[str, Pages]
    language: str

    def page(self, span: Span) -> str:
        """The printed page on which `span` begins; empty if unknown."""
        return next((page for start, page in reversed(self.pages[span.part]) if start <= span.start), "")


@remembered
def places_of(article: Article) -> Places:
    """The places of `article`."""
    parts = dict(article.parts())
    pages = dict(zip(parts, printed_pages(parts.items()), strict=True))
    return Places(parts, texts_of(article), pages, article.language)


def printed_pages(parts: Iterable[tuple[str, Runs]]) -> Iterator[Pages]:
    """The pages of each of `parts`, which are ids and runs in reading order; the first begins at 0.

    A note begins on the page that calls it. Before the first page break the page is not known: empty.
    """
    page = ""
    called_on: dict[str, str] = {}
    for part, runs in parts:
        is_note = part.startswith("note-")
        found = [(0, called_on.get(part, "") if is_note else page)]
        offset = 0
        for run in runs:
            if isinstance(run, PageBreak):
                found.append((offset, run.citation))
            elif isinstance(run, NoteRef):
                called_on.setdefault(run.note, found[-1][1])
            elif isinstance(run, Text):
                offset += len(run.text)
        page = page if is_note else found[-1][1]
        yield tuple(found)


def place_link(span: Span, places: Places, words: Words, page: str = READING.file, name: str = "") -> str:
    """A link to where `span` stands on the reading `page`, which says where, if it has no other `name`."""
    # A page that begins in a part has a mark there: nearer than where the part begins.
    begun = [label for start, label in places.pages.get(span.part, ()) if 0 < start <= span.start]
    nearer = begun and not span.part.startswith("note-")
    anchor = f"p{begun[-1].strip('[]')}" if nearer else span.part
    return link(name or place_name(span, places, words), f"{page}#{anchor}")


def place_name(span: Span, places: Places, words: Words) -> str:
    """What a reader calls the place: by the number of its note, or of its printed page."""
    kind = span.part.partition("-")[0]
    if kind == "note":
        return words.in_note.format(number=places.texts.label(span.part))
    names = {"title": words.in_title, "abstract": words.abstract.lower()}
    if name := names.get(kind) or (words.in_front if kind in _FRONT else ""):
        return name
    printed = places.page(span)
    return words.page.format(page=printed) if printed else words.in_text
