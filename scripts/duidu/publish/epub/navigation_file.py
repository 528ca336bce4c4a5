"""The navigation of a book: its table of contents, its landmarks, and the list of its printed pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from duidu.publish import tree
from duidu.publish.epub.xhtml_page import xhtml_page
from duidu.publish.words import WORDS, Words
from duidu.publish.xml_text import xml_text

TEXT = "article.xhtml"
_PAGE = re.compile(r'<span class="page" id="([^"]*)"[^>]* data-page="([^"]*)"')


class Entry(NamedTuple):
    """A line of the table of contents: how deep it stands, from 2, the id to which it leads, its words."""

    level: int
    anchor: str
    words: str


def headings_of(document: tree.Document, works: Sequence[Entry]) -> list[Entry]:
    """The headings of a document in order; `works` are those of the works cited, after the notes."""
    sections = (document.abstract.heading,) if document.abstract else ()
    headings = (block for block in (*sections, *document.body) if isinstance(block, tree.Heading))
    notes = [document.notes.heading] if document.notes else []
    english = [document.english.heading] if document.english else []
    return [*map(_entry, headings), *map(_entry, notes), *works, *map(_entry, english)]


def _entry(heading: tree.Heading | tree.Label) -> Entry:
    level = heading.level if isinstance(heading, tree.Heading) else 2
    short = heading.short if isinstance(heading, tree.Heading) else ""
    return Entry(level, heading.id, short or tree.plain(heading.content).strip() or "…")


def navigation(title: str, entries: Iterable[Entry], text: str, language: str) -> str:
    """The navigation file of the book `title`, whose `text` tells which printed pages begin in it."""
    words = WORDS[language]
    first = Entry(2, "title", title)
    contents = _nested([first, *entries])
    # Read off the text itself: it lists just what stands there, and in its order.
    pages = "".join(f'<li><a href="{TEXT}#{id_}">{page}</a></li>\n' for id_, page in _PAGE.findall(text))
    body = (
        f'<nav epub:type="toc" role="doc-toc" id="toc">\n<h1>{words.contents}</h1>\n{contents}</nav>\n'
        f"{_landmarks(words)}{_pages(pages, words)}"
    )
    return xhtml_page(title, body, language)


def _landmarks(words: Words) -> str:
    return (
        f'<nav epub:type="landmarks" hidden="hidden">\n<h2>{words.onward}</h2>\n<ol>\n'
        f'<li><a epub:type="cover" href="cover.xhtml">{words.cover}</a></li>\n'
        f'<li><a epub:type="toc" href="nav.xhtml#toc">{words.contents}</a></li>\n'
        f'<li><a epub:type="bodymatter" href="{TEXT}">{words.in_text}</a></li>\n</ol>\n</nav>\n'
    )


def _pages(items: str, words: Words) -> str:
    if not items:
        return ""
    return (
        '<nav epub:type="page-list" role="doc-pagelist" hidden="hidden">\n'
        f"<h2>{words.pages}</h2>\n<ol>\n{items}</ol>\n</nav>\n"
    )


def _nested(entries: Sequence[Entry]) -> str:
    """`entries` as lists within lists: one that stands deeper than that before it is in a list within it."""
    items, place = "", 0
    while place < len(entries):
        entry, after = entries[place], place + 1
        while after < len(entries) and entries[after].level > entry.level:
            after += 1
        inside = _nested(entries[place + 1 : after])
        items += f'<li><a href="{TEXT}#{entry.anchor}">{xml_text(entry.words)}</a>{inside}</li>\n'
        place = after
    return f"<ol>\n{items}</ol>\n" if items else ""
