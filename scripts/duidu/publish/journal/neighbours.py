"""The place of an article among others: its issue, and the articles before and after it.

An article is converted alone and knows none of this; so it is told to its reading pages afterwards, in the
last line of their front matter. An article that changes touches only the pages of its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL
from duidu.publish.alternates import address
from duidu.publish.escape import Value, add_front_matter
from duidu.publish.journal.contribution import Contribution
from duidu.publish.journal.issues import Arrangement, Issue, by_title
from duidu.publish.journal.site_kinds import issue_file
from duidu.publish.pages.page_kinds import READING

_KEY = "among"
_END = "\n---\n"

Neighbours = Mapping[str, Mapping[str, Value]]


def neighbours_of(arrangement: Arrangement, contributions: Mapping[str, Contribution]) -> Neighbours:
    """What each reading page is told, by its path below docs/: the issue, the article before, the next."""
    return {
        path: told
        for language in (TRADITIONAL, SIMPLIFIED, ENGLISH)
        for issue, slugs in _groups(arrangement, contributions, language)
        for path, told in _in_order(issue, slugs, contributions, language)
    }


def _groups(
    arrangement: Arrangement, contributions: Mapping[str, Contribution], language: str
) -> Iterator[tuple[Issue | None, Sequence[str]]]:
    for issue, slugs in arrangement.issues.items():
        yield issue, [slug for slug in slugs if language in contributions[slug].told]
    yield None, by_title({slug: contributions[slug] for slug in arrangement.others}, language)


def _in_order(
    issue: Issue | None, slugs: Sequence[str], contributions: Mapping[str, Contribution], language: str
) -> Iterator[tuple[str, Mapping[str, Value]]]:
    for place, slug in enumerate(slugs):
        named = {"previous": slugs[place - 1 : place] if place else (), "next": slugs[place + 1 : place + 2]}
        told: dict[str, Value] = {
            name: [contributions[other].told[language].title, address(READING.path(language, other))]
            for name, others in named.items()
            for other in others
        }
        if issue:
            told["issue"] = [issue.title(language), address(issue_file(language, issue.slug))]
        yield READING.path(language, slug), told


def with_neighbours(page: str, told: Mapping[str, Value]) -> str:
    """The reading page `page`, told this and nothing else of the kind."""
    alone = without_neighbours(page)
    return add_front_matter(alone, {_KEY: told}) if told else alone


def without_neighbours(page: str) -> str:
    """The reading page as the article alone gives it."""
    head, end, body = page.partition(_END)
    before, _, last = head.rpartition("\n")
    return f"{before}{end}{body}" if last.startswith(f"{_KEY}: ") else page
