"""Citations in Chinese, by their title marks: 作者，〈篇名〉，《刊名》，第 N 卷第 N 期，年，頁 N。

A book: 作者，《書名》（地：社，年），頁 N。 A title that no author, place, year or page goes with is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from duidu.enrich.addresses import ADDRESS
from duidu.enrich.citations.found import Found, Range, fields_of, trimmed
from duidu.enrich.citations.names import split_names

_NUMBER = r"[\d一二三四五六七八九十百○〇零]+"
_YEAR = rf"(?:\d{{4}}|民國\s?{_NUMBER}|[一二][○〇零一二三四五六七八九]{{3}})"
_ROLE = r"(?:等?(?:主編|編著|編譯|編輯|合編|合著|校註|編|著|譯|撰|輯))"

_TITLES = re.compile(
    r"〈(?P<title1>[^〉]+)〉(?:[，,、]?\s*(?:收錄?[於入]|收錄|載於?|輯於|刊於)?(?:(?P<editors>[^，。；〈《]{2,20}?)(?:主編|編))?[，,]?\s*"
    r"《(?P<container>[^》]+)》)?"
    r"|「(?P<title3>[^」]+)」[，,]\s*《(?P<container2>[^》]+)》"
    r"|《(?P<title2>[^》]+)》"
)
# Each thing that may follow the titles.
_TAIL = [
    re.compile(rf"第\s*(?P<volume1>{_NUMBER})\s*卷|卷\s*(?P<volume2>{_NUMBER})"),
    re.compile(rf"(?:總?第\s*)?(?P<issue>{_NUMBER}(?:[-–/、]{_NUMBER})?)\s*期"),
    re.compile(rf"第?\s*{_NUMBER}\s*[冊輯版]"),
    re.compile(rf"[（(](?P<place1>[^（）()：:，]{{2,12}})[：:]\s*(?P<publisher1>[^（）()，,]+)[，,]\s*(?P<year1>{_YEAR})[^（）()]*[）)]"),
    re.compile(rf"(?P<place2>[㐀-鿿]{{2,6}})[：:]\s*(?P<publisher2>[㐀-鿿]{{2,16}})[，,]\s*(?P<year2>{_YEAR})(?:\s*年)?(?:\s*\d+\s*月)?"),
    re.compile(rf"[（(]?(?P<year3>{_YEAR})(?:\s*年)?(?:\s*[\d春夏秋冬]+\s*[月季])?(?:\s*\d+\s*日)?[）)]?(?=[，,。；;）)]|$|第|頁)"),
    re.compile(r"(?:頁|第)\s*(?P<pages1>\d+(?:[-–—至]\d+)?(?:[、,]\s?\d+(?:[-–—]\d+)?)*)(?:\s*頁)?(?!\s*[卷期冊輯版章])"),
    re.compile(r"版\s*(?P<pages1>[A-Z]?\d+)|(?<=[，,])\s*(?P<pages2>[A-Z]\d+)\s*版"),
    re.compile(r"pp?\. ?(?P<pages2>\d+(?:[-–—]\d+)?)"),
    re.compile(rf"(?P<url>{ADDRESS.pattern})"),
]  # fmt: skip
_SEPARATOR = re.compile(r"[，,、：\s]*")

# What leads to a citation in a sentence, and where a sentence or another citation ends.
CUE = (
    r"(?:請?(?:參見|參閱|參考|參照|詳見|另見|又見|可見|轉引自|引自|見)|[另詳可]?參(?![見閱考照])|例如|如|出自|資料來源)"
    r"[：:]?\s*"
)
_BOUNDARY = re.compile(r"[。；;！？」』（(]")
_LEADING_CUE = re.compile(CUE)
_INNER_CUE = re.compile(rf".*{CUE}(?=[^，]{{2,}}$)")
_HAN_NAME = r"[㐀-鿿]{2,4}?"
_LATIN_NAME = r"[A-Z][A-Za-zÀ-ÿ .·’'-]+?"
_NAMES = re.compile(
    rf"(?P<names>{_HAN_NAME}(?:[、與和及]{_HAN_NAME})*|{_LATIN_NAME}(?:(?:、| and ){_LATIN_NAME})*)"
    rf"\s*{_ROLE}?等?"
    rf"|(?P<office>[㐀-鿿 ]{{2,20}}?)(?:{_ROLE}|(?<=[部局院署處會所社報網館庫]))"
)
_TRANSLATED = re.compile(r"(?<!編)譯$")
_HAN_BETWEEN = re.compile(r"[、與和及]")


def chinese_citations(text: str) -> Iterator[Found]:
    """The citations of a note's `text` whose titles stand in title marks."""
    place = 0
    for titles in _TITLES.finditer(text):
        if titles.start() < place:
            continue  # a title that the citation before named as its container, or in its tail
        fields = fields_of(titles)
        editors = _names(text, *fields.pop("editors")) if "editors" in fields else ()
        end, tail = _tail(text, titles.end())
        authors, start = _authors(text, place, titles.start())
        if tail or ("container" in fields and authors):
            yield Found(start, end, authors, editors, tail | fields)
            place = end


def _tail(text: str, place: int) -> tuple[int, dict[str, Range]]:
    """What follows the titles, and where it ends. Each thing is said once."""
    fields: dict[str, Range] = {}
    end = place
    rules = list(_TAIL)
    while True:
        place = _SEPARATOR.match(text, end).end()  # type: ignore[union-attr]  # it matches nothing too
        found = next(((rule, match) for rule in rules if (match := rule.match(text, place))), None)
        if not found:
            return end, fields
        rule, match = found
        rules.remove(rule)
        fields = fields_of(match) | fields
        end = match.end()


def _authors(text: str, floor: int, title: int) -> tuple[tuple[Range, ...], int]:
    """The authors before a title that begins at `title`, and where the citation begins."""
    start = max([floor, *(match.end() for match in _BOUNDARY.finditer(text, floor, title))])
    authors: tuple[Range, ...] = ()
    begin = stop = title
    while stop > start:
        chunk = trimmed(text, _chunk_start(text, start, stop), stop, " ，,：:、")
        name, cued = _without_cue(text, *chunk)
        names = _names(text, *name)
        if not names or (begin < title and not re.search(rf"{_ROLE}$", text[slice(*name)])):
            break
        if not _TRANSLATED.search(text, *name):
            authors = (*names, *authors)
        begin, stop = name[0], _chunk_start(text, start, stop)
        if cued:
            break
    return authors, begin


def _chunk_start(text: str, start: int, stop: int) -> int:
    """Where the last piece between commas begins."""
    stop = trimmed(text, start, stop, " ，,：:、")[1]
    return max([start, *(text.rfind(comma, start, stop) + 1 for comma in "，,：:")])


def _without_cue(text: str, start: int, end: int) -> tuple[Range, bool]:
    """The chunk after the words that lead to it, and whether there were such words."""
    for cue in (_LEADING_CUE, _INNER_CUE):
        if (match := cue.match(text, start, end)) and _NAMES.fullmatch(text, match.end(), end):
            return (match.end(), end), True
    return (start, end), False


def _names(text: str, start: int, end: int) -> tuple[Range, ...]:
    """The names in a chunk, without what its people did; none if it is prose."""
    match = _NAMES.fullmatch(text, start, end)
    if not match:
        return ()
    if match["office"]:
        return (match.span("office"),)
    first, last = match.span("names")
    if text[first] < "㐀":
        return split_names(text, first, last)
    names = [first]
    for between in _HAN_BETWEEN.finditer(text, first, last):
        names += [between.start(), between.end()]
    return tuple(zip(names[::2], [*names[1::2], last], strict=True))
