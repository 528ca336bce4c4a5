"""Word documents (DOCX) → what they say: `read_word`. Nothing is concluded here, and nothing is lost."""

from __future__ import annotations

from duidu.problems import DuiduError, Problem
from duidu.sources.detect import REFUSED, Kind, detect
from duidu.sources.document import Document
from duidu.sources.word.archive import Archive
from duidu.sources.word.package import Package
from duidu.sources.word.reading import read_package


def read_word(content: bytes, name: str) -> Document:
    """The document in `content`, the file that messages call `name`.

    Raises `DuiduError` if it is no Word document, is damaged, or is not safe to open.
    """
    kind = detect(content)
    if kind is not Kind.WORD:
        raise DuiduError(name, Problem.at(REFUSED[kind]))
    return read_package(Package(Archive(content, name)))
