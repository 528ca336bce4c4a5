"""The article with everything, from pages 3 to 5 of a PDF that its editor publishes."""

from __future__ import annotations

from dataclasses import replace

from duidu.metadata import Metadata
from duidu.model import Article, PageBreak, Run, Runs
from duidu.publish.editions import Edition
from duidu.traversal import map_texts
from rich import ORIGINAL, SIMPLER

PDF = b"%PDF-1.4\n% stands for one\n"
PUBLISHED = Metadata(publish_source=True)


def from_pdf(article: Article) -> Article:
    """The article, of which each printed page is one of the PDF: page 31 the third."""

    def placed(run: Run) -> Run:
        return replace(run, pdf_page=int(run.label) - 28) if isinstance(run, PageBreak) else run

    def all_placed(runs: Runs, _: str) -> Runs:
        return tuple(map(placed, runs))

    return map_texts(article, all_placed)


def editions(metadata: Metadata = PUBLISHED) -> tuple[Edition, Edition]:
    """In both scripts."""
    first, second = (
        replace(each, article=from_pdf(each.article), metadata=metadata) for each in (ORIGINAL, SIMPLER)
    )
    return first, second


__all__ = ["PDF", "PUBLISHED", "editions"]
