"""What Zotero makes of a page or a file: the rules of its translators, as far as they concern an article.

They are those of “Embedded Metadata”, “RIS” and “BibTeX” as of 2026, told anew: which element or field is
which part of an item, and what gives way to what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import rispy
from pybtex.database import parse_string

from rendering import Html

_OF_META = {
    "title": "title",
    "publication_date": "date",
    "journal_title": "publicationTitle",
    "volume": "volume",
    "issue": "issue",
    "publisher": "publisher",
    "issn": "ISSN",
    "doi": "DOI",
    "abstract": "abstractNote",
    "public_url": "url",
    "language": "language",
}
_OF_GRAPH = {"og:title": "title", "og:url": "url", "og:description": "abstractNote"}
_OF_BIBTEX = {
    "title": "title",
    "year": "date",
    "journal": "publicationTitle",
    "volume": "volume",
    "number": "issue",
    "issn": "ISSN",
    "doi": "DOI",
    "abstract": "abstractNote",
    "url": "url",
    "language": "language",
}
_OF_RIS = {
    "title": "title",
    "year": "date",
    "secondary_title": "publicationTitle",
    "volume": "volume",
    "number": "issue",
    "publisher": "publisher",
    "issn": "ISSN",
    "doi": "DOI",
    "abstract": "abstractNote",
    "language": "language",
}


@dataclass(frozen=True)
class Item:
    """What is kept: its type, its fields that have words, creators as (surname, given name), tags, files."""

    type: str
    fields: Mapping[str, str]
    creators: list[tuple[str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)


def from_page(page: Html, address: str) -> Item:
    """The item that is saved from the page at `address`."""
    metas = [
        (str(each.get("name") or each.get("property")), str(each.get("content") or ""))
        for tag, each in page.elements
        if tag == "meta"
    ]
    first: dict[str, str] = {}
    for name, content in metas:
        first.setdefault(name, content)
    fields = {part: first[name] for name, part in _OF_GRAPH.items() if first.get(name)}
    # The first element of each name counts, and goes before what Open Graph says.
    for name, part in _OF_META.items():
        if content := " ".join(first.get(f"citation_{name}", "").split()):
            fields[part] = content
    ends = (first.get("citation_firstpage", ""), first.get("citation_lastpage", ""))
    fields |= _pages(*ends)
    canonical = next((each["href"] for tag, each in page.elements if each.get("rel") == "canonical"), None)
    fields.setdefault("url", first.get("citation_fulltext_html_url") or canonical or address)
    tags = [tag.strip() for tag in first.get("citation_keywords", "").split(";") if tag.strip()]
    pdf = first.get("citation_pdf_url")
    return Item(_type(first), fields, list(_creators(metas)), tags, [pdf or "snapshot"])


def _type(first: Mapping[str, str]) -> str:
    """A journal decides; then Open Graph, unless it only calls the page an article; then a title."""
    if first.get("citation_journal_title"):
        return "journalArticle"
    if first.get("og:type") == "website":
        return "webpage"
    return "journalArticle" if first.get("citation_title") else "webpage"


def _creators(metas: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, content in metas:
        if name == "citation_author":
            for author in re.split(r"\s*;\s*", content):
                yield _cleaned(author)


def _cleaned(author: str) -> tuple[str, str]:
    """What stands before a comma is the surname, or else the last word; a single word is the whole name."""
    if "," in author:
        surname, _, given = author.partition(",")
        return surname.strip(), given.strip()
    given, _, surname = author.strip().rpartition(" ")
    return surname, given


def _pages(first: str, last: str) -> dict[str, str]:
    return {"pages": "-".join(filter(None, (first, last)))} if first else {}


def from_ris(text: str) -> Item:
    """The item that is made of the one entry of a RIS file. A translated title is not the title."""
    (entry,) = rispy.loads(text)
    fields = {part: entry[name] for name, part in _OF_RIS.items() if entry.get(name)}
    fields |= _pages(entry.get("start_page", ""), entry.get("end_page", ""))
    fields |= {"url": entry["urls"][0]} if entry.get("urls") else {}
    creators = []
    for author in entry.get("authors", ()):
        surname, _, given = author.partition(",")
        creators.append((surname.strip(), given.strip()))
    kind = {"JOUR": "journalArticle"}[entry["type_of_reference"]]
    return Item(kind, fields, creators, entry.get("keywords", []))


def from_bibtex(text: str) -> Item:
    """The item that is made of the one entry of a BibTeX file. Braces around a name keep it whole."""
    (entry,) = parse_string(text, "bibtex").entries.values()
    fields = {part: _plain(entry.fields[name]) for name, part in _OF_BIBTEX.items() if name in entry.fields}
    fields |= {"pages": entry.fields["pages"].replace("--", "-")} if "pages" in entry.fields else {}
    creators = [
        (_plain(" ".join(person.last_names)), " ".join(person.first_names))
        for person in entry.persons.get("author", ())
    ]
    tags = [tag.strip() for tag in entry.fields.get("keywords", "").split(",") if tag.strip()]
    return Item({"article": "journalArticle"}[entry.type], fields, creators, tags)


def _plain(text: str) -> str:
    """`text` without the braces and backslashes of BibTeX."""
    return re.sub(r"[{}]|\\(?=[&%_#$])", "", text)
