"""Article → the names and terms that it gives in another language too: 邱吉爾（Winston Churchill）.

The author says what is a term, by glossing it; nothing else is one. `pairs` finds the glosses, `extent`
how far the Chinese form of each reaches to the left, `foreign` what kind of name the other form is,
`lexicon` has the lists of words that they use, and `places` finds every other place of a form.

That the same characters stand elsewhere does not prove that they mean the same:

- A name means in all of the article what the author glosses: its other places are the term's too, before
  the first gloss also, since titles and abstracts have none. (Pages tell them apart from the glosses.)
- If a form is glossed as two persons, each place is that of the gloss before it.
- A word, which is what has no capital in the other language, may have many senses: only its glosses are
  places of the term: 形成（formation）.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from duidu.annotations import Gloss, Span, Term
from duidu.enrich.terms.extent import extent
from duidu.enrich.terms.foreign import Kind, kind_of
from duidu.enrich.terms.pairs import Pair, pairs
from duidu.enrich.terms.places import places
from duidu.model import Article, plain


def find_terms(article: Article) -> tuple[Term, ...]:
    """The terms of the Traditional `article`, in the order of their first glosses.

    Glosses of the same form are one term, unless they are of two persons. A gloss is left out where no rule
    says how far its Chinese form reaches: an index may lack a term, but must not invent one.
    """
    texts = {part: plain(runs) for part, runs in article.parts()}
    terms: list[tuple[str, list[Gloss]]] = []
    for gloss in _glosses(texts):
        form = _words(gloss.chinese, texts)
        same = [group for known, group in terms if known == form and _are_one([*group, gloss], texts)]
        if same:
            same[-1].append(gloss)
        else:
            terms.append((form, [gloss]))
    glossed = {
        form: [g.chinese for known, group in terms if known == form for g in group] for form, _ in terms
    }
    found = places(texts, glossed)
    return tuple(
        Term(tuple(group), tuple(_own(group, found[form], glossed[form], texts))) for form, group in terms
    )


def _glosses(texts: Mapping[str, str]) -> Iterator[Gloss]:
    """Every gloss in reading order, notes last."""
    whole = "\n".join(texts.values())
    for part, text in texts.items():
        for pair in pairs(text):
            if found := extent(text, pair, whole):
                yield _gloss(part, *found, pair)


def _gloss(part: str, start: int, end: int, pair: Pair) -> Gloss:
    abbreviation = Span(part, *pair.abbreviation) if pair.abbreviation else None
    return Gloss(Span(part, start, end), Span(part, *pair.foreign), abbreviation)


def _are_one(glosses: Sequence[Gloss], texts: Mapping[str, str]) -> bool:
    """Whether glosses of one form are of one thing: not if they name two persons."""
    names = {_words(gloss.foreign, texts) for gloss in glosses}
    return len({name for name in names if kind_of(name) is Kind.PERSON}) <= 1


def _own(
    glosses: Sequence[Gloss], found: Sequence[Span], glossed: Sequence[Span], texts: Mapping[str, str]
) -> Iterator[Span]:
    """Those places of a form, of all `found`, that are those of the term with these `glosses`."""
    own = {gloss.chinese for gloss in glosses}
    is_word = _words(glosses[0].foreign, texts).islower()
    last = glossed[0]
    for span in found:
        last = span if span in glossed else last
        if span in own or (last in own and not is_word):
            yield span


def _words(span: Span, texts: Mapping[str, str]) -> str:
    return texts[span.part][span.start : span.end]
