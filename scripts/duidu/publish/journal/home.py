"""The articles on the home page: all by issue or by title while they are few, else the ways to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from duidu.enrich.collation import sort_key
from duidu.model import TRADITIONAL
from duidu.publish.escape import attribute, dotted, escape, link
from duidu.publish.journal.index_pages import Shown, group_links
from duidu.publish.journal.issues import Arrangement
from duidu.publish.journal.site_kinds import ISSUES, TITLE_INDEX
from duidu.publish.pages.article_entry import Entry
from duidu.publish.pages.page_kinds import READING, PageKind
from duidu.publish.words import WORDS

MOST_AT_HOME = 30  # articles
_MOST_ISSUES = 24


def home_body(
    entries: Mapping[str, Entry],
    arrangement: Arrangement,
    indexes: Sequence[PageKind],
    titles: Sequence[Shown],
    language: str,
    left_out: str = "",
) -> str:
    """The Markdown of what follows the name of the site: the ways to its `indexes`, and its articles.

    `titles` are the lines of the index of these. `left_out` is what is said of others, if there are any.
    """
    home = _Home(entries, arrangement, indexes, titles, language)
    listed = home.few() if len(entries) <= MOST_AT_HOME else home.many()
    return "\n".join((*home.ways(), *filter(None, [left_out]), *listed))


class _Home:
    """What every part of the page needs."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        arrangement: Arrangement,
        indexes: Sequence[PageKind],
        titles: Sequence[Shown],
        language: str,
    ) -> None:
        self._entries = entries
        self._issues = {
            issue: listed
            for issue, slugs in arrangement.issues.items()
            if (listed := [slug for slug in slugs if slug in entries])
        }
        self._others = sorted(
            (slug for slug in arrangement.others if slug in entries),
            key=lambda slug: (sort_key(entries[slug].title, language), slug),
        )
        self._indexes, self._titles = indexes, titles
        self._language = language
        self._words = WORDS[language]
        # The home page in Traditional is that of the site.
        self._folder = f"{language.lower()}/" if language == TRADITIONAL else ""

    def ways(self) -> Iterator[str]:
        """The links to the indexes."""
        if self._indexes:
            links = dotted(link(kind.title(self._words), self._folder + kind.file) for kind in self._indexes)
            name = attribute(self._words.indexes)
            yield f'<nav class="site-ways" aria-label="{name}" markdown="1">\n\n{links}\n\n</nav>\n'

    def few(self) -> Iterator[str]:
        """All articles."""
        for issue, slugs in self._issues.items():
            title = link(issue.title(self._language), self._issue_file(issue.slug))
            yield f"## {title} {{#issue-{issue.slug}}}\n"
            yield self._list(slugs)
        if self._others:
            words = self._words
            yield f"## {words.other_articles if self._issues else words.articles} {{#articles}}\n"
            yield self._list(self._others)

    def many(self) -> Iterator[str]:
        """The newest issue and the ways to others; without issues, the ways to the titles."""
        words = self._words
        if not self._issues:
            yield f"## {words.titles} {{#articles}}\n"
            yield group_links(TITLE_INDEX, self._titles, self._language, words, self._folder)
            return
        (newest, slugs), *older = self._issues.items()
        page = self._issue_file(newest.slug)
        title = link(words.latest_issue.format(issue=newest.name(self._language)), page)
        yield f"## {title} {{#issue-{newest.slug}}}\n"
        yield self._list(slugs[:MOST_AT_HOME])
        yield f"## {words.issues} {{#issues}}\n"
        yield '<ul class="issues" markdown="1">\n'
        for issue, listed in islice(older, _MOST_ISSUES):
            count = escape(words.issue_count.format(count=len(listed)))
            title = link(issue.title(self._language), self._issue_file(issue.slug))
            yield f'<li markdown="span">{title}{count}</li>\n'
        yield "</ul>\n"
        every = words.all_issues.format(count=len(self._issues))
        yield f"{link(every, self._folder + ISSUES.file)}\n"

    def _issue_file(self, slug: str) -> str:
        return f"{self._folder}{ISSUES.name}/{slug}.md"

    def _list(self, slugs: Iterable[str]) -> str:
        items = "".join(self._item(slug, self._entries[slug]) for slug in slugs)
        return f'<ul class="articles" markdown="1">\n\n{items}</ul>\n'

    def _item(self, slug: str, entry: Entry) -> str:
        """Title, authors, the beginning of the abstract, and how long it takes to read: a paragraph each."""
        parts = {
            "title": link(entry.title, f"{self._folder}{slug}/{READING.file}"),
            "authors": entry.authors,
            "summary": escape(entry.summary),
            "length": entry.length,
        }
        lines = (f"{line}\n{{.entry-{part}}}\n" for part, line in parts.items() if line)
        return '<li markdown="block">\n' + "\n".join(lines) + "</li>\n\n"
