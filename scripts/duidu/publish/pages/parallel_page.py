"""Side by side: an article in both scripts, paragraph beside paragraph.

Every second piece is the same piece in the other script, and reader.css sets them in two columns. The
Traditional half bears the ids and is listed in the table of contents; the other half says whose twin
each of its pieces is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from duidu.model import SIMPLIFIED, TRADITIONAL, Article, Note, plain
from duidu.publish.escape import Value, escape, front_matter
from duidu.publish.links import regions_of
from duidu.publish.markdown import Context, back_link, heading, inline, note_item, render
from duidu.publish.pages.reading_page import (
    abstract_paragraphs,
    author_lines,
    english_section,
    keywords_line,
    notes_section,
    title_of,
    title_runs,
)
from duidu.publish.words import WORDS


def parallel_page(slug: str, traditional: Article, simplified: Article) -> str:
    """The Markdown of the page that shows both; its interface is in Traditional."""
    words = WORDS[TRADITIONAL]
    meta: dict[str, Value] = {
        "title": words.parallel,
        "language": TRADITIONAL,
        "article": slug,
        "description": words.parallel_lead.format(title=title_of(slug, traditional.front, TRADITIONAL)),
        "view": "parallel",
        "robots": "noindex",
        "hide": ["navigation"],
        "search": {"exclude": True},
    }
    contexts = (_context(traditional, TRADITIONAL), _context(simplified, SIMPLIFIED))
    halves = (
        _half(slug, traditional, TRADITIONAL, contexts[0]),
        _half(slug, simplified, SIMPLIFIED, contexts[1]),
    )
    parts = (
        '<div class="parallel" markdown="1">\n',
        *chain.from_iterable(zip(*halves, strict=True)),
        "</div>\n",
        *_notes(traditional, simplified, contexts),
        *english_section(traditional.front, words),
    )
    return front_matter(meta) + "\n".join(parts)


def _context(article: Article, language: str) -> Context:
    words, ids = WORDS[language], language == TRADITIONAL
    return Context(words, ids=ids, language=language, regions=regions_of(article, language, ids=ids))


def _half(slug: str, article: Article, language: str, context: Context) -> Iterator[str]:
    """The pieces of one half, from the title to the end of the body; each makes one block."""
    front = article.front
    yield heading(inline(title_runs(front, language), context) or escape(slug), 1, "title", context)
    yield from author_lines(front, context)
    if paragraphs := front.abstracts.get(language):
        yield heading(context.words.abstract, 2, "abstract", context)
        yield from abstract_paragraphs(paragraphs, "abstract", context)
    yield from keywords_line(front, language, "keywords", context)
    yield from (render(block, context) for block in article.blocks)


def _notes(traditional: Article, simplified: Article, contexts: Sequence[Context]) -> Iterator[str]:
    pairs = zip(traditional.notes, simplified.notes, strict=True)
    if traditional.notes:
        yield from notes_section((_note(*pair, contexts) for pair in pairs), WORDS[TRADITIONAL])


def _note(traditional: Note, simplified: Note, contexts: Sequence[Context]) -> str:
    """Both texts of a note under its one number, with the way back in the first; once if they are one."""
    if plain(traditional.runs) == plain(simplified.runs):
        return render(traditional, replace(contexts[0], language=None))
    first, second = (
        inline(note.runs, replace(context, page_ids=False), note.id)
        for note, context in zip((traditional, simplified), contexts, strict=True)
    )
    pieces = (
        '<div class="parallel" markdown="1">\n',
        f"{first} {back_link(traditional, contexts[0])}\n{{{contexts[0].spoken.strip()}}}\n",
        f"{second}\n{{{contexts[1].spoken.strip()}}}\n",
        "</div>\n",
    )
    return note_item(traditional, "\n".join(pieces))
