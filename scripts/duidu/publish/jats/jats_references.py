"""Lists of references as JATS: the article's own bibliography, and the works that its notes cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from duidu.annotations import Citation
from duidu.cutting import words_between
from duidu.enrich.works import Texts, texts_of, works_of
from duidu.model import Article, Reference
from duidu.publish import tree
from duidu.publish.content import content_of
from duidu.publish.detailed_regions import details_of
from duidu.publish.divisions import Division
from duidu.publish.jats.jats_inlines import Targets, inline, leaves
from duidu.publish.reference_links import address_link, language_of_citation, reference_regions
from duidu.publish.regions import Region, Regions
from duidu.publish.words import WORDS
from duidu.publish.work_kinds import WorkKind, kind_of
from duidu.publish.xml_elements import Children, container, element

PUBLICATIONS = {
    WorkKind.ARTICLE: "journal",
    WorkKind.CHAPTER: "book",
    WorkKind.BOOK: "book",
    WorkKind.PAGE: "other",
    WorkKind.OTHER: "other",
}


def jats_regions(article: Article, language: str) -> Regions:
    """What is known of the words of `article`: in entries the details of works, elsewhere ways there."""
    regions = dict(reference_regions(article, WORDS[language]))
    texts = texts_of(article)
    for block in article.blocks:
        if isinstance(block, Reference):
            named = [each for each in article.annotations.citations if each.span.part == block.id]
            regions[block.id] = [region for each in named for region in _regions(each, article, texts)]
    return regions


def entries_of(article: Article) -> Mapping[str, str]:
    """The id of the entry for each work, by the id of the work and of every reference to it.

    A work that the bibliography has is not listed again.
    """
    return {
        known: work.entries[0] if work.entries else work.id
        for work in works_of(article)
        for known in (work.id, *(citation.id for citation in work.citations))
    }


Apart = tuple[tuple[tree.Body, ...], tuple[Division, ...], tuple[Division | tree.References, ...]]


def apart(blocks: tuple[tree.Body, ...], divisions: tuple[Division, ...]) -> Apart:
    """The text, and the bibliographies after it: sections, or entries without a heading."""
    end = len(divisions)
    while end and _is_bibliography(divisions[end - 1]):
        end -= 1
    if not divisions and blocks and isinstance(blocks[-1], tree.References):
        return blocks[:-1], (), (blocks[-1],)
    return blocks, divisions[:end], divisions[end:]


def _is_bibliography(node: Division) -> bool:
    """Whether a section has entries, and nothing else."""
    entries = bool(node.blocks or node.divisions)
    only = all(isinstance(block, tree.References) for block in node.blocks)
    return entries and only and all(map(_is_bibliography, node.divisions))


def bibliography(node: Division | tree.References, targets: Targets) -> Element:
    """A list of references, with the lists within it."""
    if isinstance(node, tree.References):
        return container("ref-list", {}, *(entry(each, targets) for each in node.entries))
    title = element("title", {}, *inline(node.heading.content, targets))
    entries = [
        entry(each, targets)
        for block in node.blocks
        if isinstance(block, tree.References)
        for each in block.entries
    ]
    within = [bibliography(each, targets) for each in node.divisions]
    return container("ref-list", {"id": node.heading.id}, title, *entries, *within)


def entry(node: tree.Reference, targets: Targets) -> Element:
    """An entry of the bibliography."""
    words = entry_words(node, targets)
    called = is_called_from(node)
    inside = [element("note", {}, element("p", {}, *words))] if called else words
    return container("ref", {"id": node.id}, *inside)


def entry_words(node: tree.Reference, targets: Targets) -> Children:
    """An entry's words, in which the details are marked; by the first the kind of publication is known."""
    words = inline(node.content, targets)
    if is_called_from(node):
        return words
    kinds = [detail.kind for detail in _details(node.content)]
    return [element("mixed-citation", {"publication-type": PUBLICATIONS[kinds[0]] if kinds else ""}, *words)]


def is_called_from(node: tree.Reference) -> bool:
    """Whether a note is called from an entry: no citation may have a call."""
    return any(isinstance(leaf, tree.NoteCall) for leaf in leaves(node.content))


def _details(content: Iterable[tree.Inline]) -> Iterator[tree.Detail]:
    for node in content:
        if isinstance(node, tree.Detail):
            yield node
        elif isinstance(node, tree.Container):
            yield from _details(node.content)


def works_in_notes(article: Article, language: str, targets: Targets) -> Iterator[Element]:
    """The list of those works that notes cite and no bibliography has, as they are first cited."""
    if works := [work for work in works_of(article) if not work.entries]:
        texts, runs = texts_of(article), dict(article.body_parts())
        refs = []
        for work in works:
            citation = work.citations[0]
            span = citation.span
            words = words_between(runs[span.part], span.start, span.end)
            regions = [
                replace(region, start=region.start - span.start, end=region.end - span.start)
                for region in _regions(citation, article, texts)
            ]
            told = {
                "publication-type": PUBLICATIONS[kind_of(citation)],
                "xml:lang": language_of_citation(citation, texts),
            }
            cited = element("mixed-citation", told, *inline(content_of(words, regions), targets))
            refs.append(container("ref", {"id": work.id}, cited))
        title = element("title", {}, WORDS[language].works)
        yield container("ref-list", {"specific-use": "cited-in-notes"}, title, *refs)


def _regions(citation: Citation, article: Article, texts: Texts) -> Iterator[Region]:
    """The details of `citation`, and the addresses in it."""
    addresses = (span for span in article.annotations.addresses if span.within(citation.span))
    for _, region in (*details_of(citation), *(address_link(span, texts) for span in addresses)):
        yield region
