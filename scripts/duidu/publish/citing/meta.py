"""The meta elements by which Google Scholar and Zotero know an article: names and contents."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.publish.citing.affiliation_parts import place_and_position
from duidu.publish.citing.record import Record


def citation_meta(record: Record) -> list[tuple[str, str]]:
    """What is known of `record`, in order. Addresses on this site are for the template to add."""
    return [(f"citation_{name}", content) for name, content in _said(record) if content]


def _said(record: Record) -> Iterator[tuple[str, str]]:
    said, pages = record.metadata, record.first_and_last
    yield "title", record.original_title
    for name in record.authors:
        yield "author", name.shown
        yield "author_institution", place_and_position(name.affiliation)[0]
        yield "author_orcid", name.orcid
    yield "journal_title", record.journal
    yield "publication_date", str(said.year or "")
    yield "volume", said.volume
    yield "issue", said.issue
    yield "firstpage", pages[0] if pages else ""
    yield "lastpage", pages[-1] if pages else ""
    yield "publisher", said.publisher
    yield "issn", said.issn
    yield "doi", said.doi
    yield "language", record.text_language
    yield "keywords", "; ".join(record.keywords)
    yield "abstract", record.abstract
