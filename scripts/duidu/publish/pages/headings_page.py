"""The headings of an article as a list of links, and the page that lists those of every article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from duidu.model import ENGLISH
from duidu.publish.escape import escape, front_matter, link
from duidu.publish.pages.article_entry import Entry, HeadingEntry
from duidu.publish.pages.page_kinds import HEADINGS, READING, PageKind
from duidu.publish.words import WORDS

_NOTHING: Mapping[str, str] = MappingProxyType({})


def outline(
    headings: Sequence[HeadingEntry], page: str, language: str = "", below: Mapping[str, str] = _NOTHING
) -> Iterator[str]:
    """The Markdown of the list, each heading linked to its section on `page`; nothing if there are none.

    `language` is that of the headings, where the page is in English; then what the article glosses in them
    follows. `below` has the Markdown that stands below a heading, by its id.
    """
    if not headings:
        return
    spoken = f' lang="{language}"' if language else ""
    yield f'<ul class="outline"{spoken} markdown="1">\n'
    for heading in headings:
        said = link(heading.text, f"{page}#{heading.id}")
        if language and heading.glosses:
            said += f' <span class="heading-glosses" lang="{ENGLISH}">{escape(heading.glosses)}</span>'
        if more := below.get(heading.id):
            said += f' <span class="section-terms" lang="{ENGLISH}">{more}</span>'
        yield f'<li data-level="{heading.level}" markdown="span">{said}</li>\n'
    yield "</ul>\n"


def headings_page(articles: Mapping[str, Entry], language: str) -> str:
    """The Markdown of the page for readers without scripts, who cannot search: all headings, by article."""
    words = WORDS[language]
    title = HEADINGS.title(words)
    meta = front_matter({"title": title, "language": language, "description": words.headings_lead})
    parts = [f"# {title} {{#title}}\n", f"{words.headings_lead}\n"]
    for number, (slug, entry) in enumerate(articles.items(), start=1):
        page = _page(slug, entry, language)
        parts.append(f"## {link(entry.title, page)} {{#article-{number}}}\n")
        parts += outline(entry.headings, page, entry.language if language == ENGLISH else "")
    return meta + "\n".join(parts)


def many_headings_page(kinds: Iterable[PageKind], language: str) -> str:
    """The Markdown of the same page where the articles are too many to list: the ways to `kinds` of pages."""
    words = WORDS[language]
    title = HEADINGS.title(words)
    meta = front_matter({"title": title, "language": language, "description": words.headings_many})
    ways = "".join(f"- {link(kind.title(words), kind.file)}\n" for kind in kinds)
    return f"{meta}# {title} {{#title}}\n\n{words.headings_many}\n\n{ways}"


def _page(slug: str, entry: Entry, language: str) -> str:
    """The reading page from here on: that of the original for readers of English."""
    folder = f"../{entry.language.lower()}/" if language == ENGLISH else ""
    return f"{folder}{slug}/{READING.file}"
