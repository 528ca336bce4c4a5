"""Citations in Latin letters, much as the notes of the Chicago Manual of Style have them.

A book:     Author, Title, Vol. N (Place: Publisher, Year), pp. N.
A chapter:  Author, “Title,” in Editor (ed.), Book (Place: Publisher, Year), pp. N.
An article: Author, “Title,” Journal, Vol. N, No. N, Year, pp. N.
On the web: Author, Title, date, URL.

What has neither an imprint nor a title in quotation marks nor an address is prose, not a citation.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from duidu.enrich.addresses import find_addresses
from duidu.enrich.citations.found import Found, Range, fields_of, trimmed
from duidu.enrich.citations.latin_forms import (
    ACCESSED,
    APART,
    AT,
    CLOSING,
    CUE,
    DATE,
    DAY_BEFORE_IN,
    EDITED_BY,
    EDITION,
    IMPRINTS,
    ISSUE,
    LEADING,
    MASK,
    PAGES,
    QUOTED,
    ROLE_IN_TITLE,
    THESIS,
    VOLUME,
)
from duidu.enrich.citations.latin_names import INVERTED, latin_authors, latin_editors, split_names


def latin_citation(text: str, start: int, end: int) -> Found | None:
    """The citation that the stretch `start` to `end` of a note's `text` holds; None if it holds none."""
    start, end = trimmed(text, _after_cue(text, start, end), end)
    urls = [(start + first, start + last) for first, last in find_addresses(text[start:end])]
    rest = _masked(text[:end], start, urls) + (MASK if text[end:].lstrip().startswith("年") else "")
    quoted = next((each for each in QUOTED.finditer(rest, start) if _is_title(rest, start, each)), None)
    place = quoted.end() if quoted else start
    imprint = next((each for rule in IMPRINTS if (each := rule.search(rest, place))), None)
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
    outside = APART.sub(lambda match: MASK * len(match[0]), text[start:end])
    cues = [match.end() for match in CUE.finditer(outside)]
    begin = start + (cues[-1] if cues else 0)
    leading = LEADING.match(text, begin, end)
    return leading.end() if leading else begin


def _masked(text: str, start: int, urls: Iterable[Range]) -> str:
    """`text` with addresses, and the dates of access after `start`, masked by signs that match no rule."""
    for first, last in [*urls, *(match.span() for match in ACCESSED.finditer(text, start))]:
        text = text[:first] + MASK * (last - first) + text[last:]
    return text


def _is_title(text: str, start: int, quoted: regex.Match[str]) -> bool:
    """Whether what is quoted follows the authors, and no sentence goes on after it."""
    if THESIS.match(text, quoted.end()) or DAY_BEFORE_IN.match(text, quoted.end()):
        return True
    closed = quoted[0].rstrip(" ”\"’'")[-1:] in ",.?!" or text[quoted.end() : quoted.end() + 1] in ("", *",.")
    return closed and (quoted.start() == start or text[: quoted.start()].endswith(", "))


def _article(
    text: str, start: int, quoted: regex.Match[str], imprint: regex.Match[str] | None
) -> Found | None:
    """An article, or a chapter, with the title `quoted`. What stands before that must be its authors."""
    authors = _authors_up_to(text, start, quoted.start())
    if authors is None:
        return None
    title = {"title": trimmed(text, *fields_of(quoted)["title"], " ,.")}
    if thesis := THESIS.match(text, quoted.end()):
        said = (thesis, DATE.search(text, thesis.end()), PAGES.search(text, thesis.end()))
        return Found(start, start, authors, (), title | fields_of(*said))
    day = DAY_BEFORE_IN.match(text, quoted.end())
    editors, place = latin_editors(text, trimmed(text, day.end() if day else quoted.end(), len(text))[0])
    tail = _tail(text, place, imprint)
    stop = min([len(text), *(match.start() for match in tail)])
    if edited := EDITED_BY.search(text, place, stop):
        stop, editors = edited.start(), split_names(text, *trimmed(text, *edited.span("names")))
    elif edition := EDITION.search(text, place, stop):
        stop = edition.start()
    fields = title | fields_of(*tail)
    return Found(start, start, authors, editors, fields | {"container": _until(text, place, stop)})


def _authors_up_to(text: str, start: int, end: int) -> tuple[Range, ...] | None:
    """The authors, who stand from `start` to `end`; None if something else does."""
    authors, rest = latin_authors(text, start, end)
    if rest == end:
        return authors
    whole = trimmed(text, start, end)
    return (whole,) if INVERTED.fullmatch(text, *whole) else None


def _tail(text: str, place: int, imprint: regex.Match[str] | None) -> list[regex.Match[str]]:
    """What is said after the container: volume, issue, imprint or date, pages."""
    dated = imprint or DATE.search(text, place)
    return [match for rule in (VOLUME, ISSUE, PAGES) if (match := rule.search(text, place))] + (
        [dated] if dated else []
    )


def _book(text: str, start: int, imprint: regex.Match[str]) -> Found | None:
    """A book, whose title ends where volume, edition or imprint begins; None for a sentence."""
    authors, rest = latin_authors(text, start, imprint.start())
    volume = VOLUME.search(text, rest, imprint.start())
    edition = EDITION.search(text, rest, imprint.start())
    stop = min(match.start() for match in (volume, edition, imprint) if match)
    title = trimmed(text, rest, stop)
    if not authors and imprint[0].startswith(","):
        return None  # nothing shows where the title ends and the place begins
    if not any(map(str.isalpha, text[slice(*title)])):  # what looked like an author is the title
        authors, title = (), trimmed(text, start, stop)
    if not (authors or ("publisher" in fields_of(imprint) and _is_like_a_title(text[slice(*title)]))):
        return None
    if text[title[0] : title[0] + 1].islower() or ROLE_IN_TITLE.search(text, *title):
        return None
    fields = fields_of(volume, imprint, PAGES.search(text, imprint.end()))
    return Found(start, start, authors, (), fields | {"title": title})


def _is_like_a_title(words: str) -> bool:
    """Whether most longer words have a capital, as in an English title, and seldom in a sentence."""
    longer: list[str] = regex.findall(r"\b[^\W\d_]{4,}", words)
    return 3 * sum(word[0].isupper() for word in longer) >= 2 * len(longer)


def _on_the_web(text: str, start: int, url: int) -> Found:
    """A page of the web, whose title is not in quotation marks, or not said."""
    authors, rest = latin_authors(text, start, url)
    date, edition = (rule.search(text, rest, url) for rule in (DATE, EDITION))
    end = min([url, *(match.start() for match in (date, edition) if match)])
    return Found(start, start, authors, (), fields_of(date) | {"title": _until(text, rest, end)})


def _until(text: str, start: int, end: int) -> Range:
    """The text up to `end`, or to what is masked."""
    mask = text.find(MASK, start, end)
    end = end if mask < 0 else mask
    at = AT.search(text, start, end)
    return trimmed(text, start, at.start() if at else end, " ,(<")


def _closed(text: str, start: int, last: int, end: int) -> int:
    """The end of a citation that begins at `start`, with the marks that close it."""
    while last < end and (opening := CLOSING.get(text[last])):
        if text.count(opening, start, last) <= text.count(text[last], start, last):
            break
        last += 1
    return last
