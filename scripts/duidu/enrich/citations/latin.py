"""Citations in Latin letters, much as the notes of the Chicago Manual of Style have them.

A book:     Author, Title, Vol. N (Place: Publisher, Year), pp. N.
A chapter:  Author, “Title,” in Editor (ed.), Book (Place: Publisher, Year), pp. N.
An article: Author, “Title,” Journal, Vol. N, No. N, Year, pp. N.
On the web: Author, Title, date, URL.

What has neither an imprint nor a title in quotation marks nor an address is prose, not a citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from duidu.enrich.addresses import find_addresses
from duidu.enrich.citations.found import Found, Range, fields_of, trimmed
from duidu.enrich.citations.names import latin_authors, latin_editors

_YEAR = r"(?:1[4-9]|20)\d\d(?:[/–-]\d{2,4})?[a-z]?(?!\w)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)[a-z]*\.?"
_NUMBERS = r"[\dxvi]+(?:[-–—]\d+|ff?\b)?(?:, ?\d+(?:[-–—]\d+)?)*"

_QUOTED = re.compile(
    r"“(?P<title1>[^“”]+)”"
    r"|\"(?P<title2>[^\"]+)\""
    r"|(?<=, )‘(?P<title3>(?:[^‘’]|’(?=\w))+)’(?! \w)"  # not the first word of a title: ‘Special’ No More
)
# The likelier of its forms first: what is not bracketed may be a title with a colon and a year in it.
_IMPRINTS = (
    re.compile(rf"\((?P<place>[^():;]+): (?P<publisher>[^()]+?), (?P<year>{_YEAR})\)"),
    re.compile(rf"\((?P<place>[A-Z][^():;\d]+), (?P<year>{_YEAR})\)"),
    re.compile(rf", (?P<place>[A-Z][A-Za-z .]+): (?P<publisher>[^,()“”:]+), (?P<year>{_YEAR})(?=[,.;]|$)"),
)
_VOLUME = re.compile(
    r"(?<=[,.] )[Vv]ol(?:s?\.|ume) ?(?P<volume1>\d+|[IVXLC]+)\b"
    r"|(?<=\w),? (?P<volume2>\d{1,3})(?=, [Nn]o\.|: ?\d+ \(| \((?:\w+ )?\d{4}\))"
)
_ISSUE = re.compile(r"\b[Nn]os?\. ?(?P<issue1>\d+(?:[-–/]\d+)?)|(?<=\d): ?(?P<issue2>\d+)(?= \()")
_DATE = re.compile(
    r"(?:(?<=[,”\"’] )|(?<=\())"
    rf"(?:\d{{1,2}} )?(?:{_MONTH}(?:[/–-]{_MONTH})? )?(?:\d{{1,2}}, )?(?P<year>{_YEAR})(?=[,.):]|$)"
)
_PAGES = re.compile(rf"\bpp?\. ?(?P<pages1>{_NUMBERS})|(?<=\)): (?P<pages2>{_NUMBERS})")
_EDITION = re.compile(r", (?:\d+(?:st|nd|rd|th) ed\.|[Rr]ev\. ed\.|(?:trans|ed)\. )")
_ACCESSED = re.compile(r"\(?\b(?:accessed|retrieved|visited)\b[^();]*\)?", re.IGNORECASE)
_AT = re.compile(r"(?:,? ?(?:\bavailable )?\b(?:at|from):?)? ?<?$", re.IGNORECASE)

# What may stand before a citation in a sentence.
_CUE = re.compile(
    r"(?:.*\b)?(?:see(?: also|,? for example,|,? e\.g\.,)?|cf\.|(?:quoted|cited) in|also|e\.g\.,):? ",
    re.IGNORECASE,
)
_MASK = "\0"


def latin_citation(text: str, start: int, end: int) -> Found | None:
    """The citation that the stretch `start` to `end` of a note's `text` holds; None if it holds none."""
    if cue := _CUE.match(text, start, end):
        start = cue.end()
    start, end = trimmed(text, start, end)
    urls = [(start + first, start + last) for first, last in find_addresses(text[start:end])]
    rest = _masked(text[:end], urls)
    quoted = next((each for each in _QUOTED.finditer(rest, start) if _is_title(rest, start, each)), None)
    place = quoted.end() if quoted else start
    imprint = next((each for rule in _IMPRINTS if (each := rule.search(rest, place))), None)
    if quoted:
        found = _article(rest, start, quoted, imprint)
    elif imprint:
        found = _book(rest, start, imprint)
    else:
        found = _on_the_web(rest, start, urls[0][0] if urls else end)
    fields = {name: place for name, place in found.fields.items() if place[0] < place[1]}
    fields |= {"url": urls[0]} if urls else {}
    if not fields.keys() & {"volume", "issue", "year", "url"} or not (quoted or imprint or urls):
        return None  # prose, or a short reference
    last = max([imprint.end() if imprint else 0, *(place for _, place in fields.values())])
    return Found(start, _closed(text, last, end), found.authors, found.editors, fields)


