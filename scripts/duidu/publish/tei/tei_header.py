"""The header of a TEI file: what the article is, where it appeared, and what the file has of it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from duidu.model import ENGLISH, plain
from duidu.publish.citing.name_parts import surname_and_given
from duidu.publish.citing.record import Name, Record, record_of
from duidu.publish.editions import Edition, Editions, original_of
from duidu.publish.tei.tei_encoding import encoding_of
from duidu.publish.words import WORDS
from duidu.publish.xml_elements import Children, container, element
from duidu.settings import Settings


def header_of(edition: Edition, work: Editions, settings: Settings, original: str) -> Element:
    """The header of the file of `edition`; that of the original is called `original`."""
    described = container(
        "fileDesc",
        {},
        container("titleStmt", {}, *_titles(edition, work), *_authors(edition)),
        _extent(edition),
        _publication(edition, settings),
        container("sourceDesc", {}, _source(original_of(work))),
    )
    return container("teiHeader", {}, described, encoding_of(edition, original), _profile(edition))


def record(edition: Edition) -> Record:
    """What is known of `edition`, in its own language."""
    return record_of(edition.slug, edition.article, edition.metadata, edition.language)


def _titles(edition: Edition, work: Editions) -> Children:
    """The title in the script of the file, then in the other, then in English; else the slug."""
    found = [
        (each.language, plain(each.article.front.titles.get(each.language, ()))) for each in work.values()
    ]
    found.sort(key=lambda title: title[0] != edition.language)
    found.append((ENGLISH, plain(edition.article.front.titles.get(ENGLISH, ()))))
    told = [(language, words) for language, words in found if words.strip()]
    if not told:
        return [element("title", {}, edition.slug)]
    kinds = {edition.language: "main", ENGLISH: "translated"}
    return [
        element("title", {"type": kinds.get(language, "alt"), "xml:lang": language}, words)
        for language, words in told
    ]


def _authors(edition: Edition) -> Children:
    return [container("author", {}, *_author(name, edition.language)) for name in record(edition).authors]


def _author(name: Name, language: str) -> Children:
    """The name and where the author is, each in English too if the article says it."""
    told: Children = []
    if name.chinese:
        parts = surname_and_given(name)
        inside: Children = [name.chinese]
        if parts:
            inside = [element("surname", {}, parts[0]), element("forename", {}, parts[1])]
        told.append(element("persName", {"xml:lang": language}, *inside))
    if name.english:
        told.append(element("persName", {"xml:lang": ENGLISH}, name.english))
    if name.affiliation:
        told.append(element("affiliation", {"xml:lang": language}, name.affiliation))
    if name.affiliation_en:
        told.append(element("affiliation", {"xml:lang": ENGLISH}, name.affiliation_en))
    if name.orcid:
        told.append(element("idno", {"type": "ORCID"}, name.orcid))
    return told


def _extent(edition: Edition) -> Element:
    count = str(edition.ledger.placed)
    return element("extent", {}, element("measure", {"unit": "character", "quantity": count}, count))


def _publication(edition: Edition, settings: Settings) -> Element:
    """The site, where it has the article, and what may be done with it."""
    rights, words = edition.metadata.rights, WORDS[edition.language]
    said = element("p", {}, rights or words.rights_unknown)
    address = settings.address_of(edition.folder)
    return container(
        "publicationStmt",
        {},
        element("distributor", {}, settings.name_in(edition.language) or words.name),
        *([element("idno", {"type": "URI"}, address)] if address else []),
        container("availability", {"status": "" if rights else "unknown"}, said),
    )


def _source(original: Edition) -> Element:
    """Where the article appeared, as far as that is known."""
    known, said = record(original), original.metadata
    titles = [element("title", {"level": "a"}, known.original_title or original.slug)]
    imprint: Children = [element("publisher", {}, said.publisher)] if said.publisher else []
    year = str(said.year or "")
    imprint.append(element("date", {"when": f"{year:>04}" if year else ""}, year))
    for unit, value in (("volume", said.volume), ("issue", said.issue)):
        imprint += [element("biblScope", {"unit": unit}, value)] if value else []
    if pages := known.first_and_last:
        told = {"unit": "page", "from": pages[0], "to": pages[-1]}
        imprint.append(element("biblScope", told, "-".join(known.cited_pages)))
    journal = [
        element("title", {"level": "j", "xml:lang": language}, name)
        for language, name in ((original.language, said.journal), (ENGLISH, said.journal_en))
        if name
    ]
    issn = [element("idno", {"type": "ISSN"}, said.issn)] if said.issn else []
    ids = [
        element("idno", {"type": kind}, value)
        for kind, value in (("DOI", said.doi), ("URI", said.url))
        if value
    ]
    analytic = container("analytic", {}, *titles, *_authors(original), *ids)
    monogr = container("monogr", {}, *journal, *issn, container("imprint", {}, *imprint))
    return container("biblStruct", {"type": "article"}, analytic, monogr)


def _profile(edition: Edition) -> Element:
    """The languages of the text, and its keywords."""
    front, language = edition.article.front, edition.language
    languages = dict.fromkeys((language, *front.titles, *front.abstracts))
    used = [element("language", {"ident": each}, WORDS[each].script) for each in languages]
    listed = [
        container("keywords", {"xml:lang": each}, *(element("term", {}, plain(word)) for word in words))
        for each, words in front.keywords.items()
        if words
    ]
    classes = [container("textClass", {}, *listed)] if listed else []
    return container("profileDesc", {}, container("langUsage", {}, *used), *classes)
