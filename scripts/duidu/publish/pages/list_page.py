"""What the pages that list things of an article have in common: their head."""

from __future__ import annotations

from collections.abc import Iterable

from duidu.model import Article
from duidu.publish.escape import front_matter
from duidu.publish.pages.reading_page import title_amid, title_of
from duidu.publish.words import WORDS


def list_page(
    slug: str, article: Article, language: str, *, name: str, lead: str, count: int, parts: Iterable[str]
) -> str:
    """The Markdown of a page called `name`, of which `lead` says what it lists, and how many of `article`."""
    title = title_of(slug, article.front, language)
    meta = {
        "title": name,
        "language": language,
        "article": slug,
        "description": f"{title}{WORDS[language].colon}{name}",
    }
    said = lead.format(article=title_amid(slug, article.front, language, "index.md"), count=count)
    return front_matter(meta) + "\n".join((f"# {name} {{#title}}\n", f"{said}\n", *parts))