def _masked(text: str, urls: Iterable[Range]) -> str:
    """`text` with signs that no rule knows in place of addresses, and of the day on which one was visited."""
    for first, last in [*urls, *(match.span() for match in _ACCESSED.finditer(text))]:
        text = text[:first] + _MASK * (last - first) + text[last:]
    return text


def _is_title(text: str, start: int, quoted: re.Match[str]) -> bool:
    """Whether what is quoted follows the authors, and no sentence goes on after it."""
    closed = quoted[0][:-1].rstrip()[-1:] in (*",.?!",) or text[quoted.end() : quoted.end() + 1] in (
        "",
        ",",
        ".",
    )
    return closed and (quoted.start() == start or text[: quoted.start()].endswith(", "))


def _article(text: str, start: int, quoted: re.Match[str], imprint: re.Match[str] | None) -> Found:
    """An article, or a chapter, with the title `quoted`."""
    authors, _ = latin_authors(text, start, quoted.start())
    editors, place = latin_editors(text, trimmed(text, quoted.end(), len(text))[0])
    tail = _tail(text, place, imprint)
    stop = min([len(text), *(match.start() for match in tail)])
    fields = {"title": trimmed(text, *fields_of(quoted)["title"], " ,."), **fields_of(*tail)}
    return Found(start, start, authors, editors, fields | {"container": _until(text, place, stop)})


def _tail(text: str, place: int, imprint: re.Match[str] | None) -> list[re.Match[str]]:
    """What is said after the container: volume, issue, imprint or date, pages."""
    dated = imprint or _DATE.search(text, place)
    return [match for rule in (_VOLUME, _ISSUE, _PAGES) if (match := rule.search(text, place))] + (
        [dated] if dated else []
    )


def _book(text: str, start: int, imprint: re.Match[str]) -> Found:
    """A book, whose title ends where volume, edition or imprint begin."""
    authors, rest = latin_authors(text, start, imprint.start())
    volume = _VOLUME.search(text, rest, imprint.start())
    edition = _EDITION.search(text, rest, imprint.start())
    stop = min(match.start() for match in (volume, edition, imprint) if match)
    title = trimmed(text, rest, stop)
    if title[0] == title[1]:  # what looked like an author is the title
        authors, title = (), trimmed(text, start, stop)
    fields = fields_of(volume, imprint, _PAGES.search(text, imprint.end()))
    return Found(start, start, authors, (), fields | {"title": title})


def _on_the_web(text: str, start: int, url: int) -> Found:
    """A page of the web, whose title is not in quotation marks, or not said."""
    authors, rest = latin_authors(text, start, url)
    date = _DATE.search(text, rest, url)
    end = date.start() if date else url
    return Found(start, start, authors, (), fields_of(date) | {"title": _until(text, rest, end)})


def _until(text: str, start: int, end: int) -> Range:
    """The text up to `end`, or to what is masked."""
    mask = text.find(_MASK, start, end)
    end = end if mask < 0 else mask
    at = _AT.search(text, start, end)
    return trimmed(text, start, at.start() if at else end, " ,(<")


def _closed(text: str, last: int, end: int) -> int:
    """The end of a citation, with the marks that close it."""
    while last < end and text[last] in ')]>”"':
        last += 1
    return last
