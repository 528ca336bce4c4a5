"""How far the Chinese form of a gloss reaches to the left.

There is no space before a Chinese word. These rules are tried in turn:

- 「鐵幕」（Iron Curtain）: quotation and title marks hold the form. 「甲」的乙（…）, where the marks are
  part of the form, is taken whole if what follows the mark is short.
- Otherwise the form begins after the last mark, figure, Latin letter, function word or verb that comes
  before a noun (`lexicon.BEFORE`); but not where these are part of a longer word (`lexicon.WHOLE`: 和 in
  和平).
- A person's name begins after a title (總統、教授) too, and a title after it (羅斯福總統) is no part of it.
- 國家 after the name of a body is no part of it, since they are its members: 大英國協國家（Commonwealth of
  Nations）.
- A country before it is no part of it, if the other language does not say it: 美國國家安全局（National
  Security Agency）.
- A form longer than the other language makes likely is cut down to the longest end of it that recurs in
  the article after other characters, or, if it is a name, to those of its last characters in which Chinese
  writes foreign sounds.
- What is then still too long or too short is left out.
"""

from __future__ import annotations

import re

import regex

from duidu.enrich.terms.foreign import Kind, east_asian, kind_of, sounds, surname, syllables, words_of
from duidu.enrich.terms.lexicon import (
    BEFORE,
    COUNTRIES,
    MEMBERS_AFTER,
    SOUNDS,
    THING_AFTER,
    TITLE,
    TITLE_AFTER,
    TITLED_IN_ENGLISH,
    WHOLE,
)
from duidu.enrich.terms.pairs import Pair, Range

_CLOSED = re.compile(r"[「『“‘《〈]([^「」『』“”‘’《》〈〉]+)[」』”’》〉]$")
_CLOSED_BEFORE = regex.compile(r"[「“]([^「」“”]{1,12})[」”]的?(\p{Han}{1,4})$")
# Ideographs, with what joins the parts of a foreign name.
_STRETCH = regex.compile(r"\p{Han}+(?:[·・‧•．－–—-]\p{Han}+)*$")
_JOINT = re.compile(r"[·・‧•．]")
_DASH = re.compile(r"[－–—-]")
_LONGEST_STRETCH = 60


def extent(text: str, pair: Pair, whole: str) -> Range | None:
    """Where in `text` the Chinese form of `pair` stands; None if no rule says it. `whole` is the article."""
    foreign = text[slice(*pair.foreign)]
    end = pair.bracket
    if marked := _CLOSED.search(text, max(0, end - _LONGEST_STRETCH), end):
        return marked.span(1)
    if (part := _CLOSED_BEFORE.search(text, max(0, end - 20), end)) and not BEFORE.fullmatch(part[2]):
        return part.span() if len(part[1] + part[2]) <= _longest(foreign) + 1 else None
    stretch = _STRETCH.search(text, max(0, end - _LONGEST_STRETCH), end)
    if not stretch:
        return None
    form = _form(stretch[0], foreign, whole)
    if not form:
        return None
    start = stretch.start() + stretch[0].rindex(form)
    return start, start + len(form)


def _form(stretch: str, foreign: str, whole: str) -> str:
    """The end of `stretch` that is the Chinese form of `foreign`, without a title after it; empty if none."""
    kind = kind_of(foreign)
    if kind is not Kind.COMMON:
        stretch = MEMBERS_AFTER.sub("", stretch)
    if (kind is Kind.PERSON and not THING_AFTER.search(stretch)) or TITLED_IN_ENGLISH.match(foreign):
        person = _person(stretch, foreign)
        if person or TITLED_IN_ENGLISH.match(foreign):
            return person
    stretch = _after_dash(stretch, foreign)
    tail = _without_country(_after_last(BEFORE, stretch), foreign)
    if kind is Kind.NAME:
        tail = _name(tail, foreign)
    if len(tail) > _usual(foreign):
        tail = _recurring(tail, foreign, whole) or tail
    if kind is Kind.COMMON and len(tail) < 2 * len(words_of(foreign)):
        tail = _joined(stretch, tail, foreign, whole)
    if kind is Kind.PERSON and TITLE.search(tail) and not THING_AFTER.search(tail):
        return ""
    return tail if _shortest(foreign) <= len(tail) <= _longest(foreign) else ""


def _person(stretch: str, foreign: str) -> str:
    """The name of a person at the end of `stretch`."""
    titled = TITLED_IN_ENGLISH.match(foreign)
    if not titled and (title := TITLE_AFTER.search(stretch)) and title.start():
        stretch = stretch[: title.start()]
    stretch = _after_dash(stretch, foreign)
    first, joint, rest = _parted(stretch, foreign)
    tail = _after_last(TITLE, _after_last(BEFORE, first, guard=SOUNDS), guard=SOUNDS)
    if joint:  # only the first part of a name in parts can have other words before it
        given = tail if len(tail) <= sounds(foreign.split()[0]) else _sounding(tail)
        return given and given + joint + rest
    longest = max(sounds(surname(foreign)), east_asian(foreign) or 0)
    if titled or set(tail) <= SOUNDS:
        longest = max(longest, sounds(foreign))
    if len(tail) > longest and not titled:
        tail = _sounding(tail)
    return tail if 2 <= len(tail) <= max(longest, 3) else ""


