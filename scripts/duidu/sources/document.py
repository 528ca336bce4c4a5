"""A document whose file knows its own structure, as that file has it: what recovery starts from.

Nothing here is concluded: a paragraph that looks like a title is a paragraph with a size and a style. Every
paragraph of the file, wherever it stands, is one line of `Document.lines`, and the `Origin` of each piece is
that line and the offset in it. So the ledger counts a document as it counts a text layer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from duidu.model import NoteKind, Origin, SetAside, Text
from duidu.problems import Problem


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A call of the note `key`, a key of `Document.notes`."""

    key: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class PageStart:
    """A page begins here.

    `label` is its number as the page bears it, or as the numbers of its neighbours tell it; `seen` says that
    it stands on the page. A program that only recorded where pages begin knows neither. `pdf_page` is the
    page of the PDF, counted from 1; 0 in other files.
    """

    label: str = ""
    seen: bool = False
    pdf_page: int = 0


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line ends here within its paragraph."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture `file`, a key of `Document.pictures`; `description` is what its author says is on it.

    `size` is its width and height in pixels, (0, 0) if the file does not tell.
    """

    file: str
    description: str = ""
    size: tuple[int, int] = (0, 0)


Inline = Text | NoteCall | PageStart | LineBreak | Picture
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set. Lengths are in ideographs of its own size, `size` in points.

    `bold` and `italic` say that all of its words are; `first` is the indent of the first line beyond `left`,
    negative where the other lines hang.
    """

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    centered: bool = False
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0


@dataclass(frozen=True, slots=True)
class DocumentParagraph:
    """A paragraph.

    `line` is its line in `Document.lines`. `styles` are the names of its style and of those that it is
    based on, nearest first, in lower case and in English where the program has its own name for it
    (`heading 1`, `quote`). `outline` is its level as a heading, from 1, where the file gives it one. `label`
    is the number or bullet that the program prints before it, and `depth` how deep its list stands, from 1;
    0 in no list. `boxed` says that it stands in a text box.
    """

    line: int
    inlines: Inlines
    styles: tuple[str, ...] = ()
    outline: int | None = None
    label: str = ""
    depth: int = 0
    look: Look = field(default_factory=Look)
    boxed: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(inline.text for inline in self.inlines if isinstance(inline, Text))


@dataclass(frozen=True, slots=True)
class DocumentCell:
    """A cell of a table; where others are merged into it, it is `columns` wide and `rows` high."""

    paragraphs: tuple[DocumentParagraph, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table, row by row; a cell stands in the row in which it begins."""

    rows: tuple[tuple[DocumentCell, ...], ...]


Element = DocumentParagraph | DocumentTable


def map_paragraphs(
    elements: Iterable[Element], change: Callable[[DocumentParagraph], DocumentParagraph]
) -> Iterator[Element]:
    """The elements with each of their paragraphs changed, those of tables too, in order."""
    for element in elements:
        if isinstance(element, DocumentParagraph):
            yield change(element)
            continue
        rows = (
            tuple(replace(cell, paragraphs=tuple(map(change, cell.paragraphs))) for cell in row)
            for row in element.rows
        )
        yield DocumentTable(tuple(rows))


@dataclass(frozen=True, slots=True)
class DocumentNote:
    """A note: `label` is what is printed at its call, a number or a mark."""

    label: str
    paragraphs: tuple[DocumentParagraph, ...]
    kind: NoteKind = NoteKind.FOOTNOTE


@dataclass(frozen=True, slots=True)
class Document:
    """All that a file says.

    `lines` are all of its paragraphs as they stand in it, including what is not shown; `places` names each
    of them for messages, such as `footnotes, paragraph 3`. `notes` are in the order in which the file has
    them. `set_aside` is what the file itself marks as no part of the text: what was deleted, comments,
    running heads. `pictures` are the contents of files by name. `first_page` is the page that the document
    begins on, and `is_printed` says that its pages are those of print, not of whoever opened it last.
    """

    lines: tuple[str, ...]
    places: tuple[str, ...]
    elements: tuple[Element, ...]
    notes: Mapping[str, DocumentNote] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    first_page: PageStart = field(default_factory=PageStart)
    is_printed: bool = False

    @property
    def text(self) -> str:
        """What the ledger counts."""
        return "\n".join(self.lines)

    def place(self, line: int) -> str:
        """Where a line is, after the file's name: by the part of the document that it is in."""
        return f", {self.places[line - 1]}"
