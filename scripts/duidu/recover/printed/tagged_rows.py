"""What the tags of a file say of lines of print: where paragraphs begin, which are headings or notes.

Tags lead where they agree with what is seen. How far they do, the document itself tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.rows import Row
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine

_HEADING = re.compile(r"H([1-6])")
_NOTES = frozenset(("Note", "FENote"))


def said_to_begin(above: FlowRow, row: FlowRow) -> bool | None:
    """Whether a line is in another element than the line above; None if tags do not tell."""
    first, second = above.row.tag, row.row.tag
    return first.element != second.element if first and second else None


def agree(paragraphs: Sequence[Sequence[FlowRow]]) -> bool:
    """Whether tags say mostly the same of where paragraphs begin as the pages do.

    Programs that tag each line as a paragraph, or a whole page as one, are not believed.
    """
    begun = Counter(said_to_begin(above[-1], below[0]) for above, below in pairwise(paragraphs))
    going = Counter(said_to_begin(*pair) for rows in paragraphs for pair in pairwise(rows))
    least = begun[True] >= THRESHOLDS.tags_begin * (begun[True] + begun[False])
    return begun[True] > 1 and least and going[False] >= THRESHOLDS.tags_go_on * (going[True] + going[False])


def contradicted(paragraphs: Sequence[Sequence[FlowRow]]) -> Iterator[FlowRow]:
    """The lines of which tags say something else than has been found: each begins one, or goes on."""
    for above, below in pairwise(paragraphs):
        if said_to_begin(above[-1], below[0]) is False:
            yield below[0]
    for rows in paragraphs:
        yield from (row for last, row in pairwise(rows) if said_to_begin(last, row))
        if _tagged_heading(rows) and heading_of(rows) is None:
            yield rows[0]


def heading_of(rows: Sequence[FlowRow]) -> int | None:
    """The level of the heading that a paragraph is tagged as; None if it is none, or looks like none."""
    text = "".join(row.row.text for row in rows).strip()
    is_long = len(text) > THRESHOLDS.heading_longest or text.endswith("。")
    return None if is_long else _tagged_heading(rows)


def _tagged_heading(rows: Sequence[FlowRow]) -> int | None:
    """The level of the heading that all lines of a paragraph are tagged as."""
    tags = [row.row.tag for row in rows]
    levels = {match[1] for tag in tags if tag and (match := _HEADING.fullmatch(tag.role))}
    return int(levels.pop()) if len(levels) == 1 and all(tag and tag.role[0] == "H" for tag in tags) else None


def first_tagged_note(rows: Sequence[Row]) -> int | None:
    """The first of the lines at the foot of a column that are tagged as notes, and no other is; or None."""
    noted = [is_note(row) for row in rows]
    start = noted.index(True) if True in noted else len(rows)
    return start if start < len(rows) and all(noted[start:]) else None


def is_artifact(line: PrintedLine | Row) -> bool:
    """Whether a line is tagged as no part of the text."""
    return all(span.tag is not None and span.tag.role == "Artifact" for span in line.spans)


def is_note(row: Row) -> bool:
    """Whether most of a line is tagged as a note."""
    tag = row.tag
    return tag is not None and not _NOTES.isdisjoint(tag.path)
