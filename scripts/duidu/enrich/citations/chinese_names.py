"""Names of authors in a Chinese reference: 包宗和、吳玉山主編, 海關總稅務司署編, 〔清〕張廷玉."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from duidu.enrich.citations.found import Range, trimmed
from duidu.enrich.citations.latin_names import PERSON, SAME_AUTHOR, split_names
from duidu.enrich.terms.lexicon import SOUNDS
from duidu.han import BODIES, COMPOUND_SURNAMES, HAN, SURNAMES, is_ideograph

# The roles of people, which stand after their names.
_ROLE = (
    r"(?:主編|編著|編譯|編輯|編纂|編註|編注|合編|合著|合譯|原著|校註|校注|點校|校點|校訂|口述|整理|總纂|監修|總策畫|主持|編校|編選"
    r"|著|編|譯|撰|輯|纂|註|注)"
)
_ROLES = regex.compile(rf"\s*(?:等人?)?\s*(?P<role>{_ROLE}*)(?:等)?$")
_TRANSLATED = regex.compile(r"(?<!編)譯")

_DYNASTY = regex.compile(r"\s*[（(〔［\[]\p{Han}{1,3}[）)〕］\]]\s*")
_CONTAINED = regex.compile("收[入於錄]|載於?(?=.{2})|[輯刊][於入]|原載")
_GLOSSED = regex.compile(r"(?P<name>[\p{Han}‧·．・• ]+?)\s*[（(][A-Z][^（）()\p{Han}]*[）)]")
_DOTTED = regex.compile(r"[\p{Han}A-Z]+(?:[‧·．・•\-－][\p{Han}A-Z.]+)+")
_OFFICE = regex.compile(rf"[{HAN} ]{{2,20}}(?<={BODIES})")
_BETWEEN = regex.compile("[與及和]")

# Characters that are rare in names, and words that are as short as a name but are none.
_SIGNS = regex.compile("[的了在是此該這那很也都就又被把且或而卻]")
_PROSE = regex.compile(
    rf"{_SIGNS.pattern}|研究|討論|問題|此外|另外|其次|首先|最後|同時|再者|例如|譬如|一般|當時|當年"
    r"|以上|以下|可見|相關|有關|關於|對於|至於|根據|報導|報告|社論|短評|專訪|文章|資料|全文|全書|全詩|作者|本文|筆者|學者|論文|小說|電影|影片|詩集|雜誌"
    r"|期刊|專書|條約|法律|公報|宣言|發表|出版|簽署|簽訂|通過|公布|頒布|制定|收錄|收於|載於|刊於|所謂|稱為|名為|規定|指出|認為|參見|詳見"
    r"|不過|因此|所以|然而|其中|之後|之前|後來|隨後|年代|時期|版本|譯本|中譯|英譯|原文|引文|前引|前揭|同前|同上|同註|氏著"
)
_LONGEST_NAME, _LONGEST_SOUNDED = 4, 10  # ideographs
_LONGEST_LIST = 120  # characters


@dataclass(frozen=True, slots=True)
class People:
    """The people named before a title: authors, without mere translators; and whether roles are given."""

    authors: tuple[Range, ...]
    roles: bool = False


def people(text: str, start: int, end: int, *, apart: bool = True) -> People | None:
    """The people named from `start` to `end` of `text`; None if it is prose.

    `apart` says whether a comma stands between them and the title. Without one, a word before a title is
    taken for a name only if it begins with a surname, or if a role is given.
    """
    if text[start:end] in SAME_AUTHOR:
        return People(((start, end),))
    if end - start > _LONGEST_LIST or _CONTAINED.match(text, start, end):
        return None
    role, roles = "", False
    authors: list[Range] = []
    for piece in reversed(list(_pieces(text, start, end))):  # a role is that of all before it without one
        first, last = piece
        while dynasty := _DYNASTY.match(text, first, last):
            first = dynasty.end()
        said = _ROLES.search(text, first, last)
        role = said["role"] or role if said else role
        roles = roles or bool(role)
        names = _names(text, first, said.start() if said else last)
        if not names or not all(_may_be(text[slice(*name)], apart or roles, bool(role)) for name in names):
            return None
        if not _TRANSLATED.match(role):
            authors = [*names, *authors]
    return People(tuple(authors), roles)


def is_surely_a_name(words: str) -> bool:
    """Whether `words` are as long as a Chinese name, and begin with a surname."""
    han = regex.fullmatch(rf"{HAN}{{2,{_LONGEST_NAME}}}", words)
    return (
        bool(han)
        and not _PROSE.search(words)
        and (
            (words[0] in SURNAMES and len(words) < _LONGEST_NAME)
            or (words.startswith(COMPOUND_SURNAMES) and len(words) > 2)
        )
    )


def _pieces(text: str, start: int, end: int) -> Iterator[Range]:
    """The pieces between 、."""
    if start == end:
        yield start, end
    while start < end:
        comma = text.find("、", start, end)
        stop = end if comma < 0 else comma
        yield trimmed(text, start, stop)
        start = stop + 1


def _names(text: str, start: int, end: int) -> tuple[Range, ...]:
    """The names in a piece: in Latin letters, one in Chinese, or two with 與, 及 or 和 between them."""
    if start < end and not is_ideograph(text[start]):
        return split_names(text, start, end)
    if glossed := _GLOSSED.fullmatch(text, start, end):
        return (glossed.span("name"),)
    if end - start > _LONGEST_NAME and not _DOTTED.fullmatch(text, start, end):
        for between in _BETWEEN.finditer(text, start + 2, end - 2):
            sides = (start, between.start()), (between.end(), end)
            if all(is_surely_a_name(text[slice(*side)]) for side in sides):
                return sides
    return ((start, end),)


def _may_be(name: str, sure: bool, said: bool) -> bool:
    """Whether `name` can be a name: `sure` if one is expected here, `said` if a role is given."""
    if is_surely_a_name(name):
        return True
    if not name or not sure or _SIGNS.search(name):
        return False
    if _OFFICE.fullmatch(name):
        return True
    if _PROSE.search(name):
        return False
    if not is_ideograph(name[0]):
        return bool(regex.fullmatch(rf"{PERSON}|[A-Z][A-Za-zÀ-ÿ .·’'&-]+", name))
    if regex.fullmatch(rf"{HAN}{{2,{_LONGEST_NAME}}}", name) or _DOTTED.fullmatch(name):
        return True
    sounded = sum(sign in SOUNDS for sign in name)
    if _LONGEST_NAME < len(name) <= _LONGEST_SOUNDED and sounded >= len(name) - 1:
        return True
    return said and bool(regex.fullmatch(r"[\p{Han} ]{2,20}", name))
