"""The seam between files and recovery: a file's content → what it tells, chosen by the content alone.

Every kind of source has a `text`, of which the ledger counts each line, and knows the `place` of a line as
messages name it.
"""

from __future__ import annotations

from duidu.sources.detect import Kind, detect
from duidu.sources.document import Document
from duidu.sources.printed import PrintedDocument
from duidu.sources.text_layer import TextLayer, read_text_layer

Source = TextLayer | Document | PrintedDocument


def read_source(content: bytes, name: str) -> Source:
    """What a file tells; `name` is the file in messages.

    Raises `DuiduError` if it is of no kind that is known, or is damaged.
    """
    kind = detect(content)
    if kind is Kind.TEXT:
        return read_text_layer(content, name)
    if kind is Kind.PDF:
        from duidu.sources.pdf import read_pdf  # slow to load, and needed for no other format

        return read_pdf(content, name)
    from duidu.sources.word import read_word  # slow to load, and needed for no other format

    return read_word(content, name)
