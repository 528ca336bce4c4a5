"""Everything that is published of one article, whatever others there are."""

from __future__ import annotations

from collections.abc import Sequence

from duidu.publish.citing.citation_files import citation_files
from duidu.publish.editions import Edition, by_slug
from duidu.publish.pages.site_pages import article_pages
from duidu.publish.search.search_files import article_search_files
from duidu.publish.search.search_items import Item


def article_files(editions: Sequence[Edition], items: Sequence[Item]) -> dict[str, bytes]:
    """The files of the article of which these are the editions, and the `items` that a search can find.

    They are given as paths below `docs/`, and contents.
    """
    ((slug, work),) = by_slug(editions).items()
    pages = {path: page.encode() for path, page in article_pages(slug, work).items()}
    return pages | citation_files(editions) | article_search_files(slug, items)
