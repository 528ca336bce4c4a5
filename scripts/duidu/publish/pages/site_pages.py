"""Articles → the pages of the site: their paths, and their Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from duidu.enrich.conversion_choices import choices
from duidu.enrich.direction import away_from, other_than
from duidu.model import ENGLISH, Article, Heading, Paragraph, ParagraphBreak, Text
from duidu.publish.alternates import address, with_alternates
from duidu.publish.citing.box import cite_box
from duidu.publish.citing.head import citation, languages_on, quoting, reporting, scholarly
from duidu.publish.citing.record import Record, record_of
from duidu.publish.editions import Edition, Editions, by_slug, original_of
from duidu.publish.escape import Value, add_front_matter
from duidu.publish.journal.contribution import contribution_of, index_lines_of
from duidu.publish.journal.index_lines import among
from duidu.publish.journal.issues import arrange
from duidu.publish.journal.journal_pages import journal_pages
from duidu.publish.journal.neighbours import neighbours_of, with_neighbours
from duidu.publish.pages.about_page import about_page
from duidu.publish.pages.article_entry import entries_of
from duidu.publish.pages.beside import Beside
from duidu.publish.pages.conversions_page import conversions_page
from duidu.publish.pages.download_box import download_box
from duidu.publish.pages.english_page import english_page
from duidu.publish.pages.onward import onward_from_list
from duidu.publish.pages.page_kinds import (
    ABOUT,
    CONVERSIONS,
    LISTED,
    PARALLEL,
    READING,
    TERMS,
    TIMELINE,
    WORKS,
    ArticlePage,
    files_folder,
    pages_of,
    pdf_from_page,
)
from duidu.publish.pages.parallel_page import parallel_page
from duidu.publish.pages.reading_page import reading_page
from duidu.publish.pages.terms_page import terms_page
from duidu.publish.pages.timeline_page import timeline_page
from duidu.publish.pages.works_page import works_page
from duidu.publish.titles import title_of
from duidu.publish.words import WORDS
from duidu.settings import UNSAID, Settings


def site_pages(
    editions: Sequence[Edition], settings: Settings = UNSAID, *, simplified: bool = True
) -> dict[str, str]:
    """Every page of the site: those of its articles, and its own."""
    works = by_slug(editions)
    entries = {slug: entries_of(slug, work) for slug, work in works.items()}
    lines = {slug: index_lines_of(slug, work) for slug, work in works.items()}
    contributions = {slug: contribution_of(slug, work, lines[slug]) for slug, work in works.items()}
    own = journal_pages(entries, contributions, among(lines), settings, simplified=simplified)
    pages = dict(own)
    for slug, work in works.items():
        pages |= article_pages(slug, work)
    for path, told in neighbours_of(arrange(contributions.values()), contributions).items():
        pages[path] = with_neighbours(pages[path], told)
    return pages


def article_pages(slug: str, work: Editions) -> dict[str, str]:
    """The pages of one article: their paths below `docs/`, and their Markdown.

    Pages in a language are made where there is an edition in it. Those in English need none: they are
    made from what the article says in English.
    """
    pages: dict[str, str] = {}
    rich: dict[str, Value] = {"rich": True} if is_rich(original_of(work).article) else {}
    for language in (*work, ENGLISH):
        ways = _ways(slug, work, language)
        edition, makers = work.get(language, original_of(work)), _ENGLISH if language == ENGLISH else _MAKERS
        front, pages_beside = edition.article.front, pages_of(work, language)
        within = {"within": title_of(slug, front, language)}
        for kind in pages_beside:
            more: dict[str, Value] = ({} if kind is READING else within) | {"ways": ways} | rich
            page = makers[kind](edition, work)
            if kind in LISTED:
                page += "\n" + onward_from_list(kind, slug, front, language, pages_beside)
            if kind in _QUOTED:
                more |= reporting(page, edition.metadata.report)
            pages[kind.path(language, slug)] = add_front_matter(page, more)
    return with_alternates(pages, original_of(work).language)


def _ways(slug: str, work: Editions, language: str) -> Value:
    """The pages to which the navigation leads: names and addresses. To the parallel page the switch does."""
    words, front = WORDS[language], work.get(language, original_of(work)).article.front
    names = {READING: title_of(slug, front, language)}
    return [
        [names.get(kind) or kind.title(words), address(kind.path(language, slug))]
        for kind in pages_of(work, language)
        if kind is not PARALLEL
    ]


def is_rich(article: Article) -> bool:
    """Whether it has more than plain words in headings and paragraphs, for which there is a style sheet."""
    marked = any(
        isinstance(run, ParagraphBreak) or (isinstance(run, Text) and run.style) for run in article.runs()
    )
    return marked or not all(isinstance(block, Heading | Paragraph) for block in article.blocks)


def _reading(edition: Edition, work: Editions) -> str:
    slug, article, language = edition.slug, edition.article, edition.language
    cited = _records(work)
    beside = _beside(work, language, cited)
    head = quoting(languages_on(cited[language], original=cited[article.original_language]))
    head |= citation(cited[language]) | scholarly(cited[language])
    return add_front_matter(reading_page(slug, article, language, beside), head)


def _beside(work: Editions, language: str, cited: Mapping[str, Record]) -> Beside:
    original = original_of(work).language
    chosen = None if language == original else partial(choices, direction=away_from(original))
    slug, metadata = cited[language].slug, cited[language].metadata
    folder = files_folder(slug, language, original)
    return Beside(
        pages=pages_of(work, language),
        scripts=tuple(work),
        english=READING.exists(work, ENGLISH),
        choices=chosen,
        cite=cite_box(cited[language], cited[original]),
        downloads=download_box(work[language].downloads, folder, language, metadata.rights),
        rights=metadata.rights,
        pdf=pdf_from_page(slug, language, original, metadata),
    )


def _conversions(edition: Edition, work: Editions) -> str:
    slug, words = edition.slug, WORDS[edition.language]
    title = title_of(slug, edition.article.front, edition.language)
    page = conversions_page(slug, _converted(work), edition.language)
    return add_front_matter(page, {"description": f"{title}{words.colon}{CONVERSIONS.title(words)}"})


def _converted(work: Editions) -> Article:
    """The article in the script in which it was not written, with its title in the original too."""
    original = original_of(work).article
    article = work[other_than(original.language)].article
    titles = {**original.front.titles, **article.front.titles}
    return replace(article, front=replace(article.front, titles=titles))


def _parallel(edition: Edition, work: Editions) -> str:
    """The page on which the original, which is `edition`, stands first."""
    cited = _records(work)
    language = edition.language
    converted = work[other_than(language)].article
    page = parallel_page(edition.slug, edition.article, converted, _beside(work, language, cited))
    told = quoting(languages_on(*cited.values(), original=cited[language]))
    return add_front_matter(page, told | citation(cited[language]))


def _records(work: Editions) -> dict[str, Record]:
    """How the article is cited in each of its languages."""
    return {tag: record_of(each.slug, each.article, each.metadata, tag) for tag, each in work.items()}


_QUOTED = (READING, PARALLEL)  # what is selected there can be quoted and reported

Maker = Callable[[Edition, Editions], str]

_MAKERS: Mapping[ArticlePage, Maker] = {
    READING: _reading,
    ABOUT: lambda edition, _: about_page(edition),
    WORKS: lambda edition, _: works_page(edition.slug, edition.article, edition.language),
    TERMS: lambda edition, _: terms_page(edition.slug, edition.article, edition.language),
    TIMELINE: lambda edition, _: timeline_page(edition.slug, edition.article, edition.language),
    CONVERSIONS: _conversions,
    PARALLEL: _parallel,
}
_ENGLISH: Mapping[ArticlePage, Maker] = {
    READING: lambda edition, work: english_page(
        edition.slug,
        edition.article,
        tuple(work),
        edition.metadata,
        pages_of(work, ENGLISH),
        edition.downloads,
    ),
    WORKS: lambda edition, _: works_page(edition.slug, edition.article, ENGLISH),
    TERMS: lambda edition, _: terms_page(edition.slug, edition.article, ENGLISH),
    TIMELINE: lambda edition, _: timeline_page(edition.slug, edition.article, ENGLISH),
}
