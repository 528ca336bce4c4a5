"""Everything that is published of one article, whatever others there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duidu.digests import digests_of
from duidu.publish.citing.citation_files import citation_files
from duidu.publish.downloads import downloads_of
from duidu.publish.editions import Edition, by_slug, original_of
from duidu.publish.markdown.context import PICTURES
from duidu.publish.offline import kept_list
from duidu.publish.pages.page_kinds import TEXT_LAYER, pdf_path
from duidu.publish.pages.site_pages import article_pages
from duidu.publish.search.search_files import article_search_files
from duidu.publish.search.search_items import Item
from duidu.settings import UNSAID, Settings


def article_files(
    editions: Sequence[Edition],
    items: Sequence[Item],
    pdf: bytes | None = None,
    settings: Settings = UNSAID,
) -> dict[str, bytes]:
    """The files of the article of which these are the editions, and the `items` that a search can find.

    `settings` are those of the site, of which the files tell that can be taken along. Its `pdf` is among the
    files if the editor says so. They are given as paths below `docs/`, and contents.
    """
    ((slug, work),) = by_slug(editions).items()
    original = original_of(work)
    folder = original.folder
    offered = dict(downloads_of(work, settings))
    work = {tag: replace(edition, downloads=tuple(offered)) for tag, edition in work.items()}
    files = {path: page.encode() for path, page in article_pages(slug, work).items()}
    files |= {f"{folder}/{PICTURES}{name}": picture for name, picture in original.pictures.items()}
    files |= citation_files(editions, settings) | article_search_files(slug, items)
    files |= kept_list(digests_of(files), slug)
    # What is taken along is large, and read elsewhere: a browser need not keep it.
    files |= {f"{folder}/{download.path}": content for download, content in offered.items()}
    if pdf is not None and original.metadata.publish_source:
        files[pdf_path(slug, original.language)] = pdf
    if original.text_layer is not None:
        files[f"{folder}/{TEXT_LAYER}"] = original.text_layer
    return files
