"""duidu for programs and notebooks: read an article, convert it, publish it. Nothing is written to disk.

The command does the same: these are its own steps (`pipeline`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from duidu.check import Ledger, make_ledger
from duidu.metadata import Metadata
from duidu.model import Article
from duidu.pipeline import ArticleFiles, Draft, SourceFile, carry_on, process
from duidu.problems import DuiduError, Problem
from duidu.settings import UNSAID, Settings
from duidu.sources.document import Document
from duidu.sources.text_layer import TextLayer
from duidu.workspace import read_article

__all__ = [
    "Article", "Draft", "DuiduError", "Metadata", "Problem", "Settings",
    "convert", "examine", "publish", "read",
]  # fmt: skip


def read(path: str | Path) -> Article:
    """The article in the file `path`: a Word document, a PDF or a text layer.

    What stands beside it counts too: article.toml, corrections.toml, and source.pdf beside source.docx.
    `problems` of the article are all that was found, errors among them. Raises `DuiduError` if a file
    cannot be used.
    """
    found = examine(path)
    return replace(found.article, problems=found.problems)


def examine(path: str | Path) -> Draft:
    """All that is known of the article in the file `path`, besides the `article` itself.

    `metadata` is what article.toml says, `problems` what was found, `ledger` where each character of the
    source went, `source` what the file itself tells, with its `pictures`. Raises `DuiduError` as `read` does.
    """
    return process(read_article(Path(path)), until="annotate")


def convert(article: Article, *, keep: Sequence[str] = (), quotes: bool = True) -> Article:
    """`article` in the other script: of one written in Traditional characters in Simplified, or the reverse.

    Phrases in `keep` are not converted, and `quotes` says whether quotation marks are. An article that was
    converted comes back as it was written.
    """
    from duidu.enrich.other_script import convert_article, restore  # slow to load

    return convert_article(article, keep=keep, quotes=quotes) if article.is_original else restore(article)


def publish(
    article: Article,
    slug: str = "article",
    *,
    metadata: Metadata | None = None,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    text_layer: bytes = b"",
    settings: Settings = UNSAID,
    simplified: bool = True,
) -> dict[str, bytes]:
    """The files that `article` has on a site: paths below docs/, and contents.

    They are its pages in both scripts (in Simplified only if `simplified`) and in English, its files for
    reference managers, and what a search needs. `slug` is its name in addresses, `metadata` says where it
    appeared, `pictures` are those of its figures (`examine(path).source.pictures`), `text_layer` is its
    source, if that is one, to which the page about the text leads, and `settings` say what the site is called
    and where it stands. Raises `DuiduError` if the slug cannot be part of an address, or if a problem of the
    article is an error.
    """
    from duidu.slugs import check_slug  # it knows the names of pages, which are slow to load

    if problem := check_slug(slug):
        raise DuiduError(slug, problem)
    original = article if article.is_original else convert(article)
    # The lines of a document have names; a text layer, whose lines have none, has no pictures.
    source = Document((), article.places, (), pictures=pictures) if article.places else TextLayer("")
    draft = Draft(
        ArticleFiles(SourceFile(Path(slug) / "source", text_layer)),
        simplified,
        settings,
        source,
        metadata=replace(metadata or Metadata(), publish_source=False),
        article=original,
        ledger=_ledger(original),
        problems=article.problems,
    )
    if not draft.errors:
        draft = carry_on(draft, after="annotate")
    if draft.errors:
        raise DuiduError(slug, *draft.errors)
    return dict(draft.pages)


def _ledger(article: Article) -> Ledger:
    """Where the characters of the article's source went, which is proved when it is read."""
    counted = make_ledger("", article)
    return replace(counted, source_characters=counted.placed + counted.set_aside)
