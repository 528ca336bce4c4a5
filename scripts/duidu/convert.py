"""Articles → their pages: each through the pipeline by itself, and so in any process."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from duidu.digests import digests_of
from duidu.kept_article import KeptArticle
from duidu.model import TRADITIONAL, Paragraph
from duidu.pipeline import Draft, process
from duidu.problems import Code, DuiduError, Problem
from duidu.publish.journal.contribution import Contribution, contribution_of, index_lines_of
from duidu.publish.journal.index_lines import Lines
from duidu.publish.pages.article_entry import entries_of
from duidu.publish.search.instead_files import glossed
from duidu.publish.search.search_files import searched
from duidu.publish.search.search_items import Item
from duidu.settings import UNSAID, Settings
from duidu.workers import ALONE, Workers
from duidu.workspace import read_article


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of an article: what is kept of it, what a search can find in it, what it contributes to the
    pages that tell of all, its lines in the indexes, and its files.

    `files` are paths below `docs/`, and contents. There are none where a finding is an error: then nothing
    may be written.
    """

    article: KeptArticle
    items: tuple[Item, ...] = ()
    contribution: Contribution = field(default_factory=lambda: Contribution(""))
    lines: Lines = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


def convert_articles(
    sources: Sequence[Path],
    journal: Path,
    *,
    simplified: bool,
    settings: Settings = UNSAID,
    workers: Workers = ALONE,
) -> Iterator[Converted]:
    """The articles whose sources are these files, in their order; see `convert_article`."""
    run = partial(convert_article, journal=journal, simplified=simplified, settings=settings)
    return workers.map(run, sources)


def convert_article(
    source: Path, journal: Path, *, simplified: bool, settings: Settings = UNSAID
) -> Converted:
    """The article whose source is the file `source`; without pages in Simplified unless `simplified`.

    `settings` are those of the site. The file `journal`, if it is there, says what holds for all articles. It
    and the article.toml may leave out Simplified too. Whatever is wrong with it, and were it a fault of duidu
    itself, is among its findings, so that no article holds up another.
    """
    try:
        return _converted(process(read_article(source, journal), simplified=simplified, settings=settings))
    except DuiduError as error:
        return Converted(KeptArticle(source.parent.name, error.file, error.problems))
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__} in {Path(where.filename).name}, line {where.lineno}: {error}"
        return Converted(
            KeptArticle(source.parent.name, str(source), (Problem.at(Code.PROGRAM_FAILED, reason=reason),))
        )


def _converted(draft: Draft) -> Converted:
    article = KeptArticle(draft.slug, draft.file, draft.problems)
    if draft.errors:
        return Converted(article)
    work = {edition.language: edition for edition in draft.editions}
    kept = replace(
        article,
        counts=_counts(draft),
        entries=entries_of(draft.slug, work),
        glosses=tuple(glossed(work[TRADITIONAL].article)),
        searched=searched(draft.items),
        digests=digests_of(draft.pages),
    )
    lines = index_lines_of(draft.slug, work)
    return Converted(kept, draft.items, contribution_of(draft.slug, work, lines), lines, draft.pages)


def _counts(draft: Draft) -> dict[str, int]:
    article, ledger = draft.article, draft.ledger
    return {
        "pages": len(article.pages),
        "paragraphs": sum(isinstance(block, Paragraph) for block in article.blocks),
        "notes": len(article.notes),
        "pieces moved": len(article.moves),
        "places corrected": len(article.corrections),
        "characters": ledger.source_characters,
        "in the text": ledger.placed,
        "set aside": ledger.set_aside,
        "lost": ledger.source_characters - ledger.placed - ledger.set_aside,
    }
