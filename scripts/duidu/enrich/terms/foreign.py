"""What kind of name the foreign words of a gloss are, and how long their Chinese may be."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from duidu.enrich.terms.lexicon import KINDS_IN_ENGLISH, PLACES_BEGIN, SOUNDS, THING_AFTER


class Kind(Enum):
    """PERSON: Winston Churchill. NAME: Fulton. PROPER: Suez Crisis. COMMON: alliance. SHORT: SIGINT, MI-5."""

    PERSON = auto()
    NAME = auto()
    PROPER = auto()
    COMMON = auto()
    SHORT = auto()


_SHORT = re.compile(r"[A-Z0-9][A-Z0-9.&/\-]+$")
_CAPITAL = re.compile(r"(?:[dlDLO]['’])?[A-ZÀ-ÞŁŚŠŽ]")
# What stands in a person's name without a capital.
_PARTICLES = {
    "de",
    "da",
    "di",
    "du",
    "del",
    "della",
    "van",
    "von",
    "der",
    "den",
    "la",
    "le",
    "ibn",
    "bin",
    "al",
}
_LESSER = {"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with", "&"}
_VOWELS = re.compile(r"[aeiouyà-ÿ]+", re.IGNORECASE)
_SYLLABLE = (
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|hs|ts|tz|[ptkc]h?['’])?"
    r"(?:i?ao|iang|iong|uang|ueng|[iuü]?ang?|i?eng?|i?ong?|ing?|u[aoie]n?|ui|[iu]ai|ai|ei|i?ou?|ih|u?o|ie|[üu]e|ia|üan?|[aeiouü]n?|er|ung|un))"
)
_CHINESE_WORD = re.compile(rf"{_SYLLABLE}(?:['’\-]?{_SYLLABLE}){{0,2}}$", re.IGNORECASE)
_JAPANESE_WORD = re.compile(
    r"(?:(?:[kgsztdnhbpmyrwj]|[kgnhbpmr]y|sh|ch|ts|f|tt|kk|ss|pp|nn)?(?:[aiueo]|[ōūâô])|n(?![aiueo]))+$",
    re.IGNORECASE,
)


def words_of(foreign: str) -> list[str]:
    """The words that count; articles and the like do not."""
    found = re.findall(r"[^\W\d_][^\s,;/]*", foreign)
    return [word for word in found if word.lower() not in _LESSER]


@lru_cache(maxsize=10_000)
def kind_of(foreign: str) -> Kind:
    """The kind of name that `foreign` is, by its capitals and by words that name kinds of things."""
    if _SHORT.match(foreign) and sum(map(str.isupper, foreign)) > 1:
        return Kind.SHORT
    words = foreign.replace(",", " ").split()
    capitals = [word for word in words if _CAPITAL.match(word)]
    if not capitals or not _CAPITAL.match(
        next(w for w in words if w.lower() not in _LESSER or w is words[-1])
    ):
        return Kind.COMMON
    if any(word.lower() in KINDS_IN_ENGLISH for word in re.split(r"[\s\-]+", foreign)):
        return Kind.PROPER
    if len(words) == 1 or (len(words) == 2 and words[0].lower() in PLACES_BEGIN):
        return Kind.NAME
    lesser = [word for word in words if not _CAPITAL.match(word)]
    if 2 <= len(words) <= 6 and all(word.lower() in _PARTICLES for word in lesser):
        return Kind.PERSON
    return Kind.PROPER if len(capitals) > len(lesser) // 2 else Kind.COMMON


def surname(foreign: str) -> str:
    """The last name of a person, with its particles: de Gaulle. A number after a king's name is none."""
    words = [w for w in foreign.split() if not re.fullmatch(r"(?:[IVX]+|[JS]r)\.?,?", w)] or [foreign]
    last = len(words) - 1
    while last > 0 and words[last - 1].lower() in _PARTICLES:
        last -= 1
    return " ".join(words[last:])


def syllables(word: str) -> int:
    """About how many syllables `word` has."""
    return len(_VOWELS.findall(re.sub(r"e\b", "", word)))


def sounds(word: str) -> int:
    """How many ideographs the sound of `word` may take at most.

    One for each vowel or group of them, and one for each consonant that has no vowel after it: Bush is
    布希, Truman 杜魯門, Marx 馬克思. (So in the tables of 新華通訊社, 《世界人名翻譯大辭典》.)
    """
    letters = re.sub(r"[^a-zà-ÿ]", "", word.lower())
    letters = re.sub(r"(?<=[^aeiouy])e$", "", letters)
    vowels = len(_VOWELS.findall(letters)) + len(re.findall(r"i[aeo]|[eo]a|y[aou]|eo|ua", letters))
    lone = len(re.findall(r"(?:ch|sh|th|ph|ck|ng|[bcdfghjklmnpqrstvwxz])(?![aeiouyà-ÿh])", letters))
    return max(vowels + lone + letters.count("x"), 2)


def east_asian(foreign: str) -> int | None:
    """How many ideographs a Chinese name has, or a Japanese one at most; None if it is neither."""
    words = foreign.replace(",", "").split()
    if len(words) in (2, 3) and all(map(_CHINESE_WORD.match, words)):
        syllables = sum(len(re.findall(_SYLLABLE, w, re.IGNORECASE)) for w in words)
        if 2 <= syllables <= 4:
            return syllables
    if len(words) == 2 and all(map(_JAPANESE_WORD.match, words)):
        return 5
    return None


def filing_form(foreign: str, chinese: str) -> str:
    """The form by which `foreign` is sorted: a person by the surname. `chinese` is its Chinese form.

    A Chinese or Japanese name has the surname first already.
    """
    sounding = [sign for sign in chinese if sign in SOUNDS]
    if kind_of(foreign) is not Kind.PERSON or THING_AFTER.search(chinese) or 2 * len(sounding) < len(chinese):
        return foreign
    if east_asian(foreign):
        return foreign
    last = surname(foreign)
    before, _, after = foreign.rpartition(last)
    return f"{last}, {before}{after}".strip()
