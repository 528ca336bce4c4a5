"""The works that an article cites as BibTeX, RIS and CSL-JSON, each with the notes that cite it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from duidu.publish.citing import bibtex, csl, ris
from duidu.publish.citing.work_record import PersonName, WorkRecord, work_records
from duidu.publish.editions import Editions, original_of
from duidu.publish.work_kinds import WorkKind
from duidu.publish.xml_text import allowed
from duidu.settings import Settings


def works_bibtex(work: Editions, _: Settings) -> dict[str, bytes]:
    """`SLUG.works.bib`, in the script of the original; nothing if no work is cited."""
    return _file(work, "bib", lambda records, slug: "\n".join(_bibtex(each, slug) for each in records))


def works_ris(work: Editions, _: Settings) -> dict[str, bytes]:
    """`SLUG.works.ris`, the same in RIS."""
    return _file(work, "ris", lambda records, _: "".join(map(_ris, records)))


def works_csl(work: Editions, _: Settings) -> dict[str, bytes]:
    """`SLUG.works.json`, the same in CSL-JSON."""
    return _file(work, "json", lambda records, slug: csl.as_json([_csl(each, slug) for each in records]))


def _file(work: Editions, ending: str, write: Callable[[Sequence[WorkRecord], str], str]) -> dict[str, bytes]:
    original = original_of(work)
    records = work_records(original.article)
    text = allowed(write(records, original.slug))
    return {f"{original.slug}.works.{ending}": text.encode()} if records else {}


def _key(record: WorkRecord, slug: str) -> str:
    return bibtex.key_of(f"{slug}-{record.id}")


def _bibtex(record: WorkRecord, slug: str) -> str:
    said = bibtex.escaped
    container = "journal" if record.kind is WorkKind.ARTICLE else "booktitle"
    fields = (
        ("author", " and ".join(map(_bibtex_name, record.authors))),
        ("editor", " and ".join(map(_bibtex_name, record.editors))),
        ("title", f"{{{said(record.title)}}}"),
        (container, said(record.container)),
        ("volume", said(record.volume)),
        ("number", said(record.issue)),
        ("address", said(record.place)),
        ("publisher", said(record.publisher)),
        ("year", record.year),
        ("pages", "--".join(record.pages)),
        ("url", bibtex.in_address(record.url)),
        ("note", said(record.cited_in)),
    )
    return bibtex.entry(record.kind.bibtex, _key(record, slug), fields)


def _bibtex_name(name: PersonName) -> str:
    if not name.family:
        return f"{{{bibtex.escaped(name.shown)}}}"
    return f"{bibtex.escaped(name.family)}, {bibtex.escaped(name.given)}"


def _ris(record: WorkRecord) -> str:
    return ris.entry(record.kind.ris, _ris_lines(record))


def _ris_lines(record: WorkRecord) -> Iterator[tuple[str, str]]:
    for tag, names in (("AU", record.authors), ("A2", record.editors)):
        for name in names:
            yield tag, f"{name.family}, {name.given}" if name.family else name.shown
    yield "TI", record.title
    yield "T2", record.container
    yield "VL", record.volume
    yield "IS", record.issue
    yield "CY", record.place
    yield "PB", record.publisher
    yield "PY", record.year
    yield from zip(("SP", "EP"), record.pages, strict=False)
    yield "UR", record.url
    yield "LA", record.language
    yield "N1", record.cited_in


def _csl(record: WorkRecord, slug: str) -> dict[str, Any]:
    return csl.known(
        {
            "id": _key(record, slug),
            "type": record.kind.csl,
            "title": record.title,
            "author": [_csl_name(name) for name in record.authors],
            "editor": [_csl_name(name) for name in record.editors],
            "container-title": record.container,
            "volume": record.volume,
            "issue": record.issue,
            "publisher-place": record.place,
            "publisher": record.publisher,
            "issued": {"date-parts": [[int(record.year)]]} if record.year else None,
            "page": "-".join(record.pages),
            "URL": record.url,
            "language": record.language,
            "note": record.cited_in,
        }
    )


def _csl_name(name: PersonName) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.family else {"literal": name.shown}
