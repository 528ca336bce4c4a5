"""Articles → the pages of the site: their paths, and their Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from duidu.enrich.conversion_choices import choices
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article
from duidu.publish.alternates import with_alternates
from duidu.publish.citing.box import cite_box
from duidu.publish.citing.head import citation, languages_on, quoting, scholarly
from duidu.publish.citing.record import record_of
from duidu.publish.editions import Edition, Editions, by_slug
from duidu.publish.escape import add_front_matter
from duidu.publish.links import TERMS_PAGE
from duidu.publish.pages.about_page import about_page
from duidu.publish.pages.conversions_page import conversions_page
from duidu.publish.pages.english_page import english_page, has_english
from duidu.publish.pages.headings_page import HEADINGS_PAGE, headings_page
from duidu.publish.pages.home_page import home_page
from duidu.publish.pages.parallel_page import parallel_page
from duidu.publish.pages.reading_page import Beside, reading_page, title_of
from duidu.publish.pages.terms_page import english_terms_page, terms_page
from duidu.publish.pages.timeline_page import timeline_page
from duidu.publish.pages.works_page import works_page
from duidu.publish.reference_links import WORKS_PAGE
from duidu.publish.words import WORDS
from duidu.settings import UNSAID, Settings


def site_pages(
    editions: Sequence[Edition], settings: Settings = UNSAID, *, simplified: bool = True
) -> dict[str, str]:
    """Every page of the site: those of its articles, and its own."""
    works = by_slug(editions)
    pages = home_pages(works, settings, simplified=simplified)
    for slug, work in works.items():
        pages |= article_pages(slug, work)
    return pages


def home_pages(
    works: Mapping[str, Editions], settings: Settings = UNSAID, *, simplified: bool = True
) -> dict[str, str]:
    """The site's own pages, which list its articles: their paths below `docs/`, and their Markdown.

    They have the site's name from `settings`. A site without any article has them in all languages, in
    Simplified only if that is wanted (`simplified`).
    """
    return with_alternates(dict(_homes(works, settings, simplified=simplified)))


def article_pages(slug: str, work: Editions) -> dict[str, str]:
    """The pages of one article: their paths below `docs/`, and their Markdown.

    Pages in a language are made where there is an edition in it. The English front needs none: it is
    made from what the article says in English.
    """
    pages: dict[str, str] = {}
    for edition in work.values():
        pages |= _edition_pages(edition, work)
    original = work[TRADITIONAL]
    if has_english(original.article):
        front = english_page(slug, original.article, tuple(work), original.metadata)
        pages[f"en/{slug}/index.md"] = front
        if original.article.annotations.terms:
            index = english_terms_page(slug, original.article)
            within = {"within": title_of(slug, original.article.front, ENGLISH)}
            pages[f"en/{slug}/{TERMS_PAGE}"] = add_front_matter(index, within)
    return with_alternates(pages)


def _homes(
    works: Mapping[str, Editions], settings: Settings, *, simplified: bool
) -> Iterator[tuple[str, str]]:
    """In each language the home page, and the page of all headings."""
    originals = _in_language(works, TRADITIONAL)
    english = {slug: article for slug, article in originals.items() if has_english(article)}
    listed = {TRADITIONAL: originals, SIMPLIFIED: _in_language(works, SIMPLIFIED), ENGLISH: english}
    for language, articles in listed.items():
        folder = f"{language.lower()}/"
        if articles or language != SIMPLIFIED or (simplified and not works):
            home = "" if language == TRADITIONAL else folder  # that of the site
            yield f"{home}index.md", home_page(articles, language, settings, bare=not works)
            yield f"{folder}{HEADINGS_PAGE}", headings_page(articles, language)


def _in_language(works: Mapping[str, Editions], language: str) -> dict[str, Article]:
    return {slug: work[language].article for slug, work in works.items() if language in work}


def _edition_pages(edition: Edition, work: Editions) -> dict[str, str]:
    """The pages of one edition."""
    slug, article, language = edition.slug, edition.article, edition.language
    title = title_of(slug, article.front, language)
    cited = {tag: record_of(slug, each.article, each.metadata, tag) for tag, each in work.items()}
    beside = Beside(
        conversions=SIMPLIFIED in work,
        terms=bool(article.annotations.terms),
        timeline=bool(article.annotations.dates),
        english=has_english(article),
        works=bool(article.annotations.citations),
        choices=choices if language == SIMPLIFIED else None,
        cite=cite_box(cited[language], cited[TRADITIONAL]),
    )
    pages = {"about.md": about_page(slug, article, edition.ledger, language)}
    if beside.works:
        pages[WORKS_PAGE] = works_page(slug, article, language)
    if SIMPLIFIED in work:
        page = conversions_page(slug, _converted(work), language)
        said = f"{title}{WORDS[language].colon}{WORDS[language].conversions}"
        pages["conversions.md"] = add_front_matter(page, {"description": said})
    if beside.terms:
        pages[TERMS_PAGE] = terms_page(slug, article, language)
    if beside.timeline:
        pages["timeline.md"] = timeline_page(slug, article, language)
    if SIMPLIFIED in work and language == TRADITIONAL:
        page = parallel_page(slug, article, work[SIMPLIFIED].article)
        told = quoting(languages_on(*cited.values(), original=cited[TRADITIONAL]))
        pages["parallel.md"] = add_front_matter(page, told | citation(cited[TRADITIONAL]))
    head = quoting(languages_on(cited[language], original=cited[TRADITIONAL]))
    head |= citation(cited[language]) | scholarly(cited[language])
    reading = add_front_matter(reading_page(slug, article, language, beside), head)
    return {f"{edition.folder}/index.md": reading} | {
        f"{edition.folder}/{name}": add_front_matter(page, {"within": title}) for name, page in pages.items()
    }


def _converted(work: Editions) -> Article:
    """The article in Simplified, with its title in the original too."""
    article = work[SIMPLIFIED].article
    titles = {**work[TRADITIONAL].article.front.titles, **article.front.titles}
    return replace(article, front=replace(article.front, titles=titles))
