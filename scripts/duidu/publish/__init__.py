"""Article → files of the site. Nothing here opens a file: `site_pages` gives paths and their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duidu.model import TRADITIONAL, Article
from duidu.publish.about import Ledger, about_page
from duidu.publish.home import home_page
from duidu.publish.reading import reading_page

__all__ = ["Edition", "Ledger", "site_pages"]


@dataclass(frozen=True, slots=True)
class Edition:
    """An article as the site publishes it: in one language, under `slug`, its characters accounted for."""

    slug: str
    article: Article
    ledger: Ledger
    language: str = TRADITIONAL

    @property
    def folder(self) -> str:
        """Where its pages stand, as a path below the site's root."""
        return f"{self.language.lower()}/{self.slug}"


def site_pages(editions: Sequence[Edition]) -> dict[str, str]:
    """Every page made from `editions`: its path below `docs/`, and its Markdown."""
    listed = {edition.slug: edition.article for edition in editions if edition.language == TRADITIONAL}
    pages = {"index.md": home_page(listed, TRADITIONAL)}
    for edition in editions:
        pages |= edition_pages(edition)
    return pages


def edition_pages(edition: Edition) -> dict[str, str]:
    """The pages of one edition."""
    slug, article, language = edition.slug, edition.article, edition.language
    return {
        f"{edition.folder}/index.md": reading_page(slug, article, language),
        f"{edition.folder}/about.md": about_page(slug, article, edition.ledger, language),
    }
