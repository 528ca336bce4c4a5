"""Items → the files from which the browser searches, below `search/`.

    site.json     the articles of the site, and the table with which text and query are folded
    SLUG.json     the items of an article, and the alphabet of its text
    SLUG.txt      its text, packed; `.txt` since servers compress what they take for text
    grams/N.txt   of a site with much text, what is in which item (`postings`)

`site.json` has `articles`, in the order in which their items are numbered, the sizes of their `groups`, in
articles, and how many `shards` there are: files of posting lists.

What is needed only where a search finds nothing is made by `instead_files`.

How they are read is in `theme/assets/search/`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from duidu.enrich.fold import fold_character, fold_groups, plainly_simplified
from duidu.publish.editions import Edition, by_slug
from duidu.publish.search.packing import alphabet_of, pack, steps
from duidu.publish.search.postings import Lists, groups_of, shard_count, shards_of, write_lists
from duidu.publish.search.search_items import Item, editions_items

FOLDER = "search"
SITE = "site"
MOST_AT_ONCE = 75_000  # characters; a browser loads the texts of a site with no more, all of them
_BETWEEN = "\n"  # items, which have none


def search_files(editions: Iterable[Edition]) -> dict[str, bytes]:
    """The files for the articles of which these are the editions: paths below `docs/`, and contents."""
    return item_files({slug: editions_items(slug, work) for slug, work in by_slug(editions).items()})


@dataclass(frozen=True, slots=True)
class Searched:
    """What a site says of an article for the search: the kinds of its items, a letter each, whether it is
    there in Simplified, how many characters its texts have, and which, in Unicode's order.
    """

    kinds: str = ""
    simplified: bool = False
    length: int = 0
    characters: str = ""


def searched(items: Sequence[Item]) -> Searched:
    """What there is to say of an article with these items."""
    return Searched(
        "".join(item.kind for item in items),
        any(item.simplified is not None for item in items),
        sum(len(item.text) for item in items),
        "".join(sorted({sign for item in items for sign in item.text + (item.simplified or "")})),
    )


def is_much(articles: Iterable[Searched]) -> bool:
    """Whether the texts of these are more than a browser should load at once."""
    return sum(article.length for article in articles) > MOST_AT_ONCE


def item_files(articles: Mapping[str, Sequence[Item]]) -> dict[str, bytes]:
    """The files for the items of `articles`, which are given by slug."""
    known = {slug: searched(items) for slug, items in articles.items()}
    groups = [[item for slug in group for item in articles[slug]] for group in groups_of(articles)]
    lists = [Lists(BytesIO(write_lists(items))) for items in groups] if is_much(known.values()) else []
    count = shard_count(lists)
    files = site_search_files(known, count)
    for slug, items in articles.items():
        files |= article_search_files(slug, items)
    return files | {gram_file(n): shard for n, shard in enumerate(shards_of(lists, count))}


def gram_file(number: int) -> str:
    """The file of posting lists of this number."""
    return f"{FOLDER}/grams/{number}.txt"


def article_search_files(slug: str, items: Sequence[Item]) -> dict[str, bytes]:
    """The files for the items of one article."""
    text = _BETWEEN.join(item.text for item in items)
    alphabet = alphabet_of(text)
    return {
        f"{FOLDER}/{slug}.json": _json(_described(items, alphabet)),
        f"{FOLDER}/{slug}.txt": pack(text, alphabet),
    }


def site_search_files(articles: Mapping[str, Searched], shards: int = 0) -> dict[str, bytes]:
    """The file that tells of all `articles`, by slug, of which there are so many `shards`."""
    characters = {_BETWEEN}.union(*(article.characters for article in articles.values()))
    site = {
        "fold": written(fold_groups("".join(map(fold_character, sorted(characters))))),
        "articles": [
            {"slug": slug, "kinds": article.kinds, "simplified": article.simplified}
            for slug, article in articles.items()
        ],
        "shards": shards,
    } | ({"groups": list(map(len, groups_of(articles)))} if shards else {})
    return {f"{FOLDER}/{SITE}.json": _json(site)}


def _described(items: Sequence[Item], alphabet: str) -> dict[str, object]:
    """What there is to know of an article's items besides their text.

    `items` are rows: the id, the pages on which it stands, and where its Simplified text is not what the
    browser makes of the other, if anywhere. `labels` are those of notes whose ids do not end in them.
    """
    rows = [[item.id, item.pages, *filter(None, [_told(item)])] for item in items]
    labels = {item.id: item.label for item in items if item.label and item.id != f"note-{item.label}"}
    return {"alphabet": steps(alphabet), "items": rows} | ({"labels": labels} if labels else {})


def _told(item: Item) -> str:
    """The characters of the Simplified text that are to be told, each after how many others: 「8着120“」."""
    plain = plainly_simplified(item.text)
    if item.simplified in (None, plain):
        return ""
    told, passed = "", 0
    for before, after in zip(plain, item.simplified, strict=True):
        if before == after:
            passed += 1
        else:
            told, passed = f"{told}{passed}{after}", 0
    return told


def written(groups: Iterable[str]) -> str:
    """The table of folding: of each group how far on its first character is, and the others."""
    return "".join(
        f"{ord(group[0]) - ord(before[0])}{group[1:]}" for before, group in pairwise(("\0", *groups))
    )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
