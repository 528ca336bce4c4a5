"""Earlier works named by their author: 「Walt (1997), op. cit.」, 「陳守仁，前引文」."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import regex

from duidu.annotations import Citation
from duidu.enrich.citations.chinese_names import is_surely_a_name
from duidu.enrich.citations.cues import CUE
from duidu.enrich.citations.latin_names import AUTHORS, GIVEN, PERSON, SAME_AUTHOR, family_name
from duidu.enrich.levelled import level, level_with_places
from duidu.enrich.works import Texts, folded
from duidu.han import HAN, WORD_SIGN, is_ideograph

_YEAR = r"(?: ?[(（](?P<year>\d{4}[a-z]?) ?年?[)）])?"
_TITLE = (
    r"(?:[,，]? ?(?:[“‘\"](?P<title>[^”\"]+?),?[”’\"]"
    r"|[〈《](?P<title>[^〉》]+)[〉》]"
    r"|(?P<title>[A-Z][^;“”]+)))?"
)
_ROLE = "(?:主編|編著|編|著)?"
_AFTER = rf"(?:,? et al\.?|等)?{_ROLE}{_YEAR}{_TITLE}[,，：:]?\s*$"
_END = regex.compile(_AFTER)
_GIVEN_NAMES = regex.compile(rf"(?:{GIVEN})+$")
_NO_NAMES = {
    "See",
    "Cf.",
    "Also",
    "In",
    "As",
    "And",
    "But",
    "For",
    "By",
    "Compare",
    "Quoted",
    "Cited",
    "Thus",
    "Both",
}
_LEADS_TO_NAME = regex.compile(rf"(?:^|[^{HAN}、]|{CUE})$")


def named(
    text: str, earlier: Iterable[Citation], last: Citation | None, texts: Texts
) -> tuple[int, tuple[Citation, ...]]:
    """Those of the `earlier` citations whose authors stand at the end of `text`, and where their names begin.

    A year or a title after the names must be that of the work, and a given name that of the author. 氏著
    stands for the authors of the `last` reference. If none is known, the place is where a name begins that
    is not known either, or the end of `text`. Names are compared levelled (`levelled`).
    """
    words, places = level_with_places(text)
    start, found = _named(words, earlier, last, texts)
    return places[start], found


def _named(
    text: str, earlier: Iterable[Citation], last: Citation | None, texts: Texts
) -> tuple[int, tuple[Citation, ...]]:
    found: list[tuple[int, Citation]] = []
    for citation in earlier:
        names = tuple(map(level, texts.names(citation)))
        same = last is not None and texts.names(citation) == texts.names(last)
        if not names or not (same or family_name(names[0]) in text):
            continue
        for match in _pattern(names, same=same).finditer(text):
            rest, start = _END.match(text, match.end()), _start(text, match.start(), names[0])
            if rest and start is not None and _fits(rest, citation, texts):
                found.append((start, citation))
    if not found:
        return _unknown(text), ()
    start = min(place for place, _ in found)
    return start, tuple(citation for place, citation in found if place == start)


def _unknown(text: str) -> int:
    """Where the name at the end of `text` begins, if no earlier citation has it."""
    match = _any_name().search(text)
    return match.start() if match and (not match["han"] or is_surely_a_name(match["han"])) else len(text)


@cache
def _any_name() -> regex.Pattern[str]:
    """Names with nothing after them but what may follow; compiled only if needed, since that takes long."""
    chinese = rf"(?<!{HAN})(?P<han>{HAN}{{2,4}})(?={_ROLE}[，,：:]$)"
    return regex.compile(rf"(?!(?:See|Cf|Also|In)\b)(?:{AUTHORS}|{PERSON}|{chinese}){_AFTER}")


def _start(text: str, place: int, name: str) -> int | None:
    """Where the name of an author begins of whom the rest stands at `place`; None if it is another's."""
    if not name.isascii() and is_ideograph(name[0]):
        return place if _LEADS_TO_NAME.search(text, 0, place) else None
    before = _GIVEN_NAMES.search(text, 0, place)
    given = before[0].split() if before else []
    while given and given[0] in _NO_NAMES:
        given = given[1:]
    if text[place:].startswith(name):
        return None if given else place
    known = name.split()
    if len(given) > len(known) or not all(map(_may_be_same, given, known)):
        return None
    return place - sum(len(word) + 1 for word in given)


def _may_be_same(one: str, other: str) -> bool:
    """Whether two given names are equal, or one is the initial of the other."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))


def _pattern(names: Sequence[str], *, same: bool) -> regex.Pattern[str]:
    """All of the authors, or the first with others left out, by family name or in full."""
    first, *others = map(_forms, names)
    more = "".join(rf"(?:(?:,? (?:and|&) |, |[、與和及]){other})" for other in others)
    listed = "|".join((f"{first}(?:{more})?", *(SAME_AUTHOR if same else ())))
    edge = rf"(?<!{WORD_SIGN})(?<!\.)" if names[0].isascii() else ""
    return regex.compile(f"{edge}(?:{listed})")


def _forms(name: str) -> str:
    return f"(?:{'|'.join(regex.escape(form) for form in dict.fromkeys((name, family_name(name))))})"


def _fits(match: regex.Match[str], citation: Citation, texts: Texts) -> bool:
    title = match["title"] or ""
    whole = folded(texts[citation.title])
    return match["year"] in (None, texts[citation.year]) and whole.startswith(folded(title))
