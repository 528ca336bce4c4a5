"""The reading page: an article whole, from its title to its notes and its English abstract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duidu.model import ENGLISH, TRADITIONAL, Article, Front, Runs, plain
from duidu.publish.escape import Value, escape, front_matter, link
from duidu.publish.links import TERMS_PAGE, regions_of
from duidu.publish.markdown import Context, heading, inline, paragraph, permalink, render
from duidu.publish.marks import Choices
from duidu.publish.page_field import page_field
from duidu.publish.reading_time import reading_time
from duidu.publish.reference_links import WORKS_PAGE
from duidu.publish.section_navigation import section_ways
from duidu.publish.summary import shorten
from duidu.publish.words import WORDS, Words

DESCRIPTION_LENGTH = 150


@dataclass(frozen=True, slots=True)
class Beside:
    """What a reading page may have besides the article itself.

    `works`, `terms`, `timeline`, `conversions` and `english` say that there are such pages to link to.
    `choices` finds the words that conversion chose, to mark them. `cite` says how to cite the article, in
    Markdown.
    """

    works: bool = False
    conversions: bool = False
    terms: bool = False
    timeline: bool = False
    english: bool = False
    choices: Choices | None = None
    cite: str = ""


def reading_page(slug: str, article: Article, language: str, beside: Beside | None = None) -> str:
    """The Markdown of the page of `article`, whose own words and interface are in `language`."""
    beside = beside or Beside()
    regions = regions_of(article, language)
    context = Context(WORDS[language], choices=beside.choices, regions=regions)
    parts = [
        *_title_block(slug, article.front, language, context),
        *length_line(article, context.words),
        links_line(slug, context.words, beside),
        *filter(None, (page_field(article, context.words), beside.cite)),
        *abstract(article.front, language, context),
        *_body(article, language, context),
        *_notes(article, context),
        *(english_section(article.front, context.words) if language != ENGLISH else ()),
    ]
    return front_matter(_meta(slug, article, language)) + "\n".join(parts)


def title_of(slug: str, front: Front, language: str) -> str:
    """The article's title in plain words; the slug where it has none."""
    return plain(title_runs(front, language)) or slug


def title_amid(slug: str, front: Front, language: str, page: str = "") -> str:
    """The article's title amid a sentence, in the marks of one; as Markdown, if it is to link to a `page`."""
    marks = WORDS[language].title_marks
    title = title_of(slug, front, language).translate(str.maketrans(marks[:2], marks[2:]))
    return f"{marks[0]}{link(title, page) if page else title}{marks[1]}"


def title_runs(front: Front, language: str) -> Runs:
    """The article's title; that in another language where it has none in `language`."""
    return next(filter(None, map(front.titles.get, (language, ENGLISH, TRADITIONAL))), ())


def summary_of(front: Front, language: str, length: int) -> str:
    """The first `length` characters or so of the abstract, in plain words; empty if there is none."""
    paragraphs = front.abstracts.get(language) or front.abstracts.get(ENGLISH) or ()
    return shorten(" ".join(plain(paragraph) for paragraph in paragraphs), length)


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


def _title_block(slug: str, front: Front, language: str, context: Context) -> Iterator[str]:
    yield heading(inline(title_runs(front, language), context) or escape(slug), 1, "title", context)
    yield from author_lines(front, context)


def author_lines(front: Front, context: Context) -> Iterator[str]:
    """Name and affiliation of each author."""
    for number, author in enumerate(front.authors, 1):
        affiliation = inline(author.affiliation, context)
        line = f' <span class="affiliation">{affiliation}</span>' if affiliation else ""
        attributes = context.attributes(f"author-{number}")
        yield f"{inline(author.name, context)}{line}\n{{{attributes} .author}}\n"


def length_line(article: Article, words: Words) -> Iterator[str]:
    """How long the article is, and takes to read."""
    if said := reading_time(article, words):
        yield f"{said}\n{{.reading-time}}\n"


