"""Citations in Chinese, by their title marks: 作者，〈篇名〉，《刊名》，第 N 卷第 N 期，年，頁 N。

A book: 作者，《書名》（地：社，年），頁 N。 A title without author, place, year or page is prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from duidu.enrich.citations.chinese_names import is_surely_a_name, people
from duidu.enrich.citations.cues import CUE, SEE
from duidu.enrich.citations.found import Found, Range, fields_of, trimmed
from duidu.enrich.citations.tail import NUMBER, read_tail

_IN = r"(?:原?(?:收錄?[於入]?|載於?|輯[於入]|刊[於載]?|見於?|發表於))"
# Between an article and what it is in: a date, words that lead there, its editors.
_BETWEEN = (
    rf"(?:\s*[（(][^（）()《》〈〉]{{4,24}}[）)]|[，,]\s*\d{{4}}\s*年[^，,。《》〈〉]{{0,8}})?[，,、]?\s*{_IN}?"
    r"(?:(?P<editors>[^，,。；〈《]{2,24}?)等?(?=(?:主編|合編|編著|編)[，,：:]?\s*《)(?:主編|合編|編著|編)"
    r"|氏著|其著|(?<=[於入])(?P<editors>\p{Han}{2,4})(?=[，,]))?[，,：:]?\s*"
)
_JOURNAL = rf"(?=[，,]?\s*(?:第?\s*{NUMBER}\s*[卷期]|總第|\d{{4}}\s*年|民國|[（(]\d{{4}}|\d+\s*[（(:：]))"
_TITLES = regex.compile(
    rf"〈(?P<title>[^〉]+)〉(?:{_BETWEEN}《(?P<container>[^》]+)》)?"
    rf"|《(?P<container>[^》]+)》(?:[，,·‧]?\s*(?:第\s*{NUMBER}\s*[卷冊篇]|卷\s*(?P<volume>{NUMBER})[上中下]?)[，,·‧]?)?"
    r"\s*〈(?P<title>[^〉]+)〉"
    rf"|[「“](?P<title>[^「」“”]+?)[，,]?[」”][，,]?\s*{_IN}?《(?P<container>[^》]+)》"
    rf"|《(?P<title>[^》]+)》[，,]?\s*{_IN}?《(?P<container>[^》]+)》{_JOURNAL}"
    r"|《(?P<title>[^》]+)》"
)

# Where a sentence or another citation ends, except inside brackets.
_BOUNDARY = regex.compile(r"[。；;！？」』》〉”（(]")
_CLOSING = "」』”"
_BRACKETED = regex.compile(r"[（(〔［\[][^（）()〔〕［］\[\]。；]{1,60}[）)〕］\]]")
_COMMAS = "，,：:"
_YEAR_BEFORE = regex.compile(r"\s?[（(](?P<year>\d{4}[a-z]?)\s?年?[）)][，,：:]?\s*$")
_LEADING_CUE = regex.compile(CUE)
_INNER_CUE = regex.compile(rf".*(?:{SEE})[：:]?\s*(?=[^，]{{2,}}$)")
_LONGEST_CHUNK, _FARTHEST = 200, 400  # characters


def chinese_citations(text: str, taken: Iterable[Range]) -> Iterator[Found]:
    """The citations of a note's `text` whose titles stand in title marks, outside of what is `taken`."""
    ends = [end for _, end in taken]
    place = 0
    for titles in _TITLES.finditer(text):
        if titles.start() < place:
            continue  # a title that the citation before named as its container, or in its tail
        said = fields_of(titles)
        editors = people(text, *said.pop("editors")) if "editors" in said else None
        end, tail = read_tail(text, titles.end())
        floor = max([place, *(each for each in ends if each <= titles.start())])
        authors, start, before = _authors(text, floor, titles.start())
        fields = tail | before | said
        if _is_cited(text[end : end + 1], fields, authored=bool(authors)):
            yield Found(start, end, authors, editors.authors if editors else (), fields)
            place = end


def _is_cited(following: str, fields: dict[str, Range], *, authored: bool) -> bool:
    """Whether enough is said for a citation, and more than a sentence that names a work would say."""
    if fields.keys() & {"publisher", "place", "url", "pages"}:
        return True
    dated = bool(fields.keys() & {"volume", "issue", "year"})
    if "container" in fields:
        return authored or dated
    return dated and following in ("", *"。；;，,）)」") and (authored or "volume" in fields)


def _authors(text: str, floor: int, title: int) -> tuple[tuple[Range, ...], int, dict[str, Range]]:
    """The authors before a title that begins at `title`, where the citation begins, and the year between."""
    floor = max(floor, title - _FARTHEST)
    masked = _BRACKETED.sub(lambda match: "\0" * len(match[0]), text[floor:title])
    start = floor + max([0, *(match.end() for match in _BOUNDARY.finditer(masked))])
    year = _YEAR_BEFORE.search(text, start, title)
    begin = stop = title
    if year:
        stop = year.start()
    authors: tuple[Range, ...] = ()
    while stop > start:
        apart = text[stop - 1] in f"{_COMMAS} " or bool(year)
        chunk = trimmed(text, _chunk_start(masked, floor, start, stop), stop, " ，,：:、")
        name, cued = _without_cue(text, *chunk)
        found = people(text, *name, apart=apart)
        is_part = 0 < start == name[0] and text[start - 1] in _CLOSING  # 國防部「國防報告書」編纂委員會
        if not found or is_part or (begin < title and not found.roles):
            break
        authors = (*found.authors, *authors)
        begin, stop = name[0], _chunk_start(masked, floor, start, stop)
        if cued:
            break
    return authors, begin, fields_of(year) if year and authors else {}


def _chunk_start(masked: str, floor: int, start: int, stop: int) -> int:
    """Where the last piece between commas begins. `masked` is the text from `floor` on."""
    stop = trimmed(masked, start - floor, stop - floor, " ，,：:、")[1]
    return floor + max([start - floor, *(masked.rfind(comma, start - floor, stop) + 1 for comma in _COMMAS)])


def _without_cue(text: str, start: int, end: int) -> tuple[Range, bool]:
    """The chunk after the words that lead to it, and whether there were such words."""
    if is_surely_a_name(text[start:end]):
        return (start, end), False
    for cue in (_LEADING_CUE, _INNER_CUE) if end - start < _LONGEST_CHUNK else ():
        if (match := cue.match(text, start, end)) and people(text, match.end(), end):
            return (match.end(), end), True
    return (start, end), False
