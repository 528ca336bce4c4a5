"""Drawings in a paragraph: their pictures are shown, their text boxes are read after it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from duidu.problems import Code
from duidu.sources.document import Picture
from duidu.sources.picture_size import picture_size
from duidu.sources.word.drawings import DrawnBox, DrawnObject, DrawnPicture, drawn_in
from duidu.sources.word.inline_context import Context

if TYPE_CHECKING:
    from duidu.sources.word.inline_reader import InlineReader


def _drawing(reader: InlineReader, element: Element, context: Context) -> None:
    writer = reader.writer
    cause = writer.cause(context)
    for drawn in drawn_in(element):
        if isinstance(drawn, DrawnBox):
            writer.paragraph.boxes.append((drawn.content, cause))
        elif not cause:
            writer.begin_page()
            if isinstance(drawn, DrawnObject):
                writer.count(Code.OBJECTS, context, of=drawn.kind)
            else:
                _picture(reader, drawn)


def _picture(reader: InlineReader, drawn: DrawnPicture) -> None:
    line = reader.writer.paragraph.number
    name = reader.shared.pictures.take(reader.part, drawn.key, drawn.vector, line)
    if name:
        size = picture_size(reader.shared.pictures.files[name])
        reader.writer.put(Picture(name, drawn.description, size))


DRAWINGS = {"w:drawing": _drawing, "w:pict": _drawing, "w:object": _drawing}