def links_line(slug: str, words: Words, beside: Beside) -> str:
    """The links to the article's other pages in this language, and to that in English."""
    pages = (
        (words.works, WORKS_PAGE, beside.works),
        (words.terms, TERMS_PAGE, beside.terms),
        (words.timeline, "timeline.md", beside.timeline),
        (words.about, "about.md", True),
        (words.conversions, "conversions.md", beside.conversions),
    )
    links = [link(name, page) for name, page, is_there in pages if is_there]
    if beside.english:
        links.append(f'{link(WORDS[ENGLISH].script, f"../../en/{slug}/index.md")}{{lang="en" hreflang="en"}}')
    return f"{' · '.join(links)}\n{{.about-link}}\n"


def abstract(front: Front, language: str, context: Context) -> Iterator[str]:
    """Abstract and keywords in `language`, which is that of the page."""
    label = heading(WORDS[language].abstract, 2, "abstract", context)
    yield from _abstract(front, language, "", label, context)


def _abstract(front: Front, language: str, suffix: str, label: str, context: Context) -> Iterator[str]:
    """Abstract and keywords, whose ids end in `suffix`, under `label`, to which the first belongs."""
    anchor = f"abstract{suffix}"
    if paragraphs := front.abstracts.get(language):
        yield f'<section class="abstract" role="doc-abstract" aria-labelledby="{anchor}" markdown="1">\n'
        yield label
        yield from abstract_paragraphs(paragraphs, anchor, context)
        yield "</section>\n"
    yield from keywords_line(front, language, f"keywords{suffix}", context)


def abstract_paragraphs(paragraphs: Sequence[Runs], anchor: str, context: Context) -> Iterator[str]:
    """The paragraphs of an abstract, each with an id made of `anchor`."""
    for number, runs in enumerate(paragraphs, 1):
        part = f"{anchor}-{number}"
        yield paragraph(inline(runs, context, part), part, context)


def keywords_line(front: Front, language: str, anchor: str, context: Context) -> Iterator[str]:
    """The keywords in `language`, if there are any; their list has the id `anchor`."""
    words = WORDS[language]
    if keywords := front.keywords.get(language):
        listed = words.comma.join(inline(keyword, context) for keyword in keywords)
        twin = f'id="{anchor}"' if context.ids else f'data-twin="{anchor}"'
        label = f"**{words.keywords}**{words.colon}"
        yield f"{label}<span {twin}>{listed}</span>\n{{.keywords{context.spoken}}}\n"


def _body(article: Article, language: str, context: Context) -> Iterator[str]:
    """Headings, each with the ways to its neighbours, and paragraphs."""
    ways = section_ways(article, context.words, abstract=language in article.front.abstracts)
    for block in article.blocks:
        yield render(block, context)
        if block.id in ways:
            yield ways[block.id]


def _notes(article: Article, context: Context) -> Iterator[str]:
    """The notes as a list whose items bear the article's own numbers."""
    if article.notes:
        yield from notes_section((render(note, context) for note in article.notes), context.words)


def notes_section(items: Iterator[str], words: Words) -> Iterator[str]:
    """`items` as the list of the page's notes."""
    # Class and structure are those of the theme's own footnotes, whose styles they get.
    yield '<section class="footnote" role="doc-endnotes" aria-labelledby="notes" markdown="1">\n'
    yield f"## {words.notes} {{#notes}}\n"
    yield '<ol markdown="1">\n'
    yield from items
    yield "</ol>\n</section>\n"


def english_section(front: Front, words: Words) -> Iterator[str]:
    """Title, authors and abstract in English, at the end as in print; `words` are those of the page."""
    context = Context(WORDS[ENGLISH])
    title = front.titles.get(ENGLISH)
    if not title and not front.abstracts.get(ENGLISH):
        return
    yield '<section lang="en" class="english" markdown="1">\n'
    line = inline(title or (), context) or words.english
    yield f'## {line}{permalink("english", context)} {{#english data-toc-label="{words.english}"}}\n'
    for number, author in enumerate(front.authors, 1):
        if author.name_en:
            yield f"{inline(author.name_en, context)}\n{{#author-en-{number} .author}}\n"
    # No heading, or the table of contents would list the abstract twice.
    label = f"**{context.words.abstract}**\n{{#abstract-en}}\n"
    yield from _abstract(front, ENGLISH, "-en", label, context)
    yield "</section>\n"
