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
from duidu.enrich.citations.names import latin_authors, latin_editors, split_names

_YEAR = r"(?:1[4-9]|20)\d\d(?:[/–-]\d{2,4})?[a-z]?(?!\w)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)[a-z]*\.?"
_NUMBERS = r"(?:[A-Z]?\d+|[xvi]+)(?:[-–—]\d+|ff?\b)?(?:, ?\d+(?:[-–—]\d+)?)*"

_QUOTED = re.compile(
    r"“(?P<title1>[^“”]+)”"
    r"|\"(?P<title2>[^\"]+)\""
    r"|(?<=, )‘(?P<title3>(?:[^‘’]|’(?=\w))+)’(?! \w)"  # not the first word of a title: ‘Special’ No More
)
# The year of the edition, and what else may stand in the brackets after it.
_PRINTED = rf"(?P<year>{_YEAR})(?: ?\[\d{{4}}\]|[;,] [^()]*)?"
_STATE = r"(?:, (?:[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{2,4}\.))?"
# The likelier of its forms first: what is not bracketed may be a title with a colon and a year in it.
_IMPRINTS = (
    re.compile(
        rf"\((?:\d{{4}}; (?:rpt|repr)\w*\.?,? )?(?P<place>[^():;]+): (?P<publisher>[^();]+?),"
        rf" (?:\[\d{{4}}\] )?{_PRINTED}\)"
    ),
    re.compile(rf"\((?P<place>[A-Z][^():;\d]+), (?P<year>{_YEAR})\)(?! [a-z])"),
    re.compile(
        rf", (?P<place>[A-Z][A-Za-z .]+?{_STATE}): (?P<publisher>[^,()“”:]+), (?P<year>{_YEAR})(?=[,.;]|$)"
    ),
)
# 24, No. 3; 24: 3 (1999); 24 (1999); 24, 3 (Spring 1999); 24 (3); 24/3
_VOLUME = re.compile(
    r"(?<=[,.] )[Vv]ol(?:s?\.|ume) ?(?P<volume1>\d+|[IVXLC]+)\b"
    r"|(?<=\w),? (?P<volume2>\d{1,3}|[IVXLC]+)"
    r"(?=, [Nn]o\.|: ?\d+ \(| \((?:\w+ )?\d{4}(?:[/–-]\d+)?\)|, \d{1,2} \(| ?\(\d{1,2}\)|[/.]\d{1,2}[ ,])"
)
_ISSUE = re.compile(
    r"\b[Nn]os?\. ?(?P<issue1>\d+(?:[-–/]\d+)?)|(?<=\d): ?(?P<issue2>\d+)(?= \()"
    r"|(?<=\d), (?P<issue3>\d{1,2})(?= \()|(?<=\d)(?: ?\(|[/.])(?P<issue4>\d{1,2})(?=[), ])"
)
_DATE = re.compile(
    r"(?:(?<=[,”\"’] )|(?<=\())"
    rf"(?:\d{{1,2}} )?(?:{_MONTH}(?:[/–-]{_MONTH})? )?(?:\d{{1,2}}, )?(?P<year>{_YEAR})(?=[,.):]|$)"
)
_PAGES = re.compile(
    rf"\bpp?\. ?(?P<pages1>{_NUMBERS})|(?<=\)): ?(?P<pages2>{_NUMBERS})"
    r"|(?:(?<=\)), |(?<=[12]\d\d\d): ?)(?P<pages3>\d+[-–—]\d+)(?=[.,;]|$)"
)
_EDITION = re.compile(
    r", (?:\d+(?:st|nd|rd|th) (?:rev\. )?ed(?:\.|ition)|[Rr]ev(?:\.|ised) ed(?:\.|ition)|(?:trans|eds?)\. "
    r"|(?:edited|translated)(?: and \w+)? by |with )"
)
_EDITED_BY = re.compile(r", (?:eds?\.|edited by) (?P<names>[^()“”]+?)(?=,? \(|, |$)")
_ACCESSED = re.compile(r"\(?\b(?:accessed|retrieved|visited)\b[^();]*\)?", re.IGNORECASE)
_AT = re.compile(r"(?:,? ?(?:\bavailable )?\b(?:at|from):?)? ?<?$", re.IGNORECASE)

