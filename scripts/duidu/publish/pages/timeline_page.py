"""The page 「文中年代」: the dates that an article speaks of in order of time, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from duidu.annotations import Date, Precision
from duidu.cutting import words_between
from duidu.model import Article
from duidu.publish import tree
from duidu.publish.clauses import clauses
from duidu.publish.content import content_of
from duidu.publish.escape import attribute, escape
from duidu.publish.locators import Places, place_link, places_of
from duidu.publish.markdown import Context, inline
from duidu.publish.pages.list_page import list_page
from duidu.publish.pages.page_kinds import TIMELINE
from duidu.publish.periods import Period, decade_of, period_of
from duidu.publish.regions import Region
from duidu.publish.summary import ELLIPSIS, cut_off
from duidu.publish.words import WORDS, Words

_LONGEST_GAP = 5


def timeline_page(slug: str, article: Article, language: str) -> str:
    """The Markdown of the timeline of `article`, whose text is in `language`."""
    words, places = WORDS[language], places_of(article)
    dates = sorted(article.annotations.dates, key=_order)
    groups = [(period, list(members)) for period, members in groupby(dates, period_of)]
    parts = (
        _overview({period: len(members) for period, members in groups}, words),
        *(_group(period, members, places, words) for period, members in groups),
    )
    lead, count = words.timeline_lead, len(dates)
    return list_page(TIMELINE, slug, article, language, lead=lead, count=count, parts=parts)


def _order(date: Date) -> tuple[Period, int, int, int, int]:
    """By period, then by time; what is known less exactly stands first."""
    return period_of(date), date.first, date.month, date.day, -date.last


def _overview(counts: dict[Period, int], words: Words) -> str:
    """A bar for each period, as long as it has many dates, with a link to it; a short gap shows as such."""
    most = max(counts.values())
    rows = "".join(
        f"<li>{_bar(period, counts.get(period, 0), most, words)}</li>\n" for period in _axis(counts)
    )
    return (
        f'<nav class="timeline-overview" aria-label="{words.timeline_overview}">\n<ol>\n{rows}</ol>\n</nav>\n'
    )


def _axis(counts: dict[Period, int]) -> Iterator[Period]:
    """The periods with dates, and the decades between two of them, if those are not many."""
    before: Period | None = None
    for period in counts:
        if before and not before.century and not period.century:
            between = range(before.first + 10, period.first, 10)
            if len(between) <= _LONGEST_GAP:
                yield from (decade_of(year) for year in between)
        yield period
        before = period


def _bar(period: Period, count: int, most: int, words: Words) -> str:
    name = f'<span class="timeline-period">{period.name(words)}</span>'
    if not count:
        return f'<span class="timeline-row">{name}</span>'
    # A drawing, since a style in the page would need a weaker policy for its security.
    bar = (
        '<svg class="timeline-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{max(1, round(100 * count / most))}" height="10"/></svg>'
    )
    label = attribute(f"{period.name(words)}{words.colon}{words.dates_count.format(count=count)}")
    number = f'<span class="timeline-count">{count}</span>'
    return f'<a class="timeline-row" href="#{period.id}" aria-label="{label}">{name}{bar}{number}</a>'


def _group(period: Period, dates: Sequence[Date], places: Places, words: Words) -> str:
    items = "".join(_item(date, period, places, words) for date in dates)
    return f'## {period.name(words)} {{#{period.id}}}\n\n<ol class="timeline" markdown="1">\n{items}</ol>\n'


def _item(date: Date, period: Period, places: Places, words: Words) -> str:
    """A date as the text has it, unless its `period` is called so, its sentence, and its place."""
    written = places.texts[date.place]
    said = f'<time datetime="{_iso(date)}">{escape(written)}</time>'
    if date.precision not in (Precision.DECADE, Precision.CENTURY) and str(date.first) not in written:
        said += escape(words.in_years.format(year=_years(date, words)))
    named = "".join(written.split()) == "".join(period.name(words).split())
    lines = (
        '<li markdown="block">',
        *(() if named else (f"{said}\n{{.timeline-date}}\n",)),
        f"{_sentence(date, places, words)}\n",
        f"{place_link(date.place, places, words)}\n{{.timeline-place}}\n",
        "</li>\n",
    )
    return "\n".join(lines)


def _years(date: Date, words: Words) -> str:
    years = (
        str(year) if year > 0 else words.year_bc.format(year=1 - year) for year in (date.first, date.last)
    )
    return "–".join(dict.fromkeys(years))


def _iso(date: Date) -> str:
    """The date as HTML knows it; of a longer time its first year."""
    year = f"{date.first:04}" if date.first > 0 else f"-{-date.first:06}"
    return year + "".join(f"-{number:02}" for number in (date.month, date.day) if number)


def _sentence(date: Date, places: Places, words: Words) -> str:
    """The sentence, or the clauses of a long one around the date, which is marked."""
    part, place = date.sentence.part, date.place
    text = places.texts.whole(part)
    start, end = clauses(text, (date.sentence.start, date.sentence.end), (place.start, place.end))
    before, after = ELLIPSIS if start > date.sentence.start else "", ""
    if end < date.sentence.end:
        after = ELLIPSIS
        end = place.end + len(cut_off(text[place.end : end])) - len(ELLIPSIS)
    marked = Region(place.start - start, place.end - start, tree.Highlight())
    said = content_of(words_between(places.runs[part], start, end), [marked])
    return inline((tree.Text(before), *said, tree.Text(after)), Context(words))
