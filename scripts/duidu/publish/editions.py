"""Editions: an article in one language, ready to be published, with all that a page must know of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from duidu.metadata import Metadata
from duidu.model import TRADITIONAL, Article

if TYPE_CHECKING:
    from duidu.publish.downloads import Download


class Ledger(Protocol):
    """How many characters the text layer has, spaces not counted, and how many of them are shown."""

    @property
    def source_characters(self) -> int:
        """Characters of the text layer."""

    @property
    def placed(self) -> int:
        """Characters that are in the article."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An article as the site publishes it: in one language, under `slug`, its characters accounted for.

    Those of one slug must be the same text, with the same ids: one in `TRADITIONAL`, and perhaps one in
    `SIMPLIFIED`; the one of them in which the work is written is the original. `pictures` are those of its
    figures, by the names that these have for them, `text_layer` is the source, if it is one, for readers who
    check, and `downloads` are the files in which they may take the article along.
    """

    slug: str
    article: Article
    ledger: Ledger
    language: str = TRADITIONAL
    metadata: Metadata = field(default_factory=Metadata)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    text_layer: bytes | None = None
    downloads: tuple[Download, ...] = ()

    @property
    def folder(self) -> str:
        """Where its pages stand, as a path below the site's root."""
        return f"{self.language.lower()}/{self.slug}"


# An article in every language in which it is published.
Editions = Mapping[str, Edition]


def original_of(work: Editions) -> Edition:
    """The edition in the script in which the article of which `work` are the editions is written."""
    return next(edition for edition in work.values() if edition.article.is_original)


def by_slug(editions: Iterable[Edition]) -> dict[str, Editions]:
    """`editions` by slug and language, in the order given."""
    works: dict[str, dict[str, Edition]] = {}
    for edition in editions:
        works.setdefault(edition.slug, {})[edition.language] = edition
    return dict(works)
