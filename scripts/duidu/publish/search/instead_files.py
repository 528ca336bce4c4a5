"""What the browser needs only where a search finds nothing: `search/instead/names.json`.

That is a list of rows: names of one person, place or thing, of which one at least is on the site. What the
dialog offers besides (a shorter question, another spelling) it finds in the files of the search itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from duidu.enrich.fold import fold
from duidu.enrich.works import texts_of
from duidu.model import Article
from duidu.publish.search.name_table import NameRow, joined
from duidu.publish.search.search_items import Item

NAMES = "search/instead/names.json"
_LONGEST = 60  # characters of a name; what is longer is a title, or the words of a law


def instead_files(
    items: Iterable[Item] | None, glosses: Sequence[NameRow], table: Iterable[NameRow]
) -> dict[str, bytes]:
    """The file for the `items` of all articles, by the `table` of names and the `glosses` of the articles.

    Where there is too much text (None), the table is taken whole, and of the glosses only those of its names:
    so the file stays small, however many articles there are.
    """
    rows = list(joined(table))
    known = list(_of_known(glosses, rows))
    if items is not None:
        text = "\n".join(fold(item.text) for item in items)
        rows = [row for row in rows if any(fold(name) in text for name in row)]
        known += glosses
    rows = list(joined([*rows, *known]))
    return {NAMES: json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"}


def glossed(article: Article) -> Iterator[NameRow]:
    """The terms of `article`: each with what it is glossed with."""
    texts = texts_of(article)
    for term in article.annotations.terms:
        for gloss in term.glosses:
            row = (texts[span] for span in (gloss.chinese, gloss.foreign, gloss.abbreviation) if span)
            yield tuple(name for name in row if len(name) <= _LONGEST)


def _of_known(glosses: Iterable[NameRow], rows: Iterable[NameRow]) -> Iterator[NameRow]:
    """Those of `glosses` that end in a name of `rows`, with it: Margaret Thatcher, with Thatcher."""
    known = {fold(name): name for row in rows for name in row if name[0].isascii()}
    for gloss in glosses:
        for name in gloss[1:]:
            words = fold(name).split(" ")
            ends = (" ".join(words[start:]) for start in range(len(words)))
            yield from ((known[end], *gloss) for end in ends if end in known)
