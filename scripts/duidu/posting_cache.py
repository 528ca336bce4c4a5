"""The posting lists of a site, of which only those of groups with a changed article are made anew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from hashlib import sha256

from duidu.build_cache import BuildCache
from duidu.kept_article import KeptArticle
from duidu.program import program_key
from duidu.publish.search.postings import Lists, groups_of, write_lists


@contextmanager
def posting_lists(cache: BuildCache, articles: Mapping[str, KeptArticle]) -> Iterator[tuple[Lists, ...]]:
    """The lists of each group of these articles, by slug, whose items are in the `cache`; read from there as
    long as the context lasts.

    Raises `DuiduError` if the items of an article cannot be read, `OSError` if lists cannot be written.
    """
    with ExitStack() as opened:
        groups = {group[0]: _lists(cache, group, articles, opened) for group in groups_of(articles)}
        cache.forget_other_groups(groups)
        yield tuple(groups.values())


def _lists(
    cache: BuildCache, group: tuple[str, ...], articles: Mapping[str, KeptArticle], opened: ExitStack
) -> Lists:
    key = _key(group, articles)
    file = cache.group(group[0], key)
    if file is None:
        items = (item for slug in group for item in cache.items(slug))
        file = cache.keep_group(group[0], key, write_lists(items))
    return Lists(opened.enter_context(file))


def _key(group: tuple[str, ...], articles: Mapping[str, KeptArticle]) -> bytes:
    """Another one if the lists of the group would be others: its articles' pages tell."""
    told = (program_key(), [(slug, articles[slug].digests, articles[slug].searched.kinds) for slug in group])
    return sha256(json.dumps(told, sort_keys=True).encode()).digest()
