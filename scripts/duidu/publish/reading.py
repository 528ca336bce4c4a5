"""The reading page: an article whole, from its title to its notes and its English abstract."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.model import ENGLISH, Article, Author, Front, Runs, plain
from duidu.publish.escape import escape, front_matter
from duidu.publish.markdown import Context, inline, render
from duidu.publish.summary import shorten
from duidu.publish.words import WORDS, Words

DESCRIPTION_LENGTH = 150


def reading_page(slug: str, article: Article, language: str) -> str:
    """The Markdown of the page of `article`, whose own words and interface are in `language`."""
    context = Context(WORDS[language])
    parts = [
        *_title_block(slug, article.front, language, context),
        *_abstract(article.front, language, f"## {context.words.abstract} {{#abstract-{language}}}", context),
        *(render(block, context) for block in article.blocks),
        *_notes(article, context),
        *(_english(article.front, context.words) if language != ENGLISH else ()),
    ]
    return front_matter(_meta(slug, article.front, language)) + "\n".join(parts)


def title_of(slug: str, front: Front, language: str) -> str:
    """The article's title in plain words; the slug where it has none."""
    return plain(_title(front, language)) or slug


def summary_of(front: Front, language: str, length: int) -> str:
    """The first `length` characters or so of the abstract, in plain words; empty if there is none."""
    paragraphs = front.abstracts.get(language) or front.abstracts.get(ENGLISH) or ()
    return shorten(" ".join(plain(paragraph) for paragraph in paragraphs), length)


def _title(front: Front, language: str) -> Runs:
    return front.titles.get(language) or front.titles.get(ENGLISH) or ()


def _meta(slug: str, front: Front, language: str) -> dict[str, str]:
    """What the page's head and the template overrides need: `article` tells which pages belong together."""
    meta = {"title": title_of(slug, front, language), "language": language, "article": slug}
    description = summary_of(front, language, DESCRIPTION_LENGTH)
    return meta | ({"description": description} if description else {})


def _title_block(slug: str, front: Front, language: str, context: Context) -> Iterator[str]:
    yield f"# {inline(_title(front, language), context) or escape(slug)} {{#title}}\n"
    yield from (_author(author, context) for author in front.authors)
    yield f"[{context.words.about}](about.md)\n{{.about-link}}\n"


def _author(author: Author, context: Context) -> str:
    affiliation = inline(author.affiliation, context)
    line = f' <span class="affiliation">{affiliation}</span>' if affiliation else ""
    return f"{inline(author.name, context)}{line}\n{{.author}}\n"


def _abstract(front: Front, language: str, heading: str, context: Context) -> Iterator[str]:
    """Abstract and keywords in `language`. The heading is to have the id `abstract-LANGUAGE`."""
    words = WORDS[language]
    if paragraphs := front.abstracts.get(language):
        attributes = f'class="abstract" role="doc-abstract" aria-labelledby="abstract-{language}"'
        yield f'<section {attributes} markdown="1">\n'
        yield f"{heading}\n"
        yield from (f"{inline(paragraph, context)}\n" for paragraph in paragraphs)
        yield "</section>\n"
    if keywords := front.keywords.get(language):
        listed = words.comma.join(inline(keyword, context) for keyword in keywords)
        yield f"**{words.keywords}**{words.colon}{listed}\n{{.keywords}}\n"


def _notes(article: Article, context: Context) -> Iterator[str]:
    """The notes as a list whose items bear the article's own numbers."""
    if not article.notes:
        return
    # Class and structure are those of the theme's own footnotes, whose styles and tooltips they get.
    yield '<section class="footnote" role="doc-endnotes" aria-labelledby="notes" markdown="1">\n'
    yield f"## {context.words.notes} {{#notes}}\n"
    yield '<ol markdown="1">\n'
    yield from (render(note, context) for note in article.notes)
    yield "</ol>\n</section>\n"


def _english(front: Front, words: Words) -> Iterator[str]:
    """Title, authors and abstract in English, at the end as in print; `words` are those of the page."""
    context = Context(WORDS[ENGLISH])
    title = front.titles.get(ENGLISH)
    if not title and not front.abstracts.get(ENGLISH):
        return
    yield '<section lang="en" class="english" markdown="1">\n'
    heading = inline(title or (), context) or words.english
    yield f'## {heading} {{#english data-toc-label="{words.english}"}}\n'
    for author in front.authors:
        if author.name_en:
            yield f"{inline(author.name_en, context)}\n{{.author}}\n"
    # No heading, or the table of contents would list the abstract twice.
    yield from _abstract(front, ENGLISH, f"**{context.words.abstract}**\n{{#abstract-en}}", context)
    yield "</section>\n"
