"""OpenCC's conversion `tw2s` (Taiwan's Traditional to Simplified): the only `import opencc`.

Imported when it is first used, since its tables take a moment to read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from duidu.han import is_common

MAINLAND, TAIWANS = "gb2312", "big5"  # the character sets that are the standards of the two
# OpenCC looks for no phrase across these, so text may be cut at them and converted piece by piece.
_BETWEEN = re.compile(r"([\s，。、；：？！「」『』（）《》〈〉]+)")


@cache
def _converter() -> Any:
    from opencc import OpenCC  # type: ignore[import-untyped]

    return OpenCC("tw2s")


def convert(text: str) -> str:
    """`text` in Simplified characters as OpenCC has it: character for character, so of the same length."""
    return "".join(_convert_piece(piece) for piece in _BETWEEN.split(text))


@lru_cache(maxsize=10_000)
def _convert_piece(text: str) -> str:
    converted: str = _converter().convert(text)
    if len(converted) == len(text):
        return converted
    # No phrase of today's tables does this. One of tomorrow's may.
    singles = (_converter().convert(character) for character in text)
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
def phrases() -> Mapping[str, str]:
    """The phrases that become something else than their characters do alone, in both spellings."""
    table = tables()
    taiwans = str.maketrans({standard: variant for variant, standard in table.variants.items()})
    found = {phrase: form.split()[0] for phrase, form in table.phrases.items()}
    found |= {phrase.translate(taiwans): form for phrase, form in found.items()}
    found |= {phrase: convert(phrase) for phrase in table.variant_phrases}
    return {phrase: form for phrase, form in found.items() if form != "".join(map(convert, phrase))}


@lru_cache(maxsize=10_000)
def candidates(character: str) -> tuple[str, ...]:
    """What `character` may become in Simplified, standing alone, likeliest first.

    Rare forms are left out: OpenCC has one for words as plain as 戰, 買 and 開.
    """
    table = tables()
    forms = [table.variants.get(character, character)]
    if character in "".join(table.variant_phrases):
        forms.append(character)
    found = [one for form in forms for one in table.characters.get(form, form).split() or [form]]
    return tuple(one for one in dict.fromkeys(found) if one == found[0] or is_common(one))


@lru_cache(maxsize=10_000)
def simplest(character: str) -> str:
    """The one form that stands for all forms of `character`: regional, Traditional and Simplified.

    It is the likeliest Simplified form of the standard form, whatever that becomes in its turn; what
    Hong Kong and Taiwan write differently becomes the same.
    """
    table, forms = tables(), [character]
    while True:
        standard = table.variants.get(forms[-1]) or _hong_kong().get(forms[-1], forms[-1])
        simplified = next(iter(table.characters.get(standard, standard).split()), standard)
        if simplified in forms:
            return simplified
        forms.append(simplified)


@cache
def _hong_kong() -> Mapping[str, str]:
    """Hong Kong's variants, and the standard form of each."""
    return _read("HKVariantsRev")


def every_character() -> frozenset[str]:
    """Every character of which OpenCC knows another form."""
    return _all_characters() | frozenset("".join((*_hong_kong(), *_hong_kong().values())))


def known(character: str) -> bool:
    """Whether OpenCC has `character` in either script, or it is one of GB 2312, so needs no change."""
    return character in _all_characters() or is_in(character, MAINLAND)


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
