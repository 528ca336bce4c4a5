"""One article, from its own files to its own pages: named stages in their order, each a pure function.

What becomes of an article depends on its files and the program alone: no stage opens a file, and none knows
of other articles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from duidu.check import Ledger, check_invariants, check_shapes, make_ledger
from duidu.correct import apply_corrections
from duidu.corrections import DeclaredCorrection, parse_corrections
from duidu.declared_front import apply_front
from duidu.enrich.annotate import annotate
from duidu.enrich.direction import away_from
from duidu.metadata import Metadata, parse_journal, parse_metadata
from duidu.model import TRADITIONAL, Article, Front
from duidu.plausibility import find_doubts, find_page_doubts
from duidu.problems import Code, DuiduError, Problem
from duidu.recover import recover
from duidu.settings import UNSAID, Settings
from duidu.sources.decode import decode
from duidu.sources.detect import Kind, detect
from duidu.sources.printed import PrintedDocument
from duidu.sources.source import Source, read_source
from duidu.sources.text_layer import TextLayer
from duidu.written_script import find_script_doubts, shares_of, written_in

if TYPE_CHECKING:
    from duidu.publish.editions import Edition
    from duidu.publish.search.search_items import Item

Value = TypeVar("Value")
CORRECTIONS = "corrections.toml"
FORMER_CORRECTIONS = "mends.toml"  # what the file was called until version 0.1


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that an editor has made: its path, as messages name it, and its content."""

    path: Path
    content: bytes


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """All files of one article: its source, what stands beside that, and what its journal says of all.

    Only the source must be there. `printed` is the PDF of an article whose source is a Word file.
    """

    source: SourceFile
    corrections: SourceFile | None = None
    metadata: SourceFile | None = None
    printed: SourceFile | None = None
    journal: SourceFile | None = None

    @property
    def slug(self) -> str:
        """The name of the article's folder, which is part of its address."""
        return self.source.path.parent.name


