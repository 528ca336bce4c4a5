"""What a reference manager is told in words: which page numbers were inferred, and whose the rights are."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.publish.citing.work import Work
from duidu.publish.words import WORDS


def remarks(work: Work) -> str:
    """The remarks on `work` as one line, in its language; empty if there are none."""
    return "".join(_remarks(work))


def _remarks(work: Work) -> Iterator[str]:
    words = WORDS[work.language]
    if inferred := work.inferred_pages:
        pages = words.comma.join("-".join(run) for run in inferred)
        yield words.cite_numbers.format(pages=pages)
    if work.metadata.rights:
        yield words.cite_rights.format(rights=work.metadata.rights)
