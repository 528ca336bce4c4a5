"""Side by side: an article in both scripts, paragraph beside paragraph.

Every second piece is the same piece in the other script, and parallel.css sets them in two columns. The half
in the script of the original bears the ids and is listed in the table of contents; the other half says whose
twin each of its pieces is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from duidu.model import Article
from duidu.publish import tree
from duidu.publish.article_tree import document_of
from duidu.publish.escape import Value, front_matter
from duidu.publish.markdown import Context, back_link, inline, note_item, notes_section, paragraphs_in, render
from duidu.publish.pages.beside import Beside
from duidu.publish.pages.onward import onward
from duidu.publish.pages.page_kinds import PARALLEL
from duidu.publish.pages.reading_page import ways_in
from duidu.publish.titles import title_of
from duidu.publish.words import WORDS


def parallel_page(slug: str, original: Article, converted: Article, beside: Beside | None = None) -> str:
    """The Markdown of the page that shows both; its interface is in the script of the `original`."""
    language = original.language
    words, beside = WORDS[language], beside or Beside()
    meta: dict[str, Value] = {
        "title": PARALLEL.title(words),
        "language": language,
        "article": slug,
        "description": words.parallel_lead[language].format(title=title_of(slug, original.front, language)),
        "view": "parallel",
        "robots": "noindex",
        "hide": ["navigation"],
        "search": {"exclude": True},
    }
    first, second = (document_of(slug, article, article.language) for article in (original, converted))
    contexts = (
        Context(words, language=language, pdf=beside.pdf),
        Context(WORDS[converted.language], ids=False, language=converted.language, pdf=beside.pdf),
    )
    pairs = list(zip(_half(first, contexts[0]), _half(second, contexts[1]), strict=True))
    head = 1 + len(first.authors)
    parts = (
        *_side_by_side(pairs[:head]),
        *ways_in(slug, original, language, beside),
        *_side_by_side(pairs[head:]),
        *_notes(first.notes, second.notes, contexts),
        *(render(block, contexts[0].inside()) for block in tree.present(first.english)),
        onward(slug, language, beside, PARALLEL.file),
    )
    return front_matter(meta) + "\n".join(parts)


def _side_by_side(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    if pairs:
        yield '<div class="parallel" markdown="1">\n'
        yield from chain.from_iterable(pairs)
        yield "</div>\n"


def _half(document: tree.Document, context: Context) -> Iterator[str]:
    """The pieces of one half, from the title to the end of the body; each makes one block."""
    abstract = (document.abstract.heading, *document.abstract.blocks) if document.abstract else ()
    keywords = tree.present(document.keywords)
    blocks = (document.title, *document.authors, *abstract, *keywords, *document.body)
    return (render(block, context) for block in blocks)


def _notes(
    original: tree.Notes | None, converted: tree.Notes | None, contexts: Sequence[Context]
) -> Iterator[str]:
    if original and converted:
        lists = (
            (first.heading, [_note(*pair, contexts) for pair in zip(first.notes, second.notes, strict=True)])
            for first, second in zip(original.lists, converted.lists, strict=True)
        )
        yield notes_section(original.heading, lists, contexts[0].inside())


def _note(original: tree.Note, converted: tree.Note, contexts: Sequence[Context]) -> str:
    """Both texts of a note under its one number, with the way back in the first; once if they are one."""
    if _words(original) == _words(converted):
        return render(original, contexts[0].inside())
    back = f" {back_link(original, contexts[0])}"
    halves = (_half_note(original, contexts[0], back), _half_note(converted, contexts[1], ""))
    return note_item(original, "\n".join(('<div class="parallel" markdown="1">\n', *halves, "</div>\n")))


def _words(note: tree.Note) -> list[str]:
    return [tree.plain(content) for content in note.paragraphs]


def _half_note(note: tree.Note, context: Context, after: str) -> str:
    """A note in one script: a block, which is its paragraph if it has only one."""
    if len(note.paragraphs) == 1:
        return f"{inline(note.paragraphs[0], context)}{after}\n{{{context.spoken.strip()}}}\n"
    body = paragraphs_in(note.id, note.paragraphs, context.inside(), after=after)
    return f'<div{context.spoken} markdown="block">\n{body}</div>\n'