# What leads to a citation: at its beginning, or in a sentence before it.
_LEADING = re.compile(
    r"(?:(?:[Ss]ee|[Cc]f\.|[Cc]ompare|[Aa]lso|[Aa]s|[Aa]nd|[Bb]ut|[Ww]ith|[Ff]or example|e\.g\.|inter alia"
    r"|especially|esp\.|[Qq]uoted in|[Cc]ited in|[Rr]eprinted in)[,:]? )+"
)
_CUE = re.compile(
    r"\b(?:see|cf\.|(?:quoted|cited|reprinted) in)(?: also)?"
    r"(?:,? (?:for example|e\.g\.|inter alia|especially))?,?:? "
)
_APART = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|\([^()]*\)")
_ROLE_IN_TITLE = re.compile(r"\beds?\.\)?,")
_CLOSING = {")": "(", "]": "[", ">": "<", "”": "“"}
_MASK = "\0"


def latin_citation(text: str, start: int, end: int) -> Found | None:
    """The citation that the stretch `start` to `end` of a note's `text` holds; None if it holds none."""
    start, end = trimmed(text, _after_cue(text, start, end), end)
    urls = [(start + first, start + last) for first, last in find_addresses(text[start:end])]
    rest = _masked(text[:end], urls) + (_MASK if text[end:].lstrip().startswith("年") else "")
    quoted = next((each for each in _QUOTED.finditer(rest, start) if _is_title(rest, start, each)), None)
    place = quoted.end() if quoted else start
    imprint = next((each for rule in _IMPRINTS if (each := rule.search(rest, place))), None)
    found: Found | None
    if quoted:
        found = _article(rest, start, quoted, imprint)
    elif imprint:
        found = _book(rest, start, imprint)
    else:
        found = _on_the_web(rest, start, urls[0][0] if urls else end)
    if not found:
        return None
    fields = {name: place for name, place in found.fields.items() if place[0] < place[1]}
    fields |= {"url": urls[0]} if urls else {}
    if not fields.keys() & {"volume", "issue", "year", "url"} or not (quoted or imprint or urls):
        return None  # prose, or a short reference
    last = max([imprint.end() if imprint else 0, *(place for _, place in fields.values())])
    return Found(start, _closed(text, start, last, end), found.authors, found.editors, fields)


def _after_cue(text: str, start: int, end: int) -> int:
    """Where a citation begins, after the words that lead to it. In titles and brackets there are none."""
    outside = _APART.sub(lambda match: _MASK * len(match[0]), text[start:end])
    cues = [match.end() for match in _CUE.finditer(outside)]
    begin = start + (cues[-1] if cues else 0)
    leading = _LEADING.match(text, begin, end)
    return leading.end() if leading else begin


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
    if edited := _EDITED_BY.search(text, place, stop):
        stop, editors = edited.start(), split_names(text, *trimmed(text, *edited.span("names")))
    fields = {"title": trimmed(text, *fields_of(quoted)["title"], " ,."), **fields_of(*tail)}
    return Found(start, start, authors, editors, fields | {"container": _until(text, place, stop)})


def _tail(text: str, place: int, imprint: re.Match[str] | None) -> list[re.Match[str]]:
    """What is said after the container: volume, issue, imprint or date, pages."""
    dated = imprint or _DATE.search(text, place)
    return [match for rule in (_VOLUME, _ISSUE, _PAGES) if (match := rule.search(text, place))] + (
        [dated] if dated else []
    )


def _book(text: str, start: int, imprint: re.Match[str]) -> Found | None:
    """A book, whose title ends where volume, edition or imprint begin. A sentence is none."""
    authors, rest = latin_authors(text, start, imprint.start())
    volume = _VOLUME.search(text, rest, imprint.start())
    edition = _EDITION.search(text, rest, imprint.start())
    stop = min(match.start() for match in (volume, edition, imprint) if match)
    title = trimmed(text, rest, stop)
    if title[0] == title[1]:  # what looked like an author is the title
        authors, title = (), trimmed(text, start, stop)
    if not (authors or ("publisher" in fields_of(imprint) and _is_like_a_title(text[slice(*title)]))):
        return None
    if text[title[0] : title[0] + 1].islower() or _ROLE_IN_TITLE.search(text, *title):
        return None
    fields = fields_of(volume, imprint, _PAGES.search(text, imprint.end()))
    return Found(start, start, authors, (), fields | {"title": title})


def _is_like_a_title(words: str) -> bool:
    """Whether most longer words have a capital, as in an English title, and seldom in a sentence."""
    longer: list[str] = re.findall(r"\b[^\W\d_]{4,}", words)
    return 3 * sum(word[0].isupper() for word in longer) >= 2 * len(longer)


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


def _closed(text: str, start: int, last: int, end: int) -> int:
    """The end of a citation that begins at `start`, with the marks that close it."""
    while last < end and (opening := _CLOSING.get(text[last])):
        if text.count(opening, start, last) <= text.count(text[last], start, last):
            break
        last += 1
    return last
