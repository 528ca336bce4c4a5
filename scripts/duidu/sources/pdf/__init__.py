"""PDF files → what their pages say: `read_pdf`. Nothing is concluded here, and nothing is lost."""

from __future__ import annotations

from duidu.sources.pdf.pdf_reading import read_document
from duidu.sources.printed import PrintedDocument


def read_pdf(content: bytes, name: str) -> PrintedDocument:
    """The printed document in `content`, the file that messages call `name`.

    Raises `DuiduError` if it is no PDF, is encrypted or damaged, or is not safe to open.
    """
    return read_document(content, name)
