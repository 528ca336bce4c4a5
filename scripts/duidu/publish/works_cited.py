"""The works that an article cites, as they are listed: by letters and author, with what cites each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from duidu.annotations import Citation
from duidu.cutting import words_between
from duidu.enrich.citations.latin_names import family_name
from duidu.enrich.collation import sort_key
from duidu.enrich.works import Texts, Work, texts_of, works_of
from duidu.model import ENGLISH, Article
from duidu.publish import tree
from duidu.publish.content import content_of
from duidu.publish.reference_links import Placed, address_link, in_latin, language_of_citation, placed
from duidu.publish.regions import Region
from duidu.publish.words import WORDS
from duidu.remembered import remembered


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work as it stands where it is first cited: its entry, and its `language` if that is not the text's.

    `places` are the parts that cite it: the id of each, and what readers call it.
    """

    work: Work
    content: tree.Content
    language: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WorkList:
    """Works in one kind of letters, under their `heading`, which has the id `anchor`."""

    anchor: str
    heading: str
    works: tuple[CitedWork, ...]


@remembered
def works_cited(article: Article, language: str) -> tuple[WorkList, ...]:
    """The lists of the works cited in `article`, for readers of `language`: works in that one first."""
    words, works, texts = WORDS[language], works_of(article), texts_of(article)
    latin = [work for work in works if in_latin(work.citations[0], texts)]
    chinese = [work for work in works if work not in latin]
    lister = _Lister(article, texts, language)
    lists = (
        WorkList("chinese", words.works_chinese, lister.listed(chinese, article.language)),
        WorkList("latin", words.works_latin, lister.listed(latin, ENGLISH)),
    )
    return tuple(each for each in (reversed(lists) if language == ENGLISH else lists) if each.works)


class _Lister:
    """What every entry needs of the article."""

    def __init__(self, article: Article, texts: Texts, language: str) -> None:
        self._runs = dict(article.body_parts())
        self._addresses = article.annotations.addresses
        self._texts = texts
        self._words = WORDS[language]

    def listed(self, works: Iterable[Work], language: str) -> tuple[CitedWork, ...]:
        """`works` in the order of `language`."""
        return tuple(
            map(self._entry, sorted(works, key=lambda work: self._order(work.citations[0], language)))
        )

    def _order(self, citation: Citation, language: str) -> tuple[str, str, str]:
        """By authors, then year, then title; what has no author stands by its title."""
        texts = self._texts
        authors, title = " ".join(texts.families(citation)), texts[citation.title]
        return sort_key(authors or title, language), texts[citation.year], sort_key(title, language)

    def _entry(self, work: Work) -> CitedWork:
        citation, words = work.citations[0], self._words
        span = citation.span
        runs = words_between(self._runs[span.part], span.start, span.end)
        content = content_of(runs, self._regions(citation))
        places = [(note, words.in_note.format(number=self._texts.label(note))) for note in work.notes]
        places += ((entry, words.in_bibliography) for entry in work.entries)
        return CitedWork(work, content, language_of_citation(citation, self._texts), tuple(places))

    def _regions(self, citation: Citation) -> Iterator[Region]:
        """What is to be seen at a glance, as print sets it: the family name, the book or the journal."""
        start = citation.span.start
        for _, region in self._marks(citation):
            yield replace(region, start=region.start - start, end=region.end - start)

    def _marks(self, citation: Citation) -> Iterator[Placed]:
        for author in citation.authors[:1]:
            if author.part == citation.span.part:
                family = len(family_name(self._texts[author]))
                yield placed(replace(author, start=author.end - family), tree.FamilyName())
        whole = citation.container or citation.title
        if whole and in_latin(citation, self._texts) and not citation.url:
            yield placed(whole, tree.BookTitle())
        yield from (address_link(each, self._texts) for each in self._addresses if each.within(citation.span))
