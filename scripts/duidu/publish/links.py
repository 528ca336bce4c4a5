"""What in an article's text is more than words on a page: references, and the first gloss of each term."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.model import Article
from duidu.publish import tree
from duidu.publish.reference_links import Placed, placed, reference_regions
from duidu.publish.regions import Regions
from duidu.publish.words import WORDS

_HEADINGS = ("title", "sec-")


def term_id(number: int) -> str:
    """The id of the entry for the term with this `number`, which counts from 1."""
    return f"term-{number}"


def regions_of(article: Article, language: str) -> Regions:
    """The regions of each part of `article`, whose text is in `language`."""
    regions = {part: list(each) for part, each in reference_regions(article, WORDS[language]).items()}
    for part, region in _terms(article):
        others = regions.setdefault(part, [])
        if not any(other.start < region.end and region.start < other.end for other in others):
            others.append(region)
    return regions


def _terms(article: Article) -> Iterator[Placed]:
    """The foreign form in the first gloss of each term; none in a heading.

    Not the Chinese form: no selection can begin in a link, and it is Chinese that is quoted.
    """
    for number, term in enumerate(article.annotations.terms, start=1):
        span = term.glosses[0].foreign
        if not span.part.startswith(_HEADINGS):
            yield placed(span, tree.Link(tree.LinkKind.TERM, term_id(number)))
