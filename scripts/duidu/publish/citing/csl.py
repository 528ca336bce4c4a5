"""CSL-JSON, which Zotero, pandoc and every citeproc read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from duidu.publish.citing.record import Record
from duidu.publish.citing.remarks import remarks


def csl_json(record: Record) -> str:
    """A list with `record` as its one item."""
    return as_json([csl_item(record)])


def as_json(items: Sequence[Mapping[str, Any]]) -> str:
    """`items` as a file."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item(record: Record) -> dict[str, Any]:
    """`record` as an item of CSL."""
    said = record.metadata
    return known(
        {
            "id": record.slug,
            "type": "article-journal",
            "title": record.original_title,
            "author": [{"literal": name.shown} for name in record.authors],
            "container-title": record.journal,
            "volume": said.volume,
            "issue": said.issue,
            "issued": {"date-parts": [[said.year]]} if said.year else None,
            "page": "-".join(record.first_and_last),
            "publisher": said.publisher,
            "ISSN": said.issn,
            "DOI": said.doi,
            "URL": said.url,
            "language": record.language if record.title else "en",
            "keyword": ", ".join(record.keywords),
            "abstract": record.abstract,
            "note": remarks(record),
        }
    )


def known(item: Mapping[str, Any]) -> dict[str, Any]:
    """Those values of an item that say something."""
    return {name: value for name, value in item.items() if value}
