"""Elements around words: runs, links, tracked changes, content controls, equations."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from duidu.model import Style
from duidu.problems import Code
from duidu.reasons import Cause
from duidu.sources.word.fields import safe_address
from duidu.sources.word.inline_context import Context
from duidu.sources.word.read_calls import end_call_mark
from duidu.sources.word.tables_of_contents import is_contents
from duidu.sources.word.xml_tree import child

if TYPE_CHECKING:
    from duidu.sources.word.inline_reader import InlineReader


def _run(reader: InlineReader, element: Element, context: Context) -> None:
    """Words that look the same. The mark of a call is the rest of its run, or else the next one."""
    writer = reader.writer
    before, marking = writer.format, writer.call_mark is not None
    style = writer.look_like(child(element, "w:rPr"))
    if style and reader.shared.styles.is_link(style):
        context = context._replace(linked=True)
    reader.read_all(element, context)
    writer.format = before
    if marking or writer.call_mark:
        end_call_mark(reader)


def _link(reader: InlineReader, element: Element, context: Context) -> None:
    address, anchor = reader.part.external(element.get("r:id")), element.get("w:anchor")
    whole = f"{address}#{anchor}" if address and anchor and "#" not in address else address
    reader.read_all(element, context._replace(linked=True, link=safe_address(whole)))


def _inserted(reader: InlineReader, element: Element, context: Context) -> None:
    reader.writer.count(Code.TRACKED_INSERTIONS, context)
    reader.read_all(element, context)


def _deleted(reader: InlineReader, element: Element, context: Context) -> None:
    reader.writer.count(Code.TRACKED_DELETIONS, context)
    reader.read_all(element, context.within(Cause.DELETED))


def _content_control(reader: InlineReader, element: Element, context: Context) -> None:
    aside = is_contents(element)
    reader.read_all(element, context.within(Cause.TABLE_OF_CONTENTS) if aside else context)


def _equation(reader: InlineReader, element: Element, context: Context) -> None:
    reader.writer.count(Code.EQUATIONS, context)
    reader.read_all(element, context)


def _raised(reader: InlineReader, element: Element, context: Context) -> None:
    reader.read_all(element, context._replace(style=context.style | Style.SUPERSCRIPT))


def _lowered(reader: InlineReader, element: Element, context: Context) -> None:
    reader.read_all(element, context._replace(style=context.style | Style.SUBSCRIPT))


RUNS = {
    "w:r": _run,
    "m:r": _run,
    "w:hyperlink": _link,
    "w:ins": _inserted,
    "w:moveTo": _inserted,
    "w:del": _deleted,
    "w:moveFrom": _deleted,
    "w:sdt": _content_control,
    "m:oMath": _equation,
    "m:sup": _raised,
    "m:sub": _lowered,
}
