"""How a paragraph is set, from its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.paragraph_breaks import Setting
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.document import Look

_NUMBERED = re.compile(r"\s*[（(]?(?:\d{1,2}|[a-z])\s?[.．)）、]\s*(?=\D)")


def look_of(rows: Sequence[FlowRow], setting: Setting) -> Look:
    """The look of a paragraph; small differences of its edges from the margins do not count."""
    first, *others = rows
    if _NUMBERED.match(first.row.text):
        others = []  # an item of a list, whose lines hang, and no quotation
    centered = all(row.centered for row in rows)
    left = _edge(min(row.inset for row in others)) if others else _alone(first, setting)
    right = _edge(min(row.outset for row in rows[:-1])) if others else 0.0
    spans = [span for row in rows for span in row.row.spans if span.text.strip()]
    return Look(
        size=first.size,
        bold=all(row.row.bold or (row.row.gothic and not setting.gothic) for row in rows),
        italic=all(span.font.italic for span in spans),
        centered=centered,
        left=0.0 if centered else left,
        right=0.0 if centered else right,
        first=0.0 if centered else round(2 * (first.inset - left)) / 2,
    )


def _alone(row: FlowRow, setting: Setting) -> float:
    """How far a single line stands in, if not as the first of a paragraph does."""
    as_first = (setting.indented and row.inset < THRESHOLDS.first_indent) or _NUMBERED.match(row.row.text)
    return 0.0 if as_first else _edge(row.inset)


def _edge(ems: float) -> float:
    """A distance from the margin that counts, to half an em."""
    return round(2 * ems) / 2 if ems > THRESHOLDS.indent else 0.0
