"""A line of authors' names: which names, and what stands beside each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex as re

from duidu.cutting import slice_runs, trim
from duidu.han import COMPOUND_SURNAMES, HAN, SURNAMES
from duidu.model import NoteRef, Runs, SetAside, Style, Text, plain
from duidu.reasons import Cause
from duidu.recover.affiliation_marks import AFFILIATION_MARKS, plain_mark
from duidu.recover.structured.entry_maker import aside
from duidu.recover.structured.front_forms import AUTHOR_LABEL, is_affiliation

_ROLE_AFTER = re.compile(rf"\s+(?:著|撰|編|编)\s*$|(?<={HAN}{{2}})(?:著|撰)\s*$")
# Who translated is no author.
_TRANSLATES = re.compile(r"(?:譯|译)(?:者|註|注)?\s*(?:$|[、，,；;\s：:])|\btranslat", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[、，,；;＆&/／]\s*|\s+and\s+|\s*[\u3000\u2003\t]+\s*|\s{2,}")
_MARK = re.compile(rf"\s*[{AFFILIATION_MARKS}]+\s*")
_CHINESE = re.compile(rf"{HAN}{{2,4}}")
_FOREIGN = re.compile(rf"{HAN}{{1,8}}(?:[‧·•・．]{HAN}{{1,8}})+")
# What begins or joins the words of a title in English, and is part of no name.
_IN_TITLES = r"(?!(?:A|An|And|As|At|For|From|How|In|New|Of|On|Some|The|To|Toward|Towards|Why|With)\b)"
_LATIN_WORD = rf"(?:{_IN_TITLES}\p{{Lu}}[\w.’'‐-]*|(?:van|von|de|der|den|la|le|du|di|da|bin|al)\b)"
_LATIN = re.compile(rf"{_LATIN_WORD}(?:[ \u00a0]+{_LATIN_WORD}){{1,4}}")
_WORD, _SPACE = re.compile(r"\S+"), re.compile(r"\s+")
_BESIDE = re.compile(r"\s*[（(]([^（()）]+)[）)]\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name on a line: in which script, by which mark its affiliation is found, what is called there."""

    runs: Runs
    english: Runs = ()
    affiliation: Runs = ()
    mark: str = ""
    calls: tuple[NoteRef, ...] = ()


@dataclass(frozen=True, slots=True)
class NameLine:
    """The names on a line, and what of it is set aside."""

    names: tuple[Named, ...]
    set_aside: tuple[SetAside, ...]


def read_names(runs: Runs, *, sure: bool = False) -> NameLine | None:
    """The names that a line has; None if it has anything that is no name.

    `sure` says that the document itself calls it a line of authors: then any short piece is a name.
    """
    text = plain(runs)
    if _TRANSLATES.search(text):
        return None
    set_aside: list[SetAside] = []
    start, end = 0, len(text)
    if label := AUTHOR_LABEL.match(text):
        start = label.end()
        set_aside += aside(slice_runs(runs, 0, start), Cause.LABEL)
    if role := _ROLE_AFTER.search(text, start):
        end = role.start()
        set_aside += aside(slice_runs(runs, end, len(text)), Cause.LABEL)
    names: list[Named] = []
    for first, last, is_between in _pieces(text, start, end):
        piece = slice_runs(runs, first, last)
        if is_between:
            set_aside += aside(piece, Cause.BETWEEN_NAMES)
        elif (found := _named(piece, set_aside, sure=sure)) is not None:
            names.append(found)
        elif plain(piece).strip():
            return None
    return NameLine(tuple(names), tuple(set_aside)) if names else None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The pieces of a line, and what stands between them; a single space parts Chinese names only."""
    separators = list(_BETWEEN.finditer(text, start, end))
    place = start
    for mark in separators:
        if mark.start() > start and _opens(text, start, mark.start()):
            continue
        yield from _spaced(text, place, mark.start())
        yield mark.start(), mark.end(), True
        place = mark.end()
    yield from _spaced(text, place, end)


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a bracket is open there."""
    before = text[start:end]
    return sum(map(before.count, "（(")) > sum(map(before.count, "）)"))


