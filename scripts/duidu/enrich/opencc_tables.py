"""OpenCC's conversions `tw2s` and `s2tw`: Taiwan's Traditional to Simplified, and back.

Here alone OpenCC is imported, when it is first used, since its tables take a moment to read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from duidu.enrich.direction import TO_SIMPLIFIED, TO_TRADITIONAL, Direction
from duidu.han import is_common

_HONG_KONGS = "HKVariantsRev"  # Hong Kong's variants, and the standard form of each
MAINLAND, TAIWANS = "gb2312", "big5"  # the character sets that are the standards of the two
# OpenCC looks for no phrase across these, so text may be cut at them and converted piece by piece.
_BETWEEN = re.compile(r"([\s，。、；：？！「」『』（）《》〈〉]+)")


@cache
def _converter(configuration: str) -> Any:
    from opencc import OpenCC  # type: ignore[import-untyped]

    return OpenCC(configuration)


def convert(text: str, direction: Direction) -> str:
    """`text` in the other script as OpenCC has it: character for character, so of the same length."""
    return "".join(_convert_piece(piece, direction.configuration) for piece in _BETWEEN.split(text))


@lru_cache(maxsize=10_000)
def _convert_piece(text: str, configuration: str) -> str:
    converter = _converter(configuration)
    converted: str = converter.convert(text)
    if len(converted) == len(text):
        return converted
    # No phrase of today's tables does this. One of tomorrow's may.
    singles = (converter.convert(character) for character in text)
    return "".join(
        single if len(single) == 1 else character for character, single in zip(text, singles, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Tables:
    """OpenCC's tables for `tw2s`, which applies `variants` first and the others to what that gives."""

    variants: Mapping[str, str]
    variant_phrases: Mapping[str, str]
    characters: Mapping[str, str]
    phrases: Mapping[str, str]


@cache
def _read(name: str) -> Mapping[str, str]:
    """A dictionary that comes with OpenCC: what each word becomes, several forms with spaces between them."""
    lines = files("opencc").joinpath("dictionary", f"{name}.txt").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line)


@cache
def tables() -> Tables:
    """The dictionaries of `tw2s`."""
    return Tables(
        variants=_read("TWVariantsRev"),
        variant_phrases=_read("TWVariantsRevPhrases"),
        characters=_read("TSCharacters"),
        phrases=_read("TSPhrases"),
    )


@cache
def phrases(direction: Direction) -> Mapping[str, str]:
    """The words of which OpenCC knows the form in the other script.

    To Simplified those only that become something else than their characters do alone, in both spellings.
    """
    if direction is TO_TRADITIONAL:
        taiwans = str.maketrans(dict(_read("TWVariants")))
        return {word: forms.split()[0].translate(taiwans) for word, forms in _read("STPhrases").items()}
    table = tables()
    taiwans = str.maketrans({standard: variant for variant, standard in table.variants.items()})
    found = {phrase: form.split()[0] for phrase, form in table.phrases.items()}
    found |= {phrase.translate(taiwans): form for phrase, form in found.items()}
    found |= {phrase: convert(phrase, direction) for phrase in table.variant_phrases}
    return {
        phrase: form
        for phrase, form in found.items()
        if form != "".join(convert(character, direction) for character in phrase)
    }


@lru_cache(maxsize=10_000)
def candidates(character: str, direction: Direction) -> tuple[str, ...]:
    """What `character` may become in the other script, standing alone, likeliest first.

    Rare forms are left out: OpenCC has one for words as plain as 戰, 買 and 開.
    """
    if direction is TO_TRADITIONAL:
        taiwans, several = _read("TWVariants"), _read("STCharacters").get(character, character)
        found = [taiwans.get(form, form) for form in several.split()]
    else:
        found = _simplified_candidates(character)
    return tuple(one for one in dict.fromkeys(found) if one == found[0] or is_common(one))


def _simplified_candidates(character: str) -> list[str]:
    table = tables()
    forms = [table.variants.get(character, character)]
    if character in "".join(table.variant_phrases):
        forms.append(character)
    return [one for form in forms for one in table.characters.get(form, form).split() or [form]]


@lru_cache(maxsize=10_000)
def simplest(character: str) -> str:
    """The one form that stands for all forms of `character`: regional, Traditional and Simplified.

    It is the likeliest Simplified form of the standard form, whatever that becomes in its turn; what
    Hong Kong and Taiwan write differently becomes the same.
    """
    table, forms = tables(), [character]
    while True:
        standard = table.variants.get(forms[-1]) or _read(_HONG_KONGS).get(forms[-1], forms[-1])
        simplified = next(iter(table.characters.get(standard, standard).split()), standard)
        if simplified in forms:
            return simplified
        forms.append(simplified)


def every_character() -> frozenset[str]:
    """Every character of which OpenCC knows another form."""
    return _all_characters() | frozenset("".join((*_read(_HONG_KONGS), *_read(_HONG_KONGS).values())))


def known(character: str, direction: Direction) -> bool:
    """Whether OpenCC has `character` in either script, or the standard of the other script has it."""
    standard = MAINLAND if direction is TO_SIMPLIFIED else TAIWANS
    return character in _all_characters() or is_in(character, standard)


@cache
def _all_characters() -> frozenset[str]:
    table = tables()
    every = (table.variants, table.variant_phrases, table.characters, table.phrases)
    return frozenset("".join(key + value for mapping in every for key, value in mapping.items()))


def count_scripts(text: str) -> tuple[int, int]:
    """How many characters of `text` are of Traditional alone, and how many of Simplified alone."""
    counts = {sign: count for sign, count in Counter(text).items() if is_common(sign)}
    traditional = sum(count for sign, count in counts.items() if simplest(sign) != sign)
    # What Traditional characters become and no Traditional text has: 国, but not 后.
    simplified = counts.keys() & set("".join(tables().characters.values()))
    return traditional, sum(counts[sign] for sign in simplified if not is_in(sign, TAIWANS))


def is_in(character: str, encoding: str) -> bool:
    """Whether a character set has `character`."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
