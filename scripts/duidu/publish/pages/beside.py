"""What a page on which an article is read has besides the article itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duidu.publish.content import Choices
from duidu.publish.pages.page_kinds import ABOUT, READING, ArticlePage


@dataclass(frozen=True, slots=True)
class Beside:
    """What a reading page may have besides the article itself.

    `pages` are the article's pages in this language, `scripts` those in which it can be read, its own
    first, and `english` says that there is a page in English. `choices` finds the words that conversion
    chose, to mark them. `cite` says how to cite the article and `downloads` how to take it along, both in
    Markdown, and `rights` whose it is. `pdf` is its PDF as seen from the page, if that is published.
    """

    pages: Sequence[ArticlePage] = (READING, ABOUT)
    scripts: Sequence[str] = ()
    english: bool = False
    choices: Choices | None = None
    cite: str = ""
    downloads: str = ""
    rights: str = ""
    pdf: str = ""
