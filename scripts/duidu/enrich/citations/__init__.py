"""Notes and bibliography → citations: the works referred to in full, and what is said of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from duidu.annotations import Citation
from duidu.enrich.addresses import find_addresses
from duidu.enrich.citations.chinese import chinese_citations
from duidu.enrich.citations.found import Found, Range, citation
from duidu.enrich.citations.latin import latin_citation
from duidu.enrich.citations.unmarked import unmarked_citation
from duidu.model import Note, Reference, plain

_LATIN = regex.compile(r"[^\p{Han}぀-ヿ　-〿＀-￯]+")
# Where a citation ends; what is bracketed or quoted does not end one.
_END = regex.compile(
    r"(?<=[\d)])\.\s+(?=[A-Z“])|;\s+|(?<=\)),? (?:and|with) (?=[A-Z])"
    r"|\bpp?\. ?[\d–-]+(?P<cut>,? and )(?=[A-Z])|[.?!]\s+(?=(?:See|Cf|Compare|But see|Also)\b)"
)


def find_citations(part: Note | Reference, taken: Iterable[Range] = ()) -> tuple[Citation, ...]:
    """The full references of a note or an entry, in its order, outside of what is `taken` by short ones.

    Their ids are `cite-12-1`, `cite-12-2` in note 12, and `cite-ref-12-1` in entry 12 of the bibliography.
    """
    text = plain(part.runs)
    found = sorted(_found(text, list(taken)), key=lambda each: each.start)
    prefix = f"cite-{part.id.removeprefix('note-')}"
    return tuple(citation(each, part.id, f"{prefix}-{place}") for place, each in enumerate(found, start=1))


def _found(text: str, taken: list[Range]) -> Iterator[Found]:
    """Citations by the surest sign first: title marks, then Latin letters, then an address alone."""
    for found in chinese_citations(text, list(taken)):
        taken.append((found.start, found.end))
        yield found
    for start, end in _latin_pieces(text, taken):
        latin = latin_citation(text, start, end)
        if latin and _says_more_than_an_address(latin):
            taken.append((latin.start, latin.end))
            yield latin
    for url in find_addresses(text):
        if not any(first <= url[0] < last for first, last in taken):
            floor = max([0, *(last for _, last in taken if last <= url[0])])
            if unmarked := unmarked_citation(text, floor, url):
                taken.append((unmarked.start, unmarked.end))
                yield unmarked


def _says_more_than_an_address(found: Found) -> bool:
    return bool(found.authors) or "title" in found.fields


def _latin_pieces(text: str, taken: Iterable[Range]) -> Iterator[Range]:
    """The stretches in Latin letters outside of what is taken, cut where a citation must end."""
    for stretch in _LATIN.finditer(text):
        start, end = stretch.span()
        cuts = [
            each.span("cut" if each["cut"] else 0)
            for each in _END.finditer(text, start, end)
            if not _inside(text[start : each.start()])
        ]
        cuts += [each for each in taken if start < each[1] and each[0] < end]
        for stop, go_on in [*sorted(cuts), (end, end)]:
            if stop > start:
                yield start, stop
            start = max(start, go_on)


def _inside(before: str) -> bool:
    """Whether brackets or quotation marks are open after `before`."""
    return any(before.count(opening) > before.count(closing) for opening, closing in ("()", "“”"))
