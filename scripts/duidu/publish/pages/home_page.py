"""The home page: what this site is, and its articles."""

from __future__ import annotations

from collections.abc import Mapping

from duidu.model import TRADITIONAL
from duidu.publish.escape import escape, front_matter, link
from duidu.publish.pages.article_entry import Entry
from duidu.publish.pages.page_kinds import HOME, READING
from duidu.publish.words import WORDS
from duidu.settings import UNSAID, Settings


def home_page(
    articles: Mapping[str, Entry], language: str, settings: Settings = UNSAID, *, bare: bool = False
) -> str:
    """The Markdown of the home page in `language`, which lists `articles`, by slug, in the order given.

    It has the name and description of `settings`, or those of duidu. Where there is no article in any
    language, the site is `bare`, and the page says how to add one.
    """
    words = WORDS[language]
    name = escape(settings.name_in(language)) or words.name
    lead = settings.descriptions.get(language, "")
    meta = front_matter({"title": HOME.title(words), "language": language, "description": lead or words.site})
    top = f"# {name} {{#title}}\n\n{escape(lead) or words.site}\n\n## {words.articles} {{#articles}}\n\n"
    if not articles:
        return f"{meta}{top}{words.first_article if bare else words.no_articles}\n"
    entries = "".join(_item(slug, entry, language) for slug, entry in articles.items())
    return f'{meta}{top}<ul class="articles" markdown="1">\n\n{entries}</ul>\n'


def _item(slug: str, entry: Entry, language: str) -> str:
    """Title, authors, the beginning of the abstract, and how long it takes to read: a paragraph each."""
    folder = f"{TRADITIONAL.lower()}/" if language == TRADITIONAL else ""  # whose home is the site's
    parts = {
        "title": link(entry.title, f"{folder}{slug}/{READING.file}"),
        "authors": entry.authors,
        "summary": escape(entry.summary),
        "length": entry.length,
    }
    lines = (f"{line}\n{{.entry-{part}}}\n" for part, line in parts.items() if line)
    return '<li markdown="block">\n' + "\n".join(lines) + "</li>\n\n"
