"""The home page: what this site is. Its articles are listed by `publish.journal.home`."""

from __future__ import annotations

from duidu.publish.escape import escape, front_matter
from duidu.publish.pages.page_kinds import HOME
from duidu.publish.words import WORDS
from duidu.settings import UNSAID, Settings


def home_page(body: str | None, language: str, settings: Settings = UNSAID) -> str:
    """The Markdown of the home page in `language`; `body` are the articles of the site. If that is None there
    is none in any language, and the page says how to add one.

    It has the name and description of `settings`, or those of duidu.
    """
    words = WORDS[language]
    name = escape(settings.name_in(language)) or words.name
    lead = settings.descriptions.get(language, "")
    meta = front_matter({"title": HOME.title(words), "language": language, "description": lead or words.site})
    top = f"{meta}# {name} {{#title}}\n\n{escape(lead) or words.site}\n\n"
    if body is None:
        return f"{top}## {words.articles} {{#articles}}\n\n{words.first_article}\n"
    return top + body
