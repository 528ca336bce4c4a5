"""Opens a PDF file, and trusts nothing in it. Nothing in it is run, and nothing is written."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFNoValidXRef
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import PSKeyword

from duidu.problems import Code, Problem
from duidu.sources.pdf.limits import LARGEST_FILE, MEGABYTE, Budget
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
    """A document in which no object is only a reference to another, and so none to itself."""

    def getobj(self, objid: int) -> object:
        """The object with this number."""
        found = super().getobj(objid)
        for _ in range(_MOST_STEPS):
            if not isinstance(found, PDFObjRef):
                return found
            found = super().getobj(found.objid)
        return None


class _Mended(_Document):
    """A document whose objects are looked for in the whole file, as its table of them is damaged."""

    def find_xref(self, parser: PDFParser) -> int:
        """No table is found, so the library makes one."""
        raise PDFNoValidXRef


class PdfFile:
    """An open file. `problems` says how it had to be opened."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        """Open `content`.

        Raises `DuiduError` if it is encrypted, has no pages, cannot be made out or is not safe to open.
        """
        if len(content) > LARGEST_FILE:
            size = -(-len(content) // MEGABYTE)
            raise budget.refusal(Code.INPUT_TOO_LARGE, size=size, limit=LARGEST_FILE // MEGABYTE)
        self.problems: tuple[Problem, ...] = ()
        self._content = content
        self._budget = budget
        document, pages = self._open(_Document)
        if not pages:
            document, pages = self._open(_Mended)
            self.problems = (Problem.at(Code.PDF_MENDED),)
        if document is None:
            raise budget.refusal(Code.PDF_DAMAGED)
        if not pages:
            raise budget.refusal(Code.PDF_NO_PAGES)
        self.catalog: dict[str, Any] = document.catalog
        self.pages = pages

    def _open(self, kind: type[_Document]) -> tuple[_Document | None, list[PDFPage]]:
        try:
            document = kind(_Parser(self._content, self._budget))
            return document, list(self._pages(document))
        except PDFEncryptionError:
            raise self._budget.refusal(Code.PDF_ENCRYPTED) from None
        except DAMAGE:
            return None, []

    def _pages(self, document: _Document) -> Iterator[PDFPage]:
        for count, page in enumerate(PDFPage.create_pages(document), start=1):
            self._budget.check_pages(count)
            yield page
