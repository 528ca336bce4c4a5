"""References in notes and bibliography: to the works cited, to what a short reference means, to the web."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.annotations import Citation, ShortReference, Span
from duidu.enrich.works import Texts, texts_of, works_of
from duidu.han import IDEOGRAPHIC
from duidu.model import ENGLISH, Article
from duidu.publish import tree
from duidu.publish.regions import Region, Regions
from duidu.publish.web_addresses import link_target
from duidu.publish.words import Words


def reference_regions(article: Article, words: Words) -> Regions:
    """What the references in `article` mean; `words` are those of its language."""
    regions: dict[str, list[Region]] = {}
    for part, region in _all(article, words):
        regions.setdefault(part, []).append(region)
    return regions


# A region, and the id of the part in which it is.
Placed = tuple[str, Region]


def _all(article: Article, words: Words) -> Iterator[Placed]:
    texts = texts_of(article)
    works = {citation.id: work.id for work in works_of(article) for citation in work.citations}
    citations = {citation.id: citation for citation in article.annotations.citations}
    for citation in citations.values():
        yield placed(citation.span, tree.Citation(citation.id, language_of_citation(citation, texts)))
        yield from _way_to_work(citation, works[citation.id])
    for short in article.annotations.short_references:
        yield placed(short.span, _short(short, citations, texts, words))
    yield from (address_link(span, texts) for span in article.annotations.addresses)


def placed(span: Span, meaning: tree.Container) -> Placed:
    """The region of `span`."""
    return span.part, Region(span.start, span.end, meaning)


def language_of_citation(citation: Citation, texts: Texts) -> str:
    """The language of a reference in Latin letters, most of which are in English; else empty."""
    return ENGLISH if in_latin(citation, texts) else ""


def in_latin(citation: Citation, texts: Texts) -> bool:
    """Whether a reference has no Chinese in it."""
    return all(character < IDEOGRAPHIC for character in texts[citation.span])


def _way_to_work(citation: Citation, work: str) -> Iterator[Placed]:
    """The title, or the author of what has none, leads to the page of works cited."""
    named = citation.title or next(
        (span for span in citation.authors if span.part == citation.span.part), None
    )
    if named:
        yield placed(named, tree.Link(tree.LinkKind.WORK, work))


def _short(
    short: ShortReference, citations: dict[str, Citation], texts: Texts, words: Words
) -> tree.ShortReference:
    """One meaning makes the words a link; if there are several, all are offered after them."""
    if len(short.targets) < 2:
        return tree.ShortReference(short.targets)
    before, after = words.may_mean.split("{works}")
    remark: list[tree.Inline] = [tree.Text(before)]
    for number, target in enumerate(short.targets):
        remark += [tree.Text(words.or_)] if number else []
        remark.append(tree.ShortReference((target,), content=_name(citations[target], texts, words)))
    return tree.ShortReference(short.targets, (*remark, tree.Text(after)))


def _name(citation: Citation, texts: Texts, words: Words) -> tree.Content:
    """The note and the title of a work that may be meant."""
    number = words.in_note.format(number=texts.label(citation.span.part))
    title = tree.Text(texts[texts.with_marks(citation.title or citation.span)])
    space = " " if in_latin(citation, texts) else ""
    return tree.Text(number + space), tree.CitedTitle(language_of_citation(citation, texts), (title,))


def address_link(span: Span, texts: Texts) -> Placed:
    """A link to another site, of which some are written without their scheme."""
    text = texts[span]
    target = link_target(text if "://" in text else f"http://{text}")
    return placed(span, tree.Link(tree.LinkKind.ADDRESS, target))
