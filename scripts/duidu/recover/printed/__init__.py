"""A printed document → a document with its structure: what stands where on the pages tells what it is.

measures · heads and feet · columns · margins · notes · calls · paragraphs. Every step is a pure function of
the ones before. What paragraphs are, titles or headings or text, is told in `structured/`, as for every
document.
"""

from __future__ import annotations

from duidu.recover.printed.columns import find_columns
from duidu.recover.printed.document_writer import DocumentWriter
from duidu.recover.printed.drawn_figures import take_figure_words, with_figures
from duidu.recover.printed.endnote_sections import find_endnotes, first_endnotes
from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.furniture import clear_pages
from duidu.recover.printed.margins import find_margins
from duidu.recover.printed.measures import Measures, body_size, line_pitch
from duidu.recover.printed.note_regions import Divided, divide_columns
from duidu.recover.printed.other_pages import find_other_pages
from duidu.recover.printed.printed_notes import read_notes
from duidu.recover.printed.shown_lines import ShownPages
from duidu.sources.document import Document
from duidu.sources.printed import PrintedDocument


def lay_out(printed: PrintedDocument) -> Document:
    """The document that printed pages hold. Never fails: what is odd is in its `problems`."""
    shown = ShownPages.of(printed)
    size = body_size(shown.level)
    others = find_other_pages(shown.level, size)
    shown, in_figures = take_figure_words(shown.without(others), printed.pages)
    shown, beside = shown.without_besides()
    pages = shown.level
    raw = find_columns([page.lines for page in pages], size)
    measures = Measures(size, line_pitch([column.rows for column in raw], size))
    furniture = clear_pages(shown, measures.pitch).with_more((*in_figures, *beside))
    columns = find_columns(furniture.pages, size)
    margins = find_margins(columns, measures)
    end = first_endnotes(columns)
    divided = (
        *divide_columns(columns[:end], pages, margins, measures),
        *(Divided(column, ()) for column in columns[end:]),
    )
    notes, before = read_notes([row for part in divided for row in part.notes])
    loose = set(map(id, before))
    body = [
        FlowRow(row, margins[column], place)
        for place, (column, part) in enumerate(zip(columns, divided, strict=True))
        for row in (*part.body.rows, *(row for row in part.notes if id(row) in loose))
    ]
    endnotes = find_endnotes(body, measures)
    of_notes = {
        id(row): FlowRow(row, margins[column], place)
        for place, (column, part) in enumerate(zip(columns, divided, strict=True))
        for row in part.notes
    } | {id(row.row): row for row in body}
    writer = DocumentWriter(printed, measures, furniture, of_notes, others)
    return writer.write(endnotes.body, (*notes, *endnotes.notes), endnotes.heading)


__all__ = ["lay_out", "with_figures"]
