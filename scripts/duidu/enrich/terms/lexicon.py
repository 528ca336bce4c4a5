"""Words of written Chinese, and some of English, that show how far a name reaches.

They stand in `lexicon.toml`, which says of each list what it is.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

_LISTS = tomllib.loads(files("duidu.enrich.terms").joinpath("lexicon.toml").read_text("utf-8"))


def _any(name: str) -> str:
    """A pattern for any word of a list, the longest first."""
    return "|".join(map(re.escape, sorted(_LISTS[name].split(), key=len, reverse=True)))


def _signs(name: str) -> frozenset[str]:
    """The characters of a list."""
    return frozenset("".join(_LISTS[name].split()))


# 自 as in 自馬克思, not as in 自由.
_SINCE = "自(?![由我然治決主願動殺尊信律覺白私在立衛發利行來傳身給家體助性戀轉制閉大強貢])"
# 一 and its measure, as in 是一種, but not what begins a word: 一致, 一般.
_ONE = "一[種個項位名部座場次套組句支大]?(?![致般元神體貫統切世帶國九八])"

WHOLE = re.compile(_any("whole"))
BEFORE = re.compile(rf"(?:{_any('before')}|{_SINCE})(?:{_ONE})?")
TITLE = re.compile(_any("titles") + "|" + _any("title_signs"))
TITLE_AFTER = re.compile(rf"(?:{_any('titles')})$")
THING_AFTER = re.compile(rf"(?:{_any('things')})$")
MEMBERS_AFTER = re.compile(rf"(?<={'|'.join(_LISTS['bodies'].split())})國家$")
# King Henry, Henry VIII
TITLED_IN_ENGLISH = re.compile(rf"(?:{_any('english_titles')})\.?\s|.*\s[IVX]+$")
COUNTRIES: dict[str, str] = _LISTS["countries"]
SOUNDS = _signs("sounds")
ONLY_SOUNDS = _signs("only_sounds")
KINDS_IN_ENGLISH = frozenset(_LISTS["english_things"].split())
PLACES_BEGIN = frozenset(_LISTS["english_places"].split())
