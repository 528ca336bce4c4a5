"""CSL-JSON, which Zotero, pandoc and every citeproc read."""

from __future__ import annotations

import json
from typing import Any

from duidu.publish.citing.names import surname_and_given
from duidu.publish.citing.remarks import remarks
from duidu.publish.citing.work import Name, Work


def csl_json(work: Work) -> str:
    """A list with `work` as its one item."""
    return json.dumps([csl_item(work)], ensure_ascii=False, indent=2) + "\n"


def csl_item(work: Work) -> dict[str, Any]:
    """`work` as an item of CSL."""
    said = work.metadata
    item = {
        "id": work.slug,
        "type": "article-journal",
        "title": work.original_title,
        "author": [_name(name) for name in work.authors],
        "container-title": said.journal or said.journal_en,
        "volume": said.volume,
        "issue": said.issue,
        "issued": {"date-parts": [[said.year]]} if said.year else None,
        "page": "-".join(work.first_and_last),
        "publisher": said.publisher,
        "ISSN": said.issn,
        "DOI": said.doi,
        "URL": said.url,
        "language": work.language if work.title else "en",
        "keyword": ", ".join(work.keywords),
        "abstract": work.abstract,
        "note": remarks(work),
    }
    return {name: value for name, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    """A name in its parts; as it is written, where they cannot be told apart."""
    parts = surname_and_given(name)
    return {"family": parts[0], "given": parts[1]} if parts else {"literal": name.shown}
