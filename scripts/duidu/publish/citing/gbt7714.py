"""A reference as China's national standard GB/T 7714—2025 has it, for a list of numbered references.

张心怡. 论英美……[J]. 欧洲国际评论，2009，3（1）：76-105.

Commas, colons and brackets around the issue are of full width since 2025, full stops are not. What can be
read online by its DOI is [J/OL].
"""

from __future__ import annotations

from duidu.publish.citing.record import Record
from duidu.publish.citing.reference_styles import Style

NAME = "GB/T 7714—2025"
_MOST_AUTHORS = 3  # that are named


def gbt7714(record: Record, style: Style) -> str:
    """The whole reference to `record`, which has a journal and a year."""
    said = record.metadata
    kind = "J/OL" if said.doi else "J"
    parts = (
        _authors(record),
        f"{record.original_title}[{kind}]",
        _place(record),
        f"DOI:{said.doi}" if said.doi else "",
    )
    return "".join(f"{style.text(part)}. " for part in parts if part).rstrip()


def _authors(record: Record) -> str:
    names = [name.shown for name in record.authors]
    return "，".join(names if len(names) <= _MOST_AUTHORS else (*names[:_MOST_AUTHORS], "等"))


def _place(record: Record) -> str:
    """Journal, year, volume, issue and pages: as many of these as are known."""
    said = record.metadata
    dated = "，".join(filter(None, (record.journal, str(said.year or ""), said.volume)))
    issue = f"（{said.issue}）" if said.issue else ""
    return "：".join(filter(None, (f"{dated}{issue}", "-".join(record.cited_pages))))
