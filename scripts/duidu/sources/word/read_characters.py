"""Elements that are text: words, tabs, hyphens, symbols, readings over words; and breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from duidu.reasons import Cause
from duidu.sources.word.inline_context import Context
from duidu.sources.word.symbols import PRIVATE, symbol
from duidu.sources.word.xml_tree import child

if TYPE_CHECKING:
    from duidu.sources.word.inline_reader import InlineReader

_LINE_ENDS = re.compile(r"[\r\n]")
_PRIVATE_CHARACTER = re.compile(f"([{chr(PRIVATE.start)}-{chr(PRIVATE.stop - 1)}])")
_NO_BREAK_HYPHEN, _SOFT_HYPHEN = "\u2011", "\u00ad"
_ON_PAGES = (None, Cause.TABLE_OF_CONTENTS)  # what is set aside for other reasons takes no room on pages


def _text(reader: InlineReader, element: Element, context: Context) -> None:
    """Words. Spaces at their ends count only where XML says so."""
    text = "".join(element.itertext())
    if "preserve" not in (element.get("xml:space"), reader.part.root.get("xml:space")):
        text = text.strip(" \t\r\n")
    text = _LINE_ENDS.sub(" ", text)
    font = reader.writer.format.font
    for piece in _PRIVATE_CHARACTER.split(text) if font else (text,):
        known = symbol(ord(piece), font) if _PRIVATE_CHARACTER.fullmatch(piece) else None
        reader.writer.place(piece, context, known)


def _deleted_text(reader: InlineReader, element: Element, context: Context) -> None:
    _text(reader, element, context.within(Cause.DELETED))


def _tab(reader: InlineReader, _: Element, context: Context) -> None:
    reader.writer.place("\t", context)


def _no_break_hyphen(reader: InlineReader, _: Element, context: Context) -> None:
    """A hyphen at which no line ends: its line has Unicode's own, readers see and search the common one."""
    reader.writer.place(_NO_BREAK_HYPHEN, context, "-")


def _soft_hyphen(reader: InlineReader, _: Element, context: Context) -> None:
    """A hyphen that is seen only where a line ends at it: so it is in browsers too."""
    reader.writer.place(_SOFT_HYPHEN, context)


def _symbol(reader: InlineReader, element: Element, context: Context) -> None:
    """A character of a symbol font."""
    try:
        code = int(element.get("w:char", ""), 16)
        character = chr(code)
    except (ValueError, OverflowError):
        return
    if character.isprintable() or code in PRIVATE:
        reader.writer.place(character, context, symbol(code, element.get("w:font", "")))


def _break(reader: InlineReader, element: Element, context: Context) -> None:
    if element.get("w:type") == "page":
        _page_break(reader, element, context)
    else:
        reader.writer.break_line(context)


def _page_break(reader: InlineReader, _: Element, context: Context) -> None:
    if reader.announces and context.aside in _ON_PAGES:
        reader.writer.pages.announce()


def _ruby(reader: InlineReader, element: Element, context: Context) -> None:
    """Words with a reading over them, which is shown after them in brackets."""
    base, reading = child(element, "w:rubyBase"), child(element, "w:rt")
    reader.read_all(base if base is not None else (), context)
    if reading is not None and "".join(reading.itertext()).strip():
        small = context._replace(reading=True)
        reader.writer.insert("（", small)
        reader.read_all(reading, small)
        reader.writer.insert("）", small)


CHARACTERS = {
    "w:t": _text,
    "m:t": _text,
    "w:delText": _deleted_text,
    "w:tab": _tab,
    "w:ptab": _tab,
    "w:noBreakHyphen": _no_break_hyphen,
    "w:softHyphen": _soft_hyphen,
    "w:sym": _symbol,
    "w:br": _break,
    "w:cr": _break,
    "w:lastRenderedPageBreak": _page_break,
    "w:ruby": _ruby,
}
