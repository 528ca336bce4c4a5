"""Where an article speaks of what it glosses: names that tell readers of English what a text is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from duidu.annotations import Span
from duidu.enrich.works import texts_of
from duidu.model import Article, Heading, parts_of
from duidu.publish.escape import link
from duidu.publish.links import term_id
from duidu.publish.pages.page_kinds import TERMS
from duidu.remembered import remembered


@dataclass(frozen=True, slots=True)
class GlossedName:
    """A place of a term, the term's number in the index, and its first form in the other language."""

    span: Span
    number: int
    foreign: str

    @property
    def linked(self) -> str:
        """It as Markdown, with a link to its entry in the index in English."""
        return f"{link(self.foreign, f'{TERMS.file}#{term_id(self.number)}')}{{.term}}"


@remembered
def glossed_names(article: Article) -> Mapping[str, Sequence[GlossedName]]:
    """The places of all terms, by the ids of their parts, in order; none that is part of a longer one."""
    texts = texts_of(article)
    found = [
        GlossedName(span, number, texts[term.glosses[0].foreign])
        for number, term in enumerate(article.annotations.terms, start=1)
        for span in term.places
    ]
    by_part: dict[str, list[GlossedName]] = {}
    for name in sorted(found, key=lambda name: (name.span.part, name.span.start, -name.span.end)):
        known = by_part.setdefault(name.span.part, [])
        if not known or not name.span.within(known[-1].span):
            known.append(name)
    return by_part


def once(names: Sequence[GlossedName]) -> list[GlossedName]:
    """The first of each term."""
    return list({name.number: name for name in reversed(names)}.values())[::-1]


def foreign_forms(names: Sequence[GlossedName]) -> str:
    """What the terms are called in the other language, each once."""
    return "; ".join(name.foreign for name in once(names))


def glossed_in_sections(article: Article) -> Mapping[str, str]:
    """The terms first glossed in the text of each section, as Markdown, by the ids of the headings."""
    sections = _sections(article)
    return {heading: "; ".join(name.linked for name in names) for heading, names in sections if names}


def _sections(article: Article) -> Iterator[tuple[str, list[GlossedName]]]:
    firsts = {term.glosses[0].chinese for term in article.annotations.terms}
    named = glossed_names(article)
    heading = ""
    names: list[GlossedName] = []
    for block in article.blocks:
        if isinstance(block, Heading):
            yield heading, names
            heading, names = block.id, []
        for part, _ in parts_of(block):
            names += (name for name in named.get(part, ()) if name.span in firsts)
    yield heading, names
