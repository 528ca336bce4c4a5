"""What the pages that tell something of an article have in common: how they name it, and their head."""

from __future__ import annotations

from collections.abc import Iterable

from duidu.model import Article, Front
from duidu.publish.escape import front_matter, link
from duidu.publish.pages.page_kinds import READING, PageKind
from duidu.publish.titles import title_of
from duidu.publish.words import WORDS


def list_page(
    kind: PageKind, slug: str, article: Article, language: str, *, lead: str, count: int, parts: Iterable[str]
) -> str:
    """The Markdown of a page of this `kind`: `lead` says what it lists of `article`, and how many."""
    words = WORDS[language]
    name, title = kind.title(words), title_of(slug, article.front, language)
    meta = {
        "title": name,
        "language": language,
        "article": slug,
        "description": f"{title}{words.colon}{name}",
    }
    said = lead.format(article=title_amid(slug, article.front, language, READING.file), count=count)
    return front_matter(meta) + "\n".join((f"# {name} {{#title}}\n", f"{said}\n", *parts))


def title_amid(slug: str, front: Front, language: str, page: str = "") -> str:
    """The article's title amid a sentence, in the marks of one; as Markdown, if it is to link to a `page`."""
    marks = WORDS[language].title_marks
    title = title_of(slug, front, language).translate(str.maketrans(marks[:2], marks[2:]))
    return f"{marks[0]}{link(title, page) if page else title}{marks[1]}"
