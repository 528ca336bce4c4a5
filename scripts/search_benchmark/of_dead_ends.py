"""What the search offers for questions that find nothing by themselves: a part of `search_benchmark`.

The questions, and where each should lead, stand in `tests/dead_ends.tsv`: a query that the dialog should
offer, in either script (one of several, with | between them), or the fragment of a place, beginning with #.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from duidu.enrich.fold import fold
from measurements import table
from search_benchmark.bench import Bench
from search_benchmark.browser import Offers, reading, serving

QUESTIONS = Path(__file__).resolve().parents[2] / "tests" / "dead_ends.tsv"
GOAL = 55
HEAD = ("page, kind", "questions", "find nothing", "with an offer", "right", "right and first")


@dataclass(frozen=True)
class Question:
    """A row of the list."""

    kind: str
    question: str
    right: str

    def place_in(self, offers: Offers) -> int | None:
        """Which of the offers is right, counted from 0; None if no one is."""
        if self.right.startswith("#"):
            places = [fragment for _, fragment in offers.links]
            return places.index(self.right) if self.right in places else None
        right = {fold(query) for query in self.right.split("|")}
        shown = [fold(words.strip('"')) for words, _ in offers.links]
        return next((place for place, query in enumerate(shown) if query in right), None)


def questions() -> list[Question]:
    """The list."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return [Question(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def dead_ends(bench: Bench) -> Iterator[str]:
    """How many questions get an offer that leads to the right place, on the pages in both scripts."""
    asked = questions()
    with serving(bench.site.folder) as server:
        for tag, page in bench.pages.items():
            with reading(bench.browser, server, page) as reader:
                answers = [(question, reader.offers(question.question)) for question in asked]
            kinds = dict.fromkeys(question.kind for question in asked)
            rows = [[answer for answer in answers if answer[0].kind == kind] for kind in kinds]
            named = zip((*kinds, f"all (goal: {GOAL} right)"), (*rows, answers), strict=True)
            yield from table(HEAD, ((f"{tag}, {name}", *_counts(row)) for name, row in named))
            missed = [answer for answer in answers if answer[0].place_in(answer[1]) is None]
            yield f"Without a right offer: {len(missed)}\n"
            for question, offers in missed:
                shown = ", ".join(words for words, _ in offers.links) or "nothing"
                yield f"- “{question.question}” → {question.right}; offered: {shown}"
            yield ""


def _counts(answers: list[tuple[Question, Offers]]) -> tuple[int, ...]:
    places = [question.place_in(offers) for question, offers in answers]
    return (
        len(answers),
        sum(offers.found == 0 for _, offers in answers),
        sum(bool(offers.links) for _, offers in answers),
        sum(place is not None for place in places),
        places.count(0),
    )
