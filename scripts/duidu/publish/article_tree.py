"""Article → the tree that is published: its front matter and notes. The body is that of `body_tree`."""

from __future__ import annotations

from collections.abc import Iterable

from duidu.model import ENGLISH, Article, Front, Note, NoteKind, NoteRef, call_id, plain
from duidu.publish import tree
from duidu.publish.body_tree import body_of
from duidu.publish.content import Choices, Known
from duidu.publish.links import regions_of
from duidu.publish.regions import Regions
from duidu.publish.titles import title_runs
from duidu.publish.words import WORDS, Words
from duidu.remembered import remembered


def document_of(
    slug: str,
    article: Article,
    language: str,
    choices: Choices | None = None,
    regions: Regions | None = None,
) -> tree.Document:
    """The tree of `article`, whose text is in `language`, as are the headings that are not its own.

    It is called `slug` if it has no title. `choices` finds the words that conversion chose, where they are
    to be told apart. `regions` are what is known of its words; without them, what readers see of that.
    """
    if regions is None:
        return _as_shown(article, slug, language, choices)
    return _document(slug, article, language, Known(regions, choices))


@remembered
def _as_shown(article: Article, slug: str, language: str, choices: Choices | None) -> tree.Document:
    """What most pages and files show, each in its own way."""
    return _document(slug, article, language, Known(regions_of(article, language), choices))


def _document(slug: str, article: Article, language: str, known: Known) -> tree.Document:
    words, front = WORDS[language], article.front
    return tree.Document(
        title=_title(slug, front, language, known),
        authors=_authors(front, known),
        abstract=_abstract(front, language, tree.Heading("abstract", 2, _said(words.abstract)), known),
        keywords=_keywords(front, language, "keywords", known),
        body=body_of(article.blocks, known),
        notes=_notes(article, words, known),
        english=_english(front, words) if language != ENGLISH else None,
    )


def _title(slug: str, front: Front, language: str, known: Known) -> tree.Heading:
    runs = title_runs(front, language)
    named = () if plain(runs).strip() else _said(slug)
    return tree.Heading("title", 1, (*known.content(runs, "title"), *named))


def _authors(front: Front, known: Known) -> tuple[tree.Byline, ...]:
    """The authors, in the article's own language."""
    return tuple(
        tree.Byline(f"author-{number}", known.content(author.name), known.content(author.affiliation))
        for number, author in enumerate(front.authors, start=1)
    )


def _abstract(
    front: Front, language: str, heading: tree.Heading | tree.Label, known: Known
) -> tree.Section | None:
    """The abstract in `language`, if there is one; the ids of its paragraphs are made of the heading's."""
    paragraphs = tuple(
        tree.Paragraph(part := f"{heading.id}-{number}", known.content(runs, part))
        for number, runs in enumerate(front.abstracts.get(language, ()), start=1)
    )
    return tree.Section(tree.SectionKind.ABSTRACT, heading, paragraphs) if paragraphs else None


def _keywords(front: Front, language: str, anchor: str, known: Known) -> tree.Keywords | None:
    """The keywords in `language`, if there are any, as a list with the id `anchor`."""
    words = tuple(map(known.content, front.keywords.get(language, ())))
    return tree.Keywords(anchor, words) if words else None


def _notes(article: Article, words: Words, known: Known) -> tree.Notes | None:
    """The notes, if there are any: the author's own stand before all others, endnotes after footnotes."""
    ordered = sorted(article.notes, key=lambda note: note.kind is not NoteKind.AUTHOR)
    called: dict[str, list[str]] = {}
    for run in article.runs():
        if isinstance(run, NoteRef):
            called.setdefault(run.note, []).append(run.id)
    notes = [_note(note, called.get(note.id, [call_id(note.id)]), known) for note in ordered]
    footnotes = tuple(note for note in notes if note.kind is not NoteKind.ENDNOTE)
    endnotes = tuple(note for note in notes if note.kind is NoteKind.ENDNOTE)
    heading = tree.Heading("notes", 2, _said(words.notes))
    if not (footnotes and endnotes):
        return tree.Notes(heading, (tree.NoteList(None, footnotes or endnotes),)) if notes else None
    lists = (("footnotes", words.footnotes, footnotes), ("endnotes", words.endnotes, endnotes))
    return tree.Notes(
        heading,
        tuple(tree.NoteList(tree.Heading(anchor, 3, _said(said)), within) for anchor, said, within in lists),
    )


def _note(note: Note, calls: Iterable[str], known: Known) -> tree.Note:
    """A note. A page that begins in it begins in the body too, which has its id."""
    paragraphs = known.paragraphs(note.runs, note.id, anchors=False)
    return tree.Note(note.id, note.label, note.kind, tuple(calls), paragraphs)


def _english(front: Front, words: Words) -> tree.Section | None:
    """Title, authors and abstract in English; `words` are those of the page."""
    title = front.titles.get(ENGLISH)
    if not title and not front.abstracts.get(ENGLISH):
        return None
    known = Known()
    authors = (
        tree.Byline(f"author-en-{number}", known.content(author.name_en))
        for number, author in enumerate(front.authors, start=1)
        if author.name_en
    )
    # Its label is no heading, or the table of contents would list the abstract twice.
    label = tree.Label("abstract-en", _said(WORDS[ENGLISH].abstract))
    abstract = _abstract(front, ENGLISH, label, known)
    keywords = _keywords(front, ENGLISH, "keywords-en", known)
    heading = tree.Heading("english", 2, known.content(title or ()) or _said(words.english), words.english)
    blocks = (*authors, *tree.present(abstract, keywords))
    return tree.Section(tree.SectionKind.ENGLISH, heading, blocks, ENGLISH)


def _said(words: str) -> tree.Content:
    """Words of the site itself."""
    return (tree.Text(words),)
