"""Lines of which the tags of a file say something else than is seen: what is seen has been followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.printed_notes import PrintedNote
from duidu.recover.printed.rows import Row
from duidu.recover.printed.table_parts import PrintedTable, outside
from duidu.recover.printed.tagged_rows import contradicted, is_artifact, is_note
from duidu.recover.printed.tagged_tables import cell_of, table_of


def contradicted_lines(
    body: Sequence[FlowRow],
    notes: Sequence[PrintedNote],
    tables: Sequence[PrintedTable],
    paragraphs: Sequence[Sequence[FlowRow]],
) -> list[int]:
    """The lines of the source that are tagged as something else than they have been taken for, in order.

    `paragraphs` are those of the `body` outside its `tables`.
    """
    text = [row.row for row in body]
    of_notes = [row for note in notes for row in note.rows]
    found = chain(
        (row.row for row in contradicted(paragraphs)),
        _other_notes(text, of_notes),
        _tables_unseen(outside(tables, body)),
        (row for row in (*text, *of_notes) if is_artifact(row)),
    )
    return sorted({row.spans[0].origin.line for row in found})


def _other_notes(text: Sequence[Row], of_notes: Sequence[Row]) -> Iterator[Row]:
    """Lines of the text that are tagged as notes; and of notes as text, in a file that tags some as notes."""
    yield from (row for row in text if is_note(row))
    if any(map(is_note, of_notes)):
        yield from (row for row in of_notes if row.tag and not is_note(row))


def _tables_unseen(rows: Sequence[FlowRow]) -> Iterator[Row]:
    """Lines in the cells of a tagged table where none is seen; one cell alone is only a frame round text."""
    lines: dict[int, list[Row]] = defaultdict(list)
    cells: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        if table := table_of(row):
            found = {cell_of(span.tag) for span in row.row.spans if span.text.strip()}
            cells[table] |= found
            lines[table] += [row.row] if 0 not in found else []
    for table, among in cells.items():
        if len(among) > 1:
            yield from lines[table]
