"""The reading page: an article whole, from its title to its notes and its English abstract."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.model import Article
from duidu.publish import tree
from duidu.publish.article_tree import document_of
from duidu.publish.escape import Value, front_matter
from duidu.publish.markdown import Context, render
from duidu.publish.markdown.context import PICTURES
from duidu.publish.page_field import page_field
from duidu.publish.pages.beside import Beside
from duidu.publish.pages.onward import links_line, onward
from duidu.publish.pages.page_kinds import READING, files_folder
from duidu.publish.reading_time import reading_time
from duidu.publish.section_navigation import section_ways
from duidu.publish.titles import summary_of, title_of
from duidu.publish.words import WORDS, Words

DESCRIPTION_LENGTH = 150


def reading_page(slug: str, article: Article, language: str, beside: Beside | None = None) -> str:
    """The Markdown of the page of `article`, whose own words and interface are in `language`."""
    beside = beside or Beside()
    document = document_of(slug, article, language, beside.choices)
    pictures = files_folder(slug, language, article.original_language) + PICTURES
    context = Context(WORDS[language], pictures=pictures, pdf=beside.pdf)
    front = tree.present(document.abstract, document.keywords)
    after = tree.present(document.notes, document.english)
    parts = [
        render(document.title, context),
        *(render(author, context) for author in document.authors),
        *ways_in(slug, article, language, beside),
        *(render(block, context) for block in front),
        *_body(article, document, context),
        *(render(block, context) for block in after),
        onward(slug, language, beside, READING.file),
    ]
    return front_matter(_meta(slug, article, language)) + "\n".join(parts)


def _meta(slug: str, article: Article, language: str) -> dict[str, Value]:
    """What the page's head and the template overrides need: `article` tells which pages belong together.

    Notes need the room of the navigation, which wide windows have at the left: see notes.css.
    """
    title = title_of(slug, article.front, language)
    hide: dict[str, Value] = {"hide": ["navigation"]} if article.notes else {}
    return {
        "title": title,
        "language": language,
        "article": slug,
        "description": summary_of(article.front, language, DESCRIPTION_LENGTH) or title,
        **hide,
    }


def ways_in(slug: str, article: Article, language: str, beside: Beside) -> Iterator[str]:
    """What stands under the names of the authors: how long it is, how to look up and to cite."""
    words = WORDS[language]
    yield from length_line(article, words)
    yield links_line(slug, language, beside)
    yield from filter(None, (page_field(article, words), beside.cite, beside.downloads))


def length_line(article: Article, words: Words) -> Iterator[str]:
    """How long the article is, and takes to read."""
    if said := reading_time(article, words):
        yield f"{said}\n{{.reading-time}}\n"


def _body(article: Article, document: tree.Document, context: Context) -> Iterator[str]:
    """The blocks of the body; after each heading the ways to its neighbours."""
    ways = section_ways(article, context.words, abstract=document.abstract is not None)
    for block in document.body:
        yield render(block, context)
        if isinstance(block, tree.Heading) and block.id in ways:
            yield ways[block.id]
