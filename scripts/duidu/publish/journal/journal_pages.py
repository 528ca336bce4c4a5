"""Articles → the pages that tell of many: the home pages, the issues, the indexes.

How many articles there are shows in the number of pages, not in what one page carries.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from duidu.enrich.collation import OTHER
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL
from duidu.publish.alternates import address, alternates_of
from duidu.publish.escape import Value, add_front_matter, escape
from duidu.publish.journal.cited_within import citing
from duidu.publish.journal.contribution import Contribution
from duidu.publish.journal.home import MOST_AT_HOME, home_body
from duidu.publish.journal.index_lines import LinesOf, filed
from duidu.publish.journal.index_pages import Index, Shown, index_pages
from duidu.publish.journal.issue_page import issue_page
from duidu.publish.journal.issues import Arrangement, Issue, arrange
from duidu.publish.journal.left_out import left_out_line, whole_language
from duidu.publish.journal.site_kinds import (
    CITED_INDEX,
    INDEXES,
    ISSUE_INDEX,
    LINE_INDEXES,
    TITLE_INDEX,
    issue_file,
)
from duidu.publish.pages.article_entry import Entries, Entry
from duidu.publish.pages.headings_page import headings_page, many_headings_page
from duidu.publish.pages.home_page import home_page
from duidu.publish.pages.page_kinds import HEADINGS, READING, WORKS, PageKind, home_file
from duidu.publish.periods import decade_of
from duidu.publish.words import WORDS, Words
from duidu.settings import UNSAID, Settings

_LANGUAGES = (TRADITIONAL, SIMPLIFIED, ENGLISH)

# Whether the pages of an index, by the path of the first, are those that this program makes by a key.
IsThere = Callable[[str, str], bool]


def journal_pages(
    articles: Mapping[str, Entries],
    contributions: Mapping[str, Contribution],
    lines_of: LinesOf,
    settings: Settings = UNSAID,
    *,
    simplified: bool = True,
    is_there: IsThere = lambda first, key: False,
) -> Iterator[tuple[str, str]]:
    """The site's own pages: their paths below `docs/`, and their Markdown; but for those of indexes that are
    there.

    `articles` are the entries of its articles by slug, `contributions` what else is told of them, and
    `lines_of` gives the lines of each in an index. The pages have the site's name from `settings`. A site
    without any article has them in all languages, in Simplified only if that is wanted (`simplified`).
    """
    arrangement, cited = arrange(contributions.values()), _cited_here(contributions)
    sites = []
    for language in _LANGUAGES:
        entries = {slug: each[language] for slug, each in articles.items() if language in each}
        if entries or language != SIMPLIFIED or (simplified and not articles):
            sites.append(_Site(entries, contributions, arrangement, cited, lines_of, settings, language))
    whole = {path for site in sites for path in site.whole()}
    for site in sites:
        yield from site.pages(whole, is_there)


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
    def _indexes(self) -> Sequence[Index]:
        """Those that have a line. A single article has its own lists."""
        return [index for index in INDEXES if self._has(index)] if len(self.entries) > 1 else []

    def _has(self, index: Index) -> bool:
        if index == ISSUE_INDEX:
            return bool(self._issues)
        if index == TITLE_INDEX:
            return len(self.entries) > MOST_AT_HOME
        if index == CITED_INDEX:
            return any(True for _ in self._cited_lines())
        told = (self.contributions[slug].told[self.language] for slug in self.entries)
        return any(index.kind.name in each.indexes for each in told)

    @property
    def _issues(self) -> Mapping[Issue, Sequence[str]]:
        """The issues that have an article here, with these."""
        issues = self.arrangement.issues.items()
        here = ((issue, [slug for slug in slugs if slug in self.entries]) for issue, slugs in issues)
        return {issue: slugs for issue, slugs in here if slugs}

    @property
    def _home(self) -> str:
        return home_file(self.language)

    @property
    def _whole(self) -> str:
        return whole_language(self.contributions.values())

    def whole(self) -> Iterator[str]:
        """The paths of its pages, but for those that are a part of an index."""
        yield self._home
        yield from (
            kind.file_in(self.language) for kind in (HEADINGS, *(each.kind for each in self._indexes))
        )
        yield from (issue_file(self.language, issue.slug) for issue in self._issues)

    def pages(self, whole: Collection[str], is_there: IsThere) -> Iterator[tuple[str, str]]:
        """The home page, that of all headings, and those of issues and indexes, where there are any. They
        are told which pages of other languages, all of which are in `whole`, say the same.
        """
        kinds = [index.kind for index in self._indexes]
        names = [
            [kind.title(self._words), address(kind.file_in(self.language))] for kind in (*kinds, HEADINGS)
        ]
        ways: dict[str, Value] = {"ways": names, "issues": bool(self.arrangement.issues)}

        def told(first: str) -> Mapping[str, Value]:
            return ways | alternates_of(first, whole)

        for index in self._indexes:  # one after the other: the lines of all are too much to hold at once
            first = index.kind.file_in(self.language)
            more = told(first)  # a part of an index has the alternates of its first page, for the switch
            if index in LINE_INDEXES and is_there(first, self._key(index, more)):
                continue
            for path, page in index_pages(index, self._shown(index), self.language, self._words).items():
                yield path, add_front_matter(page, more)
        for path, page in (*self._issue_pages(), (HEADINGS.file_in(self.language), self._headings(kinds))):
            yield path, add_front_matter(page, told(path))
        home = home_page(self._home_body(kinds), self.language, self.settings)
        yield self._home, add_front_matter(home, told(self._home))

    def _home_body(self, kinds: Sequence[PageKind]) -> str | None:
        if not self.contributions:
            return None
        number = len(self.contributions) - len(self.entries)
        way = f"../{home_file(self._whole)}"  # from the folder of a language, which alone leaves out any
        left_out = left_out_line(number, self._words.left_out_home, way, self._words)
        titles = self._shown(TITLE_INDEX)
        return home_body(self.entries, self.arrangement, kinds, titles, self.language, left_out)

    def _headings(self, kinds: Sequence[PageKind]) -> str:
        if len(self.entries) > MOST_AT_HOME:
            return many_headings_page(kinds, self.language)
        return headings_page(self.entries, self.language)

    def _issue_pages(self) -> Iterator[tuple[str, str]]:
        name = self.settings.name_in(self.language) or self._words.name
        for issue, slugs in self._issues.items():
            listed = {slug: self.contributions[slug] for slug in slugs}
            number = len(self.arrangement.issues[issue]) - len(slugs)
            way = f"../../{issue_file(self._whole, issue.slug)}"
            left_out = left_out_line(number, self._words.left_out_issue, way, self._words)
            page = issue_page(issue, listed, self.entries, self.language, name, left_out)
            yield issue_file(self.language, issue.slug), page

    def _shown(self, index: Index) -> Sequence[Shown]:
        """The lines of an index."""
        if index == ISSUE_INDEX:
            return tuple(self._issue_lines())
        if index == TITLE_INDEX:
            return tuple(self._title_lines())
        if index == CITED_INDEX:
            return tuple(self._cited_lines())
        assert index in LINE_INDEXES
        return tuple(self._contributed(index))

    def _contributed(self, index: Index) -> Iterator[Shown]:
        for slug, title, remark in self._contributors():
            for line in self.lines_of(slug, self.language, index.kind.name):
                yield Shown(line, title, remark)

    def _contributors(self) -> Iterator[tuple[str, str, str]]:
        """The articles, those of the newest issue first, each with its title and its issue."""
        issues = {slug: issue for issue, slugs in self.arrangement.issues.items() for slug in slugs}
        for slug in (*issues, *self.arrangement.others):
            if entry := self.entries.get(slug):
                remark = issues[slug].name(self.language) if slug in issues else ""
                yield slug, escape(entry.title), remark

    def _key(self, index: Index, more: Mapping[str, Value]) -> str:
        """Another one if the same program would make other pages of an index: the lines in it are those of
        articles, and `more` is told on all its pages.
        """
        name, language = index.kind.name, self.language
        lines = [
            (*each, self.contributions[each[0]].told[language].indexes.get(name))
            for each in self._contributors()
        ]
        return sha256(json.dumps((name, language, more, lines), sort_keys=True).encode()).hexdigest()

    def _issue_lines(self) -> Iterator[Shown]:
        for place, (issue, slugs) in enumerate(self._issues.items()):
            page, title = issue_file(self.language, issue.slug), issue.title(self.language)
            group = decade_of(issue.listed_year).id if issue.listed_year else OTHER
            line = filed(self.language, issue.slug, title, f"{place:06}", "", group)
            count = self._words.issue_count.format(count=len(slugs))
            yield Shown(line, head_target=page, head_remark=count)

    def _title_lines(self) -> Iterator[Shown]:
        for slug, entry in self.entries.items():
            line = filed(self.language, slug, entry.title, entry.title, "")
            page = READING.path(self.language, slug)
            yield Shown(line, head_target=page, head_remark=entry.authors)

    def _cited_lines(self) -> Iterator[Shown]:
        for cited, slug, work in self.cited:
            if cited in self.entries and slug in self.entries:
                entry, by = self.entries[cited], self.entries[slug]
                title, page = entry.title, READING.path(self.language, cited)
                place = f"{WORKS.path(self.language, slug)}#{work}"
                line = filed(self.language, cited, title, title, place)
                yield Shown(line, escape(by.title), by.authors, page, entry.authors)


def _cited_here(contributions: Mapping[str, Contribution]) -> Sequence[tuple[str, str, str]]:
    identities = {slug: (each.identity, each.year) for slug, each in contributions.items()}
    works = ((slug, cited) for slug, each in contributions.items() for cited in each.cited)
    return tuple(citing(identities, works))
