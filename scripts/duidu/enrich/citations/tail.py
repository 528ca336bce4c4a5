"""What follows the titles in a Chinese citation: volume, issue, edition, imprint, date, pages, address."""

from __future__ import annotations

import regex

from duidu.enrich.addresses import ADDRESS, find_addresses
from duidu.enrich.citations.found import Range, fields_of
from duidu.han import HAN

NUMBER = r"[\d一二三四五六七八九十百○〇零]+"
_NUMBERS = rf"{NUMBER}(?:[-–/、]{NUMBER})?"
_REIGN = rf"(?:明治|大正|昭和|平成|光緒|宣統|民國?\s?前?)\s?{NUMBER}"
_YEAR = rf"(?:\d{{4}}(?!\d)|{_REIGN}|[一二][○〇零一二三四五六七八九]{{3}})"
# A year, with what may go with it: month and day, season, a word for “printed”.
_MONTH = rf"\s*{NUMBER}(?:\s*[-–～~、/至]\s*{NUMBER})?\s*月(?:\s*{NUMBER}\s*日)?|(?:\s*[./\-]\s?\d+){{1,2}}"
_SEASON = r"\s*[春夏秋冬]季?"
_PRINTED = r"(?:\s*(?:[初再二三]|修訂|增訂)?版(?=[，,。；;]|$))?"
_TIME = rf"(?:\s*年)?(?:{_MONTH})?(?:{_SEASON})?號?"
_RANGE = r"\d+(?:\s?[-–—－~～至]\s?\d+)?"
_PAGES = rf"{_RANGE}(?:[、,，]\s?(?!(?:1[89]|20)\d\d(?!\d)){_RANGE}(?!\d*\s*[年卷期]))*"
_PRESS = r"(?:出版社|書局|書店|圖書|公司|印書館|大學|文化|研究所|基金會|書社|書屋|編印|印行)"
_SCHOOL = r"(?:所|系|學院|大學|學程)"
_THESIS = r"\s*(?:未出版之?)?[碩博]士(?:學位)?論文"
_AFTER_DAY = r"(?:(?<=日，)|(?<=日,\ )|(?<=[/.]\d，)|(?<=[/.]\d\d，))"
# An issue that has a word in place of a number
_UNNUMBERED = "(?:創刊|復刊|革新|試刊|終刊|紀念)號|(?:紀念|臨時)?(?:特刊|增刊|專號|專刊)(?=[，,（(])"

