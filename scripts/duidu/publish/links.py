"""What in an article's text is more than words on a page: references, glosses of terms, Latin words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duidu.enrich.works import Texts, texts_of
from duidu.model import ENGLISH, Article
from duidu.publish import tree
from duidu.publish.language import language_of
from duidu.publish.reference_links import Placed, placed, reference_regions
from duidu.publish.regions import Region, Regions
from duidu.publish.words import WORDS

_HEADINGS = ("title", "sec-")
_LATIN = re.compile(r"[A-Za-z](?:[A-Za-z]|[-'’.,:;&/() 0-9]{1,6}(?=[A-Za-z]))+\.?")


def term_id(number: int) -> str:
    """The id of the entry for the term with this `number`, which counts from 1."""
    return f"term-{number}"


def regions_of(article: Article, language: str) -> Regions:
    """The regions of each part of `article`, whose text is in `language`."""
    texts = texts_of(article)
    regions = {part: list(each) for part, each in reference_regions(article, WORDS[language]).items()}
    for part, region in _terms(article, texts):
        others = regions.setdefault(part, [])
        if not any(other.overlaps(region) for other in others):
            others.append(region)
    for part, _ in article.parts():
        if not part.startswith(_HEADINGS):
            regions[part] = [*(known := regions.get(part, ())), *latin_words(texts.whole(part), known)]
    return regions


def _terms(article: Article, texts: Texts) -> Iterator[Placed]:
    """The foreign form in the first gloss of each term; none in a heading.

    Not the Chinese form: no selection can begin in a link, and it is Chinese that is quoted.
    """
    for number, term in enumerate(article.annotations.terms, start=1):
        span = term.glosses[0].foreign
        if not span.part.startswith(_HEADINGS):
            link = tree.Link(tree.LinkKind.TERM, term_id(number), language=language_of(texts[span]))
            yield placed(span, link)


def latin_words(text: str, known: Sequence[Region]) -> Iterator[Region]:
    """Latin words amid Chinese of whose language nothing is said yet; those of an address have none."""
    for words in _LATIN.finditer(text):
        region = Region(*words.span(), tree.Foreign(ENGLISH))
        if not any(other.overlaps(region) for other in known if _tells_language(other)):
            yield region


def _tells_language(region: Region) -> bool:
    match region.meaning:
        case tree.Link(kind=tree.LinkKind.ADDRESS):
            return True
        case tree.Link() | tree.Citation() | tree.CitedTitle() | tree.Glossed():
            return bool(region.meaning.language)
    return False
