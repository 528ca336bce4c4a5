"""Characters that have another form in the names of persons than they have elsewhere.

The mainland's table of standard characters of 2013 lets some variants stand in names only (陞, 昇, 甯 …), and
what is printed there keeps others for the sake of the person: 王汎森, not 泛. The other way, what Simplified
writes for two characters is often the plainer one as a surname: 余英時, but 其餘.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from duidu.enrich.segmentation import Decision, Word
from duidu.han import SURNAMES

_KEPT: Mapping[str, str] = {kept: kept for kept in "汎陞昇旂甯脩甦淩谿"} | {"鉅": "钜"}
_LONGEST = 3  # ideographs, the surname with them

# Surnames whose Traditional form is not that of the word.
SURNAME_FORMS: Mapping[str, str] = {same: same for same in "余范于党谷岳郁朴涂种仇游云干"} | {"钟": "鍾"}
# Those of them that are so common that an unknown name may begin with them.
_COMMON = frozenset("余范于郁朴钟")
_PREPOSITION = "于"  # a surname only where its bearer speaks or writes
_SPEAKING_WORDS = """
    著 编 译 撰 称 认为 指出 主编 编著 编译 先生 女士
    教授 博士 院士 所著 等 氏 某 君
"""
_SPEAKING = frozenset(_SPEAKING_WORDS.split())
_TITLES_WORDS = """
    教授 先生 女士 学者 博士 院士 同学 作者 老师 部长 主席 总统
    院长 校长 局长 县长 市长 里长 会长 同知 知县 知府 巡抚 总督
    秀才 将军 首领 律师 法官 医师 医生 记者 作家 诗人 画家 经理
    证人 被告 原告 上诉人 同事 友人 主任 姓
"""
_TITLES = frozenset(_TITLES_WORDS.split())
_BETWEEN = frozenset(
    ("和", "与", "及", "由", "据", "如", "见", "参见", "参阅", "参看", "详见", "引自", "转引自")
)
_NO_NAME = frozenset(
    "的了是在不有之为以而其亦已也又或与和及则将就所者可能会被把从到等均皆都如另仅"
    "悉尽该此上下中内外前后一二三四五六七八九十"
)


def may_name(text: str) -> bool:
    """Whether a Traditional `text` has one of the characters that Simplified keeps in names."""
    return not _KEPT.keys().isdisjoint(text)


def with_names(words: Sequence[Word]) -> list[Word]:
    """The `words` of a Traditional text with those forms where a surname begins a name of two or three
    characters.

    A name that the dictionary does not have is cut into single characters; so what is cut otherwise is none.
    """
    named = list(words)
    for start, word in enumerate(words):
        if word.text in SURNAMES:
            for place, part in enumerate(words[start : start + _LONGEST], start):
                if len(part.text) > 1:
                    break
                if form := _KEPT.get(part.text):
                    named[place] = replace(part, form=form, decision=Decision.CONTEXT)
    return named


def may_begin_name(text: str) -> bool:
    """Whether a Simplified `text` has one of the common surnames that have a form of their own."""
    return not _COMMON.isdisjoint(text)


def with_surnames(words: Sequence[Word], *, after_number: bool) -> list[Word]:
    """The `words` of a Simplified stretch with the form of a surname where a name begins.

    It stands at the beginning (where that is not `after_number`) or after a title, with no more than two
    characters after it that are no words, and then the end (after two), or what persons do.
    """
    named = list(words)
    for start, word in enumerate(words):
        before = words[start - 1].text if start else ""
        begins = before in _BETWEEN or (not start and not after_number)
        if word.text in _COMMON and (
            (begins and (_is_whole_name(words[start:]) or _is_name(words, start)))
            or (before in _TITLES and _is_name(words, start, titled=True))
        ):
            named[start] = replace(word, form=SURNAME_FORMS[word.text], decision=Decision.CONTEXT)
    return named


def _is_whole_name(words: Sequence[Word]) -> bool:
    """Whether `words`, of which the first is a surname, are three characters, none of which no name has."""
    given = "".join(word.text for word in words[1:])
    return len(given) == 2 and words[0].text != _PREPOSITION and _NO_NAME.isdisjoint(given)


def _is_name(words: Sequence[Word], start: int, *, titled: bool = False) -> bool:
    """Whether what follows the surname at `start` makes a name of it; after a title less is needed."""
    if words[start].text == _PREPOSITION and titled:
        return False
    for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
        after = words[end].text if end < len(words) else ""
        if after in _SPEAKING or (titled and len(after) != 1) or (end == start + _LONGEST and not after):
            return words[start].text != _PREPOSITION or after in _SPEAKING
        if len(after) > 1 or after in _NO_NAME:
            return False
    return False
