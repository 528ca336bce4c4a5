"""How an article is cited, as far as its parts are known: nothing is made up, and nothing left empty."""

from __future__ import annotations

from duidu.metadata import Metadata
from duidu.model import ENGLISH, TRADITIONAL, Article, PageBreak, plain
from duidu.publish.escape import escape


def english_citation(article: Article, metadata: Metadata) -> str:
    """The citation in English, as Markdown."""
    parts = (_authors(article), _titles(article), _journal(metadata), _pages(article))
    return f"{', '.join(filter(None, parts))}."


def chinese_span(markdown: str) -> str:
    """`markdown`, which is in Chinese, amid English."""
    return f'<span lang="{TRADITIONAL}">{markdown}</span>' if markdown else ""


def _authors(article: Article) -> str:
    return " and ".join(escape(plain(author.name_en or author.name)) for author in article.front.authors)


def _titles(article: Article) -> str:
    english, chinese = (escape(plain(article.front.titles.get(tag, ()))) for tag in (ENGLISH, TRADITIONAL))
    return f"“{english}”" + (f" ({chinese_span(chinese)})" if chinese else "")


def _journal(metadata: Metadata) -> str:
    """Name, volume, issue and year."""
    english = f"*{escape(metadata.journal_en)}*" if metadata.journal_en else ""
    chinese = chinese_span(f"《{escape(metadata.journal)}》") if metadata.journal else ""
    volume = f"vol. {escape(metadata.volume)}" if metadata.volume else ""
    issue = f"no. {escape(metadata.issue)}" if metadata.issue else ""
    listed = ", ".join(filter(None, (f"{english} {chinese}".strip(), volume, issue)))
    return f"{listed} ({metadata.year})".strip() if metadata.year else listed


def _pages(article: Article) -> str:
    """The first page and the last."""
    citations = [escape(PageBreak(page.label, page.seen).citation) for page in article.pages]
    if len(citations) > 1:
        return f"pp. {citations[0]}–{citations[-1]}"
    return f"p. {citations[0]}" if citations else ""
