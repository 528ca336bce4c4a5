"""The reading page: an article whole, from its title to its notes and its English abstract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duidu.model import ENGLISH, Article
from duidu.publish import tree
from duidu.publish.article_tree import document_of
from duidu.publish.content import Choices
from duidu.publish.escape import Value, front_matter, link
from duidu.publish.markdown import Context, render
from duidu.publish.markdown.context import PICTURES
from duidu.publish.page_field import page_field
from duidu.publish.pages.page_kinds import ABOUT, LISTED, READING, ArticlePage, files_folder
from duidu.publish.reading_time import reading_time
from duidu.publish.section_navigation import section_ways
from duidu.publish.titles import summary_of, title_of
from duidu.publish.words import WORDS, Words

DESCRIPTION_LENGTH = 150


@dataclass(frozen=True, slots=True)
class Beside:
    """What a reading page may have besides the article itself.

    `pages` are the article's pages in this language, and `english` says that there is one in English.
    `choices` finds the words that conversion chose, to mark them. `cite` says how to cite the article, in
    Markdown. `pdf` is the PDF as seen from the page, if it is published.
    """

    pages: Sequence[ArticlePage] = (READING, ABOUT)
    english: bool = False
    choices: Choices | None = None
    cite: str = ""
    pdf: str = ""


def reading_page(slug: str, article: Article, language: str, beside: Beside | None = None) -> str:
    """The Markdown of the page of `article`, whose own words and interface are in `language`."""
    beside = beside or Beside()
    document = document_of(slug, article, language, beside.choices)
    context = Context(WORDS[language], pictures=files_folder(slug, language) + PICTURES, pdf=beside.pdf)
    front = tree.present(document.abstract, document.keywords)
    after = tree.present(document.notes, document.english)
    parts = [
        render(document.title, context),
        *(render(author, context) for author in document.authors),
        *length_line(article, context.words),
        _links_line(slug, context.words, beside),
        *filter(None, (page_field(article, context.words), beside.cite)),
        *(render(block, context) for block in front),
        *_body(article, document, context),
        *(render(block, context) for block in after),
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


def length_line(article: Article, words: Words) -> Iterator[str]:
    """How long the article is, and takes to read."""
    if said := reading_time(article, words):
        yield f"{said}\n{{.reading-time}}\n"


def _links_line(slug: str, words: Words, beside: Beside) -> str:
    """The links to the article's other pages in this language, and to that in English."""
    links = [link(kind.title(words), kind.file) for kind in LISTED if kind in beside.pages]
    if beside.pdf:
        links.append(link(words.pdf, beside.pdf))
    if beside.english:
        page = READING.path_from_article(ENGLISH, slug)
        links.append(f'{link(WORDS[ENGLISH].script, page)}{{lang="en" hreflang="en"}}')
    return f"{' · '.join(links)}\n{{.about-link}}\n"


def _body(article: Article, document: tree.Document, context: Context) -> Iterator[str]:
    """The blocks of the body; after each heading the ways to its neighbours."""
    ways = section_ways(article, context.words, abstract=document.abstract is not None)
    for block in document.body:
        yield render(block, context)
        if isinstance(block, tree.Heading) and block.id in ways:
            yield ways[block.id]
