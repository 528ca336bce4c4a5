"""What a reference manager is told in words: which page numbers were inferred, and whose the rights are."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.publish.citing.record import Record
from duidu.publish.words import WORDS


def remarks(record: Record) -> str:
    """The remarks on `record` as one line, in its language; empty if there are none."""
    return "".join(_remarks(record))


def _remarks(record: Record) -> Iterator[str]:
    words = WORDS[record.language]
    if inferred := record.inferred_pages:
        pages = words.comma.join(words.page_dash.join(run) for run in inferred)
        yield words.cite_numbers.format(pages=pages)
    if record.metadata.rights:
        yield words.cite_rights.format(rights=record.metadata.rights)
