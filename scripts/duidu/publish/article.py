"""Everything that is published of one article, whatever others there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from duidu.digests import digests_of
from duidu.publish.citing.citation_files import citation_files
from duidu.publish.editions import Edition, by_slug, original_of
from duidu.publish.markdown.context import PICTURES
from duidu.publish.offline import kept_list
from duidu.publish.pages.page_kinds import pdf_path
from duidu.publish.pages.site_pages import article_pages
from duidu.publish.search.search_files import article_search_files
from duidu.publish.search.search_items import Item


def article_files(
    editions: Sequence[Edition],
    items: Sequence[Item],
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    pdf: bytes | None = None,
) -> dict[str, bytes]:
    """The files of the article of which these are the editions, and the `items` that a search can find.

    `pictures` are those of its figures, by the names that these have for them. Its `pdf` is among the files
    if the editor says so. They are given as paths below `docs/`, and contents.
    """
    ((slug, work),) = by_slug(editions).items()
    files = {path: page.encode() for path, page in article_pages(slug, work).items()}
    original = original_of(work)
    folder = original.folder
    files |= {f"{folder}/{PICTURES}{name}": picture for name, picture in pictures.items()}
    if pdf is not None and original.metadata.publish_source:
        files[pdf_path(slug, original.language)] = pdf
    files |= citation_files(editions) | article_search_files(slug, items)
    return files | kept_list(digests_of(files), slug)