def _parted(stretch: str, foreign: str) -> tuple[str, str, str]:
    """A name cut at the first sign that joins its parts: 約翰·洛克, 尚－雅克・盧梭."""
    dashes = _DASH.pattern if _DASH.search(foreign) else "(?!)"
    joint = re.search(rf"{_JOINT.pattern}|{dashes}", stretch)
    if not joint:
        return stretch, "", ""
    return stretch[: joint.start()], joint[0], stretch[joint.end() :]


def _name(tail: str, foreign: str) -> str:
    """A name in one word, without the province or the title before it: 加州洛杉磯, 總統蘇卡諾."""
    titled = _after_last(TITLE, tail, guard=SOUNDS)
    if titled != tail and len(titled) > 1 and set(titled) <= SOUNDS:
        return titled
    within = re.match(r".{1,3}[州省市縣](.{2,})", tail)
    if within and set(within[1]) <= SOUNDS:
        return within[1]
    return tail if len(tail) <= _longest(foreign) else _sounding(_after_last(TITLE, tail))


def _joined(stretch: str, tail: str, foreign: str, whole: str) -> str:
    """`tail`, which is short for `foreign`, with what 的 or 與 joins to it, if that may be the form.

    If either may be, the one that stands in the article twice is. Empty if that does not tell.
    """
    before = stretch.removesuffix(tail)
    links = "的之與和及暨" if re.search(r"\band\b|&", foreign) else "的之"
    if not before or before == stretch or before[-1] not in links:
        return tail
    joined = _after_last(BEFORE, before[:-1]) + before[-1] + tail
    joined = _recurring(joined, foreign, whole) or joined
    if len(joined) > len(tail) + 1 and whole.count(joined) > 1:
        return joined
    fits = len(joined) <= 2 * len(words_of(foreign)) + 2
    if len(tail) < _shortest(foreign) or not fits:
        return joined if fits else tail
    return tail if whole.count(tail) > 1 else ""


def _after_last(pattern: re.Pattern[str], text: str, guard: frozenset[str] = frozenset()) -> str:
    """What follows the last place where `pattern` matches; a match that leaves nothing does not count.

    A single character of `guard`, amid others of it, is part of a name.
    """
    kept = [match.span() for match in WHOLE.finditer(text)]
    start = 0
    for match in pattern.finditer(text):
        inside = any(first <= match.start() and match.end() <= last for first, last in kept)
        amid = (
            len(match[0]) == 1
            and match[0] in guard
            and match.start() > start
            and text[match.start() - 1] in guard
            and text[match.end() : match.end() + 1] in guard
        )
        if match.end() < len(text) and not inside and not amid:
            start = match.end()
    return text[start:]


def _after_dash(text: str, foreign: str) -> str:
    """A dash joins the parts of a form only if the other language has one too."""
    return text if _DASH.search(foreign) else _DASH.split(text)[-1]


def _without_country(tail: str, foreign: str) -> str:
    """`tail` without a country at its beginning that `foreign` does not name."""
    words = foreign.lower().replace("-", " ").split()
    for country, stems in COUNTRIES.items():
        rest = tail.removeprefix(country)
        said = any(word.startswith(tuple(stems.split())) for word in words)
        if rest != tail and len(rest) >= max(2, _shortest(foreign)) and not said:
            return rest
    return tail


def _recurring(tail: str, foreign: str, whole: str) -> str:
    """The longest end of `tail` that is not too long and also stands elsewhere, after something else.

    What stands twice is a word: so it may be all of `tail`. 主義 alone is no word.
    """
    if whole.count(tail) > 1:
        return tail
    for start in range(1, len(tail) - 1):
        form = tail[start:]
        before = {whole[m.start() - 1 : m.start()] for m in re.finditer(re.escape(form), whole)}
        if len(form) <= _longest(foreign) and before - {tail[start - 1]} and not THING_AFTER.fullmatch(form):
            return form
    return ""


def _sounding(tail: str) -> str:
    """The longest end of `tail` that is all characters in which foreign sounds are written."""
    start = len(tail)
    while start and tail[start - 1] in SOUNDS:
        start -= 1
    return tail[start:]


def _longest(foreign: str) -> int:
    """How many characters the Chinese form of `foreign` may have."""
    words, kind = words_of(foreign), kind_of(foreign)
    if kind is Kind.SHORT:
        return 12
    if kind is Kind.NAME:
        return sounds(foreign) + 1
    if kind is Kind.COMMON:
        return sum(max(3, sounds(word) - 1) for word in words) + 2
    return sum(max(3, sounds(word)) for word in words) + 3


def _usual(foreign: str) -> int:
    """How many characters it has at most, as a rule: for one plain word, hardly more than its syllables."""
    words = words_of(foreign)
    if kind_of(foreign) is Kind.COMMON and len(words) == 1:
        return max(3, syllables(foreign))
    return _longest(foreign)


def _shortest(foreign: str) -> int:
    """How few characters it may have: in plain words, nearly two for each."""
    words = len(words_of(foreign))
    return max(2, 2 * words - (1 if words < 3 else 2) if kind_of(foreign) is Kind.COMMON else words)
