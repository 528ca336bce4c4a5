"""Items → reading order: displaced text put back where its line was broken.

Where a note marker stands inside a paragraph, the extractor often wrote what follows it too late:
after the next paragraph or heading, at the end of the page's body, or among the page's notes. Late
pieces of a page keep their order among themselves. A broken line and its remainder add up to one
full line, and the first line of a paragraph is indented; these lengths tell what belongs where.

The reader goes through a page line by line as the extractor wrote it, with a pen in the paragraph
it is reading and a queue of the places where text is still owed. Each line may continue the
paragraph, open a new one, or pay what the queue owes first (`steps`). Every reading has a strain:
how badly its lines fit the measure, and what it asks us to believe (`strains`). The least strained
one is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from duidu.recover import strains
from duidu.recover.items import Item
from duidu.recover.reading import Layout, PageFacts, Reading
from duidu.recover.steps import Steps, end_note


def read_page(
    items: Sequence[Item], before: Sequence[Reading], layout: Layout, page: PageFacts
) -> list[Reading]:
    """The best readings of a page, the least strained first, going on from those of the page before.

    A page does not decide alone: only the next one shows whether its last line is a full one.
    """
    readings = [
        reading if page.continues else reading._replace(note=None, note_pen=None) for reading in before
    ]
    last_late_marker = max((place for place, item in enumerate(items) if item.head_marker), default=-1)
    for place, item in enumerate(items):
        steps = Steps(item, layout, markers_ahead=place <= last_late_marker)
        readings = best(after for reading in readings for after in steps.after(reading))
    return best(_end_page(reading, layout, page) for reading in readings)


def _strain(reading: Reading) -> float:
    return reading.strain


def best(readings: Iterable[Reading]) -> list[Reading]:
    """The readings worth following, the least strained first, one of those that came to the same."""
    ranked = sorted(readings, key=_strain)
    limit = ranked[0].strain + strains.UNDECIDED
    different: dict[object, Reading] = {}
    for reading in ranked:
        if reading.strain > limit or len(different) == strains.MOST_READINGS:
            break
        different.setdefault(reading.outcome(), reading)
    return list(different.values())


def _end_page(reading: Reading, layout: Layout, page: PageFacts) -> Reading:
    """`reading` as the next page finds it, with the strain of what is left undone."""
    strain = reading.strain + strains.NOT_PAID * len(reading.queue)
    pen, closed = reading.pen, reading.closed
    if pen is not None:
        strain += pen.overflow(layout.body) if pen.may_end else pen.misfit(layout.body, page.overleaf)
    if pen is not None and (pen.flow != reading.newest or reading.paused is not None):
        strain += 0.0 if pen.may_end else strains.MARK_MISSING
        pen, closed = reading.paused or pen, reading.paused is None
    if not page.continued:
        strain += end_note(reading)
    strain += strains.MARKER_LOST * len(set(page.expected) ^ set(reading.marker_numbers()))
    return reading._replace(
        strain=strain, pen=pen, closed=closed, paused=None, queue=(), in_piece=False, marked=()
    )
