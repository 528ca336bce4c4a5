"""Opens a PDF file, and trusts nothing in it. Nothing in it is run, and nothing is written."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable
from typing import Any

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument, PDFEncryptionError
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfparser import PDFParser, PDFStreamParser, PDFSyntaxError
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import PSKeyword

from duidu.problems import Code
from duidu.sources.pdf.limits import LARGEST_FILE, MEGABYTE, Budget
from duidu.sources.pdf.page_tree import PageEntries, read_pages, search_pages
from duidu.sources.pdf.searched_table import SearchedTable
from duidu.sources.pdf.stream_filters import LimitedStream
from duidu.sources.pdf.values import DAMAGE, integer

_MOST_STEPS = 20
_TIMES_READ = 3
_END = b"\nendstream\nendobj\n"  # of a part that has none, as the file is cut off
_DIGITS = re.compile(rb"\d+")
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it has to say, findings say


class _CountedFile(io.BytesIO):
    """A file that may be read on and on only so often.

    Parts without an end are read to the end of the file; if there are many, that goes on for hours.
    """

    def __init__(self, content: bytes, budget: Budget) -> None:
        super().__init__(content)
        self._budget = budget
        self._left = _TIMES_READ * len(content) + MEGABYTE
        self._was_moved = True

    def seek(self, place: int, whence: int = 0, /) -> int:
        """Go to a place, from which a part is read."""
        self._was_moved = True
        return super().seek(place, whence)

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on."""
        found = super().read(size)
        if not self._was_moved:
            self._left -= len(found)
            if self._left < 0:
                raise self._budget.refusal(Code.PDF_DAMAGED)
        self._was_moved = False
        return found


class _Parser(PDFParser):
    """A parser whose streams unpack themselves with care."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        super().__init__(_CountedFile(content, budget))
        self._budget = budget

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take in a word; after `stream`, what was found is a stream."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            place, made = self.curstack[-1]
            if isinstance(made, PDFStream):
                limited = LimitedStream(made.attrs, made.rawdata or b"", made.decipher, self._budget)
                self.curstack[-1] = (place, limited)


class _Document(PDFDocument):
    """A document in which no object is only a reference to another, and so none to itself.

    `is_broken` tells that an object was not where the table says.
    """

    is_broken = False

    def __init__(self, parser: PDFParser) -> None:
        self._places: dict[int, list[int]] = {}
        super().__init__(parser, fallback=False)

    def getobj(self, objid: int) -> object:
        """The object with this number."""
        number = objid
        for _ in range(_MOST_STEPS):
            try:
                found = super().getobj(number)
            except PDFObjectNotFound:
                self.is_broken |= self._is_listed(number)
                raise
            if not isinstance(found, PDFObjRef):
                return found
            number = found.objid
        return None

    def _getobj_objstm(self, stream: PDFStream, index: int, objid: int) -> object:
        """An object that is packed in a stream with others. Only it is parsed, not the others."""
        places = self._places_in(stream)
        if not 0 <= index < len(places):
            raise PDFSyntaxError(f"index too big: {index}")
        content = stream.get_data()
        end = places[index + 1] if index + 1 < len(places) else len(content)
        parser = PDFStreamParser(content[places[index] : max(places[index], end)] + b"\n")
        parser.set_document(self)
        return parser.nextobject()[1]

    def _places_in(self, stream: PDFStream) -> list[int]:
        """Where in a stream the objects begin that are packed in it."""
        found = self._places.get(id(stream))
        if found is None:
            first = integer(stream.get("First"))
            numbers = _DIGITS.findall(stream.get_data()[:first])[1::2]
            found = self._places[id(stream)] = [first + int(number[:9]) for number in numbers]
        return found

    def _is_listed(self, objid: int) -> bool:
        for table in self.xrefs:
            try:
                table.get_pos(objid)
            except DAMAGE:
                continue
            return True
        return False


class _Mended(_Document):
    """A document whose objects are looked for in the whole file, as its table of them is damaged."""

    def __init__(self, parser: PDFParser, content: bytes) -> None:
        self._content = content
        super().__init__(parser)

    def find_xref(self, parser: PDFParser) -> int:
        """The table is not asked for."""
        return 0

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        """Make a table of what is there."""
        parser.fallback = True  # the lengths of streams may be wrong too
        xrefs.append(SearchedTable(self._content, self, parser))


class PdfFile:
    """An open file, the objects of which are found by its own table, or in the whole file: `mended`."""

    def __init__(self, content: bytes, budget: Budget, *, mended: bool = False) -> None:
        """Open `content`.

        Raises `DuiduError` if it is encrypted, has no pages, cannot be made out or is not safe to open.
        """
        if len(content) > LARGEST_FILE:
            size = -(-len(content) // MEGABYTE)
            raise budget.refusal(Code.INPUT_TOO_LARGE, size=size, limit=LARGEST_FILE // MEGABYTE)
        self.budget = budget
        self.mended = mended
        self.pages: list[PageEntries] = []
        document = None if mended else self._open(_Document, content)
        if not self.pages:
            self.mended = True
            document = self._open(_Mended, content + _END, content)
        if document is None:
            raise budget.refusal(Code.PDF_DAMAGED)
        if not self.pages:
            raise budget.refusal(Code.PDF_NO_PAGES)
        self._document = document
        self.catalog: dict[str, Any] = document.catalog

    @property
    def is_broken(self) -> bool:
        """Whether objects were not found where its table says."""
        return self._document.is_broken

    def _open(self, kind: Callable[..., _Document], content: bytes, *more: bytes) -> _Document | None:
        """The document of this kind, if it can be made out; `pages` are then its pages."""
        try:
            document = kind(_Parser(content, self.budget), *more)
            self.pages = read_pages(document, self.budget)
            if not self.pages and self.mended:
                self.pages = search_pages(document, self.budget)
        except PDFEncryptionError:
            raise self.budget.refusal(Code.PDF_ENCRYPTED) from None
        except DAMAGE:
            return None
        return document
