"""Opens a PDF file, and trusts nothing in it. Nothing in it is run, and nothing is written."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from typing import Any

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument, PDFEncryptionError
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import PSKeyword

from duidu.problems import Code
from duidu.sources.pdf.limits import LARGEST_FILE, MEGABYTE, Budget
from duidu.sources.pdf.searched_table import SearchedTable
from duidu.sources.pdf.stream_filters import LimitedStream
from duidu.sources.pdf.values import DAMAGE

_MOST_STEPS = 20
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it has to say, findings say


class _Parser(PDFParser):
    """A parser whose streams unpack themselves with care."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        super().__init__(io.BytesIO(content))
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
        self.pages: list[PDFPage] = []
        document = None if mended else self._open(_Document, content)
        if not self.pages:
            self.mended = True
            document = self._open(_Mended, content, content)
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
            self.pages = list(self._read_pages(document))
        except PDFEncryptionError:
            raise self.budget.refusal(Code.PDF_ENCRYPTED) from None
        except DAMAGE:
            return None
        return document

    def _read_pages(self, document: _Document) -> Iterator[PDFPage]:
        for count, page in enumerate(PDFPage.create_pages(document), start=1):
            self.budget.check_pages(count)
            yield page
