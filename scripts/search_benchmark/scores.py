"""How right an answer of a search is, against the truth. `search_benchmark` measures by it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import fmean
from urllib.parse import unquote, urlsplit

from duidu.publish.words import Words
from search_benchmark.browser import Answer
from search_benchmark.queries import Corpus

Numbers = tuple[int, int, int]  # of items of the text, notes, sections with scattered words
# What our search may say in its status.
SENTENCES = ("found", "found_at_most", "found_scattered", "found_scattered_at_most", "found_nothing")


@dataclass(frozen=True)
class Said:
    """What our search says there is, or may be at most if it is not `exact`."""

    body: int = 0
    notes: int = 0
    sections: int = 0
    exact: bool = True

    @property
    def numbers(self) -> Numbers:
        """All three, to be compared."""
        return self.body, self.notes, self.sections

    def may_be(self, true: Numbers) -> bool:
        """Whether it can be true."""
        pairs = zip(self.numbers, true, strict=True)
        return self.numbers == true if self.exact else all(said >= number for said, number in pairs)


@dataclass(frozen=True)
class Score:
    """How right an answer is: which share of the right items was shown, which share of those shown is right.

    None stands for a share of nothing. `sections` are the same two shares of sections with scattered
    words. `said` is what the search says there is, and `true` what there is, `faults` what is wrong, in
    words.
    """

    query: str
    recall: float | None
    precision: float | None
    sections: tuple[float | None, float | None] = (None, None)
    said: Said = Said()
    true: Numbers = (0, 0, 0)
    faults: tuple[str, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether what the search says is so."""
        return self.said.numbers == self.true

    @property
    def off(self) -> int:
        """By how much what the search says is too high."""
        return sum(self.said.numbers) - sum(self.true)


class Judge:
    """Judges the answers of our search, whose words these are.

    If `ids` are given, a result must lead to one of them.
    """

    def __init__(self, corpus: Corpus, words: Words, ids: Collection[str] | None = None) -> None:
        self._corpus, self._words, self._ids = corpus, words, ids
        self._patterns = {key: _pattern(getattr(words, key)) for key in SENTENCES}

    def said(self, status: str) -> Said:
        """What our search says in its status."""
        read = {key: pattern.search(status) for key, pattern in self._patterns.items()}
        if not any(read.values()):
            raise ValueError(f"what does the search say? “{status}”")
        items = read["found_at_most"] or read["found"]
        sections = read["found_scattered_at_most"] or read["found_scattered"]
        body, notes = (int(items["body"]), int(items["notes"])) if items else (0, 0)
        if items and int(items["count"]) != body + notes:
            raise ValueError(f"this does not add up: “{status}”")
        exact = not (read["found_at_most"] or read["found_scattered_at_most"])
        return Said(body, notes, int(sections["count"]) if sections else 0, exact)

    def judge(self, query: str, answer: Answer, *, whole: bool = True) -> Score:
        """How right our answer is. If it is not `whole`, only what is shown is judged."""
        truth, said = self._corpus.truth(query), self.said(answer.status)
        places = [place_of(href) for href, _ in answer.results]
        marked = {place_of(href) for href, under in answer.results if under.endswith(self._words.scattered)}
        items = [place for place in places if place not in marked]
        sections = [self._section(place) for place in places if place in marked]
        faults = _faults("item", items, truth.items, whole)
        faults += _faults("section", sections, truth.sections, whole)
        faults += self._lost(places)
        if not said.may_be(truth.numbers):
            faults.append(f"it says “{answer.status}” and not {truth.numbers}")
        if said.sections and len(query.split()) == 1:
            faults.append(f"one word cannot be scattered: “{answer.status}”")
        return Score(
            query,
            _share(truth.items, items),
            _share(items, truth.items),
            (_share(truth.sections, sections), _share(sections, truth.sections)),
            said,
            truth.numbers,
            tuple(faults),
        )

    def _section(self, place: str) -> str:
        entry = self._corpus.by_place.get(place)
        return entry.section if entry else place

    def _lost(self, places: Sequence[str]) -> list[str]:
        """Which places are not on the page, in words."""
        if self._ids is None:
            return []
        lost = [place for place in places if place.partition("#")[2] not in self._ids]
        return [f"these are not on the page: {', '.join(lost[:3])}"] if lost else []


def place_of(href: str) -> str:
    """The place to which a result leads: `SLUG#ID`."""
    address = urlsplit(href)
    return f"{address.path.rstrip('/').rpartition('/')[2]}#{unquote(address.fragment)}"


def score_of_places(corpus: Corpus, query: str, places: Sequence[str]) -> Score:
    """How right it is that some search finds these places."""
    truth = corpus.truth(query)
    return Score(query, _share(truth.items, places), _share(places, truth.items))


def _pattern(words: str) -> re.Pattern[str]:
    """What recognises a sentence with numbers."""
    return re.compile(
        re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)" if "query" in words else r"(?P<\1>\\d+)", re.escape(words))
    )


def _share(of: Sequence[str] | set[str], among: Sequence[str] | set[str]) -> float | None:
    """Which share of some is among others; what comes twice counts once."""
    return len(set(of) & set(among)) / len(set(of)) if of else None


def _faults(name: str, found: Sequence[str], right: set[str], whole: bool) -> list[str]:
    """What is wrong with what was found, in words."""
    wrong, missed = sorted(set(found) - right), sorted(right - set(found)) if whole else []
    twice = len(found) - len(set(found))
    faults = [f"{len(wrong)} wrong {name}s: {', '.join(wrong[:3])}"] if wrong else []
    faults += [f"{len(missed)} {name}s missed: {', '.join(missed[:3])}"] if missed else []
    return faults + ([f"{twice} {name}s twice"] if twice else [])


def percent(shares: Sequence[float | bool | None]) -> str:
    """The mean of shares in percent; those of nothing are left out."""
    some = [share for share in shares if share is not None]
    return f"{100 * fmean(some):.1f}" if some else "–"
