"""What kind of file it is, told by its content: names are often wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto

from duidu.problems import Code, DuiduError


class Kind(Enum):
    """Kinds of files in which editors may have an article. `TEXT` is whatever is none of the others."""

    TEXT = auto()
    WORD = auto()
    PDF = auto()
    OPENDOCUMENT = auto()
    PAGES = auto()
    OLD_WORD = auto()
    ENCRYPTED = auto()
    EXCEL = auto()
    POWERPOINT = auto()
    MACROS = auto()
    RTF = auto()
    WORD_XML = auto()
    ZIP = auto()
    OLE = auto()


# Why a file of each kind is not read as a Word document.
REFUSED: Mapping[Kind, Code] = {
    Kind.TEXT: Code.INPUT_NOT_WORD,
    Kind.PDF: Code.INPUT_NOT_WORD,
    Kind.OPENDOCUMENT: Code.INPUT_OPENDOCUMENT,
    Kind.PAGES: Code.INPUT_PAGES,
    Kind.OLD_WORD: Code.INPUT_OLD_WORD,
    Kind.ENCRYPTED: Code.INPUT_ENCRYPTED,
    Kind.EXCEL: Code.INPUT_EXCEL,
    Kind.POWERPOINT: Code.INPUT_POWERPOINT,
    Kind.MACROS: Code.INPUT_MACROS,
    Kind.RTF: Code.INPUT_RTF,
    Kind.WORD_XML: Code.INPUT_WORD_XML,
    Kind.ZIP: Code.INPUT_ZIP,
    Kind.OLE: Code.INPUT_NOT_WORD,
}
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = {b"%PDF-": Kind.PDF, b"{\\rtf": Kind.RTF}
_PDF_HEAD = re.compile(rb"%PDF-[12]\.\d")  # other bytes may stand before it
_WORD_XML = b'<?mso-application progid="Word.Document"?>'
_MAIN_PARTS = (
    ("ms-word.document.macroenabled.main+xml", Kind.MACROS),
    ("ms-word.template.macroenabledtemplate.main+xml", Kind.MACROS),
    ("wordprocessingml.document.main+xml", Kind.WORD),
    ("wordprocessingml.template.main+xml", Kind.WORD),
    ("spreadsheetml", Kind.EXCEL),
    ("ms-excel", Kind.EXCEL),
    ("presentationml", Kind.POWERPOINT),
    ("ms-powerpoint", Kind.POWERPOINT),
)
_STREAMS = (
    ("EncryptedPackage", Kind.ENCRYPTED),
    ("WordDocument", Kind.OLD_WORD),
    ("Workbook", Kind.EXCEL),
    ("PowerPoint Document", Kind.POWERPOINT),
)


def detect(content: bytes) -> Kind:
    """The kind of a file with this content.

    An archive that cannot be opened is taken for a Word document: its reader says what is wrong with it.
    """
    if content.startswith(_ZIP):
        return _kind_of_archive(content)
    if content.startswith(_OLE):
        return _kind_of_compound(content)
    if _WORD_XML in content[:1000]:
        return Kind.WORD_XML
    if _PDF_HEAD.search(content[:1024]):
        return Kind.PDF
    return next((kind for start, kind in _STARTS.items() if content.startswith(start)), Kind.TEXT)


def _kind_of_archive(content: bytes) -> Kind:
    from duidu.sources.word.archive import Archive

    try:
        archive = Archive(content, "")
        if "mimetype" in archive and b"opendocument" in archive.read("mimetype")[:100]:
            return Kind.OPENDOCUMENT
        if any(name.endswith(".iwa") or name == "index.zip" for name in archive.names()):
            return Kind.PAGES
        if "[content_types].xml" not in archive:
            return Kind.ZIP
        types = archive.read_xml("[content_types].xml").replace(b"\0", b"").decode("latin-1").lower()
    except DuiduError:
        return Kind.WORD
    return next((kind for part, kind in _MAIN_PARTS if part in types), Kind.ZIP)


def _kind_of_compound(content: bytes) -> Kind:
    """The kind of a file of the old Office, which is told by the names of its streams."""
    return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in content), Kind.OLE)
