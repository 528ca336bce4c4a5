"""The kinds of pages: what they are called in addresses and by readers, and which articles have them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from duidu.metadata import Metadata
from duidu.model import ENGLISH, TRADITIONAL, plain
from duidu.publish.editions import Editions, original_of
from duidu.publish.words.entries import Words


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: `name` is the end of its address, `title` what readers call it."""

    name: str
    title: Callable[[Words], str]

    @property
    def file(self) -> str:
        """Its file, in the folder of its article or of its language."""
        return f"{self.name}.md"

    def file_in(self, language: str) -> str:
        """Its file below `docs/`, if it is one of the site's own."""
        return f"{language.lower()}/{self.file}"


@dataclass(frozen=True, slots=True)
class ArticlePage(PageKind):
    """A kind of page that articles have; `is_for` says whether one has it in the language of an edition."""

    is_for: Callable[[Editions, str], bool]

    def path(self, language: str, slug: str) -> str:
        """Its file below `docs/`."""
        return f"{language.lower()}/{slug}/{self.file}"

    def path_from_article(self, language: str, slug: str) -> str:
        """Its file, as seen from a page of any article in any language."""
        return f"../../{self.path(language, slug)}"

    def exists(self, work: Editions, language: str) -> bool:
        """Whether the article of which `work` are the editions has it in `language`.

        In English there need be no edition: what the article says in English is enough, if it has a title.
        """
        if language == ENGLISH:
            return self in IN_ENGLISH and has_english(work) and self.is_for(work, original_of(work).language)
        return language in work and self.is_for(work, language)


def reading_from(slug: str, text: str, page: str) -> str:
    """The reading page as seen from one in the language `page`: in English there is none, but in `text`."""
    return READING.path_from_article(text, slug) if page == ENGLISH else READING.file


def has_english(work: Editions) -> bool:
    """Whether the article has a title in English."""
    return bool(plain(original_of(work).article.front.titles.get(ENGLISH, ())))


def files_folder(slug: str, language: str, original: str) -> str:
    """Where the article's other files are (to cite it, and its pictures), as seen from a page in `language`:
    beside the reading page in the language of the `original`.
    """
    return "" if language == original else f"../../{original.lower()}/{slug}/"


TEXT_LAYER = "source.txt"  # among these files, as it is


def pdf_path(slug: str, original: str) -> str:
    """The article's PDF below `docs/`, if it is published: among its other files, under its own name."""
    return f"{original.lower()}/{slug}/{slug}.pdf"


def pdf_from_page(slug: str, language: str, original: str, metadata: Metadata) -> str:
    """The PDF of an article as seen from a page in `language`; empty if it is not published."""
    return f"{files_folder(slug, language, original)}{slug}.pdf" if metadata.publish_source else ""


def pages_of(work: Editions, language: str) -> tuple[ArticlePage, ...]:
    """The pages in `language` of the article of which `work` are the editions."""
    return tuple(kind for kind in ARTICLE_PAGES if kind.exists(work, language))


def home_file(language: str) -> str:
    """The home page in `language`, below `docs/`. That in Traditional is the site's."""
    return HOME.file if language == TRADITIONAL else HOME.file_in(language)


HOME = PageKind("index", lambda words: words.home)
HEADINGS = PageKind("all-headings", lambda words: words.headings)

READING = ArticlePage("index", lambda words: words.in_text, lambda _, __: True)
WORKS = ArticlePage(
    "works",
    lambda words: words.works,
    lambda work, language: bool(work[language].article.annotations.citations),
)
TERMS = ArticlePage(
    "terms",
    lambda words: words.terms,
    lambda work, language: bool(work[language].article.annotations.terms),
)
TIMELINE = ArticlePage(
    "timeline",
    lambda words: words.timeline,
    lambda work, language: bool(work[language].article.annotations.dates),
)
ABOUT = ArticlePage("about", lambda words: words.about, lambda _, __: True)
CONVERSIONS = ArticlePage("conversions", lambda words: words.conversions, lambda work, _: len(work) > 1)
PARALLEL = ArticlePage(
    "parallel",
    lambda words: words.parallel,
    lambda work, language: work[language].article.is_original and len(work) > 1,
)

# Those to which the reading page has links, in their order; to the parallel page the switch leads.
LISTED = (WORKS, TERMS, TIMELINE, ABOUT, CONVERSIONS)
ARTICLE_PAGES = (READING, *LISTED, PARALLEL)
IN_ENGLISH = (READING, WORKS, TERMS, TIMELINE)
