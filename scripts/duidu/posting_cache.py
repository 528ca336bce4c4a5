"""The posting lists of a site, of which only those of groups with a changed article are made anew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from hashlib import sha256

from duidu.build_cache import BuildCache
from duidu.kept_article import KeptArticle
from duidu.program import program_key
from duidu.publish.search.postings import Lists, groups_of, write_lists
from duidu.workers import Workers

Group = tuple[str, ...]  # slugs


@contextmanager
def posting_lists(
    cache: BuildCache, articles: Mapping[str, KeptArticle], workers: Workers
) -> Iterator[tuple[Lists, ...]]:
    """The lists of each group of these articles, by slug, whose items are in the `cache`; read from there as
    long as the context lasts.

    Raises `DuiduError` if the items of an article cannot be read, `OSError` if lists cannot be written.
    """
    groups = [(group, _key(group, articles)) for group in groups_of(articles)]
    missing = [(group, key) for group, key in groups if not cache.has_group(group[0], key)]
    for _ in workers.map(partial(_make, cache), missing):
        pass
    cache.forget_other_groups(group[0] for group, _ in groups)
    with ExitStack() as opened:
        yield tuple(Lists(opened.enter_context(cache.group(group[0], key))) for group, key in groups)


def _make(cache: BuildCache, group: tuple[Group, bytes]) -> None:
    slugs, key = group
    items = (item for slug in slugs for item in cache.items(slug))
    cache.keep_group(slugs[0], key, write_lists(items))


def _key(group: Group, articles: Mapping[str, KeptArticle]) -> bytes:
    """Another one if the lists of the group would be others: its articles' pages tell."""
    told = (program_key(), [(slug, articles[slug].digests, articles[slug].searched.kinds) for slug in group])
    return sha256(json.dumps(told, sort_keys=True).encode()).digest()
