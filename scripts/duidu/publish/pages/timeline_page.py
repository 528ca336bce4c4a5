"""The page 「文中年代」: the dates that an article speaks of in order of time, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from duidu.annotations import Date, Precision, Span
from duidu.cutting import words_between
from duidu.model import ENGLISH, Article
from duidu.publish import tree
from duidu.publish.clauses import clauses
from duidu.publish.content import content_of
from duidu.publish.english_dates import english_date
from duidu.publish.escape import attribute, chinese_span, escape
from duidu.publish.glossed_names import GlossedName, glossed_names, once
from duidu.publish.locators import Places, place_link, places_of
from duidu.publish.markdown import Context, inline
from duidu.publish.pages.list_page import list_page
from duidu.publish.pages.page_kinds import TIMELINE, reading_from
from duidu.publish.periods import Period, decade_of, period_of
from duidu.publish.regions import Region
from duidu.publish.summary import ELLIPSIS, cut_off
from duidu.publish.words import WORDS, Words

_LONGEST_GAP = 5


@dataclass(frozen=True, slots=True)
class _Page:
    """What every entry needs of the article and of the page; `names` are for a page in English alone."""

    words: Words
    places: Places
    reading: str
    names: Mapping[str, Sequence[GlossedName]]

    @property
    def english(self) -> bool:
        return self.words is WORDS[ENGLISH]


def timeline_page(slug: str, article: Article, language: str) -> str:
    """The Markdown of the timeline of `article`, whose text is in `language` unless that is English.

    In English the dates are, and beside each sentence stand the names in it that the article glosses.
    """
    words = WORDS[language]
    names = glossed_names(article) if language == ENGLISH else {}
    page = _Page(words, places_of(article), reading_from(slug, article.language, language), names)
    dates = sorted(article.annotations.dates, key=_order)
    groups = [(period, list(members)) for period, members in groupby(dates, period_of)]
    parts = (
        _overview({period: len(members) for period, members in groups}, words),
        *(_group(period, members, page) for period, members in groups),
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
        if before and not before.is_century and not period.is_century:
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


def _group(period: Period, dates: Sequence[Date], page: _Page) -> str:
    name = period.name(page.words)
    items = "".join(_item(date, name, page) for date in dates)
    return f'## {name} {{#{period.id}}}\n\n<ol class="timeline" markdown="1">\n{items}</ol>\n'


def _item(date: Date, period: str, page: _Page) -> str:
    """A date, unless its `period` is called so, its sentence, and its place."""
    words, places = page.words, page.places
    written = english_date(date) if page.english else places.texts[date.place]
    said = f'<time datetime="{_iso(date)}">{escape(written)}</time>'
    exact = date.precision not in (Precision.DECADE, Precision.CENTURY)
    if exact and not page.english and str(date.first) not in written:
        said += escape(words.in_years.format(year=_years(date, words)))
    named = "".join(written.split()) == "".join(period.split())
    lines = (
        '<li markdown="block">',
        *(() if named else (f"{said}\n{{.timeline-date}}\n",)),
        *_sentence(date, page),
        f"{place_link(date.place, places, words, page.reading)}\n{{.timeline-place}}\n",
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


def _sentence(date: Date, page: _Page) -> Iterator[str]:
    """The sentence, or the clauses of a long one around the date, which is marked; and the names in it."""
    part, place = date.sentence.part, date.place
    text = page.places.texts.whole(part)
    start, end = clauses(text, (date.sentence.start, date.sentence.end), (place.start, place.end))
    before, after = ELLIPSIS if start > date.sentence.start else "", ""
    if end < date.sentence.end:
        after = ELLIPSIS
        end = place.end + len(cut_off(text[place.end : end])) - len(ELLIPSIS)
    marked = Region(place.start - start, place.end - start, tree.Highlight())
    said = content_of(words_between(page.places.runs[part], start, end), [marked])
    shown = inline((tree.Text(before), *said, tree.Text(after)), Context(page.words))
    yield f"{chinese_span(shown, page.places.language)}\n" if page.english else f"{shown}\n"
    within = Span(part, start, end)
    if names := once([name for name in page.names.get(part, ()) if name.span.within(within)]):
        yield f"{page.words.semicolon.join(name.linked for name in names)}\n{{.timeline-names}}\n"
