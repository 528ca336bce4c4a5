"""What is known of an article's words, for files that programs read: all that the annotations tell.

Readers of a page are told less: see `links`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from duidu.annotations import Citation, Span
from duidu.enrich.works import Texts, texts_of
from duidu.model import Article
from duidu.publish import tree
from duidu.publish.corrected_places import corrected_places
from duidu.publish.language import language_of
from duidu.publish.links import latin_words
from duidu.publish.reference_links import Placed, address_link, language_of_citation, placed
from duidu.publish.regions import Region, Regions
from duidu.publish.work_kinds import kind_of


def detailed_regions(article: Article) -> Regions:
    """The regions of each part of `article`: references with their details, names, dates, corrections.

    None of them cuts another, and none has a reference in it: what would is left out. What was corrected is
    told only in the original: there alone the source has other words.
    """
    texts, regions = texts_of(article), defaultdict[str, list[Region]](list)
    latin = (
        (part, each) for part, _ in article.parts() for each in latin_words(texts.whole(part), regions[part])
    )
    corrected = corrected_places(article) if article.is_original else ()
    corrections = (placed(span, tree.Corrected(source)) for span, source in corrected)
    for part, region in chain(_references(article, texts), _told(article, texts), latin, corrections):
        if all(_fit(region, other) for other in regions[part]):
            regions[part].append(region)
    return regions


def _fit(region: Region, other: Region) -> bool:
    """Whether `region` can stand beside, inside or around the `other`, which is known already."""
    inside = other.start <= region.start and region.end <= other.end
    around = region.start <= other.start and other.end <= region.end
    return not region.overlaps(other) or inside or (around and not isinstance(other.meaning, tree.Citation))


def _references(article: Article, texts: Texts) -> Iterator[Placed]:
    known = article.annotations
    for citation in known.citations:
        yield placed(citation.span, tree.Citation(citation.id, language_of_citation(citation, texts)))
        yield from details_of(citation)
    for short in known.short_references:
        yield placed(short.span, tree.ShortReference(short.targets))
    yield from (address_link(span, texts) for span in known.addresses)


def _told(article: Article, texts: Texts) -> Iterator[Placed]:
    """Dates, names and terms. What has a capital in the other language is most often a name."""
    yield from (placed(date.place, tree.Dated(date)) for date in article.annotations.dates)
    for number, term in enumerate(article.annotations.terms, start=1):
        proper = any(map(str.isupper, texts[term.glosses[0].foreign]))
        glossed = (gloss.chinese for gloss in term.glosses)
        for place in dict.fromkeys((*glossed, *term.places)):
            yield placed(place, tree.Named(number, proper))
        for gloss in term.glosses:
            yield from (_glossed(span, number, texts) for span in (gloss.foreign, gloss.abbreviation) if span)


def _glossed(span: Span, number: int, texts: Texts) -> Placed:
    return placed(span, tree.Glossed(number, language_of(texts[span])))


def details_of(citation: Citation) -> Iterator[Placed]:
    """The details that `citation` gives within its own span; an author may stand in an earlier reference."""
    kind = kind_of(citation)
    for part in tree.Part:
        said = getattr(citation, part.value)
        for span in said if isinstance(said, tuple) else (said,):
            if span is not None and span.within(citation.span):
                yield placed(span, tree.Detail(part, kind))
