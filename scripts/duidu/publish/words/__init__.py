"""The site's own words, in every language of the site. Braces hold the place of what a page fills in."""

from __future__ import annotations

from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL
from duidu.publish.words.en import ENGLISH_WORDS, FRONT_PAGE_WORDS
from duidu.publish.words.entries import Words
from duidu.publish.words.zh_hans import SIMPLIFIED_WORDS
from duidu.publish.words.zh_hant import TRADITIONAL_WORDS

__all__ = ["FRONT_PAGE_WORDS", "WORDS", "Words"]

WORDS = {TRADITIONAL: TRADITIONAL_WORDS, SIMPLIFIED: SIMPLIFIED_WORDS, ENGLISH: ENGLISH_WORDS}
