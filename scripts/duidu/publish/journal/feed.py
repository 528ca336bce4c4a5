"""What is new on a site: an Atom feed in each language; and the robots.txt, which names the map of the site.

Both name whole addresses, so there are none where the site's address is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from duidu.publish.alternates import address
from duidu.publish.journal.contribution import Contribution
from duidu.publish.journal.issues import issue_from
from duidu.publish.pages.article_entry import Entries
from duidu.publish.pages.page_kinds import READING, home_file
from duidu.publish.words import WORDS
from duidu.publish.xml_text import xml_text
from duidu.settings import Settings

FEED = "feed.xml"
MOST_ENTRIES = 30
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = 1970  # a feed must say when it was updated, also one that has nothing yet


def feeds(
    articles: Mapping[str, Entries],
    contributions: Mapping[str, Contribution],
    languages: Iterable[str],
    settings: Settings,
) -> dict[str, str]:
    """The feed of each of `languages`, by its path below docs/; none where the site has no address.

    It has the newest of `articles`, which are given by slug. Of an article its journal says the year, so that
    is its date; one without a year is in no feed.
    """
    if not settings.address_of():
        return {}
    dated = [each for each in contributions.values() if each.year and each.slug in articles]
    in_issues = sorted(dated, key=lambda each: each.place_in_issue)
    newest = sorted(in_issues, key=lambda each: issue_from(each).order, reverse=True)
    return {
        f"{language.lower()}/{FEED}": "\n".join(_feed(newest, articles, language, settings)) + "\n"
        for language in languages
    }


def _feed(
    newest: Iterable[Contribution], articles: Mapping[str, Entries], language: str, settings: Settings
) -> Iterator[str]:
    root, name = settings.address_of(), settings.name_in(language) or WORDS[language].name
    listed = [each for each in newest if language in each.told][:MOST_ENTRIES]
    place, home = f"{root}{language.lower()}/{FEED}", root + address(home_file(language))
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="{_ATOM}" xml:lang="{language}">'
    yield f"<title>{xml_text(name)}</title>"
    yield f"<id>{xml_text(place)}</id>"
    yield f'<link rel="self" type="application/atom+xml" href="{xml_text(place)}"/>'
    yield f'<link rel="alternate" type="text/html" hreflang="{language}" href="{xml_text(home)}"/>'
    yield _updated(listed[0].year if listed else _NEVER)
    yield f"<author><name>{xml_text(name)}</name></author>"
    for each in listed:
        yield from _entry(each, articles[each.slug][language].summary, language, root)
    yield "</feed>"


def _entry(article: Contribution, summary: str, language: str, root: str) -> Iterator[str]:
    told, page = article.told[language], root + address(READING.path(language, article.slug))
    yield f"<entry>\n<title>{xml_text(told.title)}</title>"
    yield f"<id>{xml_text(page)}</id>"
    yield f'<link rel="alternate" type="text/html" hreflang="{language}" href="{xml_text(page)}"/>'
    yield _updated(article.year)
    yield from (f"<author><name>{xml_text(name)}</name></author>" for name in told.authors)
    if summary:
        yield f"<summary>{xml_text(summary)}</summary>"
    yield "</entry>"


def _updated(year: int) -> str:
    return f"<updated>{year:04}-01-01T00:00:00Z</updated>"


def robots(settings: Settings, mark: str) -> str:
    """The robots.txt of the site, whose first line is `mark`; empty where the site has no address."""
    root = settings.address_of()
    return f"{mark}\nUser-agent: *\nAllow: /\n\nSitemap: {root}sitemap.xml\n" if root else ""
