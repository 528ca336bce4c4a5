"""What tells of all articles of a project: home pages, what the search needs, the site's own files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from duidu.content_digest import digests_of
from duidu.kept_article import KeptArticle
from duidu.program import program_key
from duidu.publish.manifest import MANIFEST, own_manifest
from duidu.publish.offline import WORKER, service_worker
from duidu.publish.pages.site_pages import home_pages
from duidu.publish.search.instead_files import instead_files
from duidu.publish.search.name_table import NameRow
from duidu.publish.search.search_files import site_search_files
from duidu.publish.search.search_items import Item
from duidu.settings import Settings


def site_files(
    articles: Mapping[str, KeptArticle],
    items: Mapping[str, Sequence[Item]],
    look: Mapping[str, bytes],
    names: Iterable[NameRow],
    settings: Settings,
    *,
    simplified: bool,
) -> dict[str, bytes]:
    """The files that tell of all `articles`, which are given by slug: paths below docs/, and contents.

    `items` are what the search can find in each, `look` the files that make the look of the site, `names`
    the table of names of one person, place or thing.
    """
    entries = {slug: article.entries for slug, article in articles.items()}
    homes = home_pages(entries, settings, simplified=simplified)
    files = {path: page.encode() for path, page in homes.items()}
    every = [item for each in items.values() for item in each]
    glosses = [row for article in articles.values() for row in article.glosses]
    files |= site_search_files(items) | instead_files(every, glosses, names)
    files |= own_manifest(look[MANIFEST], settings)
    digests = {path: digest for article in articles.values() for path, digest in article.digests.items()}
    return files | {WORKER: service_worker(digests | digests_of({**look, **files}))}


def site_key(
    articles: Mapping[str, KeptArticle],
    look: Mapping[str, bytes],
    names: Iterable[NameRow],
    *,
    simplified: bool,
) -> str:
    """Another one if `site_files` would give others; the settings are part of the look."""
    pages = {slug: article.digests for slug, article in articles.items()}
    told = (program_key(), simplified, pages, digests_of(look), list(names))
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
