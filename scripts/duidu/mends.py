"""Declared mends: what rules cannot know of a text, an editor says in mends.toml.

A mend quotes the text as it was recovered, says what it should be, and why. It is data of the
article, so nothing about any one article stands in the code.

    [[mend]]
    quote = "在-二戰"
    text = "在二戰"
    reason = "hyphen of the typesetting at a line end"
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from duidu.model import Article, Front, Mend, Origin, Run, Runs, SetAside, Text, plain
from duidu.problems import Code, DuiduError, Problem
from duidu.reasons import Cause, Reason

_KEYS = ("quote", "text", "reason")


@dataclass(frozen=True, slots=True)
class DeclaredMend:
    """What mends.toml declares on `line`: the text quoted, what stands there instead, and the reason."""

    quote: str
    text: str
    reason: str
    line: int = 0

    @property
    def because(self) -> Reason:
        """The reason as the model has it."""
        return Reason(Cause.DECLARED, words=self.reason)


def parse_mends(toml: str, name: str) -> tuple[DeclaredMend, ...]:
    """The mends in the text of a mends.toml; `name` is the file in messages.

    Raises `DuiduError` for TOML that is none, and for keys that are unknown, missing or no text.
    """
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise DuiduError(name, Problem.at(Code.TOML_MALFORMED, reason=error)) from None
    for key in data:
        if key != "mend":
            raise DuiduError(name, Problem.at(Code.TOML_KEY_UNKNOWN, key=key, expected="[[mend]]"))
    entries = data.get("mend", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise DuiduError(
            name, Problem.at(Code.TOML_VALUE_WRONG, key="mend", found="no list", expected="[[mend]]")
        )
    lines = [number for number, line in enumerate(toml.split("\n"), 1) if line.strip().startswith("[[mend]]")]
    lines += [0] * (len(entries) - len(lines))  # written in another way: inline, say
    return tuple(_parse(entry, name, line) for entry, line in zip(entries, lines, strict=False))


def _parse(entry: dict[str, object], name: str, line: int) -> DeclaredMend:
    for key in entry:
        if key not in _KEYS:
            expected = ", ".join(_KEYS)
            raise DuiduError(name, Problem.at(Code.TOML_KEY_UNKNOWN, line, key=key, expected=expected))
    values = []
    for key in _KEYS:
        value = entry.get(key)
        if value is None:
            problem = Problem.at(Code.TOML_KEY_MISSING, line, key=key, expected="it in every mend")
            raise DuiduError(name, problem)
        if not isinstance(value, str) or (key != "text" and not value):
            problem = Problem.at(Code.TOML_VALUE_WRONG, line, key=key, found=repr(value), expected="a text")
            raise DuiduError(name, problem)
        values.append(value)
    quote, text, reason = values
    return DeclaredMend(quote, text, reason, line)


def apply_mends(article: Article, mends: Sequence[DeclaredMend], name: str) -> Article:
    """`article` with `mends` made, each in the one place that has its quoted text.

    Raises `DuiduError` (naming the file `name`) where the quoted text is not there, or not once.
    """
    for mend in mends:
        count = sum(plain(runs).count(mend.quote) for runs in _all_runs(article))
        if count == 0:
            raise DuiduError(name, Problem.at(Code.MEND_NOT_FOUND, mend.line, source=mend.quote))
        if count > 1:
            raise DuiduError(name, Problem.at(Code.MEND_AMBIGUOUS, mend.line, source=mend.quote, count=count))
        article = _apply(article, mend)
    return article


def _all_runs(article: Article) -> list[Runs]:
    """The runs of every stretch of text in which a quotation may stand."""
    found: list[Runs] = [part.runs for part in (*article.blocks, *article.notes)]

    def collect(runs: Runs) -> Runs:
        found.append(runs)
        return runs

    _map_front(article.front, collect)
    return found


def _map_front(front: Front, change: Callable[[Runs], Runs]) -> Front:
    """`front` with every stretch of text changed."""
    return Front(
        titles={language: change(runs) for language, runs in front.titles.items()},
        authors=tuple(
            replace(
                author,
                name=change(author.name),
                name_en=change(author.name_en),
                affiliation=change(author.affiliation),
                affiliation_en=change(author.affiliation_en),
            )
            for author in front.authors
        ),
        abstracts={key: tuple(map(change, pieces)) for key, pieces in front.abstracts.items()},
        keywords={key: tuple(map(change, pieces)) for key, pieces in front.keywords.items()},
    )


def _apply(article: Article, mend: DeclaredMend) -> Article:
    """`article` with one mend made."""
    aside: list[SetAside] = []
    made: list[Mend] = []

    def change(runs: Runs) -> Runs:
        at = plain(runs).find(mend.quote)
        if at < 0:
            return runs
        mended, removed, origin = _replace(runs, at, mend)
        aside.extend(removed)
        made.append(Mend(origin.line, mend.quote, mend.text, mend.because))
        return mended

    return replace(
        article,
        front=_map_front(article.front, change),
        blocks=tuple(replace(block, runs=change(block.runs)) for block in article.blocks),
        notes=tuple(replace(note, runs=change(note.runs)) for note in article.notes),
        set_aside=tuple(sorted((*article.set_aside, *aside), key=lambda piece: piece.origin)),
        mends=tuple(sorted((*article.mends, *made), key=lambda done: done.line)),
    )


def _replace(runs: Runs, at: int, mend: DeclaredMend) -> tuple[Runs, list[SetAside], Origin]:
    """`runs` with only what differs between quotation and text replaced, what went, and where."""
    head = _shared(mend.quote, mend.text)
    tail = _shared(mend.quote[head:][::-1], mend.text[head:][::-1])
    start, end = at + head, at + len(mend.quote) - tail
    new = mend.text[head : len(mend.text) - tail]
    out: list[Run] = []
    removed: list[SetAside] = []
    origin: Origin | None = None
    place = 0
    for run in runs:
        if not isinstance(run, Text):
            out.append(run)
            continue
        first, last = max(start - place, 0), min(end - place, len(run.text))
        if place <= start <= place + len(run.text) and origin is None:
            origin = _advance(run, start - place)
            out += [_cut(run, 0, start - place), Text(new, origin, source="")]
            out.append(_cut(run, max(last, first), len(run.text)))
        elif first < last:
            out.append(_cut(run, last, len(run.text)))
        else:
            out.append(run)
        if first < last:
            removed.append(SetAside(run.text[first:last], _advance(run, first), mend.because))
        place += len(run.text)
    assert origin is not None
    kept = tuple(run for run in out if not isinstance(run, Text) or run.text)
    return kept, [piece for piece in removed if piece.text.strip()], origin


def _shared(left: str, right: str) -> int:
    """How many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def _cut(run: Text, start: int, end: int) -> Text:
    return Text(run.text[start:end], _advance(run, start))


def _advance(run: Text, characters: int) -> Origin:
    """Where the text stands that begins so many characters into `run`."""
    return Origin(run.origin.line, run.origin.column + characters)
