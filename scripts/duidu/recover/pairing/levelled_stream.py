"""The words of a document as one row of signs, levelled so that two files of one article have the same.

Spaces and hyphens count for nothing: typesetters set and break them as lines need it. All else is levelled as
for a search: forms of one ideograph, quotation marks, widths, capitals, accents.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from duidu.enrich.fold import fold_character
from duidu.model import Text
from duidu.sources.document import Document, DocumentParagraph, DocumentTable, Element, NoteCall, PageStart


@dataclass(frozen=True, slots=True)
class TurnAt:
    """A page that begins at the place `at` of a stream, after so many signs that count for nothing.

    `skipped` are only those that are no spaces: dashes.
    """

    page: PageStart
    at: int
    skipped: int = 0


@dataclass(frozen=True)
class Stream:
    """Levelled signs, and for each of them its paragraph and its place in the text of that.

    `turns` are the pages that begin in it, `labels` has the page on which each note is first called, and
    `pages` the places from which on each page goes.
    """

    text: str
    paragraphs: tuple[DocumentParagraph, ...]
    in_paragraph: array[int]
    offsets: array[int]
    turns: tuple[TurnAt, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[tuple[int, str], ...] = ()

    def page(self, place: int) -> str:
        """The page on which a sign stands; empty if it is not known."""
        return self.pages[bisect_right(self.pages, place, key=lambda page: page[0]) - 1][1]

    def words(self, start: int, end: int) -> str:
        """The words of a stretch as the file has them."""
        pieces: dict[int, list[int]] = {}
        for place in range(start, end):
            pieces.setdefault(self.in_paragraph[place], []).append(self.offsets[place])
        return " ".join(
            self.paragraphs[number].text[min(offsets) : max(offsets) + 1] or self.paragraphs[number].label
            for number, offsets in pieces.items()
        )

    def line(self, place: int) -> int:
        """The line of the file on which the paragraph at a place stands; 0 if there is none."""
        if not self.paragraphs:
            return 0
        number = self.in_paragraph[place] if place < len(self.in_paragraph) else len(self.paragraphs) - 1
        return self.paragraphs[number].line


@cache
def level_sign(sign: str) -> str:
    """What stands for a sign; nothing for spaces, hyphens and dashes."""
    return fold_character(sign).replace(" ", "").replace("-", "")


def body_stream(document: Document) -> Stream:
    """The text of a document with its front matter, in order."""
    writer = _StreamWriter(document.first_page.label)
    for paragraph in paragraphs_of(document.elements):
        writer.write(paragraph)
    return writer.stream()


def notes_stream(document: Document, labels: Mapping[str, str]) -> Stream:
    """The notes in the order of their first calls; `labels` has the page of each of these."""
    writer = _StreamWriter("")
    for key in (*labels, *(key for key in document.notes if key not in labels)):
        writer.open_page(labels.get(key, ""))
        for paragraph in document.notes[key].paragraphs:
            writer.write(paragraph)
    return writer.stream()


def paragraphs_of(elements: Iterable[Element]) -> Iterator[DocumentParagraph]:
    """All paragraphs of the text, those of tables too."""
    for element in elements:
        if isinstance(element, DocumentTable):
            yield from (each for row in element.rows for cell in row for each in cell.paragraphs)
        else:
            yield element


@dataclass
class _StreamWriter:
    """Writes paragraphs as one row of signs, which begins on the page `first`."""

    first: str
    signs: list[str] = field(default_factory=list)
    paragraphs: list[DocumentParagraph] = field(default_factory=list)
    in_paragraph: array[int] = field(default_factory=lambda: array("I"))
    offsets: array[int] = field(default_factory=lambda: array("I"))
    turns: list[TurnAt] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    pages: list[tuple[int, str]] = field(default_factory=list)
    _skipped: int = 0

    def __post_init__(self) -> None:
        self.open_page(self.first)

    def open_page(self, label: str) -> None:
        """What follows stands on the page `label`."""
        self.pages.append((len(self.signs), label))

    def write(self, paragraph: DocumentParagraph) -> None:
        """Add a paragraph, and what is printed before it."""
        self.paragraphs.append(paragraph)
        for sign in paragraph.label:
            self._write(sign, 0)
        offset = 0
        for inline in paragraph.inlines:
            match inline:
                case PageStart():
                    self.turns.append(TurnAt(inline, len(self.signs)))
                    self.open_page(inline.label)
                    self._skipped = 0
                case NoteCall(key=key):
                    self.labels.setdefault(key, self.pages[-1][1])
                case Text(text=text):
                    for place, sign in enumerate(text, start=offset):
                        self._write(sign, place)
                    offset += len(text)

    def _write(self, sign: str, offset: int) -> None:
        levelled = level_sign(sign)
        if not levelled:
            self._skipped += not sign.isspace()
        elif self.turns and self.turns[-1].at == len(self.signs):
            self.turns[-1] = replace(self.turns[-1], skipped=self._skipped)
        for one in levelled:
            self.signs.append(one)
            self.in_paragraph.append(len(self.paragraphs) - 1)
            self.offsets.append(offset)

    def stream(self) -> Stream:
        """All that was written."""
        return Stream(
            "".join(self.signs),
            tuple(self.paragraphs),
            self.in_paragraph,
            self.offsets,
            tuple(self.turns),
            self.labels,
            tuple(self.pages),
        )
