"""The article as data: what `recover` makes, `enrich` adds to and `publish` writes out.

Everything here is frozen. A `Text` run knows the place of its first character in the source, and keeps in
`source` what stands there when that differs from what is shown. From these two facts alone `duidu.check`
proves that no character was lost or doubled.

Runs are flat: style marks, note calls, page breaks and paragraph breaks never nest, so a place in a part of
the article is an offset into its plain text, whatever stands between the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Flag, StrEnum, auto
from itertools import chain

from duidu.annotations import Annotations
from duidu.problems import Problem
from duidu.reasons import Cause, Reason

TRADITIONAL = "zh-Hant"
SIMPLIFIED = "zh-Hans"
ENGLISH = "en"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in the source: `line` counts from 1, `column` from 0, in characters.

    A source that is not made of lines of text counts its paragraphs as lines.
    """

    line: int
    column: int


class Style(Flag):
    """Marks of typesetting that a stretch of text carries; they combine."""

    PLAIN = 0
    ITALIC = auto()
    BOLD = auto()
    SUPERSCRIPT = auto()
    SUBSCRIPT = auto()
    SMALL_CAPITALS = auto()
    EMPHASIS_MARK = auto()  # 著重號, a dot under or over each ideograph
    UNDERLINE = auto()  # 專名號 too


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are shown.

    `converted_from` is what they were before conversion to the other script, and `source` what the source has
    there; each only where it differs. `link` is the address to which the source links them.
    """

    text: str
    origin: Origin
    source: str | None = None
    converted_from: str | None = None
    style: Style = Style.PLAIN
    link: str = ""

    @property
    def unconverted(self) -> str:
        """The words in the script of the original."""
        return self.text if self.converted_from is None else self.converted_from

    @property
    def original(self) -> str:
        """What stands at `origin` in the source."""
        return self.unconverted if self.source is None else self.source

    def cut(self, start: int, end: int) -> Text:
        """Characters `start` to `end`. Where `source` differs, all of it stays with the first character."""
        if start == 0 and end == len(self.text):
            return self
        converted_from = self.converted_from and self.converted_from[start:end]
        source = None if self.source is None else self.source if start == 0 else ""
        origin = Origin(self.origin.line, self.origin.column + start)
        # Not `replace`, which takes longer, since every page cuts thousands.
        return Text(self.text[start:end], origin, source, converted_from, self.style, self.link)


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A call of the note with the id `note`, where its marker stood; it shows the note's `label`.

    Its own `id` is made by `call_id`.
    """

    id: str
    note: str
    label: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The first character of printed page `label` follows. `seen` if the page bears its number.

    `pdf_page` is the page of the article's PDF, counted from 1; 0 if there is none.
    """

    label: str
    seen: bool
    pdf_page: int = 0

    @property
    def citation(self) -> str:
        """The page as scholars quote it: an inferred number stands in square brackets."""
        return self.label if self.seen else f"[{self.label}]"


@dataclass(frozen=True, slots=True)
class ParagraphBreak:
    """A new paragraph begins within the same part: a note, a quotation or a cell of a table."""


Run = Text | NoteRef | PageBreak | ParagraphBreak
Runs = tuple[Run, ...]


def plain(runs: Iterable[Run]) -> str:
    """The words of `runs` without note calls and breaks."""
    return "".join(run.text for run in runs if isinstance(run, Text))


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading: `level` 1 for 壹、貳、, 2 for 一、二、, 3 for （一）（二）."""

    id: str
    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    id: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation set off from the text: 獨立引文."""

    id: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list; `label` is what is printed before it, `level` how deep the list stands, from 1."""

    id: str
    runs: Runs
    label: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, `columns` wide and `rows` high. A `header` names what its row or column has."""

    id: str
    runs: Runs
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row; `runs` are its caption."""

    id: str
    runs: Runs
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, in the `file` of the article's folder that has this name; `runs` are its caption.

    `size` is its width and height in pixels, (0, 0) if not known.
    """

    id: str
    runs: Runs
    file: str
    description: str = ""
    size: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the article's own bibliography."""

    id: str
    runs: Runs


Block = Heading | Paragraph | Quotation | ListItem | Table | Figure | Reference


def call_id(note: str, time: int = 1) -> str:
    """The id of a call of the note with the id `note`: the first call if `time` is 1, the second if 2 …"""
    call = note.replace("note-", "noteref-", 1)
    return call if time == 1 else f"{call}-{time}"


