"""Elements of fields, whose results are text and whose instructions are not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from duidu.problems import Code
from duidu.sources.word.formula_fields import formula_text
from duidu.sources.word.inline_context import Context

if TYPE_CHECKING:
    from duidu.sources.word.inline_reader import InlineReader


def _mark(reader: InlineReader, element: Element, context: Context) -> None:
    """A field begins, its result begins, or it ends."""
    kind = element.get("w:fldCharType")
    if element in reader.broken:
        return
    if kind == "begin":
        reader.writer.fields.begin()
    elif kind == "separate":
        reader.writer.fields.separate()
    elif kind == "end":
        _end(reader, context)


def _instruction(reader: InlineReader, element: Element, _: Context) -> None:
    reader.writer.fields.instruct("".join(element.itertext()))


def _simple_field(reader: InlineReader, element: Element, context: Context) -> None:
    reader.writer.fields.begin(element.get("w:instr", ""))
    if any(inner.tag == "w:r" for inner in element.iter()):
        reader.writer.fields.separate()
    reader.read_all(element, context)
    _end(reader, context)


def _end(reader: InlineReader, context: Context) -> None:
    """A field ends. The field EQ has no result: what it says itself is what is shown."""
    ended = reader.writer.fields.end()
    formula = [] if ended.has_result else formula_text(ended.instruction)
    for text, shown in formula:
        reader.writer.place(text, context, shown)
    if formula:
        reader.writer.count(Code.EQUATIONS, context)


FIELDS = {
    "w:fldChar": _mark,
    "w:instrText": _instruction,
    "w:delInstrText": _instruction,
    "w:fldSimple": _simple_field,
}
