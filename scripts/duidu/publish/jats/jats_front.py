"""The front of an article as JATS: the journal, and what is known of the article."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from duidu.model import ENGLISH, NoteKind, plain
from duidu.publish import tree
from duidu.publish.citing.record import Record, record_of
from duidu.publish.editions import Edition, Editions, original_of
from duidu.publish.jats.jats_blocks import note
from duidu.publish.jats.jats_contributors import bylines, contributors, english_blocks
from duidu.publish.jats.jats_inlines import Targets, inline, leaves
from duidu.publish.words import WORDS
from duidu.publish.xml_elements import Children, container, element
from duidu.settings import Settings


def front_of(document: tree.Document, work: Editions, settings: Settings, targets: Targets) -> Element:
    """The front of the original's file; what is not known is left out."""
    original = original_of(work)
    known = record_of(original.slug, original.article, original.metadata, original.language)
    meta = (
        *_ids(known),
        container("title-group", {}, *_titles(document, work, targets)),
        *contributors(document, original, targets),
        *_author_notes(document, targets),
        *_issue(known),
        _permissions(original),
        *_addresses(work, settings),
        *_abstracts(document, targets),
        *_keywords(document, original.language, targets),
        *_inferred(known),
    )
    return container("front", {}, *_journal(known), container("article-meta", {}, *meta))


def _journal(known: Record) -> Children:
    said = known.metadata
    parts: Children = [element("journal-id", {"journal-id-type": "issn"}, said.issn)] if said.issn else []
    if said.journal and said.journal_en:
        translated = element("trans-title", {}, said.journal_en)
        group = container("trans-title-group", {"xml:lang": ENGLISH}, translated)
        parts.append(container("journal-title-group", {}, element("journal-title", {}, said.journal), group))
    elif known.journal:
        parts.append(container("journal-title-group", {}, element("journal-title", {}, known.journal)))
    parts += [element("issn", {}, said.issn)] if said.issn else []
    if said.publisher:
        parts.append(element("publisher", {}, element("publisher-name", {}, said.publisher)))
    return [container("journal-meta", {}, *parts)] if parts else []


def _ids(known: Record) -> Children:
    ids = (("publisher-id", known.slug), ("doi", known.metadata.doi))
    return [element("article-id", {"pub-id-type": kind}, value) for kind, value in ids if value]


def _titles(document: tree.Document, work: Editions, targets: Targets) -> Children:
    """The title, that in the other script, and that in English."""
    # A page that begins amid names or keywords begins after the title here: they have no place for it.
    listed = (listed for _, listed in _all_keywords(document, ENGLISH))
    short = (*bylines(document), *(word for each in listed for word in each.words))
    pages = (node for each in short for node in leaves(each) if isinstance(node, tree.PageBreak))
    whole = (*document.title.content, *pages)
    titles: Children = [element("article-title", {}, *inline(whole, targets))]
    others: list[tuple[str, Children]] = []
    for edition in work.values():
        words = plain(edition.article.front.titles.get(edition.language, ()))
        if words and not edition.article.is_original:
            others.append((edition.language, [words]))
    original = original_of(work)
    if document.english and original.article.front.titles.get(original.language):
        others.append((ENGLISH, inline(document.english.heading.content, targets)))
    for language, told in others:
        title = element("trans-title", {}, *told)
        titles.append(container("trans-title-group", {"xml:lang": language}, title))
    return titles


def _author_notes(document: tree.Document, targets: Targets) -> Children:
    notes = document.notes.lists if document.notes else ()
    own = [each for listed in notes for each in listed.notes if each.kind is NoteKind.AUTHOR]
    return [container("author-notes", {}, *(note(each, targets) for each in own))] if own else []


def _issue(known: Record) -> Children:
    """When and where in the journal it appeared."""
    said, pages = known.metadata, known.first_and_last
    year = [element("year", {}, str(said.year))] if said.year else []
    dated = (
        [container("pub-date", {"date-type": "pub", "publication-format": "print"}, *year)] if year else []
    )
    facts = (
        ("volume", said.volume),
        ("issue", said.issue),
        ("fpage", pages[0] if pages else ""),
        ("lpage", pages[-1] if pages else ""),
    )
    return [*dated, *(element(tag, {}, value) for tag, value in facts if value)]


def _permissions(original: Edition) -> Element:
    rights = original.metadata.rights or WORDS[original.language].rights_unknown
    return container("permissions", {}, element("copyright-statement", {}, rights))


def _addresses(work: Editions, settings: Settings) -> Children:
    """Where it can be read: in the journal itself, and on the site, in each script."""
    url = original_of(work).metadata.url
    own = {language: settings.address_of(edition.folder) for language, edition in work.items()}
    told = {"": url} | own
    return [
        element("self-uri", {"xml:lang": language, "xlink:href": address}, address)
        for language, address in told.items()
        if address
    ]


def _abstracts(document: tree.Document, targets: Targets) -> Children:
    own = [container("abstract", {}, *_abstract(document.abstract, targets))] if document.abstract else []
    others = english_blocks(document, tree.Section)
    return [
        *own,
        *(container("trans-abstract", {"xml:lang": ENGLISH}, *_abstract(each, targets)) for each in others),
    ]


def _abstract(section: tree.Section, targets: Targets) -> Children:
    title = element("title", {}, *inline(section.heading.content, targets))
    paragraphs = (block for block in section.blocks if isinstance(block, tree.Paragraph))
    return [title, *(element("p", {"id": each.id}, *inline(each.content, targets)) for each in paragraphs)]


def _keywords(document: tree.Document, language: str, targets: Targets) -> Children:
    return [
        container("kwd-group", {"kwd-group-type": "author", "xml:lang": tag}, *_words(listed, targets))
        for tag, listed in _all_keywords(document, language)
    ]


def _words(listed: tree.Keywords, targets: Targets) -> Children:
    """Keywords, which are words alone."""
    said = ([leaf for leaf in leaves(word) if isinstance(leaf, tree.Text)] for word in listed.words)
    return [element("kwd", {}, *inline(word, targets)) for word in said]


def _all_keywords(document: tree.Document, language: str) -> list[tuple[str, tree.Keywords]]:
    """The keywords in the article's own `language`, and those in English."""
    own = [(language, document.keywords)] if document.keywords else []
    return [*own, *((ENGLISH, listed) for listed in english_blocks(document, tree.Keywords))]


def _inferred(known: Record) -> Children:
    """Which page numbers were inferred."""
    if not known.inferred_pages:
        return []
    pages = ", ".join("-".join(run) for run in known.inferred_pages)
    told = element("meta-name", {}, "inferred-pages"), element("meta-value", {}, pages)
    return [container("custom-meta-group", {}, container("custom-meta", {}, *told))]
