"""Characters that Simplified keeps in the names of persons, though it writes another for them elsewhere.

The mainland's table of standard characters of 2013 lets some variants stand in names only (陞, 昇, 甯 …), and
what is printed there keeps others for the sake of the person: 王汎森, not 泛.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from duidu.enrich.segmentation import Decision, Word
from duidu.han import SURNAMES

_FORMS: Mapping[str, str] = {kept: kept for kept in "汎陞昇旂甯脩甦淩谿"} | {"鉅": "钜"}
_LONGEST = 3  # ideographs, the surname with them


def may_name(text: str) -> bool:
    """Whether `text` has one of these characters."""
    return not _FORMS.keys().isdisjoint(text)


def with_names(words: Sequence[Word]) -> list[Word]:
    """`words` with those forms where a surname begins a name of two or three characters.

    A name that the dictionary does not have is cut into single characters; so what is cut otherwise is none.
    """
    named = list(words)
    for start, word in enumerate(words):
        if word.text in SURNAMES:
            for place, part in enumerate(words[start : start + _LONGEST], start):
                if len(part.text) > 1:
                    break
                if form := _FORMS.get(part.text):
                    named[place] = replace(part, form=form, decision=Decision.CHARACTER)
    return named
