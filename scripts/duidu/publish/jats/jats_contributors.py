"""The authors as JATS: names, where they are, and the notes to them."""

from __future__ import annotations

from typing import TypeVar
from xml.etree.ElementTree import Element

from duidu.model import ENGLISH, plain
from duidu.publish import tree
from duidu.publish.citing.name_parts import surname_and_given
from duidu.publish.citing.record import Name, record_of
from duidu.publish.editions import Edition
from duidu.publish.jats.jats_inlines import Targets, note_call
from duidu.publish.xml_elements import Children, container, element

Block = TypeVar("Block", tree.Byline, tree.Section, tree.Keywords)


def contributors(document: tree.Document, original: Edition, targets: Targets) -> Children:
    """The authors, then where they are; the calls of notes to them stand with them."""
    known = record_of(original.slug, original.article, original.metadata, original.language).authors
    calls = [
        [node for node in each if isinstance(node, tree.NoteCall)]
        for author, each in zip(original.article.front.authors, bylines(document), strict=True)
        if (plain(author.name) + plain(author.name_en)).strip()
    ]
    people: Children = []
    places: Children = []
    for number, (name, called) in enumerate(zip(known, calls, strict=True), start=1):
        place = f"aff-{number}" if name.affiliation or name.affiliation_en else ""
        told: Children = []
        if name.orcid:
            address = f"https://orcid.org/{name.orcid}"
            told.append(element("contrib-id", {"contrib-id-type": "orcid"}, address))
        told.append(_names(name, original.language))
        told += [element("xref", {"ref-type": "aff", "rid": place})] if place else []
        told += (child for call in called for child in note_call(call, targets))
        people.append(container("contrib", {"contrib-type": "author"}, *told))
        places += [_affiliation(place, name, original.language)] if place else []
    return [container("contrib-group", {}, *people), *places] if people else []


def bylines(document: tree.Document) -> list[tree.Content]:
    """What each byline says; what stands with the name in English belongs to it too."""
    english = {block.id: block.name for block in english_blocks(document, tree.Byline)}
    return [
        (*each.name, *each.affiliation, *english.get(f"author-en-{number}", ()))
        for number, each in enumerate(document.authors, start=1)
    ]


def _affiliation(anchor: str, name: Name, language: str) -> Element:
    """Where an author is, in English too if the article says it."""
    if not (name.affiliation and name.affiliation_en):
        return element("aff", {"id": anchor}, name.affiliation or name.affiliation_en)
    said = ((language, name.affiliation), (ENGLISH, name.affiliation_en))
    both = (element("aff", {"xml:lang": tag}, words) for tag, words in said)
    return container("aff-alternatives", {"id": anchor}, *both)


def _names(name: Name, language: str) -> Element:
    """The name in Chinese and in English, its parts told apart where they can be."""
    told: Children = []
    if name.chinese and (parts := surname_and_given(name)):
        inside = element("surname", {}, parts[0]), element("given-names", {}, parts[1])
        told.append(element("name", {"name-style": "eastern", "xml:lang": language}, *inside))
    elif name.chinese:
        told.append(element("string-name", {"xml:lang": language}, name.chinese))
    if name.english:
        told.append(element("string-name", {"xml:lang": ENGLISH}, name.english))
    return container("name-alternatives", {}, *told)


def english_blocks(document: tree.Document, kind: type[Block]) -> list[Block]:
    """The blocks of this `kind` in what the article says of itself in English."""
    blocks = document.english.blocks if document.english else ()
    return [block for block in blocks if isinstance(block, kind)]
