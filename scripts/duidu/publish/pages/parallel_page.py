"""Side by side: an article in both scripts, paragraph beside paragraph.

Every second piece is the same piece in the other script, and reader.css sets them in two columns. The
Traditional half bears the ids and is listed in the table of contents; the other half says whose twin
each of its pieces is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from duidu.model import SIMPLIFIED, TRADITIONAL, Article
from duidu.publish import tree
from duidu.publish.article_tree import document_of
from duidu.publish.escape import Value, front_matter
from duidu.publish.markdown import Context, back_link, inline, note_item, notes_section, paragraphs_in, render
from duidu.publish.pages.page_kinds import PARALLEL
from duidu.publish.titles import title_of
from duidu.publish.words import WORDS


def parallel_page(slug: str, traditional: Article, simplified: Article, pdf: str = "") -> str:
    """The Markdown of the page that shows both; its interface is in Traditional.

    `pdf` is the article's PDF as seen from the page, if it is published.
    """
    words = WORDS[TRADITIONAL]
    meta: dict[str, Value] = {
        "title": PARALLEL.title(words),
        "language": TRADITIONAL,
        "article": slug,
        "description": words.parallel_lead.format(title=title_of(slug, traditional.front, TRADITIONAL)),
        "view": "parallel",
        "robots": "noindex",
        "hide": ["navigation"],
        "search": {"exclude": True},
    }
    first, second = (
        document_of(slug, article, language)
        for article, language in ((traditional, TRADITIONAL), (simplified, SIMPLIFIED))
    )
    contexts = (
        Context(words, language=TRADITIONAL, pdf=pdf),
        Context(WORDS[SIMPLIFIED], ids=False, language=SIMPLIFIED, pdf=pdf),
    )
    halves = (_half(first, contexts[0]), _half(second, contexts[1]))
    parts = (
        '<div class="parallel" markdown="1">\n',
        *chain.from_iterable(zip(*halves, strict=True)),
        "</div>\n",
        *_notes(first.notes, second.notes, contexts),
        *(render(block, contexts[0].inside()) for block in tree.present(first.english)),
    )
    return front_matter(meta) + "\n".join(parts)


def _half(document: tree.Document, context: Context) -> Iterator[str]:
    """The pieces of one half, from the title to the end of the body; each makes one block."""
    abstract = (document.abstract.heading, *document.abstract.blocks) if document.abstract else ()
    keywords = tree.present(document.keywords)
    blocks = (document.title, *document.authors, *abstract, *keywords, *document.body)
    return (render(block, context) for block in blocks)


def _notes(
    traditional: tree.Notes | None, simplified: tree.Notes | None, contexts: Sequence[Context]
) -> Iterator[str]:
    if traditional and simplified:
        lists = (
            (first.heading, [_note(*pair, contexts) for pair in zip(first.notes, second.notes, strict=True)])
            for first, second in zip(traditional.lists, simplified.lists, strict=True)
        )
        yield notes_section(traditional.heading, lists, contexts[0].inside())


def _note(traditional: tree.Note, simplified: tree.Note, contexts: Sequence[Context]) -> str:
    """Both texts of a note under its one number, with the way back in the first; once if they are one."""
    if _words(traditional) == _words(simplified):
        return render(traditional, contexts[0].inside())
    back = f" {back_link(traditional, contexts[0])}"
    halves = (_half_note(traditional, contexts[0], back), _half_note(simplified, contexts[1], ""))
    return note_item(traditional, "\n".join(('<div class="parallel" markdown="1">\n', *halves, "</div>\n")))


def _words(note: tree.Note) -> list[str]:
    return [tree.plain(content) for content in note.paragraphs]


def _half_note(note: tree.Note, context: Context, after: str) -> str:
    """A note in one script: a block, which is its paragraph if it has only one."""
    if len(note.paragraphs) == 1:
        return f"{inline(note.paragraphs[0], context)}{after}\n{{{context.spoken.strip()}}}\n"
    body = paragraphs_in(note.id, note.paragraphs, context.inside(), after=after)
    return f'<div{context.spoken} markdown="block">\n{body}</div>\n'
