"""The home page: what this site is, and its articles."""

from __future__ import annotations

from collections.abc import Mapping

from duidu.model import ENGLISH, TRADITIONAL, Article, Author
from duidu.publish.content import content_of
from duidu.publish.escape import escape, front_matter, link
from duidu.publish.markdown import Context, inline
from duidu.publish.pages.page_kinds import HOME, READING
from duidu.publish.reading_time import reading_time
from duidu.publish.titles import summary_of, title_of
from duidu.publish.words import WORDS
from duidu.settings import UNSAID, Settings

SUMMARY_LENGTH = 140
SUMMARY_LENGTH_ENGLISH = 360


def home_page(
    articles: Mapping[str, Article], language: str, settings: Settings = UNSAID, *, bare: bool = False
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
    entries = "".join(_entry(slug, article, language) for slug, article in articles.items())
    return f'{meta}{top}<ul class="articles" markdown="1">\n\n{entries}</ul>\n'


def _entry(slug: str, article: Article, language: str) -> str:
    """Title, authors, the beginning of the abstract, and how long it takes to read: a paragraph each."""
    front, words = article.front, WORDS[language]
    folder = f"{TRADITIONAL.lower()}/" if language == TRADITIONAL else ""  # whose home is the site's
    title = link(title_of(slug, front, language), f"{folder}{slug}/{READING.file}")
    authors = words.comma.join(_name(author, language) for author in front.authors)
    length = SUMMARY_LENGTH_ENGLISH if language == ENGLISH else SUMMARY_LENGTH
    summary = escape(summary_of(front, language, length))
    parts = {
        "title": title,
        "authors": authors,
        "summary": summary,
        "length": reading_time(article, words),
    }
    lines = (f"{line}\n{{.entry-{part}}}\n" for part, line in parts.items() if line)
    return '<li markdown="block">\n' + "\n".join(lines) + "</li>\n\n"


def _name(author: Author, language: str) -> str:
    name = author.name_en if language == ENGLISH and author.name_en else author.name
    return inline(content_of(name), Context(WORDS[language]))
