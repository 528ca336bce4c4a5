"""The English front page of an article: what it says, where in it, and how to read and cite it.

Nothing is translated: what the article itself has in English is given, and the rest in Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from duidu.metadata import Metadata
from duidu.model import (
    ENGLISH,
    Article,
    Author,
    Front,
    PageBreak,
    Runs,
    parts_of,
    plain,
)
from duidu.publish import tree
from duidu.publish.article_tree import document_of
from duidu.publish.citing.box import complete, files_line, hints, markdown_style
from duidu.publish.citing.head import citation, quoting, scholarly
from duidu.publish.citing.record import Record, record_of
from duidu.publish.citing.reference_styles import reference
from duidu.publish.content import content_of
from duidu.publish.downloads import Download
from duidu.publish.escape import Value, chinese_span, dotted, escape, front_matter, link
from duidu.publish.glossed_names import glossed_in_sections
from duidu.publish.markdown import Context, inline, render
from duidu.publish.pages.article_entry import headings_of
from duidu.publish.pages.download_box import download_box
from duidu.publish.pages.headings_page import outline
from duidu.publish.pages.page_kinds import (
    ABOUT,
    LISTED,
    PARALLEL,
    READING,
    ArticlePage,
    files_folder,
    pdf_from_page,
)
from duidu.publish.pages.reading_page import DESCRIPTION_LENGTH, length_line
from duidu.publish.titles import summary_of, title_of
from duidu.publish.words import FRONT_PAGE_WORDS, WORDS

_CONTEXT = Context(WORDS[ENGLISH])


def english_page(
    slug: str,
    article: Article,
    languages: Sequence[str],
    metadata: Metadata,
    english_pages: Sequence[ArticlePage] = (),
    downloads: Sequence[Download] = (),
) -> str:
    """The Markdown of the front page of `article`, which is to be read in `languages` and taken along.

    `english_pages` are those that it has in English.
    """
    record, english = (record_of(slug, article, metadata, tag) for tag in (article.language, ENGLISH))
    outlined = tuple(_outline(slug, article))
    article = replace(article, front=_without_pages(article.front))
    front = article.front
    document = document_of(slug, Article(front, (), ()), ENGLISH)
    title = title_of(slug, front, ENGLISH)
    meta: dict[str, Value] = {
        "title": title,
        "language": ENGLISH,
        "article": slug,
        "description": summary_of(front, ENGLISH, DESCRIPTION_LENGTH) or title,
        **quoting({ENGLISH: record}),
        **citation(english),
        **scholarly(english),
    }
    parts = (
        f"# {inline(document.title.content, _CONTEXT)} {{#title}}\n",
        *(_author(author, article.language) for author in front.authors),
        *_original_title(article),
        _ways_in(article, slug, languages, pdf_from_page(slug, ENGLISH, article.original_language, metadata)),
        *_in_english(english_pages),
        *length_line(article, WORDS[ENGLISH]),
        *(render(part, _CONTEXT) for part in tree.present(document.abstract, document.keywords)),
        *outlined,
        f"## {FRONT_PAGE_WORDS.how_to_read} {{#reading}}\n",
        *_how_to_read(slug, article, languages),
        *_how_to_cite(record, english, article),
        download_box(downloads, files_folder(slug, ENGLISH, article.language), ENGLISH, metadata.rights),
    )
    return front_matter(meta) + "\n".join(parts)


def _without_pages(front: Front) -> Front:
    """The English of `front` without its page breaks: they are marked where the article is read."""

    def each(pieces: Sequence[Runs]) -> tuple[Runs, ...]:
        return tuple(tuple(run for run in runs if not isinstance(run, PageBreak)) for runs in pieces)

    return replace(
        front,
        titles=dict(zip(front.titles, each(tuple(front.titles.values())), strict=True)),
        abstracts={ENGLISH: each(front.abstracts.get(ENGLISH, ()))},
        keywords={ENGLISH: each(front.keywords.get(ENGLISH, ()))},
    )


def _author(author: Author, language: str) -> str:
    """The name in English and in Chinese, or once if there is one or both are the same; and the affiliation
    if it is in English.
    """
    english, original = _inline(author.name_en), _inline(author.name)
    chinese = chinese_span(original, language) if original != english else ""
    name = f"{english} ({chinese})" if english and chinese else english or chinese
    if affiliation := _inline(author.affiliation_en):
        name += f' <span class="affiliation">{affiliation}</span>'
    return f"{name}\n{{.author}}\n"


def _inline(runs: Runs) -> str:
    return inline(content_of(runs), _CONTEXT)


def _original_title(article: Article) -> Iterator[str]:
    title, english = (plain(article.front.titles.get(tag, ())) for tag in (article.language, ENGLISH))
    if title and title != english:
        yield f'{escape(title)}\n{{.original-title lang="{article.language}"}}\n'


def _ways_in(article: Article, slug: str, languages: Sequence[str], pdf: str) -> str:
    links = []
    for language in languages:
        read = link(WORDS[language].script, READING.path_from_article(language, slug))
        links.append(f'{read}{{lang="{language}" hreflang="{language}"}}')
    if len(languages) > 1:
        links.append(link(WORDS[ENGLISH].parallel, PARALLEL.path_from_article(article.language, slug)))
    if pdf:
        links.append(link(WORDS[ENGLISH].pdf, pdf))
    return f"{FRONT_PAGE_WORDS.ways_in.format(links=dotted(links))}\n{{.about-link}}\n"


def _in_english(pages: Sequence[ArticlePage]) -> Iterator[str]:
    if links := [link(kind.title(WORDS[ENGLISH]), kind.file) for kind in LISTED if kind in pages]:
        yield f"{FRONT_PAGE_WORDS.in_english.format(links=dotted(links))}\n{{.about-link}}\n"


def _outline(slug: str, article: Article) -> Iterator[str]:
    """The headings, in Chinese as they are, linked to their sections, with what the article glosses there."""
    page, below = READING.path_from_article(article.language, slug), glossed_in_sections(article)
    if headings := list(outline(headings_of(article), page, article.language, below)):
        yield f"## {FRONT_PAGE_WORDS.outline} {{#outline}}\n"
        if below:
            yield f"{FRONT_PAGE_WORDS.outline_lead}\n"
        yield from headings


def _how_to_read(slug: str, article: Article, languages: Sequence[str]) -> Iterator[str]:
    yield f"{FRONT_PAGE_WORDS.language}\n"
    if len(languages) > 1:
        yield FRONT_PAGE_WORDS.two_scripts[article.language].format(
            parallel=_address(article, slug, PARALLEL)
        )
    if article.notes:
        yield FRONT_PAGE_WORDS.notes
    if inferred := [mark for mark in _marks(article) if not mark.seen]:
        yield FRONT_PAGE_WORDS.printed_pages.format(example=escape(inferred[0].citation))
    yield f"{FRONT_PAGE_WORDS.text[article.language].format(about=_address(article, slug, ABOUT))}\n"


def _address(article: Article, slug: str, kind: ArticlePage) -> str:
    """The address of a page in the script of the original, as it stands in a link."""
    return link("", kind.path_from_article(article.language, slug))[3:-1]


def _how_to_cite(record: Record, english: Record, article: Article) -> Iterator[str]:
    slug, words = record.slug, WORDS[ENGLISH]
    yield f"## {FRONT_PAGE_WORDS.how_to_cite} {{#citing}}\n"
    cited = f"{reference(record, markdown_style(article.language), language=ENGLISH)}\n{{.cite-reference}}\n"
    yield from complete([cited], english, words)
    yield files_line(slug, files_folder(slug, ENGLISH, article.language), words)
    yield from hints(record, words)
    if marks := _marks(article):
        label = marks[0].label
        example = link(f"#p{label}", f"{READING.path_from_article(article.language, slug)}#p{label}")
        yield f"{FRONT_PAGE_WORDS.quoting.format(example=example)}\n"


def _marks(article: Article) -> list[PageBreak]:
    """The page breaks of the body, each of which is a place to link to."""
    runs = (run for block in article.blocks for _, runs in parts_of(block) for run in runs)
    return [run for run in runs if isinstance(run, PageBreak)]
