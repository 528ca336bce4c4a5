"""Where the objects of a damaged file are: looked for in all of it, as its own table of them is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument
from pdfminer.pdfexceptions import PDFKeyError
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream

from duidu.sources.pdf.values import DAMAGE, contents, dictionary, integer, name

_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b")
_TRAILER = re.compile(rb"\btrailer\b")
_DIGITS = re.compile(rb"\d+")
_MOST_OBJECTS = 500_000

Position = tuple[int | None, int, int]


class SearchedTable(PDFBaseXRef):
    """The places of all objects in `content`; of objects of one number, the last one's."""

    def __init__(self, content: bytes, document: PDFDocument, parser: PDFParser) -> None:
        self._document = document
        self._parser = parser
        self._places: dict[int, Position] = {}
        self._packed: dict[int, Position] | None = None
        for match in _OBJECT.finditer(content):
            self._places[int(match[1])] = (None, match.start(), int(match[2]))
            if len(self._places) > _MOST_OBJECTS:
                break
        self._trailers = [match.start() for match in _TRAILER.finditer(content)]

    def get_objids(self) -> Iterator[int]:
        """The numbers of all objects."""
        yield from self._places
        yield from self._in_streams()

    def get_pos(self, objid: int) -> Position:
        """Where an object is. Raises `KeyError` if it is not there."""
        found = self._places.get(objid) or self._in_streams().get(objid)
        if found is None:
            raise PDFKeyError(objid)
        return found

    def get_trailer(self) -> dict[str, Any]:
        """What the file says of itself: the last trailer, or a stream's, or only where the catalog is."""
        found = [self._trailer_at(place) for place in self._trailers]
        streams = [dict(made.attrs) for _, made in self._objects() if isinstance(made, PDFStream)]
        with_root = [trailer for trailer in (*streams, *found) if "Root" in trailer]
        if with_root:
            return with_root[-1]
        catalogs = [
            number for number, made in self._objects() if name(dictionary(made).get("Type")) == "Catalog"
        ]
        return {"Root": PDFObjRef(self._document, catalogs[-1])} if catalogs else {}

    def _trailer_at(self, place: int) -> dict[str, Any]:
        try:
            self._parser.seek(place)
            self._parser.nexttoken()
            return dict(dictionary(self._parser.nextobject()[1]))
        except DAMAGE:
            return {}

    def _objects(self) -> Iterator[tuple[int, object]]:
        for number in list(self._places):
            try:
                yield number, self._document.getobj(number)
            except DAMAGE:
                continue

    def _in_streams(self) -> dict[int, Position]:
        """The places of objects that are packed together in streams."""
        if self._packed is None:
            self._packed = {}
            for number, made in self._objects():
                if isinstance(made, PDFStream) and name(made.get("Type")) == "ObjStm":
                    inside = _DIGITS.findall(contents(made)[: integer(made.get("First"))])[::2]
                    for index, packed in enumerate(inside[: integer(made.get("N"))]):
                        self._packed[int(packed[:10])] = (number, index, 0)
        return self._packed
