"""The books of an article: one in each of its scripts, and one in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from duidu.enrich.direction import other_than
from duidu.model import TRADITIONAL, Figure
from duidu.publish.article_tree import document_of
from duidu.publish.citing.record import record_of
from duidu.publish.editions import Edition, Editions, original_of
from duidu.publish.epub.cover import cover
from duidu.publish.epub.navigation_file import TEXT, Entry, headings_of, navigation
from duidu.publish.epub.package_file import Book, container, package, pictures_in_book
from duidu.publish.epub.text_file import WORKS, parallel_text, text_of
from duidu.publish.epub.xhtml_context import BookContext
from duidu.publish.epub.xhtml_page import xhtml_page
from duidu.publish.epub.zipped import zipped
from duidu.publish.titles import title_of
from duidu.publish.words import WORDS
from duidu.publish.works_cited import WorkList, works_cited
from duidu.settings import Settings


def epub_files(work: Editions, settings: Settings) -> dict[str, bytes]:
    """The books of the article of which `work` are the editions, by the names of their files.

    `SLUG.zh-hant.epub` and `SLUG.zh-hans.epub` are in one script, and `SLUG.parallel.epub` in both. Those in
    Traditional are set in vertical lines if the article's metadata say so.
    """
    original = original_of(work)
    books: dict[str, tuple[Edition, ...]] = {
        f"{edition.slug}.{language.lower()}.epub": (edition,)
        for language, edition in sorted(work.items(), key=lambda item: not item[1].article.is_original)
    }
    if len(work) > 1:
        other = work[other_than(original.language)]
        books[f"{original.slug}.parallel.epub"] = (original, other)
    return {file: _book(file, editions, settings) for file, editions in books.items()}


def _book(file: str, editions: Sequence[Edition], settings: Settings) -> bytes:
    """The book with this name, in the scripts of `editions`."""
    edition = editions[0]
    slug, article, language, words = edition.slug, edition.article, edition.language, WORDS[edition.language]
    title = _title(edition)
    record = record_of(slug, article, edition.metadata, language)
    works = works_cited(article, language)
    places = pictures_in_book(edition.pictures)
    documents = [document_of(slug, each.article, each.language) for each in editions]
    contexts = list(_contexts(editions, works, places))
    text = (
        parallel_text((documents[0], documents[1]), record, works, (contexts[0], contexts[1]))
        if editions[1:]
        else text_of(documents[0], record, works, contexts[0])
    )
    vertical = edition.metadata.vertical_epub and language == TRADITIONAL
    figures = [block for block in article.blocks if isinstance(block, Figure)]
    book = Book(
        file,
        title,
        record,
        [each.language for each in editions],
        words.ebook_summary,
        pictures=any(figure.file in places for figure in figures),
        described=all(figure.description for figure in figures),
        pages=bool(article.pages),
        vertical=vertical,
        made_by=settings.name_in(language) or "duidu",
    )
    style = " ".join(filter(None, ("vertical" if vertical else "", "parallel" if editions[1:] else "")))
    listed = headings_of(documents[0], _works_entries(works, words.works))
    files = {
        "nav.xhtml": navigation(title, listed, text, language).encode(),
        "cover.xhtml": _cover_page(title, words.cover, language).encode(),
        TEXT: xhtml_page(title, text, language, style).encode(),
        "cover.svg": cover(record, title).encode(),
        "book.css": _style_sheet(vertical=vertical),
        **{place: edition.pictures[name] for name, place in places.items()},
    }
    inside = {f"EPUB/{path}": content for path, content in files.items()}
    whole = {
        "META-INF/container.xml": container().encode(),
        "EPUB/package.opf": package(book, files).encode(),
    }
    return zipped(whole | inside)


def _title(edition: Edition) -> str:
    """The title in plain words on one line; the slug where there is none."""
    return " ".join(title_of(edition.slug, edition.article.front, edition.language).split()) or edition.slug


def _contexts(
    editions: Sequence[Edition], works: Sequence[WorkList], places: dict[str, str]
) -> Iterator[BookContext]:
    """That of the book's own text, and that of its twin in the other script."""
    ids = frozenset(cited.work.id for each in works for cited in each.works)
    for number, edition in enumerate(editions):
        language = edition.language if number else ""
        yield BookContext(WORDS[edition.language], not number, language, ids, places)


def _works_entries(works: Sequence[WorkList], name: str) -> list[Entry]:
    return [Entry(2, WORKS, name), *(Entry(3, each.anchor, each.heading) for each in works)] if works else []


def _cover_page(title: str, name: str, language: str) -> str:
    picture = f'<img src="cover.svg" alt="{name}" role="doc-cover"/>'
    return xhtml_page(title, f'<div class="cover" epub:type="cover">{picture}</div>\n', language)


@cache
def _style_sheet(*, vertical: bool) -> bytes:
    """The style sheet, with what vertical lines need after it."""
    files = ("book.css", "vertical_lines.css") if vertical else ("book.css",)
    return b"\n".join(Path(__file__).with_name(file).read_bytes() for file in files)
