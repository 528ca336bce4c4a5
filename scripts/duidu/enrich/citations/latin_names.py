"""Names of authors in Latin letters: where a list of them ends, and which part is the family name."""

from __future__ import annotations

import re

from duidu.enrich.citations.found import Range

_INITIAL = r"[A-Z]\.(?:-?[A-Z]\.)*"
_WORD = r"(?:d[eiu]|l[ae]|van|von|d['’])?[A-ZÀ-ÖØ-Þ][\w'’\-]*"
_PARTICLE = r"(?:de|del|della|di|da|du|van|von|der|den|la|le|ten|ter|bin|ibn|al|el|y)"
_FAMILY = rf"(?<!\w)(?:{_PARTICLE} )*{_WORD}"
GIVEN = rf"(?:{_INITIAL}|{_WORD}) "
_JUNIOR = r"(?:,? (?:Jr|Sr)\.)?"
PERSON = rf"(?:{GIVEN}){{0,4}}{_FAMILY}{_JUNIOR}"
# With three names or more each must have two words, or words of a title would be taken for names.
_FULL = rf"(?:{GIVEN}){{1,4}}{_FAMILY}{_JUNIOR}"
_EDS = r"(?:\((?:[Ee]ds?|[Cc]omps?|[Tt]rans)\.?\)|(?:eds?|comps?|trans)\.?(?=,))"
AUTHORS = (
    rf"(?:(?:{PERSON}, )+{PERSON},? (?:and|&|et) {PERSON}(?=,? {_EDS})"
    rf"|(?:{_FULL}, )+{_FULL}(?:,? (?:and|&|et) {_FULL}|(?=,? {_EDS}))"
    rf"|{PERSON}(?: (?:and|&|et) {PERSON}|(?=,? et al\b)))"
)
_ROLE = rf"(?:,? {_EDS})?"

_SEVERAL = re.compile(rf"(?P<names>{AUTHORS})(?:,? et al\.?)?{_ROLE},? ")
# One name, or that of an office: everything up to the comma.
_ONE = re.compile(rf"(?P<names>(?:[A-ZÀ-ÖØ-Þ]|idem)[^,“”\"‘()（）;:\d]{{0,60}}?{_JUNIOR}){_ROLE}, ")
_EDITORS = re.compile(
    r"in:? (?:(?:his|her|their) "
    r"|(?P<names>[^“”\"()]+?)(?:,? et al\.)?(?:,? \([Ee]ds?\.?\),?|,? eds?\.?,) |idem, )?"
)
# Words in the name of an office that are not capitalised; any other makes it a sentence.
_LESSER = re.compile(rf"(?:{_PARTICLE}|of|for|and|the|on|in|to|at|et|&)")
_SENTENCE = re.compile(
    r"(?:After|Although|An?|As|At|Because|Before|But|By|During|For|From|He|Her|His|However|If|In|It|Its|On|She"
    r"|Since|So|That|Then|There|These|They|This|Those|Thus|To|Under|Until|We|What|When|Where|While|With)(?= )"
)
_BETWEEN = re.compile(r",? (?:and|&|et) |, (?!Jr|Sr)")

# In place of a name: the author of the work just cited.
SAME_AUTHOR = ("同氏著", "氏著", "同作者", "Idem", "idem")

_PERSON = re.compile(PERSON)
INVERTED = re.compile(rf"(?P<family>{_FAMILY}), (?:{_WORD}|{_INITIAL})(?: (?:{_WORD}|{_INITIAL}))*")
_OFFICE = re.compile(
    r"\b(?:Agency|Assembly|Association|Bank|Board|Bureau|Cent(?:er|re)|College|Commission|Committee|Company|Congress"
    r"|Council|Department|Embassy|Foundation|Government|Group|House|Institut(?:e|ion)|Library|Ministry|Museum|News"
    r"|Office|Organi[sz]ation|Parliament|Party|Press|Senate|Service|Society|Times|Union|University)\b|\b[A-Z]{2,}\b"
)
_COUNTRY = re.compile(r"(?P<name>ROC|PRC|UK|USA|(?:[A-Z]\.){2,3}), ")
_LAST = re.compile(rf"({_FAMILY}){_JUNIOR}$")


def latin_authors(text: str, start: int, end: int) -> tuple[tuple[Range, ...], int]:
    """The authors at the head of a citation, and where the rest of it begins; none if its head is a title."""
    match = _SEVERAL.match(text, start, end) or _ONE.match(text, start, end)
    if not match or not _may_be_an_author(match["names"]):
        return (), start
    if _OFFICE.search(match["names"]) and (country := _COUNTRY.match(text, match.end(), end)):
        return ((match.start(), country.end("name")),), country.end()
    return split_names(text, *match.span("names")), match.end()


def _may_be_an_author(name: str) -> bool:
    """Whether `name` has a capital in each word that needs one, and does not begin like a sentence."""
    words = name.split()
    named = _PERSON.fullmatch(name) or all(not word[0].islower() or _LESSER.fullmatch(word) for word in words)
    return name in SAME_AUTHOR or bool(named and not (_SENTENCE.match(name) and len(words) > 1))


def latin_editors(text: str, start: int) -> tuple[tuple[Range, ...], int]:
    """The editors in “in X and Y (eds.), ”, if that stands at `start`, and where the rest begins."""
    match = _EDITORS.match(text, start)
    if not match:
        return (), start
    named = match["names"] and match["names"] not in SAME_AUTHOR
    return split_names(text, *match.span("names")) if named else (), match.end()


def split_names(text: str, start: int, end: int) -> tuple[Range, ...]:
    """Each name of the list “A, B and C”. An office with a comma or “and” in its name stays whole."""
    names: list[Range] = []
    place = start
    for match in _BETWEEN.finditer(text, start, end):
        names.append((place, match.start()))
        place = match.end()
    names.append((place, end))
    persons = all(_PERSON.fullmatch(text, *name) for name in names)
    return tuple(names) if persons else ((start, end),)


def family_name(name: str) -> str:
    """The name by which an author is cited and sorted: the family name, or a Chinese name whole.

    An office is known by its whole name. In “Smith, Adam” the family name is the first.
    """
    if inverted := INVERTED.fullmatch(name):
        return inverted["family"]
    if _OFFICE.search(name) or not _PERSON.fullmatch(name):
        return name
    match = _LAST.search(name)
    return match[1] if match else name
