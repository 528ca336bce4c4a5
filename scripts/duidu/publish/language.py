"""In which language words are, as far as their characters tell."""

from __future__ import annotations

import re

import regex

from duidu.enrich.opencc_tables import MAINLAND, TAIWANS, is_in
from duidu.han import UNIFIED
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL

_IDEOGRAPH = regex.compile(UNIFIED)
_LETTER = re.compile("[A-Za-z]")
# The standards of characters in Taipei and in Beijing, which tell the two scripts apart.
_STANDARDS = {TRADITIONAL: TAIWANS, SIMPLIFIED: MAINLAND}


def language_of(text: str) -> str:
    """The language of `text` as its characters tell it; empty where they do not.

    Chinese that is the same in both scripts is `zh`.
    """
    if not (ideographs := _IDEOGRAPH.findall(text)):
        return ENGLISH if text.isascii() and _LETTER.search(text) else ""
    fitting = [
        script
        for script, standard in _STANDARDS.items()
        if all(is_in(character, standard) for character in ideographs)
    ]
    return fitting[0] if len(fitting) == 1 else "zh"