def _spaced(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """張三 李四 are two names, 張 三 is one."""
    words = list(_WORD.finditer(text[start:end]))
    if len(words) > 1 and all(_is_chinese_name(_MARK.sub("", word.group())) for word in words):
        for place, word in enumerate(words):
            if place:
                yield start + words[place - 1].end(), start + word.start(), True
            yield start + word.start(), start + word.end(), False
    else:
        yield start, end, False


def _named(piece: Runs, set_aside: list[SetAside], *, sure: bool) -> Named | None:
    """The name that a piece of a line is; its marks go to `set_aside`."""
    calls = tuple(run for run in piece if isinstance(run, NoteRef))
    runs, mark = _without_marks(piece, set_aside)
    text = plain(runs)
    if not text:
        return None
    beside = _BESIDE.search(text)
    name = slice_runs(runs, 0, beside.start()) if beside else runs
    if not (sure or _is_name(plain(name))):
        return _name_and_more(runs, mark, calls)
    if beside is None:
        return _name_and_more(runs, mark, calls) or Named(runs, mark=mark, calls=calls)
    within = trim(slice_runs(runs, beside.start(1), beside.end(1)))
    brackets = (slice_runs(runs, beside.start(), beside.start(1)), slice_runs(runs, beside.end(1), len(text)))
    if _LATIN.fullmatch(plain(within)) and not is_affiliation(plain(within)):
        set_aside += (piece for bracket in brackets for piece in aside(bracket, Cause.BETWEEN_NAMES))
        return Named(trim(name), english=within, mark=mark, calls=calls)
    if is_affiliation(plain(within)):
        set_aside += (piece for bracket in brackets for piece in aside(bracket, Cause.BETWEEN_NAMES))
        return Named(trim(name), affiliation=within, mark=mark, calls=calls)
    return Named(runs, mark=mark, calls=calls) if sure else None


def _name_and_more(runs: Runs, mark: str, calls: tuple[NoteRef, ...]) -> Named | None:
    """張三 South University …: a name, and after a space its Latin form or its affiliation."""
    text = plain(runs)
    if _is_name(text):
        return Named(runs, mark=mark, calls=calls)
    for space in _SPACE.finditer(text):
        name, rest = text[: space.start()], text[space.end() :]
        if not _is_chinese_name(name):
            continue
        first, second = slice_runs(runs, 0, space.start()), trim(slice_runs(runs, space.start(), len(text)))
        if _LATIN.fullmatch(rest) and not is_affiliation(rest):
            return Named(first, english=second, mark=mark, calls=calls)
        if is_affiliation(rest):
            return Named(first, affiliation=second, mark=mark, calls=calls)
    return None


def _without_marks(piece: Runs, set_aside: list[SetAside]) -> tuple[Runs, str]:
    """A piece without stars and raised signs, and these."""
    marks = ""
    kept: list[Text] = []
    for run in piece:
        if not isinstance(run, Text):
            continue
        if run.style & Style.SUPERSCRIPT:
            marks += run.text.strip()
            set_aside += aside((run,), Cause.AFFILIATION_MARK)
            continue
        place = 0
        for star in _MARK.finditer(run.text):
            kept.append(run.cut(place, star.start()))
            set_aside += aside((run.cut(star.start(), star.end()),), Cause.AFFILIATION_MARK)
            marks += star.group().strip()
            place = star.end()
        kept.append(run.cut(place, len(run.text)))
    return trim(tuple(run for run in kept if run.text)), plain_mark(marks)


def _is_name(text: str) -> bool:
    bare = text.strip()
    return _is_chinese_name(bare) or bool(_FOREIGN.fullmatch(bare) or _LATIN.fullmatch(bare))


def _is_chinese_name(text: str) -> bool:
    """Whether two to four ideographs, perhaps spread out, begin with a surname."""
    bare = "".join(text.split())
    if not _CHINESE.fullmatch(bare) or (text != bare and len(bare) > 3):
        return False
    return bare[0] in SURNAMES or bare[:2] in COMPOUND_SURNAMES
