"""COinS: a work as a ContextObject in a span, by which Zotero and libraries' programs know it on a page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from duidu.publish.citing.work_record import WorkRecord
from duidu.publish.work_kinds import WorkKind


def coins(record: WorkRecord) -> str:
    """The work as a ContextObject in a span (COinS): the query that stands in its title."""
    return urlencode(list(_coins(record)))


def _coins(record: WorkRecord) -> Iterator[tuple[str, str]]:
    """Keys and values of OpenURL (Z39.88-2004), in its matrices for journals and for books."""
    article, chapter = record.kind is WorkKind.ARTICLE, record.kind is WorkKind.CHAPTER
    genre = "article" if article else "bookitem" if chapter else "book"
    if record.kind in (WorkKind.PAGE, WorkKind.OTHER):
        genre = "document" if not record.container else "unknown"
    title = "atitle" if article or chapter else "title" if genre == "document" else "btitle"
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{'journal' if article else 'book'}"
    facts = (
        ("rft.genre", genre),
        (f"rft.{title}", record.title),
        ("rft.jtitle" if article else "rft.btitle", record.container),
        *(("rft.au", name.shown) for name in record.authors),
        ("rft.volume", record.volume),
        ("rft.issue", record.issue),
        ("rft.place", record.place),
        ("rft.pub", record.publisher),
        ("rft.date", record.year),
        ("rft.spage", record.pages[0] if record.pages else ""),
        ("rft.epage", record.pages[1] if record.pages[1:] else ""),
        ("rft_id", record.url),
    )
    yield from ((key, value) for key, value in facts if value)
