"""RIS, whose lines end in CR and LF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duidu.publish.citing.record import Record
from duidu.publish.citing.remarks import remarks
from duidu.publish.words import WORDS


def ris(record: Record) -> str:
    """`record` as one entry of RIS."""
    return entry("JOUR", _lines(record))


def entry(kind: str, lines: Iterable[tuple[str, str]]) -> str:
    """An entry of this `kind`, with those of its `lines` that say something."""
    whole = [("TY", kind), *((tag, value) for tag, value in lines if value), ("ER", "")]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in whole)


def _lines(record: Record) -> Iterator[tuple[str, str]]:
    said, pages = record.metadata, record.first_and_last
    for name in record.authors:
        yield "AU", name.shown
    yield "TI", record.original_title
    yield "T2", record.journal
    yield "VL", said.volume
    yield "IS", said.issue
    yield "PY", str(said.year or "")
    yield "SP", pages[0] if pages else ""
    yield "EP", pages[-1] if pages else ""
    yield "PB", said.publisher
    yield "SN", said.issn
    yield "DO", said.doi
    yield "UR", said.url
    yield "LA", record.language if record.title else "en"
    for keyword in record.keywords:
        yield "KW", keyword
    yield "AB", record.abstract
    # Not TT, the tag for a translated title: some programs take it for the title.
    if record.title and record.title_en:
        yield "N1", WORDS[record.language].cite_title_en.format(title=record.title_en)
    yield "N1", remarks(record)
