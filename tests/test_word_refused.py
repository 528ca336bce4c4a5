"""Files that are no Word documents, damaged or unsafe: one exact sentence each, and never anything else."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest

from duidu.problems import DuiduError, Exit
from duidu.sources.detect import Kind, detect
from duidu.sources.word import archive as limits
from duidu.sources.word import read_word
from duidu.sources.word.xml_tree import DEEPEST
from made_word import MAIN_TYPE, PNG, archive, made_word, note, p, picture, r, relationships, word_parts

GOOD = made_word(p("潮水"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
TYPES = "[Content_Types].xml"
MAIN, MAIN_LINKS = "word/document.xml", "word/_rels/document.xml.rels"


def refusal(content: bytes) -> str:
    """What is said of a file, after its name."""
    with pytest.raises(DuiduError) as error:
        read_word(content, "a.docx")
    assert error.value.exit_code is Exit.INPUT
    (problem,) = error.value.problems
    return problem.report(error.value.file).removeprefix("a.docx: error: ")


def stream(name: str) -> bytes:
    """A file of the old Office with a stream of this name."""
    return OLE + name.encode("utf-16-le") + bytes(100)


def changed(part: str, content: str | bytes | None) -> bytes:
    """A good document in which a part is another, or missing."""
    parts = word_parts(p("潮水" + "落" * 3000), footnotes=note(1, "縣志。"))
    if content is None:
        del parts[part]
    else:
        parts[part] = content
    return archive(parts)


def typed(kind: str) -> bytes:
    """A document whose main part says that it is of another kind."""
    return archive(word_parts(p("潮水"), main_type=kind))


KINDS: dict[str, tuple[bytes, Kind, str]] = {
    "text": ("潮水".encode(), Kind.TEXT, "this is no Word document; expected one (.docx) [input-not-word]"),
    "nothing": (b"", Kind.TEXT, "this is no Word document; expected one (.docx) [input-not-word]"),
    "PDF": (b"%PDF-1.7", Kind.PDF, "this is no Word document; expected one (.docx) [input-not-word]"),
    "RTF": (
        b"{\\rtf1}",
        Kind.RTF,
        "this is Rich Text (RTF); expected a Word document: save it as .docx [input-rtf]",
    ),
    "Word as XML": (
        b'<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?><w:wordDocument/>',
        Kind.WORD_XML,
        "this is a Word document as XML; expected it packed: save it as .docx [input-word-xml]",
    ),
    "OpenDocument": (
        archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        Kind.OPENDOCUMENT,
        "this is an OpenDocument file; expected a Word document: save it as .docx [input-opendocument]",
    ),
    "Pages": (
        archive({"Index/Document.iwa": b"1"}),
        Kind.PAGES,
        "this is a file of Apple Pages; expected a Word document: export it as .docx [input-pages]",
    ),
    "old Pages": (
        archive({"index.xml": "<sl:document/>", "buildVersionHistory.plist": "", "Index.zip": b""}),
        Kind.PAGES,
        "this is a file of Apple Pages; expected a Word document: export it as .docx [input-pages]",
    ),
    "old Word": (
        stream("WordDocument"),
        Kind.OLD_WORD,
        "this is an old Word document (.doc); expected a new one: save it as .docx [input-old-word]",
    ),
    "password": (
        stream("EncryptedPackage"),
        Kind.ENCRYPTED,
        "the file is protected by a password; expected a Word document (.docx) without one [input-encrypted]",
    ),
    "other OLE": (OLE, Kind.OLE, "this is no Word document; expected one (.docx) [input-not-word]"),
    "old Excel": (
        stream("Workbook"),
        Kind.EXCEL,
        "this is an Excel workbook; expected a Word document (.docx) [input-excel]",
    ),
    "Excel": (
        typed(SHEET),
        Kind.EXCEL,
        "this is an Excel workbook; expected a Word document (.docx) [input-excel]",
    ),
    "PowerPoint": (
        typed(SLIDES),
        Kind.POWERPOINT,
        "this is a PowerPoint presentation; expected a Word document (.docx) [input-powerpoint]",
    ),
    "macros": (
        typed(MACROS),
        Kind.MACROS,
        "this is a Word document with macros (.docm); expected one without: save it as .docx [input-macros]",
    ),
    "ZIP": (
        archive({"a.txt": "潮水"}),
        Kind.ZIP,
        "this is a ZIP archive with no Word document; expected one (.docx) [input-zip]",
    ),
    "empty ZIP": (
        archive({}),
        Kind.ZIP,
        "this is a ZIP archive with no Word document; expected one (.docx) [input-zip]",
    ),
}


@pytest.mark.parametrize(("content", "kind", "sentence"), KINDS.values(), ids=KINDS)
def test_kinds_of_files(content: bytes, kind: Kind, sentence: str) -> None:
    assert detect(content) is kind
    assert refusal(content) == sentence


@pytest.mark.parametrize("kind", [MAIN_TYPE, MAIN_TYPE.replace("document.main", "template.main")])
def test_documents_and_templates_are_read(kind: str) -> None:
    assert detect(typed(kind)) is Kind.WORD
    assert read_word(typed(kind), "a.docx").lines == ("潮水",)


def test_the_kind_of_a_document_with_a_workbook_in_it() -> None:
    types = "".join(f'<Override PartName="/a" ContentType="{kind}"/>' for kind in (SHEET, MAIN_TYPE))
    assert detect(changed(TYPES, f"<Types>{types}</Types>")) is Kind.WORD


def encrypted() -> bytes:
    """A document whose main part says that it is encrypted."""
    content = bytearray(GOOD)
    content[entry(GOOD) + 8] |= 1
    return bytes(content)


def twice() -> bytes:
    """A document that has its main part twice, once in capitals."""
    return archive(word_parts(p("潮水")) | {"word/DOCUMENT.xml": "<a/>"})


def unpacked() -> bytes:
    """A document whose parts stand in it as they are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, part in word_parts(p("潮水")).items():
            made.writestr(zipfile.ZipInfo(name), part)
    return buffer.getvalue()


