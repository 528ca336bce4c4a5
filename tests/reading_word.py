"""Reads made Word documents as text that tests can compare, and proves of each that nothing of it is lost."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from duidu.model import Style, Text
from duidu.sources.document import (
    Document,
    DocumentParagraph,
    DocumentTable,
    Element,
    Inline,
    LineBreak,
    NoteCall,
    PageStart,
)
from duidu.sources.word import read_word
from made_word import NAMESPACES, made_word

W, M = (f"{{{NAMESPACES[prefix]}}}" for prefix in "wm")
MC = f"{{{NAMESPACES['mc']}}}"


def document(body: str, **options: object) -> Document:
    """The document with this body; its ledger holds."""
    content = made_word(body, **options)
    read = read_word(content, "a.docx")
    prove(read, content)
    return read


def prove(read: Document, content: bytes) -> None:
    """Prove that the pieces of a document spell its lines, and that the lines hold all text of the file."""
    assert spelled(read) == list(read.lines)
    assert len(read.places) == len(read.lines)
    assert all(line not in {"\n", "\r"} for line in "".join(read.lines))
    assert sum(map(_size, read.lines)) == sum(map(_size, words_of_file(content)))


def spelled(read: Document) -> list[str]:
    """Each line as its pieces spell it, in the order of their places."""
    pieces = [
        (inline.origin, inline.original)
        for paragraph in all_paragraphs(read)
        for inline in paragraph.inlines
        if isinstance(inline, Text)
    ]
    pieces += [(piece.origin, piece.text) for piece in read.set_aside]
    lines: defaultdict[int, str] = defaultdict(str)
    for origin, text in sorted(pieces):
        assert len(lines[origin.line]) == origin.column or not text
        lines[origin.line] += text
    return [lines[number] for number in range(1, len(read.lines) + 1)]


def all_paragraphs(read: Document) -> Iterator[DocumentParagraph]:
    """The paragraphs of the body, of tables, of notes."""
    yield from paragraphs(read.elements)
    for note in read.notes.values():
        yield from note.paragraphs


def paragraphs(elements: Iterable[Element]) -> Iterator[DocumentParagraph]:
    """The paragraphs among `elements`, also those in tables."""
    for element in elements:
        if isinstance(element, DocumentTable):
            for row in element.rows:
                for cell in row:
                    yield from cell.paragraphs
        else:
            yield element


def words_of_file(content: bytes) -> list[str]:
    """All text of a document's parts, found by nothing but the names of elements."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = ["document", "footnotes", "endnotes", "comments"]
        names = [f"word/{part}.xml" for part in parts]
        names += [name for name in archive.namelist() if name.startswith(("word/header", "word/footer"))]
        return [
            text
            for name in names
            if name in archive.namelist()
            for text in _words(ElementTree.fromstring(archive.read(name)))
        ]


def _words(element: ElementTree.Element) -> Iterator[str]:
    if element.tag in (f"{W}t", f"{W}delText", f"{M}t"):
        yield "".join(element.itertext())
    elif element.tag in (f"{W}noBreakHyphen", f"{W}softHyphen", f"{W}sym"):
        yield "-"
    else:
        both = element.tag == f"{MC}AlternateContent"
        for inner in element:
            if not (both and inner.tag == f"{MC}Fallback"):
                yield from _words(inner)


def _size(text: str) -> int:
    return len("".join(text.split()))


def spell(read: Document, paragraph: DocumentParagraph) -> str:
    """A paragraph: `{italic:words}`, `{1}` where the note 1 is called, `{page}`, `{line}`, `{image1.png}`."""
    return "".join(_spell(read, inline) for inline in paragraph.inlines)


def _spell(read: Document, inline: Inline) -> str:
    if isinstance(inline, Text):
        marks = [str(mark.name).lower() for mark in Style if mark in inline.style]
        marks += [inline.link] if inline.link else []
        return f"{{{' '.join(marks)}:{inline.text}}}" if marks else inline.text
    if isinstance(inline, NoteCall):
        return f"{{{read.notes[inline.key].label}}}"
    if isinstance(inline, PageStart | LineBreak):
        return "{page}" if isinstance(inline, PageStart) else "{line}"
    return f"{{{inline.file}{f' {inline.description}' if inline.description else ''}}}"


def shown(read: Document) -> list[str]:
    """The paragraphs of the body and its tables, spelled."""
    return [spell(read, paragraph) for paragraph in paragraphs(read.elements)]


def shown_in(body: str, **options: object) -> list[str]:
    """The same of a document with this body."""
    return shown(document(body, **options))


def aside(read: Document) -> list[tuple[str, str]]:
    """What is set aside, each with its cause."""
    return [(piece.text, piece.reason.cause.value) for piece in read.set_aside]


def notes(read: Document) -> list[tuple[str, str]]:
    """The notes: the label of each, and its paragraphs, spelled, with a line between them."""
    return [
        (note.label, "\n".join(spell(read, paragraph) for paragraph in note.paragraphs))
        for note in read.notes.values()
    ]


def codes(read: Document) -> list[str]:
    """The codes of what is found."""
    return [problem.code.code for problem in read.problems]


def found(read: Document) -> list[str]:
    """What is found, as a person reads it."""
    return [problem.report("a.docx") for problem in read.problems]
