"""What is published of an article, as a tree that knows no format.

`article_tree` makes it of an article and its annotations, once for each page or file; a renderer is a table
of small functions, one for each type of node. The types are all here, and no renderer may need another.

Words, calls and breaks are leaves; what is known of a stretch of words is a node around them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from duidu import model
from duidu.annotations import Date
from duidu.publish.work_kinds import WorkKind

# -- leaves


@dataclass(frozen=True, slots=True)
class Text:
    """Words, and the marks of typesetting that they bear."""

    text: str
    style: model.Style = model.Style.PLAIN


@dataclass(frozen=True, slots=True)
class Converted:
    """Words whose conversion from the `original` was a choice."""

    text: str
    original: str
    style: model.Style = model.Style.PLAIN


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A call of the note `note`, which shows the note's `label`."""

    id: str
    note: str
    label: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The printed `page` begins. It has no id where its number is told for the second time, in a note."""

    id: str
    page: model.PageBreak


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line begins."""


# -- nodes around words; without content they are what a region means


class LinkKind(Enum):
    """To what a link leads; by it a renderer knows how its `target` becomes an address."""

    ADDRESS = auto()  # on the web: the target is the address
    WORK = auto()  # the id of an entry among the works cited
    TERM = auto()  # the id of an entry among the names and terms


@dataclass(frozen=True, slots=True)
class Link:
    """A link to `target`. Its `language` is empty where it is the text's."""

    kind: LinkKind
    target: str
    content: Content = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A full reference to a work. Its `language` is empty where it is the text's."""

    id: str
    language: str = ""
    content: Content = ()


@dataclass(frozen=True, slots=True)
class ShortReference:
    """A reference that leans on an earlier one: `targets` are the ids of those that it may mean.

    Where there are several, the `remark` names them.
    """

    targets: tuple[str, ...]
    remark: Content = ()
    content: Content = ()


@dataclass(frozen=True, slots=True)
class CitedTitle:
    """The title of a work that is spoken of. Its `language` is empty where it is the text's."""

    language: str = ""
    content: Content = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another `language` than the text around them."""

    language: str
    content: Content = ()


@dataclass(frozen=True, slots=True)
class BookTitle:
    """The title of a book or journal within a reference, which print sets in italics."""

    content: Content = ()


@dataclass(frozen=True, slots=True)
class FamilyName:
    """The name by which an author is filed."""

    content: Content = ()


@dataclass(frozen=True, slots=True)
class Highlight:
    """The words for which all others are quoted."""

    content: Content = ()


# -- nodes around words that only files for programs have: `detailed_regions` knows them


class Part(Enum):
    """What a detail tells of a work. The values are what `annotations.Citation` calls it."""

    AUTHOR = "authors"
    EDITOR = "editors"
    TITLE = "title"
    CONTAINER = "container"
    VOLUME = "volume"
    ISSUE = "issue"
    PLACE = "place"
    PUBLISHER = "publisher"
    YEAR = "year"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail within a citation of a work of this `kind`."""

    part: Part
    kind: WorkKind
    content: Content = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A name, if `proper`, or else a term: the one that has this `number`."""

    number: int
    proper: bool
    content: Content = ()


@dataclass(frozen=True, slots=True)
class Glossed:
    """The name or term with this `number` in another `language`, which is empty if it is not known."""

    number: int
    language: str
    content: Content = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that the text mentions."""

    date: Date
    content: Content = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """Words for which the source has others."""

    source: str
    content: Content = ()


Leaf = Text | Converted | NoteCall | PageBreak | LineBreak
ForPrograms = Detail | Named | Glossed | Dated | Corrected
ForReaders = Link | Citation | ShortReference | CitedTitle | Foreign | BookTitle | FamilyName | Highlight
Container = ForReaders | ForPrograms
Inline = Leaf | Container
Content = tuple[Inline, ...]
Paragraphs = tuple[Content, ...]


# -- blocks


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `level` 1 is the title's. A table of contents calls it `short`, if that says anything."""

    id: str
    level: int
    content: Content
    short: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What names a section as a heading does, but is in no table of contents."""

    id: str
    content: Content


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    id: str
    content: Content


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation set off from the text, of one paragraph or more."""

    id: str
    paragraphs: Paragraphs


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list: the `label` that is printed before it, its words, and the lists within it."""

    id: str
    label: str
    paragraphs: Paragraphs
    items: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """Items that stand together."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, `columns` wide and `rows` high. A `header` names what its row or column has."""

    id: str
    paragraphs: Paragraphs
    header: bool
    columns: int
    rows: int


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its caption, which may be empty. The rows of the `head` say what the columns have."""

    id: str
    caption: Content
    head: tuple[Row, ...]
    body: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """The picture in `file`, over its caption, which may be empty.

    `description` is for those who do not see it; empty if the article has none. `size` is its width and
    height in pixels, (0, 0) if not known.
    """

    id: str
    caption: Content
    file: str
    description: str
    size: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the article's own bibliography."""

    id: str
    content: Content


@dataclass(frozen=True, slots=True)
class References:
    """Entries that stand together; `heading` is the id of the heading right above them, if there is one."""

    heading: str
    entries: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Byline:
    """An author's name and affiliation, which may be empty."""

    id: str
    name: Content
    affiliation: Content = ()


@dataclass(frozen=True, slots=True)
class Keywords:
    """The keywords."""

    id: str
    words: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note: `calls` are the ids of the calls that lead to it, in their order."""

    id: str
    label: str
    kind: model.NoteKind
    calls: tuple[str, ...]
    paragraphs: Paragraphs


class SectionKind(Enum):
    """What a section is for."""

    ABSTRACT = auto()
    ENGLISH = auto()  # what the article says of itself in English


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong together, under their heading. The `language` is empty where it is the text's."""

    kind: SectionKind
    heading: Heading | Label
    blocks: tuple[Block, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class NoteList:
    """Notes that stand in one list; it has a heading of its own where there are two."""

    heading: Heading | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes, under their heading: one list, or one of footnotes and one of endnotes."""

    heading: Heading
    lists: tuple[NoteList, ...]


Body = Heading | Paragraph | Quotation | List | Table | Figure | References
Block = Body | Label | Byline | Keywords | Note | Section | Notes
Node = Inline | Block


@dataclass(frozen=True, slots=True)
class Document:
    """An article whole, in the order in which it is read."""

    title: Heading
    authors: tuple[Byline, ...]
    abstract: Section | None
    keywords: Keywords | None
    body: tuple[Body, ...]
    notes: Notes | None
    english: Section | None


def present(*blocks: Block | None) -> tuple[Block, ...]:
    """Those of `blocks` that there are."""
    return tuple(block for block in blocks if block is not None)


def plain(content: Iterable[Inline]) -> str:
    """The words of `content`, without note calls, breaks and remarks."""
    pieces = []
    for node in content:
        if isinstance(node, Text | Converted):
            pieces.append(node.text)
        elif not isinstance(node, NoteCall | PageBreak | LineBreak):
            pieces.append(plain(node.content))
    return "".join(pieces)
