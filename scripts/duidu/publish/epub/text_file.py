"""The text of a book: an article whole, in one script, or in both paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from duidu.publish import tree
from duidu.publish.citing.record import Record
from duidu.publish.citing.reference_styles import PLAIN, reference
from duidu.publish.epub.xhtml_blocks import note_box, notes_section, render, ways_back
from duidu.publish.epub.xhtml_context import BookContext, spoken
from duidu.publish.epub.xhtml_inlines import inline
from duidu.publish.words import Words
from duidu.publish.works_cited import CitedWork, WorkList
from duidu.publish.xml_text import xml_text

WORKS = "works"


def text_of(document: tree.Document, record: Record, works: Sequence[WorkList], context: BookContext) -> str:
    """The body of the text of `document`."""
    opening = [render(document.title, context), *(render(each, context) for each in document.authors)]
    before = tree.present(document.abstract, document.keywords)
    return "".join(
        (
            _opening(opening, record, context.words),
            *(render(part, context) for part in before),
            *(render(block, context) for block in document.body),
            *(render(block, context) for block in tree.present(document.notes)),
            _works(works, context),
            *(render(block, context) for block in tree.present(document.english)),
        )
    )


def parallel_text(
    documents: tuple[tree.Document, tree.Document],
    record: Record,
    works: Sequence[WorkList],
    contexts: tuple[BookContext, BookContext],
) -> str:
    """The body of the text of the original and of the other script, each piece after its twin."""
    first, second = documents
    pairs = list(zip(_pieces(first), _pieces(second), strict=True))
    head = 1 + len(first.authors)
    opening = (_twins(pair, contexts) for pair in pairs[:head])
    return "".join(
        (
            _opening(opening, record, contexts[0].words),
            *(_twins(pair, contexts) for pair in pairs[head:]),
            *_parallel_notes(first.notes, second.notes, contexts),
            _works(works, contexts[0]),
            *(render(block, contexts[0]) for block in tree.present(first.english)),
        )
    )


def _opening(blocks: Iterable[str], record: Record, words: Words) -> str:
    """The title page: what the article is called, whose it is, and where it appeared."""
    role = 'epub:type="titlepage" aria-labelledby="title"'
    lines = "".join(f'<p class="source">{xml_text(line)}</p>\n' for line in _source(record, words))
    return f'<section class="opening" {role}>\n{"".join(blocks)}{lines}</section>\n'


def _source(record: Record, words: Words) -> Iterator[str]:
    if record.referable:
        yield reference(record, PLAIN)
    rights = record.metadata.rights
    yield words.cite_rights.format(rights=rights) if rights else words.rights_unknown


def _works(lists: Sequence[WorkList], context: BookContext) -> str:
    if not lists:
        return ""
    words = context.words
    role = f'epub:type="bibliography" role="doc-bibliography" aria-labelledby="{WORKS}"'
    body = "".join(
        f'<h3 id="{each.anchor}">{each.heading}</h3>\n{"".join(_work(work, words) for work in each.works)}'
        for each in lists
    )
    return f'<section class="works-cited" {role}>\n<h2 id="{WORKS}">{words.works}</h2>\n{body}</section>\n'


def _work(cited: CitedWork, words: Words) -> str:
    """A work, with the ways to what cites it."""
    places = words.comma.join(f'<a href="#{part}">{xml_text(name)}</a>' for part, name in cited.places)
    said = inline(cited.content, BookContext(words, ids=False))
    entry = f"<span{spoken(cited.language)}>{said}</span>" if cited.language else said
    where = words.cited_in.format(notes=places)
    return f'<p class="work-cited" id="{cited.work.id}">{entry} <span class="cited-in">{where}</span></p>\n'


def _pieces(document: tree.Document) -> Iterator[tree.Block]:
    """What stands beside its twin, from the title to the end of the body."""
    abstract = (document.abstract.heading, *document.abstract.blocks) if document.abstract else ()
    keywords = tree.present(document.keywords)
    return chain((document.title, *document.authors), abstract, keywords, document.body)


def _twins(pair: tuple[tree.Block, tree.Block], contexts: tuple[BookContext, BookContext]) -> str:
    twin = render(pair[1], contexts[1])
    return render(pair[0], contexts[0]) + (f'<div class="twin">\n{twin}</div>\n' if twin else "")


def _parallel_notes(
    first: tree.Notes | None, second: tree.Notes | None, contexts: tuple[BookContext, BookContext]
) -> Iterator[str]:
    """The notes, each with both texts under its one label, or once if they are one."""
    if not (first and second):
        return
    twins = {note.id: note for each in second.lists for note in each.notes}

    def show(note: tree.Note) -> str:
        twin, bare = twins[note.id], render(note, contexts[0])
        if list(map(tree.plain, note.paragraphs)) == list(map(tree.plain, twin.paragraphs)):
            return bare
        language = spoken(contexts[1].language)
        inside = contexts[1].inside()
        other = "".join(f"<p{language}>{inline(content, inside)}</p>\n" for content in twin.paragraphs)
        lines = [inline(content, contexts[0]) for content in note.paragraphs] or [""]
        lines[0] = ways_back(note, contexts[0]) + lines[0]
        own = "".join(f"<p>{line}</p>\n" for line in lines)
        return note_box(note, f'{own}<div class="twin">\n{other}</div>\n', contexts[0])

    yield notes_section(first, show, contexts[0])
