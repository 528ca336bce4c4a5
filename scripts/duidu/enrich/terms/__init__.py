"""Article → the names and terms that it gives in another language too: 邱吉爾（Winston Churchill）.

The author says what is a term, by glossing it; nothing else is one. `pairs` finds the glosses, `extent`
how far the Chinese form of each reaches to the left, `foreign` what kind of name the other form is,
`lexicon` has the words that they go by, and `places` finds every other place of a term.
"""

from __future__ import annotations

from duidu.apparatus import Gloss, Span, Term
from duidu.enrich.terms.extent import extent
from duidu.enrich.terms.pairs import Pair, pairs
from duidu.enrich.terms.places import places
from duidu.model import TRADITIONAL, Article, plain


def find_terms(article: Article) -> tuple[Term, ...]:
    """The terms of the Traditional `article`, in the order of their first glosses.

    A term has one Chinese form; glosses of the same form are one term. A gloss is left out where no rule
    says how far its Chinese form reaches: an index may lack a term, but must not invent one.
    """
    texts = {part: plain(runs) for part, runs in article.parts(TRADITIONAL)}
    whole = "\n".join(texts.values())
    glosses: dict[str, list[Gloss]] = {}
    for part, text in texts.items():
        for pair in pairs(text):
            if found := extent(text, pair, whole):
                start, end = found
                glosses.setdefault(text[start:end], []).append(_gloss(part, start, end, pair))
    found_places = places(texts, {form: [g.chinese for g in group] for form, group in glosses.items()})
    return tuple(Term(tuple(group), found_places[form]) for form, group in glosses.items())


def _gloss(part: str, start: int, end: int, pair: Pair) -> Gloss:
    abbreviation = Span(part, *pair.abbreviation) if pair.abbreviation else None
    return Gloss(Span(part, start, end), Span(part, *pair.foreign), abbreviation)
