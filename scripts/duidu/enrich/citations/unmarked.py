"""Pages of the web that a note in Chinese cites without title marks: 見某部某局，網址。

Or whole: Author, 題名，會議名，日期，網址。
"""

from __future__ import annotations

import regex

from duidu.enrich.citations.cues import CUE
from duidu.enrich.citations.found import Found, Range, fields_of, trimmed
from duidu.enrich.citations.latin_names import PERSON
from duidu.han import BODIES, HAN

_SENTENCE = regex.compile(r"[。；;！？]")
_LEADING = regex.compile(rf"(?:[^，。]*?{CUE})?")
_LATIN_AUTHOR = regex.compile(rf"{PERSON}$")
_OFFICE = regex.compile(rf"{HAN}{{1,20}}{BODIES}$")
_LEADS_TO_ADDRESS = regex.compile(r"(?:[，,]?\s*(?:網址|網站|取自|引自|下載自)[：:]?\s*)?[（(<〈]?$")
_DATE = regex.compile(r"(?P<year>\d{4})\s*年(?:\s*\d+\s*月)?(?:\s*\d+\s*日)?")
_COMMA = regex.compile(r"[，,]\s*")
_MOST_PIECES = 4  # author, title, container, date


def unmarked_citation(text: str, floor: int, url: Range) -> Found | None:
    """The citation that ends in the address `url`, and begins after `floor`; None if what is before is prose.

    Its pieces, between commas, are author, title, container, date. The author must be a person's name in
    Latin letters or an office, since nothing else tells a citation from a sentence.
    """
    start = max([floor, *(match.end() for match in _SENTENCE.finditer(text, floor, url[0]))])
    if cue := _LEADING.match(text, start, url[0]):
        start = cue.end()
    leads = _LEADS_TO_ADDRESS.search(text, start, url[0])
    pieces = _pieces(text, *trimmed(text, start, leads.start() if leads else url[0], " ，,："))
    author = text[slice(*pieces[0])]
    if len(pieces) > _MOST_PIECES or not (_LATIN_AUTHOR.match(author) or _OFFICE.match(author)):
        return None
    date = next((match for piece in pieces if (match := _DATE.fullmatch(text, *piece))), None)
    named = [piece for piece in pieces if not date or piece != date.span()]
    names = ("title", "container")
    fields = dict(zip(names, named[1:], strict=False)) | fields_of(date) | {"url": url}
    return Found(pieces[0][0], url[1], (named[0],), (), fields)


def _pieces(text: str, start: int, end: int) -> list[Range]:
    pieces: list[Range] = []
    for comma in _COMMA.finditer(text, start, end):
        pieces.append((start, comma.start()))
        start = comma.end()
    return [*pieces, (start, end)]
