"""The end of a page of an article: the ways on from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duidu.model import ENGLISH, Front
from duidu.publish.escape import attribute, dotted, escape, link
from duidu.publish.pages.beside import Beside
from duidu.publish.pages.download_box import ANCHOR
from duidu.publish.pages.list_page import title_amid
from duidu.publish.pages.page_kinds import LISTED, PARALLEL, READING, ArticlePage
from duidu.publish.words import WORDS
from duidu.publish.words.entries import Words


def links_line(slug: str, language: str, beside: Beside) -> str:
    """The links to the article's other pages in this language, and to that in English."""
    links = [*_pages(language, beside), *_pdf(language, beside), *_english(slug, beside)]
    return f"{dotted(links)}\n{{.about-link}}\n"


def onward(slug: str, language: str, beside: Beside, here: str) -> str:
    """The links at the end of the page `here`, a file: to cite, save, look up, read otherwise, and back."""
    words = WORDS[language]
    cite = [link(words.cite, "#cite")] if beside.cite else []
    taken = [link(words.downloads, f"#{ANCHOR}")] if beside.downloads else []
    lines = (
        dotted((*cite, *taken, *_pages(language, beside), *_pdf(language, beside))),
        dotted((*_views(slug, language, beside, here), *_english(slug, beside))),
        words.cite_rights.format(rights=escape(beside.rights)) if beside.rights else "",
        link(words.to_top, "#title"),
    )
    return _nav(lines, words)


def onward_from_list(
    kind: ArticlePage, slug: str, front: Front, language: str, pages: Sequence[ArticlePage]
) -> str:
    """The links at the end of a page of this `kind`, which tells something of an article: to the article, to
    those of its `pages` that tell something else, and back.
    """
    words = WORDS[language]
    others = (
        link(other.title(words), other.file) for other in LISTED if other in pages and other is not kind
    )
    article = title_amid(slug, front, language, READING.file)
    return _nav((article, dotted(others), link(words.to_page_top, "#title")), words)


def _nav(lines: Iterable[str], words: Words) -> str:
    body = "\n\n".join(filter(None, lines))
    return f'<nav class="onward" aria-label="{attribute(words.onward)}" markdown="1">\n\n{body}\n\n</nav>\n'


def _pages(language: str, beside: Beside) -> Iterator[str]:
    return (link(kind.title(WORDS[language]), kind.file) for kind in LISTED if kind in beside.pages)


def _views(slug: str, language: str, beside: Beside, here: str) -> Iterator[str]:
    """The article in its scripts, and side by side, but for what is `here`."""
    for script in beside.scripts:
        page = READING.path_from_article(script, slug)
        if here == PARALLEL.file or script != language:
            yield f'{link(WORDS[script].script, page)}{{lang="{script}" hreflang="{script}"}}'
    if here != PARALLEL.file and beside.scripts[1:]:
        yield link(PARALLEL.title(WORDS[language]), PARALLEL.path_from_article(beside.scripts[0], slug))


def _pdf(language: str, beside: Beside) -> Iterator[str]:
    if beside.pdf:
        yield link(WORDS[language].pdf, beside.pdf)


def _english(slug: str, beside: Beside) -> Iterator[str]:
    if beside.english:
        page = READING.path_from_article(ENGLISH, slug)
        yield f'{link(WORDS[ENGLISH].script, page)}{{lang="en" hreflang="en"}}'
