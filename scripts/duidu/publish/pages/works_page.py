"""The page 「引用書目」: the works that are cited, each with every note that does so, and its entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from duidu.annotations import Citation
from duidu.cutting import words_between
from duidu.enrich.citations.latin_names import family_name
from duidu.enrich.collation import SortKey, sort_key
from duidu.enrich.works import Texts, Work, works_of
from duidu.model import ENGLISH, Article
from duidu.publish import tree
from duidu.publish.content import content_of
from duidu.publish.escape import link
from duidu.publish.markdown import Context, inline
from duidu.publish.markdown.context import spoken
from duidu.publish.pages.list_page import list_page
from duidu.publish.pages.page_kinds import WORKS, reading_from
from duidu.publish.reference_links import Placed, address_link, in_latin, language_of_citation, placed
from duidu.publish.regions import Region
from duidu.publish.words import WORDS


def works_page(slug: str, article: Article, language: str) -> str:
    """The Markdown of the page of works cited in `article`, in `language`, works in that one first."""
    words, works, texts = WORDS[language], works_of(article), Texts(article)
    latin = [work for work in works if in_latin(work.citations[0], texts)]
    chinese = [work for work in works if work not in latin]
    page = _Page(article, texts, language, reading_from(slug, article.language, language))
    sections = (
        list(page.section(chinese, words.works_chinese, "chinese", article.language)),
        list(page.section(latin, words.works_latin, "latin", ENGLISH)),
    )
    parts = chain.from_iterable(reversed(sections) if language == ENGLISH else sections)
    lead, count = words.works_lead, len(works)
    return list_page(WORKS, slug, article, language, lead=lead, count=count, parts=parts)


class _Page:
    """What every entry needs of the article and of the page."""

    def __init__(self, article: Article, texts: Texts, language: str, reading: str) -> None:
        self._runs = dict(article.body_parts())
        self._addresses = article.annotations.addresses
        self._texts = texts
        self._chinese = article.language
        self._language = language
        self._reading = reading

    def section(self, works: Iterable[Work], name: str, anchor: str, language: str) -> Iterator[str]:
        """Works in one kind of letters, in the order of `language`."""
        if listed := sorted(works, key=lambda work: self._order(work.citations[0], language)):
            yield f'<section role="doc-bibliography" aria-labelledby="{anchor}" markdown="1">\n'
            yield f"## {name} {{#{anchor}}}\n"
            yield '<ul class="works" markdown="1">\n'
            yield from map(self._entry, listed)
            yield "</ul>\n</section>\n"

    def _order(self, citation: Citation, language: str) -> tuple[SortKey, str, SortKey]:
        """By authors, then year, then title; what has no author stands by its title."""
        texts = self._texts
        authors, title = " ".join(texts.families(citation)), texts[citation.title]
        return sort_key(authors or title, language), texts[citation.year], sort_key(title, language)

    def _entry(self, work: Work) -> str:
        """The work as it stands where it is first cited, and where that is."""
        citation, words = work.citations[0], WORDS[self._language]
        span = citation.span
        runs = words_between(self._runs[span.part], span.start, span.end)
        said = inline(content_of(runs, self._regions(citation)), Context(words))
        names = [(note, words.in_note.format(number=self._texts.label(note))) for note in work.notes]
        names += ((entry, words.in_bibliography) for entry in work.entries)
        notes = words.comma.join(link(name, f"{self._reading}#{part}") for part, name in names)
        language = language_of_citation(citation, self._texts) or self._chinese
        spoken_in = spoken(language if language != self._language else "")
        return (
            f'<li id="{work.id}" markdown="block">\n'
            f"{said}\n{{.work-cited{spoken_in}}}\n\n"
            f"{words.cited_in.format(notes=notes)}\n{{.cited-in}}\n</li>\n"
        )

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
