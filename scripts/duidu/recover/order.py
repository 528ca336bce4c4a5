"""Items → reading order: displaced text put back where its line was broken.

Where a note marker stands inside a paragraph, the extractor often wrote what follows it too late:
after the next paragraph or heading, at the end of the page's body, or among the page's notes. Late
pieces of a page keep their order among themselves. A broken line and its remainder add up to one
full line, and the first line of a paragraph is indented; these lengths tell what belongs where.

The reader goes through a page line by line as the extractor wrote it, with a cursor in the paragraph
it is reading and a queue of the places where text is still owed. Each line may continue the
paragraph, open a new one, or pay what the queue owes first (`steps`). Every hypothesis has a cost:
how badly its lines fit the measure, and what it assumes (`costs`). The least costly
one is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from duidu.recover import costs
from duidu.recover.hypothesis import Hypothesis, PageFacts
from duidu.recover.line_items import Item
from duidu.recover.line_layout import Layout
from duidu.recover.steps import Steps, end_note


def read_page(
    items: Sequence[Item], before: Sequence[Hypothesis], layout: Layout, page: PageFacts
) -> list[Hypothesis]:
    """The best hypotheses of a page, the least costly first, going on from those of the page before.

    A page does not decide alone: only the next one shows whether its last line is a full one.
    """
    hypotheses = [
        hypothesis if page.continues else hypothesis._replace(note=None, note_cursor=None)
        for hypothesis in before
    ]
    last_late_marker = max((place for place, item in enumerate(items) if item.head_marker), default=-1)
    for place, item in enumerate(items):
        steps = Steps(item, layout, markers_ahead=place <= last_late_marker)
        for hypothesis in hypotheses:
            steps.go_on_from(hypothesis)
        hypotheses = best(steps.found)
    return best(_end_page(hypothesis, layout, page) for hypothesis in hypotheses)


def _cost(hypothesis: Hypothesis) -> float:
    return hypothesis.cost


def best(hypotheses: Iterable[Hypothesis]) -> list[Hypothesis]:
    """The hypotheses worth following, the least costly first: one for each outcome."""
    ranked = sorted(hypotheses, key=_cost)
    limit = ranked[0].cost + costs.UNDECIDED
    different: dict[object, Hypothesis] = {}
    for hypothesis in ranked:
        if hypothesis.cost > limit or len(different) == costs.MOST_HYPOTHESES:
            break
        different.setdefault(hypothesis.outcome(), hypothesis)
    return list(different.values())


def _end_page(hypothesis: Hypothesis, layout: Layout, page: PageFacts) -> Hypothesis:
    """`hypothesis` as the next page finds it, with the cost of what is left undone."""
    cost = hypothesis.cost + costs.NOT_PAID * len(hypothesis.queue)
    cursor, closed = hypothesis.cursor, hypothesis.closed
    if cursor is not None:
        cost += cursor.overflow(layout.body) if cursor.may_end else cursor.misfit(layout.body, page.overleaf)
    if cursor is not None and (cursor.flow != hypothesis.newest or hypothesis.paused is not None):
        cost += 0.0 if cursor.may_end else costs.MARK_MISSING
        cursor, closed = hypothesis.paused or cursor, hypothesis.paused is None
    if not page.continued:
        cost += end_note(hypothesis)
    cost += costs.MARKER_LOST * len(set(page.expected) ^ set(hypothesis.marker_numbers()))
    return hypothesis._replace(
        cost=cost, cursor=cursor, closed=closed, paused=None, queue=(), in_piece=False, marked=()
    )
