"""What the head of a page and its scripts are told of the article: front matter for the template."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import quote

from duidu.model import ENGLISH
from duidu.publish.alternates import address
from duidu.publish.citing.jsonld import scholarly_article
from duidu.publish.citing.meta import citation_meta
from duidu.publish.citing.record import Record
from duidu.publish.citing.reference_styles import manner_of
from duidu.publish.escape import Script, Value
from duidu.publish.pages.page_kinds import READING, pdf_path

_DIGITS = 8


def quoting(records: Mapping[str, Record]) -> dict[str, Value]:
    """How a quotation from the page is cited in each language in which text stands on it.

    A script fills in page, note and address.
    """
    return {
        "citing": Script({tag: manner_of(record, language=tag).pieces() for tag, record in records.items()})
    }


def reporting(page: str, report: str) -> dict[str, Value]:
    """Where readers `report` what is wrong on a page, and its version, by its Markdown; nothing if nowhere.

    Both stand in the page's own file, so that its history tells which version a reader saw.
    """
    version = sha256(page.encode()).hexdigest()[:_DIGITS]
    return {"report": report, "version": version} if report else {}


def citation(record: Record) -> dict[str, Value]:
    """What reference managers are told of `record`, and where on this site the original and its PDF are."""
    if not record.citable:
        return {}
    original = address(READING.path(record.original_language, record.slug))
    told: dict[str, Value] = {"citation": citation_meta(record), "original": original}
    if record.metadata.publish_source:
        told["pdf"] = quote(pdf_path(record.slug, record.original_language))
    return told


def scholarly(record: Record) -> dict[str, Value]:
    """What search engines are told of `record`."""
    return {"scholarly": Script(scholarly_article(record))} if record.citable else {}


def languages_on(*records: Record, original: Record) -> dict[str, Record]:
    """`records` by language, and for what is in English the `original`, whose Chinese is the work's own."""
    return {record.language: record for record in records} | {ENGLISH: original}
