"""RIS, whose lines end in CR and LF."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.publish.citing.names import surname_and_given
from duidu.publish.citing.remarks import remarks
from duidu.publish.citing.work import Name, Work


def ris(work: Work) -> str:
    """The record of `work`."""
    lines = [("TY", "JOUR"), *((tag, value) for tag, value in _lines(work) if value), ("ER", "")]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines)


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    said, pages = work.metadata, work.first_and_last
    for name in work.authors:
        yield "AU", _name(name)
    yield "TI", work.original_title
    yield "TT", work.title_en if work.title else ""
    yield "T2", said.journal or said.journal_en
    yield "VL", said.volume
    yield "IS", said.issue
    yield "PY", str(said.year or "")
    yield "SP", pages[0] if pages else ""
    yield "EP", pages[-1] if pages else ""
    yield "PB", said.publisher
    yield "SN", said.issn
    yield "DO", said.doi
    yield "UR", said.url
    yield "LA", work.language if work.title else "en"
    for keyword in work.keywords:
        yield "KW", keyword
    yield "AB", work.abstract
    yield "N1", remarks(work)


def _name(name: Name) -> str:
    """Surname and given name with a comma between them; as it is written, where they cannot be told apart."""
    return ", ".join(surname_and_given(name) or (name.shown,))
