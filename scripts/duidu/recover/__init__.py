"""Text layer → article: one module a step, in the order of `recover`.

decode bytes into text · lines · pages · front matter · numbering of notes · markers · reading
order · reflow · structure. Every step is a pure function of the ones before.
"""

from __future__ import annotations

from duidu.model import Article
from duidu.recover.assemble import assemble
from duidu.recover.front import find_front
from duidu.recover.lines import split_lines
from duidu.recover.markers import find_markers
from duidu.recover.numbering import find_note_starts
from duidu.recover.pagination import find_pages
from duidu.recover.reflow import find_habit
from duidu.recover.structure import find_mends, make_blocks, make_notes


def recover(text: str) -> Article:
    """The article that a text layer holds. Never fails: what is odd is in its `problems`."""
    leaves, heads, page_problems = find_pages(split_lines(text))
    body_habit = find_habit(line for leaf in leaves for line in leaf.body)
    notes_habit = find_habit(line for leaf in leaves for line in leaf.notes)
    opening, leaves = find_front(leaves, body_habit)
    starts, number_problems = find_note_starts(leaves)
    markers, marker_problems = find_markers(leaves, starts)
    body = assemble(leaves, starts, markers, body_habit)
    return Article(
        front=opening.front,
        blocks=make_blocks(body.paragraphs, body_habit),
        notes=make_notes(body.notes, notes_habit),
        pages=tuple(leaf.page for leaf in leaves),
        set_aside=tuple(
            sorted((*heads, *opening.set_aside, *body.set_aside), key=lambda piece: piece.origin)
        ),
        moves=body.moves,
        mends=tuple(sorted(find_mends((*body.paragraphs, *body.notes)), key=lambda mend: mend.line)),
        problems=(*page_problems, *number_problems, *marker_problems),
    )
