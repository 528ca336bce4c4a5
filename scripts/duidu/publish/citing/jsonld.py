"""schema.org's `ScholarlyArticle`, as JSON-LD."""

from __future__ import annotations

from typing import Any

from duidu.publish.citing.affiliation_parts import place_and_position
from duidu.publish.citing.record import Name, Record

Item = dict[str, Any]


def scholarly_article(record: Record) -> Item:
    """What is known of `record`. Its address is for the template to add."""
    said, pages = record.metadata, record.first_and_last
    return {"@context": "https://schema.org"} | _item(
        "ScholarlyArticle",
        headline=record.original_title,
        alternativeHeadline=record.title_en if record.title_en != record.original_title else "",
        author=[_person(name) for name in record.authors],
        inLanguage=record.text_language,
        datePublished=str(said.year or ""),
        isPartOf=_part_of(record),
        pageStart=pages[0] if pages else "",
        pageEnd=pages[-1] if pages else "",
        abstract=record.abstract,
        keywords=list(record.keywords),
        sameAs=f"https://doi.org/{said.doi}" if said.doi else said.url,
        copyrightNotice=said.rights,
    )


def _item(kind: str, **said: object) -> Item:
    """An item of this kind, with those of `said` that say something; nothing if none does."""
    known = {name: value for name, value in said.items() if value}
    return {"@type": kind} | known if known else {}


def _person(name: Name) -> Item:
    place, position = place_and_position(name.affiliation)
    return _item(
        "Person",
        name=name.shown,
        alternateName=name.english if name.english != name.shown else "",
        affiliation=_item("Organization", name=place),
        jobTitle=position,
        sameAs=f"https://orcid.org/{name.orcid}" if name.orcid else "",
    )


def _part_of(record: Record) -> Item:
    """The issue, which is part of the volume, which is part of the journal: as far as these are known."""
    said = record.metadata
    journal = _item(
        "Periodical",
        name=record.journal,
        alternateName=said.journal_en if said.journal_en != record.journal else "",
        issn=said.issn,
        publisher=_item("Organization", name=said.publisher),
    )
    volume = _within(_item("PublicationVolume", volumeNumber=said.volume), journal)
    return _within(_item("PublicationIssue", issueNumber=said.issue), volume)


def _within(part: Item, whole: Item) -> Item:
    """`part`, told of what it is part; or the whole, where there is no such part."""
    return part | ({"isPartOf": whole} if whole else {}) if part else whole