class NoteKind(StrEnum):
    """Where a note stands in print, or whose it is."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    AUTHOR = "author"  # under the first page, called from title or author


@dataclass(frozen=True, slots=True)
class Note:
    """A note. Its `label` is what is printed, and may come again on another page; its `id` does not."""

    id: str
    label: str
    runs: Runs
    kind: NoteKind = NoteKind.FOOTNOTE


def parts_of(block: Block | Note) -> Iterator[tuple[str, Runs]]:
    """The parts of a block or note, by id: its own text and, of a table, that of each cell."""
    yield block.id, block.runs
    if isinstance(block, Table):
        yield from ((cell.id, cell.runs) for row in block.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Author:
    """An author. What the article does not say of the author is empty."""

    name: Runs
    name_en: Runs = ()
    affiliation: Runs = ()
    affiliation_en: Runs = ()
    orcid: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the body and after it, by language tag (`zh-Hant`, `zh-Hans`, `en`).

    `abstracts` maps a language to its paragraphs, `keywords` to its words.
    """

    titles: Mapping[str, Runs] = field(default_factory=dict)
    authors: tuple[Author, ...] = ()
    abstracts: Mapping[str, tuple[Runs, ...]] = field(default_factory=dict)
    keywords: Mapping[str, tuple[Runs, ...]] = field(default_factory=dict)

    def texts(self) -> Iterator[Runs]:
        """Every stretch of text of the front matter."""
        yield from self.titles.values()
        for author in self.authors:
            yield from (author.name, author.name_en, author.affiliation, author.affiliation_en)
        for pieces in (*self.abstracts.values(), *self.keywords.values()):
            yield from pieces


@dataclass(frozen=True, slots=True)
class SetAside:
    """Characters that are not part of the text, and why: a running head, a marker's digits."""

    text: str
    origin: Origin
    reason: Reason


@dataclass(frozen=True, slots=True)
class Move:
    """A piece that the extractor wrote too late: lines `first` to `last` belong after line `after`.

    `text` is the whole piece as it reads, `page` the printed page it stands on, and `reason`
    says by what it was recognised.
    """

    first: int
    last: int
    after: int
    page: str
    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Correction:
    """A place where the text shown differs from the text layer."""

    line: int
    source: str
    text: str
    reason: Reason

    @property
    def declared(self) -> bool:
        """Whether it is made because corrections.toml says so, and not by rule."""
        return self.reason.cause is Cause.DECLARED


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the article, and the line of the text layer on which it begins."""

    label: str
    seen: bool
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article, in reading order. What `enrich` found in it is its `annotations`.

    `language` says in which script its Chinese is, `original_language` in which it was written: where the
    two differ, this is a conversion.
    `places` names the lines of a source that is not made of lines of text, such as `footnote 3`. `unclear`
    are the lines of a text layer on which those pages begin of which no reading is likely.
    """

    front: Front
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    pages: tuple[Page, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    moves: tuple[Move, ...] = ()
    corrections: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()
    annotations: Annotations = field(default_factory=Annotations)
    places: tuple[str, ...] = ()
    unclear: tuple[int, ...] = ()
    language: str = TRADITIONAL
    original_language: str = TRADITIONAL

    @property
    def is_original(self) -> bool:
        """Whether it is in the script in which it was written."""
        return self.language == self.original_language

    def texts(self) -> Iterator[Runs]:
        """Every stretch of text of the article: front matter, body, notes."""
        yield from self.front.texts()
        yield from (runs for _, runs in self.body_parts())

    def runs(self) -> Iterator[Run]:
        """Every run of the article."""
        return chain.from_iterable(self.texts())

    def parts(self) -> Iterator[tuple[str, Runs]]:
        """The parts to which annotations refer, by id, in reading order."""
        yield "title", self.front.titles.get(self.language, ())
        for number, paragraph in enumerate(self.front.abstracts.get(self.language, ()), start=1):
            yield f"abstract-{number}", paragraph
        yield from self.body_parts()

    def body_parts(self) -> Iterator[tuple[str, Runs]]:
        """The parts of blocks and notes, by id, in reading order: the cells of a table are parts of it."""
        for part in (*self.blocks, *self.notes):
            yield from parts_of(part)