# What may follow the titles, in the order in which it is tried. What has several forms has numbered groups.
_RULES = (
    rf"""(?:第\s*)?(?P<volume>{NUMBER})\s*卷 (?:[，,]?\s*(?:第\s*)?(?P<issue>{_NUMBERS})\s*[期號])?
       | 卷\s*(?P<volume>{NUMBER})[上中下]?(?:[，,·]?\s*〈[^〉]+〉)?
       | (?P<volume>\d{{1,3}})\s?
         (?:(?=[（(]\d{{4}}) | (?=[：:]\s?\d+\s?[-–～]) | [（(]\s?(?P<issue>\d{{1,3}})\s?[）)](?=[，,：:])
          | [:：]\s?(?P<issue>\d{{1,3}})(?=\s?[（(，,]))
       | [Vv]ol\.\ ?(?P<volume>\d+)""",
    rf"""(?:總?第?\s*)?(?P<issue>{_NUMBERS})\s*期 | [期號]\s*(?P<issue>\d+)
       | [Nn]o\.\ ?(?P<issue>\d+) | [春夏秋冬]季號? | (?P<issue>{_UNNUMBERED})""",
    # The page of a newspaper, after the day, has the word for an edition.
    rf"""{_AFTER_DAY}(?:第?\s*(?P<pages>[A-Z]?{NUMBER})\s*版 | (?P<pages>[A-Z]\d+))
       | 版\s*(?P<pages>[A-Z]?{NUMBER}) | 第?\s*(?P<pages>[A-Z]\d+)\s*版""",
    r"[（(]\s*[上中下一二三四五六七八九十]\s*[）)]",
    rf"""[（(]?(?:第?\s*{NUMBER} | [初再二三四五六] | (?:增訂|修訂|校訂|訂正|新|重排)[一二三四五六]?)
         \s*版(?![0-9A-Z])[）)]?
       | 第?\s*(?P<volume>{NUMBER})\s*[冊輯集編部]
       | (?P<volume>[上中下])\s*[冊卷編](?:第\s*{NUMBER}\s*[部冊編])? | 全\s*{NUMBER}\s*冊""",
    rf"""[（(](?P<publisher>{HAN}{{2,30}}{_SCHOOL}){_THESIS}[，,]?\s*(?P<year>{_YEAR})?[^（）()]*[）)]
       | [（(](?P<place>[^（）()：:，]{{2,12}})[：:]\s*(?P<publisher>[^（）()，,]+?)(?:{_THESIS})?[，,]\s*
         (?P<year>{_YEAR})[^（）()]*[）)]
       | [（(](?P<place>[^（）()：:，]{{2,12}})[：:]\s*(?P<publisher>{HAN}{{2,20}}?)\s*
         (?P<year>{_YEAR})[^（）()]*[）)]
       | [（(](?P<publisher>[{HAN}·\s]{{2,24}}?)[，,]?\s*(?P<year>{_YEAR})[^（）()]*[）)]""",
    rf"""(?P<place>{HAN}{{2,6}})[：:]\s*(?P<publisher>[{HAN}·‧]{{2,20}}?)[，,]?\s*
         (?P<year>{_YEAR}){_TIME}{_PRINTED}
       | (?P<publisher>{HAN}{{2,18}}{_PRESS})[，,]?\s*(?P<year>{_YEAR}){_TIME}{_PRINTED}
       | (?P<publisher>{HAN}{{2,16}}(?:出版社|書局|書店|印書館))(?=[，,]\s*(?:第\s*\d|頁))""",
    # A thesis
    rf"(?P<publisher>{HAN}{{2,30}}{_SCHOOL}){_THESIS}",
    r"電子報|電子版|網路版|網站",
    # Who translated or edited it; what published it on the web
    r"(?:\p{Han}{2,4}、?){1,3}等?(?:編?譯|校譯|點校|校注|校註|主編|編)(?=[，,（(])",
    rf"(?!第)(?P<container>{HAN}{{2,12}}(?<!出版)(?:網|網站|社|報|府|部|會|院|局|署|電視台|電台|基金會))"
    rf"(?=[，,]\s*(?:{_YEAR}\s*年\s*\d+\s*月\s*\d|\d{{4}}[./-]\d|(?:網址|取自)?[：:]?\s*(?:https?:|www\.)))",
    # The city of a newspaper
    r"[（(]\p{Han}{2,4}[）)](?=[，,]\s*(?:\d{4}|民國))",
    rf"""[（(](?P<year>{_YEAR}){_TIME}[）)]
       | (?P<year>{_YEAR}){_TIME}{_PRINTED}(?=[，,。；;、）)]|$|\s*第|\s*頁|\s*版)""",
    rf"""頁\s*(?P<pages>{_PAGES})(?:\s*頁)? | 第\s*(?P<pages>{_PAGES})\s*頁 | (?P<pages>{_PAGES})\s*頁
       | [Pp]p?\.\ ?(?P<pages>{_PAGES})""",
    rf"[<〈（(]?(?:網址|取自|引自|下載自|轉引自)?[：:]?\s*(?P<url>{ADDRESS.pattern})",
)
_PATTERNS = tuple(regex.compile(rule, regex.VERBOSE) for rule in _RULES)
# A range alone can be only pages, where the volume or the issue of a journal stands before it.
_BARE_PAGES = regex.compile(r"(?P<pages>\d+\s?[-–—－~～]\s?\d+)(?=[。；;，,）)]|$)")
_SEPARATOR = regex.compile(r"[，,、：:\s]*")


def read_tail(text: str, place: int) -> tuple[int, dict[str, Range]]:
    """What is said from `place` of `text` on, and where that ends. Each thing is said once."""
    fields: dict[str, Range] = {}
    end = place
    patterns = list(_PATTERNS)
    while "url" not in fields:  # only a date of access follows
        place = _SEPARATOR.match(text, end).end()  # type: ignore[union-attr]  # it also matches an empty string
        found = next(((each, match) for each in patterns if (match := each.match(text, place))), None)
        if found:
            patterns.remove(found[0])
        match = found[1] if found else _bare_pages(text, place, fields)
        if not match:
            break
        fields = fields_of(match) | fields
        end = match.end()
        if "url" in fields:
            fields["url"] = _address(text, fields["url"])
            end = fields["url"][1]
    return end, fields


def _address(text: str, found: Range) -> Range:
    """The address that begins where `found` does, without the marks of the sentence around it."""
    first, last = next(find_addresses(text[slice(*found)]), (0, found[1] - found[0]))
    return found[0] + first, found[0] + last


def _bare_pages(text: str, place: int, fields: dict[str, Range]) -> regex.Match[str] | None:
    """Pages that no word such as 頁 announces."""
    may_follow = fields.keys() & {"volume", "issue"} and "pages" not in fields
    return _BARE_PAGES.match(text, place) if may_follow else None