@dataclass(frozen=True, slots=True)
class Draft:
    """An article on its way: what the stages so far have made of its files.

    `simplified` says whether a text in Traditional is to be published in Simplified too, where article.toml
    does not forbid it, and `settings` what the project says of its site. `printed` are the pages of the PDF
    beside a Word file.
    `editions` are the article in each script, `items` what a search can find in it, `pages` what is
    published of it: paths below `docs/`, and contents.
    """

    files: ArticleFiles
    simplified: bool = True
    settings: Settings = UNSAID
    source: Source = field(default_factory=lambda: TextLayer(""))
    printed: PrintedDocument | None = None
    corrections: tuple[DeclaredCorrection, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    article: Article = field(default_factory=lambda: Article(Front(), (), ()))
    ledger: Ledger = field(default_factory=lambda: Ledger(0, 0, 0))
    editions: tuple[Edition, ...] = ()
    items: tuple[Item, ...] = ()
    pages: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def slug(self) -> str:
        """The name under which it is published."""
        return self.files.slug

    @property
    def file(self) -> str:
        """The source, as messages name it."""
        return str(self.files.source.path)

    @property
    def pdf(self) -> bytes | None:
        """The PDF of the article, which is its source or stands beside it."""
        if self.files.printed:
            return self.files.printed.content
        return self.files.source.content if isinstance(self.source, PrintedDocument) else None

    @property
    def text_layer(self) -> bytes | None:
        """The source, if it is a text layer; a document may hold what is nobody's business."""
        return self.files.source.content or None if isinstance(self.source, TextLayer) else None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The findings for which nothing may be published."""
        return tuple(problem for problem in self.problems if problem.code.error)

    def finding(self, *problems: Problem) -> Draft:
        """The draft with more findings, but for those that the editor accepts."""
        placed = (
            replace(problem, place=self.source.place(problem.line)) if problem.line else problem
            for problem in self.metadata.not_accepted(problems)
        )
        return replace(self, problems=(*self.problems, *placed))


def _read(draft: Draft) -> Draft:
    """Bytes → what the file tells, and what the editor says of it."""
    files = draft.files
    read = replace(
        draft,
        source=read_source(files.source.content, draft.file),
        printed=_printed(files),
        corrections=_parsed(files.corrections, parse_corrections) or (),
        metadata=_metadata(files),
    )
    if files.corrections and files.corrections.path.name == FORMER_CORRECTIONS:
        read = read.finding(Problem.at(Code.CORRECTIONS_FORMER_NAME, found=FORMER_CORRECTIONS))
    if read.metadata.publish_source and read.pdf is None:
        read = read.finding(Problem.at(Code.PUBLISH_WITHOUT_PDF))
        read = replace(read, metadata=replace(read.metadata, publish_source=False))
    return read


def _printed(files: ArticleFiles) -> PrintedDocument | None:
    """The pages of the PDF beside the source. Raises `DuiduError` if the two are no Word file and no PDF."""
    if files.printed is None:
        return None
    if [detect(file.content) for file in (files.source, files.printed)] != [Kind.WORD, Kind.PDF]:
        raise DuiduError(
            str(files.source.path.parent),
            Problem.at(Code.SOURCES_SEVERAL, found=f"{files.source.path.name}, {files.printed.path.name}"),
        )
    read = read_source(files.printed.content, str(files.printed.path))
    assert isinstance(read, PrintedDocument)
    return read


def _metadata(files: ArticleFiles) -> Metadata:
    """What the journal says of all its articles, and the editor of this one."""
    journal = _parsed(files.journal, parse_journal) or Metadata()
    return _parsed(files.metadata, partial(parse_metadata, journal=journal)) or journal


def _parsed(file: SourceFile | None, parse: Callable[[str, str], Value]) -> Value | None:
    if file is None:
        return None
    name = str(file.path)
    return parse(decode(file.content, name, "TOML") if file.content.strip() else "", name)


def _recover(draft: Draft) -> Draft:
    """Source → article, by rule, and in which script it is written."""
    if isinstance(draft.source, PrintedDocument):
        from duidu.recover.printed import with_figures  # not needed for others

        draft = replace(draft, source=with_figures(draft.source))
    told = draft.metadata
    article = recover(draft.source, told.first_page, told.last_page, draft.printed)
    shares = shares_of(draft.source.text)
    article = written_in(article, told.script or shares.language)
    return replace(draft, article=article).finding(*find_script_doubts(shares, told))


def _correct(draft: Draft) -> Draft:
    """The article with the front matter and the corrections that the editor declares."""
    article, file = draft.article, draft.files.corrections
    if file is not None:
        article = apply_corrections(article, draft.corrections, str(file.path))
    return replace(draft, article=apply_front(article, draft.metadata.front))


def _check(draft: Draft) -> Draft:
    """Whether every character is there, and what makes it doubtful that the source was understood."""
    source, article = draft.source, draft.article
    found = (
        *check_invariants(source.text, article),
        *find_doubts(source, article),
        *find_page_doubts(article, draft.metadata.first_page, draft.metadata.last_page),
    )
    return replace(draft, ledger=make_ledger(source.text, article)).finding(*found)


def _annotate(draft: Draft) -> Draft:
    """The article with citations, references, terms and dates."""
    article, found = annotate(draft.article)
    return replace(draft, article=article).finding(*found)


def _convert(draft: Draft) -> Draft:
    """The article in each script in which it is to be published: in Traditional always."""
    from duidu.enrich.other_script import (
        convert_article,
        convert_metadata,
        metadata_in,
        unknown_characters,
    )
    from duidu.publish.editions import Edition

    language, metadata = draft.article.language, draft.metadata
    pictures, text_layer = draft.source.pictures, draft.text_layer
    own = metadata_in(metadata, language)
    original = Edition(draft.slug, draft.article, draft.ledger, language, own, pictures, text_layer)
    draft = replace(draft, editions=(original,))
    if language == TRADITIONAL and not (draft.simplified and metadata.simplified):
        return draft
    direction, keep = away_from(language), metadata.keep
    quotes = metadata.converts_quotes(direction.target)
    article = convert_article(draft.article, keep=keep, quotes=quotes)
    other = Edition(
        draft.slug,
        article,
        draft.ledger,
        direction.target,
        convert_metadata(metadata, direction=direction),
        pictures,
        text_layer,
    )
    unknown = unknown_characters(draft.article, keep=keep)
    found = (*unknown, *check_shapes(draft.article, article, direction.target))
    return replace(draft, editions=(original, other)).finding(*found)


def _publish(draft: Draft) -> Draft:
    """Its pages, its files for reference managers, and those from which the browser searches it."""
    from duidu.citation_gaps import find_gaps
    from duidu.publish.article import article_files
    from duidu.publish.citing.record import record_of
    from duidu.publish.editions import by_slug
    from duidu.publish.search.search_items import editions_items

    original = draft.editions[0]
    gaps = find_gaps(record_of(draft.slug, original.article, draft.metadata, original.language))
    items = editions_items(draft.slug, by_slug(draft.editions)[draft.slug])
    pages = article_files(draft.editions, items, draft.pdf, draft.settings)
    return replace(draft, items=items, pages=pages).finding(*gaps)


class Stage(NamedTuple):
    """A step of the way, by name."""

    name: str
    run: Callable[[Draft], Draft]


# The last two load what they need themselves, so that `duidu model` starts fast.
STAGES = (
    Stage("read", _read),
    Stage("recover", _recover),
    Stage("correct", _correct),
    Stage("check", _check),
    Stage("annotate", _annotate),
    Stage("convert", _convert),
    Stage("publish", _publish),
)


def process(
    files: ArticleFiles,
    *,
    until: str = "publish",
    simplified: bool = True,
    settings: Settings = UNSAID,
) -> Draft:
    """What becomes of an article's files, up to the stage `until`.

    It goes no further than the stage that finds an error: where notes are lost, what refers to them would
    be reported too. Raises `DuiduError` if a file cannot be used.
    """
    return carry_on(Draft(files, simplified, settings), until=until)


def carry_on(draft: Draft, *, after: str = "", until: str = "publish") -> Draft:
    """What becomes of `draft`, for which all was done up to the stage `after`, as `process` tells."""
    names = ["", *(stage.name for stage in STAGES)]
    for stage in STAGES[names.index(after) : names.index(until)]:
        draft = stage.run(draft)
        if draft.errors:
            break
    return draft