def entry(content: bytes) -> int:
    """Where the archive's list of its entries has the main part."""
    return content.rfind(b"PK\x01\x02", 0, content.rfind(MAIN.encode()))


def method(number: int) -> bytes:
    """A document packed in another way."""
    content = bytearray(GOOD)
    content[entry(GOOD) + 10] = number
    return bytes(content)


def wrong_checksum() -> bytes:
    """A document of which a word is another than when it was packed."""
    return unpacked().replace("潮水".encode(), "漲水".encode(), 1)


DAMAGED = "the file is damaged: {}; expected a whole Word document (.docx) [zip-damaged]"
CANNOT_OPEN = DAMAGED.format("its archive cannot be opened")
CANNOT_UNPACK = DAMAGED.format("its part word/document.xml cannot be unpacked")
DOCTYPE = "its part {} has a document type declaration; expected none, as Word writes none [xml-doctype]"
MALFORMED = "its part {} is not well-formed XML; expected XML as UTF-8 [xml-malformed]"
UNSAFE = "the file has a part named “{}”; expected no name that leads out of the file [zip-unsafe-name]"
NO_MAIN = "the file has no document in it; expected a main part with the text [word-main-missing]"
OUTSIDE = "the file has a part that refers to “{}”; expected parts of the file only [relationship-outside]"
ENTITIES = '<!DOCTYPE w [<!ENTITY a "潮"><!ENTITY b "&a;&a;">]>'

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "truncated": (lambda: GOOD[:-30], CANNOT_OPEN),
    "only the beginning": (lambda: GOOD[:100], CANNOT_OPEN),
    "nothing but a signature": (lambda: b"PK\x03\x04", CANNOT_OPEN),
    "wrong checksum": (wrong_checksum, CANNOT_UNPACK),
    "unknown packing": (lambda: method(99), CANNOT_UNPACK),
    "encrypted part": (
        encrypted,
        "the file is protected by a password; expected a Word document (.docx) without one [input-encrypted]",
    ),
    "part twice": (
        twice,
        "the file has two parts named “word/DOCUMENT.xml”; expected each once [zip-duplicate]",
    ),
    "climbing name": (lambda: changed("../a.xml", ""), UNSAFE.format("../a.xml")),
    "absolute name": (lambda: changed("/etc/a", ""), UNSAFE.format("/etc/a")),
    "name of Windows": (lambda: changed("C:/a", ""), UNSAFE.format("C:/a")),
    "backslash": (lambda: changed("a\\b", ""), UNSAFE.format("a\\b")),
    "no relationships": (lambda: changed("_rels/.rels", None), NO_MAIN),
    "no main part": (lambda: changed(MAIN, None), NO_MAIN),
    "another main part": (lambda: changed(MAIN, "<html/>"), NO_MAIN),
    "entities": (lambda: changed(MAIN, ENTITIES + "<w/>"), DOCTYPE.format(MAIN)),
    "entities after a comment": (
        lambda: changed(MAIN, f"<?xml version='1.0'?><!-- a --> {ENTITIES}<w/>"),
        DOCTYPE.format(MAIN),
    ),
    "entities in UTF-16": (lambda: changed(MAIN, f"{ENTITIES}<w/>".encode("utf-16")), DOCTYPE.format(MAIN)),
    "external entity": (
        lambda: changed("word/footnotes.xml", '<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>'),
        DOCTYPE.format("word/footnotes.xml"),
    ),
    "not well-formed": (lambda: changed(MAIN, "<a><b></a>"), MALFORMED.format(MAIN)),
    "empty part": (lambda: changed(MAIN, ""), MALFORMED.format(MAIN)),
    "another encoding": (
        lambda: changed(MAIN, "<?xml version='1.0' encoding='big5'?><a>潮水</a>".encode("big5")),
        MALFORMED.format(MAIN),
    ),
    "relationships not well-formed": (lambda: changed(MAIN_LINKS, "<"), MALFORMED.format(MAIN_LINKS)),
    "too deep": (
        lambda: changed(MAIN, "<a>" * 100_000 + "</a>" * 100_000),
        f"its part {MAIN} is nested too deep; expected at most {DEEPEST} levels [xml-deep]",
    ),
    "relationship that climbs": (
        lambda: changed(MAIN_LINKS, relationships(("a", "image", "../../../etc/passwd", False))),
        OUTSIDE.format("../../../etc/passwd"),
    ),
    "relationship to a file": (
        lambda: changed(MAIN_LINKS, relationships(("a", "styles", "file:///etc/passwd", False))),
        OUTSIDE.format("file:///etc/passwd"),
    ),
    "relationship to the web": (
        lambda: changed("_rels/.rels", relationships(("a", "officeDocument", "http://example.org", False))),
        OUTSIDE.format("http://example.org"),
    ),
}


