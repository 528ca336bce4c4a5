"""Source → article, by rule: what a file does not tell.

A text layer is read by one module a step, in the order of `recover_text`: lines · spaces · headings in
digits · pages · front matter · endnotes · numbering of notes · feet of pages · markers · reading order ·
reflow · structure. Every step is a pure function of the ones before. A document that knows its own structure
is read in `structured/`; of printed pages such a document is made first, in `printed/`. Where the PDF of a
Word document is there too, its pages are put into that, in `pairing/`.
"""

from __future__ import annotations

from duidu.model import Article
from duidu.recover.assemble import assemble
from duidu.recover.decimal_headings import mark_decimal_headings
from duidu.recover.endnotes import find_endnotes
from duidu.recover.feet import find_feet
from duidu.recover.front import find_front
from duidu.recover.lines import split_lines
from duidu.recover.markers import find_markers
from duidu.recover.numbering import continue_notes, find_note_starts
from duidu.recover.pagination import find_pages
from duidu.recover.readable import recover_readable
from duidu.recover.reflow import find_habit
from duidu.recover.spaces import read_spaces
from duidu.recover.structure import find_corrections, make_blocks, make_notes
from duidu.sources.printed import PrintedDocument
from duidu.sources.source import Source
from duidu.sources.text_layer import TextLayer


def recover(
    source: Source,
    first_page: int | None = None,
    last_page: int | None = None,
    printed: PrintedDocument | None = None,
) -> Article:
    """The article that a source holds. Never fails: what is odd is in its `problems`.

    `first_page` and `last_page` are the printed numbers of these, where an editor gives them; `printed` are
    the pages of the same article, if its source is a document that does not know them.
    """
    if isinstance(source, TextLayer):
        return recover_readable(source, lambda layer: recover_text(layer.text))
    from duidu.recover.structured import recover_document  # not needed for text layers

    if isinstance(source, PrintedDocument):
        from duidu.recover.printed import lay_out  # not needed for others

        source = lay_out(source)
    elif printed:
        from duidu.recover.pairing import take_pages, with_recognised_text
        from duidu.recover.printed import lay_out

        source = take_pages(source, lay_out(with_recognised_text(printed)))
    return recover_readable(source, lambda document: recover_document(document, first_page, last_page))


def recover_text(text: str) -> Article:
    """The article that a text layer holds."""
    lines, heading_problems = mark_decimal_headings(read_spaces(split_lines(text)))
    pages, heads, page_problems = find_pages(lines)
    body_habit = find_habit(line for page_lines in pages for line in page_lines.body)
    notes_habit = find_habit(line for page_lines in pages for line in page_lines.notes)
    opening, pages = find_front(pages, body_habit)
    pages, labels = find_endnotes(pages)
    numbering = find_note_starts(pages)
    pages = continue_notes(pages, numbering)
    if not any(page_lines.notes for page_lines in pages):
        pages, numbering = find_feet(pages)
    markers, marker_problems = find_markers(pages, numbering)
    body = assemble(pages, numbering.starts, markers, body_habit)
    return Article(
        front=opening.front,
        blocks=make_blocks(body.paragraphs, body_habit),
        notes=make_notes(body.notes, numbering.starts.values(), pages, notes_habit),
        pages=tuple(page_lines.page for page_lines in pages),
        set_aside=tuple(
            sorted((*heads, *opening.set_aside, *labels, *body.set_aside), key=lambda piece: piece.origin)
        ),
        moves=body.moves,
        corrections=tuple(
            sorted(find_corrections((*body.paragraphs, *body.notes)), key=lambda correction: correction.line)
        ),
        problems=(*page_problems, *heading_problems, *numbering.problems, *marker_problems),
        unclear=tuple(page.line for page in body.unclear),
    )
