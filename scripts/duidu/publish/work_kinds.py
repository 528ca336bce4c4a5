"""What kind of work a citation speaks of: one answer for every format."""

from __future__ import annotations

from enum import Enum

from duidu.annotations import Citation


class WorkKind(Enum):
    """What kind of work is cited, as far as its reference tells: its names in BibTeX, RIS and CSL."""

    ARTICLE = ("article", "JOUR", "article-journal")
    CHAPTER = ("incollection", "CHAP", "chapter")
    BOOK = ("book", "BOOK", "book")
    PAGE = ("misc", "ELEC", "webpage")
    OTHER = ("misc", "GEN", "document")

    @property
    def bibtex(self) -> str:
        """Its name in BibTeX."""
        return self.value[0]

    @property
    def ris(self) -> str:
        """Its name in RIS."""
        return self.value[1]

    @property
    def csl(self) -> str:
        """Its name in CSL."""
        return self.value[2]


def kind_of(citation: Citation) -> WorkKind:
    """An article has a volume or an issue and no publisher of its own, a chapter a book that was published or
    edited, and a page of the web an address.
    """
    published = citation.publisher or citation.place
    if citation.container and not citation.publisher and (citation.volume or citation.issue):
        return WorkKind.ARTICLE
    if citation.container and (published or citation.editors):
        return WorkKind.CHAPTER
    if published:
        return WorkKind.BOOK
    return WorkKind.PAGE if citation.url else WorkKind.OTHER
