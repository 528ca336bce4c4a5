"""The files for reference managers, which stand beside the reading page of the original."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from duidu.publish.citing.bibtex import bibtex
from duidu.publish.citing.csl import csl_json
from duidu.publish.citing.record import Record, record_of
from duidu.publish.citing.ris import ris
from duidu.publish.editions import Edition
from duidu.settings import UNSAID, Settings

# Each format's name, its file, and what makes it.
FORMATS: tuple[tuple[str, str, Callable[[Record], str]], ...] = (
    ("BibTeX", "citation.bib", bibtex),
    ("RIS", "citation.ris", ris),
    ("CSL-JSON", "citation.json", csl_json),
)


def citation_files(editions: Iterable[Edition], settings: Settings = UNSAID) -> dict[str, bytes]:
    """The files of all articles that can be cited: paths below `docs/`, and contents.

    An article of which the journal has no page is found where the site has it, which `settings` tell.
    """
    files: dict[str, bytes] = {}
    for edition in editions:
        url = edition.metadata.url or settings.address_of(edition.folder)
        metadata = replace(edition.metadata, url=url)
        record = record_of(edition.slug, edition.article, metadata, edition.language)
        if edition.article.is_original and record.citable:
            files |= {f"{edition.folder}/{file}": make(record).encode() for _, file, make in FORMATS}
    return files
