"""Who in a journal cites whom: an article that a citation surely means.

Sure is what the reader of a catalogue would take for the same: the title letter for letter, every author
that the citation names, and the year or the journal; and nothing of these may contradict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from duidu.enrich.citations.latin_names import family_name
from duidu.enrich.levelled import level
from duidu.enrich.works import folded, texts_of, works_of
from duidu.model import TRADITIONAL, plain
from duidu.publish.editions import Editions, original_of

_SHORTEST_TITLE = 4  # letters: 導論 and “Notes” are titles of many


class Identity(NamedTuple):
    """By what an article is known to those who cite it, all folded: its titles, the family names of its
    authors, and the names of its journal.
    """

    titles: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    journals: tuple[str, ...] = ()


class Cited(NamedTuple):
    """A work that an article cites, folded in the same way; `id` is its own on the page of works cited."""

    title: str
    families: tuple[str, ...]
    year: str
    container: str
    id: str


def identity_of(work: Editions) -> Identity:
    """That of the article of which `work` are the editions, in Traditional and in English."""
    article, metadata = work[TRADITIONAL].article, work[TRADITIONAL].metadata
    names = [form for each in article.front.authors for form in (plain(each.name), plain(each.name_en))]
    journals = (metadata.journal, original_of(work).metadata.journal, metadata.journal_en)
    return Identity(
        _all(folded(plain(title)) for title in article.front.titles.values()),
        _all(_family(name) for name in names),
        _all(map(folded, journals)),
    )


def cited_of(work: Editions) -> Iterator[Cited]:
    """The works that it cites, each by its first citation."""
    article = work[TRADITIONAL].article
    texts = texts_of(article)
    for each in works_of(article):
        citation = each.citations[0]
        yield Cited(
            folded(texts[citation.title]),
            tuple(map(_family, texts.names(citation))),
            texts[citation.year],
            folded(texts[citation.container]),
            each.id,
        )


def means(cited: Cited, identity: Identity, year: int) -> bool:
    """Whether `cited` is surely the article of this `identity`, which appeared in `year` (0 if unknown)."""
    if len(cited.title) < _SHORTEST_TITLE or cited.title not in identity.titles:
        return False
    if not cited.families or not {*cited.families} <= {*identity.families}:
        return False
    agreeing = (
        cited.year == str(year) if cited.year and year else None,
        cited.container in identity.journals if cited.container and identity.journals else None,
    )
    return True in agreeing and False not in agreeing


def citing(
    identities: Mapping[str, tuple[Identity, int]], works: Iterable[tuple[str, Cited]]
) -> Iterator[tuple[str, str, str]]:
    """Slug of the article that is cited, slug of the one that cites it, and id of the work there.

    `identities` are those of the articles by slug, with their years; `works` what each article cites.
    """
    by_title: dict[str, list[str]] = {}
    for slug, (identity, _) in identities.items():
        for title in identity.titles:
            by_title.setdefault(title, []).append(slug)
    for slug, cited in works:
        found = [one for one in by_title.get(cited.title, ()) if means(cited, *identities[one])]
        if len(found) == 1 and found != [slug]:
            yield found[0], slug, cited.id


def _family(name: str) -> str:
    return level(family_name(name)).casefold()


def _all(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
