"""Documents written down in a few lines, as cases show them, instead of in Word.

[title bold 16] 論水門            a paragraph: its styles, and how it is set
[heading 1] 壹、前言              a style of two words
[left=2 right=2] 引文             indents, in ideographs
[label=一、] 緒論                 a number that the program prints
正文。{1} 又{*}                   calls of notes
第一行 / 第二行                   a line ended by hand
| 甲 | 乙 |                       a row of a table; a cell that begins with ! is a heading
[picture=a.png]                   a picture
note 1: 註文。                    a note; `endnote 1:` at the end
----                              a page begins
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from duidu.model import NoteKind, Origin, Style, Text
from duidu.sources.document import (
    Document,
    DocumentCell,
    DocumentNote,
    DocumentParagraph,
    DocumentTable,
    Element,
    Inline,
    LineBreak,
    Look,
    NoteCall,
    PageStart,
    Picture,
)

_LOOKS = {"bold": {"bold": True}, "centered": {"centered": True}}
_PIECE = re.compile(r"\{(?P<note>[^}]+)\}|(?P<line> / )|\^(?P<raised>[^^]+)\^|_(?P<italic>[^_]+)_")


class _Maker:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.elements: list[Element] = []
        self.notes: dict[str, DocumentNote] = {}
        self._page = False

    def paragraph(self, text: str) -> DocumentParagraph:
        head, words = re.match(r"(?:\[([^\]]*)\]\s*)?(.*)", text).groups()  # type: ignore[union-attr]
        settings = _settings(head or "")
        self.lines.append("")
        inlines = tuple(self._inlines(words))
        pictures = tuple(Picture(name) for name in settings.pop("pictures"))  # type: ignore[attr-defined]
        return DocumentParagraph(len(self.lines), (*inlines, *pictures), **settings)  # type: ignore[arg-type]

    def _inlines(self, words: str) -> Iterator[Inline]:
        if self._page:
            self._page = False
            yield PageStart()
        place = 0
        for mark in (*_PIECE.finditer(words), None):
            yield from self._text(words[place : mark.start() if mark else len(words)])
            if mark is None:
                break
            place = mark.end()
            if mark["note"]:
                yield NoteCall(mark["note"], Origin(len(self.lines), len(self.lines[-1])))
            elif mark["line"]:
                yield LineBreak()
            elif mark["raised"]:
                yield from self._text(mark["raised"], Style.SUPERSCRIPT)
            else:
                yield from self._text(mark["italic"], Style.ITALIC)

    def _text(self, words: str, style: Style = Style.PLAIN) -> Iterator[Text]:
        if words:
            yield Text(words, Origin(len(self.lines), len(self.lines[-1])), style=style)
            self.lines[-1] += words

    def add(self, line: str) -> None:
        """Take a line of the notation."""
        if line == "----":
            self._page = True
        elif note := re.match(r"(note|endnote) (\S+): ?(.*)", line):
            kind = NoteKind.ENDNOTE if note[1] == "endnote" else NoteKind.FOOTNOTE
            self.notes[note[2]] = DocumentNote(note[2], (self.paragraph(note[3]),), kind)
        elif line.startswith("|"):
            row = tuple(self._cell(cell.strip()) for cell in line.strip("|").split("|"))
            if self.elements and isinstance(self.elements[-1], DocumentTable):
                self.elements[-1] = DocumentTable((*self.elements[-1].rows, row))
            else:
                self.elements.append(DocumentTable((row,)))
        else:
            self.elements.append(self.paragraph(line))

    def _cell(self, words: str) -> DocumentCell:
        return DocumentCell((self.paragraph(words.lstrip("!")),), header=words.startswith("!"))


def _settings(head: str) -> dict[str, object]:
    """What stands in square brackets before a paragraph."""
    styles, look, outline, label, depth, pictures = [], {"size": 12.0}, None, "", 0, []
    for word in re.findall(r"heading \d|\S+", head):
        key, _, value = word.partition("=")
        if word in _LOOKS:
            look |= _LOOKS[word]
        elif word.isdecimal():
            look["size"] = float(word)
        elif key in ("left", "right", "first"):
            look[key] = float(value)
        elif key == "outline":
            outline = int(value)
        elif key == "label":
            label, depth = value, 1
        elif key == "picture":
            pictures.append(value)
        else:
            styles.append(word)
    return {
        "styles": tuple(styles),
        "outline": outline,
        "label": label,
        "depth": depth,
        "look": Look(**look),  # type: ignore[arg-type]
        "pictures": pictures,
    }


def made_document(text: str) -> Document:
    """The document that `text` writes down."""
    maker = _Maker()
    for line in text.strip("\n").split("\n"):
        maker.add(line)
    places = tuple(f"paragraph {number}" for number in range(1, len(maker.lines) + 1))
    return Document(tuple(maker.lines), places, tuple(maker.elements), maker.notes)
