"""References in the notes as links: to the works cited, to what a short reference means, to the web."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from duidu.annotations import Citation, ShortReference, Span
from duidu.enrich.works import Texts, works_of
from duidu.han import IDEOGRAPHIC
from duidu.model import Article
from duidu.publish.escape import attribute, escape
from duidu.publish.regions import Region, Regions
from duidu.publish.words import Words

WORKS_PAGE = "works.md"
_SAFE = "!#$%&'*+,/:;=?@~"


def reference_regions(article: Article, words: Words, *, ids: bool = True) -> Regions:
    """What the references in the notes of `article` are on a page; citations are link targets if `ids`."""
    regions: dict[str, list[Region]] = {}
    for part, region in _all(article, words, ids=ids):
        regions.setdefault(part, []).append(region)
    return regions


# A region, and the id of the part in which it is.
Placed = tuple[str, Region]


def _all(article: Article, words: Words, *, ids: bool) -> Iterator[Placed]:
    texts = Texts(article)
    works = {citation.id: work.id for work in works_of(article) for citation in work.citations}
    citations = {citation.id: citation for citation in article.annotations.citations}
    for citation in citations.values():
        yield _citation(citation, texts, ids=ids)
        yield from _way_to_work(citation, works[citation.id])
    for short in article.annotations.short_references:
        yield _short(short, citations, texts, words)
    yield from (address_link(span, texts) for span in article.annotations.addresses)


def placed(span: Span, before: str, after: str, *, link: bool = False) -> Placed:
    """The region of `span`, between `before` and `after`."""
    return span.part, Region(span.start, span.end, before, after, link)


def _citation(citation: Citation, texts: Texts, *, ids: bool) -> Placed:
    anchor = f'id="{citation.id}" ' if ids else ""
    return placed(citation.span, f'<span {anchor}class="citation"{spoken(citation, texts)}>', "</span>")


def spoken(citation: Citation, texts: Texts) -> str:
    """The attribute `lang` of a reference in Latin letters, with a space before it. Most are in English."""
    return ' lang="en"' if in_latin(citation, texts) else ""


def in_latin(citation: Citation, texts: Texts) -> bool:
    """Whether a reference has no Chinese in it."""
    return all(character < IDEOGRAPHIC for character in texts[citation.span])


def _way_to_work(citation: Citation, work: str) -> Iterator[Placed]:
    """The title, or the author of what has none, leads to the page of works cited."""
    named = citation.title or next(
        (span for span in citation.authors if span.part == citation.span.part), None
    )
    if named:
        yield placed(named, "[", f"]({WORKS_PAGE}#{work}){{.work}}", link=True)


def _short(short: ShortReference, citations: dict[str, Citation], texts: Texts, words: Words) -> Placed:
    """One meaning makes the words a link; if there are several, all are offered after them."""
    if not short.targets:
        return placed(short.span, "", "")
    if len(short.targets) == 1:
        return placed(short.span, "[", f"](#{short.targets[0]}){{.short-reference}}", link=True)
    offers = words.or_.join(
        f"[{_name(citations[target], texts, words)}](#{target}){{.short-reference}}"
        for target in short.targets
    )
    said = words.may_mean.format(works=offers)
    return placed(short.span, "", f'<span class="editorial">{said}</span>', link=True)


def _name(citation: Citation, texts: Texts, words: Words) -> str:
    """The note and the title of a work that may be meant."""
    number = words.in_note.format(number=texts.label(citation.span.part))
    title = escape(texts[texts.with_marks(citation.title or citation.span)])
    space = " " if in_latin(citation, texts) else ""
    return f"{number}{space}<cite{spoken(citation, texts)}>{title}</cite>"


def address_link(span: Span, texts: Texts) -> Placed:
    """A link to another site, which learns nothing of where its reader came from.

    As HTML, which takes any address as it is: Markdown would read some of its signs.
    """
    text = texts[span]
    target = attribute(quote(text if "://" in text else f"http://{text}", safe=_SAFE))
    return placed(span, f'<a href="{target}" rel="noopener noreferrer">', "</a>", link=True)
