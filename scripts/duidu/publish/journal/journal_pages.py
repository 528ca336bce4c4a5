"""Articles → the pages that tell of many: the home pages, the issues, the indexes.

How many articles there are shows in the number of pages, not in what one page carries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from duidu.enrich.collation import OTHER
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL
from duidu.publish.alternates import address, alternates_of
from duidu.publish.escape import Value, add_front_matter, escape
from duidu.publish.journal.cited_within import citing
from duidu.publish.journal.contribution import Contribution
from duidu.publish.journal.home import MOST_AT_HOME, home_body
from duidu.publish.journal.index_lines import Line, LinesOf, filed
from duidu.publish.journal.index_pages import Index, Shown, index_pages
from duidu.publish.journal.issue_page import issue_page
from duidu.publish.journal.issues import Arrangement, arrange
from duidu.publish.journal.site_kinds import (
    CITED_HERE,
    CITED_INDEX,
    INDEXES,
    ISSUE_INDEX,
    ISSUES,
    LINE_INDEXES,
    TITLE_INDEX,
    TITLES,
    issue_file,
)
from duidu.publish.pages.article_entry import Entries, Entry
from duidu.publish.pages.headings_page import headings_page, many_headings_page
from duidu.publish.pages.home_page import home_page
from duidu.publish.pages.page_kinds import HEADINGS, HOME, READING, WORKS, PageKind
from duidu.publish.periods import decade_of
from duidu.publish.words import WORDS, Words
from duidu.settings import UNSAID, Settings

_LANGUAGES = (TRADITIONAL, SIMPLIFIED, ENGLISH)


def journal_pages(
    articles: Mapping[str, Entries],
    contributions: Mapping[str, Contribution],
    lines_of: LinesOf,
    settings: Settings = UNSAID,
    *,
    simplified: bool = True,
) -> Iterator[tuple[str, str]]:
    """The site's own pages: their paths below `docs/`, and their Markdown.

    `articles` are the entries of its articles by slug, `contributions` what else is told of them, and
    `lines_of` gives the lines of each in an index. The pages have the site's name from `settings`. A site
    without any article has them in all languages, in Simplified only if that is wanted (`simplified`).
    """
    arrangement, cited = arrange(contributions.values()), _cited_here(contributions)
    pages: dict[str, str] = {}
    for language in _LANGUAGES:
        entries = {slug: each[language] for slug, each in articles.items() if language in each}
        if entries or language != SIMPLIFIED or (simplified and not articles):
            site = _Site(entries, contributions, arrangement, cited, lines_of, settings, language)
            pages |= site.pages(bare=not articles)
    parts = {path for path, page in pages.items() if _is_part(path, page, pages)}
    whole = {*pages} - parts
    for path in list(pages):  # each is given away, since all are too much to hold twice
        # A part of an index has the alternates of its first page, for the switch.
        told = alternates_of(_first(path), whole) if path in parts else alternates_of(path, whole)
        yield path, add_front_matter(pages.pop(path), told)


def _is_part(path: str, page: str, pages: Collection[str]) -> bool:
    return _first(path) in pages and "\npart: true\n" in page


def _first(part: str) -> str:
    """The first page of the index of which this is a part."""
    return f"{part.rpartition('/')[0]}.md"


@dataclass(frozen=True, slots=True)
class _Site:
    """A site in one language: the entries of its articles there, and what is known of all.

    `cited` are slug of the article that is cited, slug of the one that does so, and id of the work there.
    The lines of one index are held at a time.
    """

    entries: Mapping[str, Entry]
    contributions: Mapping[str, Contribution]
    arrangement: Arrangement
    cited: Sequence[tuple[str, str, str]]
    lines_of: LinesOf
    settings: Settings
    language: str

    @property
    def _words(self) -> Words:
        return WORDS[self.language]

    @property
    def _folder(self) -> str:
        return f"{self.language.lower()}/"

    def pages(self, *, bare: bool) -> dict[str, str]:
        """The home page, that of all headings, and those of issues and indexes, where there are any."""
        language, words = self.language, self._words
        made = {index: index_pages(index, self._shown(index), language, words) for index in INDEXES}
        indexes = [index for index, pages in made.items() if pages]
        pages = {HEADINGS.file_in(self.language): self._headings(indexes)}
        pages |= dict(chain.from_iterable(made[index].items() for index in indexes))
        pages |= dict(self._issues())
        body = self._home_body(indexes) if self.entries else None
        home = "" if self.language == TRADITIONAL else self._folder  # that of the site
        pages[f"{home}{HOME.file}"] = home_page(body, self.language, self.settings, bare=bare)
        kinds = [*(index.kind for index in indexes), HEADINGS]
        ways: Value = [[kind.title(self._words), address(kind.file_in(self.language))] for kind in kinds]
        told: dict[str, Value] = {"ways": ways, "issues": bool(self.arrangement.issues)}
        return {path: add_front_matter(page, told) for path, page in pages.items()}

    def _home_body(self, indexes: Sequence[Index]) -> str:
        kinds, titles = [index.kind for index in indexes], self._shown(TITLE_INDEX)
        return home_body(self.entries, self.arrangement, kinds, titles, self.language)

    def _headings(self, indexes: Sequence[Index]) -> str:
        if len(self.entries) > MOST_AT_HOME:
            return many_headings_page([index.kind for index in indexes], self.language)
        return headings_page(self.entries, self.language)

    def _issues(self) -> Iterator[tuple[str, str]]:
        name = self.settings.name_in(self.language) or self._words.name
        for issue, slugs in self.arrangement.issues.items():
            listed = {slug: self.contributions[slug] for slug in slugs if slug in self.entries}
            if listed:
                page = issue_page(issue, listed, self.entries, self.language, name)
                yield issue_file(self.language, issue.slug), page

    def _shown(self, index: Index) -> Sequence[Shown]:
        """The lines of an index. A single article has its own lists."""
        if len(self.entries) < 2:
            return ()
        if index == ISSUE_INDEX:
            return tuple(self._issue_lines())
        if index == TITLE_INDEX:
            return tuple(self._title_lines()) if self._needs_titles else ()
        if index == CITED_INDEX:
            return tuple(self._cited_lines())
        assert index in LINE_INDEXES
        return tuple(self._contributed(index))

    def _contributed(self, index: Index) -> Iterator[Shown]:
        """The lines of the articles, those of the newest issue first, each with its issue."""
        issues = {slug: issue for issue, slugs in self.arrangement.issues.items() for slug in slugs}
        for slug in (*issues, *self.arrangement.others):
            if entry := self.entries.get(slug):
                title, remark = escape(entry.title), issues[slug].name(self._words) if slug in issues else ""
                for line in self.lines_of(slug, self.language, index.kind.name):
                    yield Shown(line, title, remark)

    @property
    def _needs_titles(self) -> bool:
        return len(self.entries) > MOST_AT_HOME

    def _issue_lines(self) -> Iterator[Shown]:
        for place, (issue, slugs) in enumerate(self.arrangement.issues.items()):
            if count := sum(slug in self.entries for slug in slugs):
                page, group = issue_file(self.language, issue.slug), decade_of(issue.year).id
                title = issue.title(self._words)
                group = group if issue.year else OTHER
                line = self._filed(ISSUES, issue.slug, title, f"{place:06}", group=group)
                yield Shown(line, head_target=page, head_remark=self._words.issue_count.format(count=count))

    def _title_lines(self) -> Iterator[Shown]:
        for slug, entry in self.entries.items():
            line = self._filed(TITLES, slug, entry.title, entry.title)
            page = READING.path(self.language, slug)
            yield Shown(line, head_target=page, head_remark=entry.authors)

    def _cited_lines(self) -> Iterator[Shown]:
        for cited, slug, work in self.cited:
            if {cited, slug} <= {*self.entries}:
                entry, by = self.entries[cited], self.entries[slug]
                title, page = entry.title, READING.path(self.language, cited)
                line = self._filed(CITED_HERE, cited, title, title, f"{self._works_of(slug)}#{work}")
                yield Shown(line, escape(by.title), by.authors, page, entry.authors)

    def _filed(
        self, kind: PageKind, key: str, head: str, order: str, target: str = "", group: str = ""
    ) -> Line:
        return filed(self.language, kind.name, key, head, order, target, group)

    def _works_of(self, slug: str) -> str:
        original = self.contributions[slug].original
        return WORKS.path(original if self.language == ENGLISH else self.language, slug)


def _cited_here(contributions: Mapping[str, Contribution]) -> Sequence[tuple[str, str, str]]:
    identities = {slug: (each.identity, each.year) for slug, each in contributions.items()}
    works = ((slug, cited) for slug, each in contributions.items() for cited in each.cited)
    return tuple(citing(identities, works))
