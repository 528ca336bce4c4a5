"""The article as data: what `recover` makes, `enrich` adds to and `publish` writes out.

Everything here is frozen. Text never loses sight of where it stood: a `Text` run knows the
line and column of its first character in the text layer, and keeps in `source` what stood
there when that is not what is shown. `duidu.check` proves from these two facts alone that no
character was lost or doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from duidu.apparatus import Apparatus
from duidu.problems import Problem
from duidu.reasons import Cause, Reason

TRADITIONAL = "zh-Hant"
SIMPLIFIED = "zh-Hans"
ENGLISH = "en"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in the text layer: `line` counts from 1, `column` from 0, in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are shown.

    `traditional` is what they were before conversion to Simplified, and `source` what the text
    layer has there; each only where it differs.
    """

    text: str
    origin: Origin
    source: str | None = None
    traditional: str | None = None

    @property
    def unconverted(self) -> str:
        """The words in the script of the original."""
        return self.text if self.traditional is None else self.traditional

    @property
    def original(self) -> str:
        """What stands at `origin` in the text layer."""
        return self.unconverted if self.source is None else self.source


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The call of note `number`, where its marker stood."""

    number: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The first character of printed page `label` follows. `seen` if the page bears its number."""

    label: str
    seen: bool

    @property
    def citation(self) -> str:
        """The page as scholars quote it: an inferred number stands in square brackets."""
        return self.label if self.seen else f"[{self.label}]"


Run = Text | NoteRef | PageBreak
Runs = tuple[Run, ...]


def plain(runs: Iterable[Run]) -> str:
    """The words of `runs` without note calls and page breaks."""
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


Block = Heading | Paragraph


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, under the number it has in print."""

    number: int
    id: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Author:
    """An author; what the article does not say of one is empty."""

    name: Runs
    name_en: Runs = ()
    affiliation: Runs = ()
    affiliation_en: Runs = ()


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the body and after it, by language tag (`zh-Hant`, `en`).

    `abstracts` maps a language to its paragraphs, `keywords` to its words.
    """

    titles: Mapping[str, Runs] = field(default_factory=dict)
    authors: tuple[Author, ...] = ()
    abstracts: Mapping[str, tuple[Runs, ...]] = field(default_factory=dict)
    keywords: Mapping[str, tuple[Runs, ...]] = field(default_factory=dict)

    def runs(self) -> Iterator[Run]:
        """Every run of the front matter."""
        for title in self.titles.values():
            yield from title
        for author in self.authors:
            yield from (*author.name, *author.name_en, *author.affiliation, *author.affiliation_en)
        for pieces in (*self.abstracts.values(), *self.keywords.values()):
            for piece in pieces:
                yield from piece


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
class Mend:
    """A place where the text shown is not the text layer's."""

    line: int
    source: str
    text: str
    reason: Reason

    @property
    def declared(self) -> bool:
        """Whether it is made because mends.toml says so, and not by rule."""
        return self.reason.cause is Cause.DECLARED


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the article, and the line of the text layer on which it begins."""

    label: str
    seen: bool
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article, in reading order. What `enrich` found in it is its `apparatus`."""

    front: Front
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    pages: tuple[Page, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    moves: tuple[Move, ...] = ()
    mends: tuple[Mend, ...] = ()
    problems: tuple[Problem, ...] = ()
    apparatus: Apparatus = field(default_factory=Apparatus)

    def runs(self) -> Iterator[Run]:
        """Every run of the article: front matter, body, notes."""
        yield from self.front.runs()
        for part in (*self.blocks, *self.notes):
            yield from part.runs

    def parts(self, language: str) -> Iterator[tuple[str, Runs]]:
        """The parts to which an apparatus refers, by id, in reading order; `language` is the article's."""
        yield "title", self.front.titles.get(language, ())
        for number, paragraph in enumerate(self.front.abstracts.get(language, ()), start=1):
            yield f"abstract-{number}", paragraph
        for part in (*self.blocks, *self.notes):
            yield part.id, part.runs
