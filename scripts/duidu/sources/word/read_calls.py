"""Elements that call notes, and the number that a note has at its own head."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from duidu.model import NoteKind
from duidu.sources.document import NoteCall
from duidu.sources.word.inline_context import Context
from duidu.sources.word.note_calls import note_key
from duidu.sources.word.xml_tree import is_on_text

if TYPE_CHECKING:
    from duidu.sources.word.inline_reader import InlineReader


def _footnote_call(reader: InlineReader, element: Element, context: Context) -> None:
    _call(reader, element, NoteKind.FOOTNOTE, context)


def _endnote_call(reader: InlineReader, element: Element, context: Context) -> None:
    _call(reader, element, NoteKind.ENDNOTE, context)


def _call(reader: InlineReader, element: Element, kind: NoteKind, context: Context) -> None:
    writer, calls = reader.writer, reader.shared.calls
    key = note_key(element, kind)
    cause = writer.cause(context)
    if cause:
        calls.not_shown.setdefault(key, cause)
        return
    writer.begin_page()
    custom = is_on_text(element.get("w:customMarkFollows", "0"))
    page, line = reader.shared.body_pages.count, writer.paragraph.number
    if not calls.call(key, kind, page, line, reader.note, custom=custom):
        return
    writer.put(NoteCall(key, writer.paragraph.origin))
    if custom:
        reader.marked_call = key
        writer.begin_call_mark()


def end_call_mark(reader: InlineReader) -> None:
    """The mark of a note call is complete, if one was being read."""
    if reader.writer.call_mark is not None:
        reader.shared.calls.mark(reader.marked_call, reader.writer.end_call_mark())


def _own_number(reader: InlineReader, _: Element, context: Context) -> None:
    if reader.note and not context.aside:
        reader.writer.number_stands_here()


CALLS = {
    "w:footnoteReference": _footnote_call,
    "w:endnoteReference": _endnote_call,
    "w:footnoteRef": _own_number,
    "w:endnoteRef": _own_number,
}
