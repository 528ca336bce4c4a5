"""What tells of all articles of a project: home pages, what the search needs, the site's own files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import PurePosixPath

from duidu.build_cache import BuildCache
from duidu.digests import digest_of, digests_of
from duidu.kept_article import KeptArticle
from duidu.posting_cache import posting_lists
from duidu.program import program_key
from duidu.publish.journal.contribution import Contribution
from duidu.publish.journal.feed import feeds, robots
from duidu.publish.journal.issues import arrange
from duidu.publish.journal.issues_file import issues_file
from duidu.publish.journal.journal_pages import IsThere, journal_pages
from duidu.publish.manifest import MANIFEST, own_manifest
from duidu.publish.offline import WORKER, kept_list, service_worker
from duidu.publish.pages.page_kinds import HEADINGS, HOME
from duidu.publish.search.instead_files import instead_files
from duidu.publish.search.name_table import NameRow
from duidu.publish.search.postings import shard_count, shards_of
from duidu.publish.search.search_files import FOLDER, gram_file, is_much, site_search_files
from duidu.publish.words import WORDS
from duidu.settings import Settings
from duidu.workers import ALONE, Workers
from duidu.workspace import ROBOTS, ROBOTS_MARK


def site_files(
    articles: Mapping[str, KeptArticle],
    cache: BuildCache,
    contributions: Mapping[str, Contribution],
    look: Mapping[str, bytes],
    names: Iterable[NameRow],
    settings: Settings,
    *,
    simplified: bool,
    is_there: IsThere = lambda first, key: False,
    workers: Workers = ALONE,
) -> Iterator[tuple[str, bytes]]:
    """The files that tell of all `articles`, which are given by slug: paths below docs/, and contents; but
    for the pages of indexes that are there.

    What the search can find in each is in the `cache`, `contributions` is what else is told of it; `look` are
    the files that make the look of the site, `names` is the table of names of one person, place or thing.
    They come one after the other, since the posting lists of many articles, which `workers` make, are too
    much to hold at once. Raises `DuiduError` if the cache cannot be read.
    """
    known = {slug: article.searched for slug, article in articles.items()}
    much = is_much(known.values())
    with posting_lists(cache, articles if much else {}, workers) as lists:
        count = shard_count(lists)
        yield from ((gram_file(number), shard) for number, shard in enumerate(shards_of(lists, count)))
    entries = {slug: article.entries for slug, article in articles.items()}
    digests: dict[str, str] = {}
    for path, page in journal_pages(
        entries, contributions, cache.index_lines, settings, simplified=simplified, is_there=is_there
    ):
        yield path, (content := page.encode())
        digests[path] = digest_of(path, content)
    languages = [tag for tag in WORDS if HEADINGS.file_in(tag) in digests]
    more = feeds(entries, contributions, languages, settings)
    if ROBOTS not in look and (said := robots(settings, ROBOTS_MARK)):
        more[ROBOTS] = said
    glosses = [row for article in articles.values() for row in article.glosses]
    items = None if much else (item for slug in articles for item in cache.items(slug))
    search = site_search_files(known, count) | instead_files(items, glosses, names)
    search |= issues_file(arrange(contributions.values()))
    files = {path: text.encode() for path, text in more.items()} | search
    files |= own_manifest(look[MANIFEST], settings) | {WORKER: service_worker(digests_of(look))}
    yield from files.items()
    kept = {path: digest for path, digest in digests.items() if _is_home(path)}
    if not much:
        kept |= digests_of(search) | _searched_at_once(articles.values())
    yield from kept_list(kept).items()


def _is_home(path: str) -> bool:
    """Whether a page is the home page of a language."""
    return PurePosixPath(path).name == HOME.file and path.count("/") <= 1


def _searched_at_once(articles: Iterable[KeptArticle]) -> dict[str, str]:
    """The files of these articles that a search on a site of a few loads."""
    digests = (pair for article in articles for pair in article.digests.items())
    return {path: digest for path, digest in digests if path.startswith(f"{FOLDER}/")}


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