@pytest.mark.parametrize(("make", "sentence"), BAD.values(), ids=BAD)
def test_bad_files(make: Callable[[], bytes], sentence: str) -> None:
    assert refusal(make()) == sentence


def test_files_that_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_FILE", 3_000_000)
    assert refusal(GOOD + bytes(3_000_000)) == (
        "the file has 4 MB; expected at most 3 MB (are there large pictures in it?) [input-too-large]"
    )


def test_archives_that_unpack_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    large = changed("word/media/a.png", bytes(3_000_000))
    monkeypatch.setattr(limits, "LARGEST_TOTAL", 2_000_000)
    assert refusal(large) == "the file would unpack to 4 MB; expected at most 2 MB [zip-too-large]"


def test_parts_that_unpack_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_XML", 2_000_000)
    assert refusal(changed(MAIN, b" " * 3_000_000)) == (
        f"its part {MAIN} would unpack to 3 MB; expected at most 2 MB [zip-part-too-large]"
    )


def test_parts_that_are_packed_too_well() -> None:
    packed = len(zlib.compress(b" " * 5_000_000)) - 6
    assert refusal(changed(MAIN, b" " * 5_000_000)) == (
        f"its part {MAIN} would unpack to {5_000_000 // packed} times its size; expected at most 250 times"
        " [zip-ratio]"
    )


def test_archives_with_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ENTRIES", 4)
    assert refusal(GOOD + b"PK\x01\x02") == ("the file has more than 4 parts; expected fewer [zip-entries]")


def test_an_archive_that_lies_about_its_size() -> None:
    content, place = bytearray(GOOD), entry(GOOD)
    content[place + 24 : place + 28] = (10).to_bytes(4, "little")
    assert refusal(bytes(content)) == CANNOT_UNPACK


def test_what_is_not_read_may_be_damaged() -> None:
    assert read_word(changed("word/theme/theme1.xml", "<"), "a.docx").lines[0].startswith("潮水")


@pytest.mark.parametrize("target", ["document.xml", "/word/document.xml", "./document.xml"])
def test_the_main_part_may_have_any_name(target: str) -> None:
    parts = word_parts(p("潮水"))
    where = "word/document.xml" if target.startswith("/") else "document.xml"
    parts[where] = parts.pop(MAIN)
    del parts[MAIN_LINKS]
    parts["_rels/.rels"] = relationships(("a", "officeDocument", target, False))
    assert read_word(archive(parts), "a.docx").lines == ("潮水",)


def test_names_of_parts_in_capitals_and_folders_as_entries() -> None:
    parts = word_parts(p(picture("image1.png")), media={"image1.png": PNG})
    changed_names = {name.upper() if name.startswith("word/") else name: parts[name] for name in parts}
    read = read_word(archive({"word/": "", **changed_names}), "a.docx")
    assert list(read.pictures) == ["image1.png"]


def test_the_strict_variant_is_read_too() -> None:
    body = p(r("潮", "<w:b/>") + r('<w:footnoteReference w:id="1"/>'))
    parts = word_parts(body, footnotes=note(1, "縣志。"))
    strict = {
        name: str(content)
        .replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replace(
            "http://schemas.openxmlformats.org/officeDocument/2006",
            "http://purl.oclc.org/ooxml/officeDocument",
        )
        for name, content in parts.items()
    }
    read = read_word(archive(dict(strict)), "a.docx")
    assert read == read_word(archive(parts), "a.docx")
    assert read.lines == ("潮", "縣志。")


def test_utf_16_is_read() -> None:
    text = str(word_parts(p("潮水"))[MAIN]).replace("UTF-8", "UTF-16")
    assert read_word(changed(MAIN, text.encode("utf-16")), "a.docx").lines[0] == "潮水"
