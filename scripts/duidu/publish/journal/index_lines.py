"""Article → its lines in the indexes of a journal: under which heads it stands, and where they lead."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from io import SEEK_CUR
from itertools import starmap
from typing import BinaryIO, NamedTuple

from duidu.annotations import Precision
from duidu.cutting import words_between
from duidu.enrich.citations.latin_names import family_name
from duidu.enrich.collation import OTHER, initial, sort_key
from duidu.enrich.levelled import level
from duidu.enrich.terms.foreign import filing_form
from duidu.enrich.works import Work, folded, key_of, texts_of, works_of
from duidu.model import ENGLISH, TRADITIONAL, Article, plain
from duidu.publish.citing.record import Name, record_of
from duidu.publish.content import content_of
from duidu.publish.editions import Editions, original_of
from duidu.publish.escape import chinese_span, escape
from duidu.publish.links import term_id
from duidu.publish.locators import Places, places_of
from duidu.publish.markdown import Context, inline
from duidu.publish.markdown.context import spoken
from duidu.publish.pages.page_kinds import READING, TERMS, TIMELINE, WORKS, PageKind
from duidu.publish.pages.terms_page import foreign_forms
from duidu.publish.periods import period_of
from duidu.publish.reference_links import in_latin
from duidu.publish.words import WORDS

_HYPHEN = re.compile("[-‐]")
_LONGEST = 16  # characters of a name or a title by which works are sorted
_ZERO = 10_000  # added to years, so that those before the era are sorted as figures too


class Line(NamedTuple):
    """An article under a head of an index.

    Heads of one `key` are one. `head` is its Markdown, `group` the id of the group in which it stands, and
    by `place` lines are sorted. `target` is where the link leads: a file below docs/, and an id on it. It
    stands there as many `times`.
    """

    key: str
    head: str
    group: str
    place: str
    target: str
    times: int = 1


# The lines of an article: by language, and by what an index is called in addresses.
Lines = Mapping[str, Mapping[str, Sequence[Line]]]
# Those of the article of a slug, in a language, in the index that is called so.
LinesOf = Callable[[str, str, str], Sequence[Line]]


def among(lines: Mapping[str, Lines]) -> LinesOf:
    """Those among `lines`, which are given by slug."""
    return lambda slug, language, kind: lines[slug][language][kind]


def filed(
    language: str, key: str, head: str, order: str, target: str, group: str = "", times: int = 1
) -> Line:
    """The line whose place and group in `language` the words `order` tell, or that stands in `group`."""
    first = initial(order, language)
    strokes = int(first) if first.isdigit() else 0
    rank = "" if group else f"{first == OTHER:d}{strokes:03}{first}"
    return Line(key, head, group or first, f"{rank} {sort_key(order, language)} {key}", target, times)


def write_index_lines(lines: Lines) -> bytes:
    """The lines of an article, for a cache: those of each index in each language as JSON, after a line that
    says how many bytes each has. So nobody need read others.
    """
    parts = {
        f"{language} {kind}": _json(rows) for language, each in lines.items() for kind, rows in each.items()
    }
    sizes = {name: len(part) for name, part in parts.items()}
    return b"".join((_json(sizes), b"\n", *parts.values()))


def read_index_lines(file: BinaryIO, language: str, kind: str) -> Sequence[Line]:
    """Those of one index in one language, from a file that `write_index_lines` made; none if it has no such
    index. Raises `ValueError`, `TypeError` or `AttributeError` if it is anything else.
    """
    start, wanted = 0, f"{language} {kind}"
    for name, size in json.loads(file.readline()).items():
        if name == wanted:
            file.seek(start, SEEK_CUR)
            return list(starmap(Line, json.loads(file.read(size))))
        start += size
    return ()


def digest_of_lines(rows: Sequence[Line]) -> str:
    """The SHA-256 by which it is known whether the lines of an article in an index are the same."""
    return sha256(_json(rows)).hexdigest()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


AUTHORS = PageKind("authors", lambda words: words.authors)
SUBJECTS = PageKind("subjects", lambda words: words.subjects)
NAMES = PageKind("names", lambda words: words.terms)
CITED_WORKS = PageKind("works", lambda words: words.works)
YEARS = PageKind("years", lambda words: words.timeline)


def lines_of(slug: str, work: Editions, language: str) -> dict[str, tuple[Line, ...]]:
    """The lines in `language` of the article of which `work` are the editions, by what each index is called
    in addresses.
    """
    article = work.get(language, original_of(work)).article
    reading = READING.path(language, slug)
    record = record_of(slug, article, original_of(work).metadata, language)
    keywords = dict.fromkeys(map(plain, article.front.keywords.get(language, ())))
    has_terms = TERMS.exists(work, language)
    return {
        AUTHORS.name: tuple(_author(name, language, reading) for name in record.authors),
        SUBJECTS.name: tuple(_subject(keyword, language, reading) for keyword in keywords),
        NAMES.name: tuple(_names(article, language, TERMS.path(language, slug))) if has_terms else (),
        CITED_WORKS.name: tuple(_works(work, article, language, WORKS.path(language, slug))),
        YEARS.name: tuple(_years(article, language, TIMELINE.path(language, slug))),
    }


def _subject(keyword: str, language: str, page: str) -> Line:
    return filed(language, folded(keyword) or keyword, escape(keyword), keyword, page)


def _author(name: Name, language: str, page: str) -> Line:
    shown = name.english if language == ENGLISH and name.english else name.shown
    order = _family(shown) if language == ENGLISH else family_name(shown)
    return filed(language, level(shown).casefold(), escape(shown), f"{order} {shown}", page)


def _family(name: str) -> str:
    """The surname: beside a given name of two syllables it is the other word, whichever comes first."""
    words = name.split()
    others = [word for word in words if not _HYPHEN.search(word)]
    return others[0] if len(words) == 2 and len(others) == 1 else family_name(name)


def _names(article: Article, language: str, page: str) -> Iterator[Line]:
    places = places_of(article)
    for number, term in enumerate(article.annotations.terms, start=1):
        chinese, foreign = places.texts[term.glosses[0].chinese], foreign_forms(term, places)
        target, key = f"{page}#{term_id(number)}", f"{chinese} {folded(' '.join(foreign))}"
        if language == ENGLISH:
            head = f"**{escape('; '.join(foreign))}** {chinese_span(escape(chinese), places.language)}"
            yield filed(language, key, head, filing_form(foreign[0], chinese), target)
        else:
            head = f'**{escape(chinese)}** <span class="foreign">{"；".join(map(escape, foreign))}</span>'
            yield filed(language, key, head, chinese, target)


def _works(work: Editions, article: Article, language: str, page: str) -> Iterator[Line]:
    """The works cited, as they stand where they are first cited; one has the same key in both scripts."""
    places, traditional = places_of(article), texts_of(work[TRADITIONAL].article)
    texts = places.texts
    for each in works_of(article):
        citation = each.citations[0]
        key = " ".join(key_of(citation, traditional))
        named = " ".join(texts.families(citation)) or texts[citation.title]
        order = f"{named[:_LONGEST]} {texts[citation.year]} {texts[citation.title][:_LONGEST]}"
        said = _said(each, places, language)
        yield filed(language, key, said, order, f"{page}#{each.id}")


def _said(work: Work, places: Places, language: str) -> str:
    span = work.citations[0].span
    runs = words_between(places.runs[span.part], span.start, span.end)
    said = inline(content_of(runs, anchors=False), Context(WORDS[language]))
    spoken_in = ENGLISH if in_latin(work.citations[0], places.texts) else places.language
    return said if spoken_in == language else f"<span{spoken(spoken_in)}>{said}</span>"


def _years(article: Article, language: str, page: str) -> Iterator[Line]:
    """A line for each year, and for each decade or century of which no more is known."""
    words = WORDS[language]
    counts = Counter(
        (period_of(date), date.first if _is_year(date.precision) and date.first == date.last else 0)
        for date in article.annotations.dates
    )
    for (period, year), count in sorted(counts.items()):
        order = f"{period.first + _ZERO:05}{int(not period.is_century)}{year + _ZERO if year else 0:05}"
        said = words.year_bc.format(year=1 - year) if year < 0 else words.year.format(year=year)
        head = escape(said if year else period.name(words))
        yield filed(language, order, head, order, f"{page}#{period.id}", period.id, count)


def _is_year(precision: Precision) -> bool:
    return precision in (Precision.YEAR, Precision.MONTH, Precision.DAY)
