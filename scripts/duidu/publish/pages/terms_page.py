"""The pages 「譯名索引」 and “Names and terms”: every term, with the links to its places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from duidu.annotations import Span, Term
from duidu.enrich.collation import OTHER, initial, sort_key
from duidu.enrich.terms.foreign import filing_form
from duidu.han import chinese_number
from duidu.model import ENGLISH, Article
from duidu.publish.escape import chinese_span, escape
from duidu.publish.links import term_id
from duidu.publish.locators import Places, place_link, place_name, places_of
from duidu.publish.pages.list_page import list_page
from duidu.publish.pages.page_kinds import TERMS, reading_from
from duidu.publish.words import WORDS, Words

_ONE_IN_CIRCLE = ord("①")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term in an index: its number in reading order, its group and place there, its words as Markdown.

    `glossed` are its places where the author says what it is, and `others` the rest.
    """

    number: int
    group: str
    key: str
    words: str
    glossed: Sequence[Span]
    others: Sequence[Span]


def terms_page(slug: str, article: Article, language: str) -> str:
    """The Markdown of the index of `article`, whose text is in `language` unless that is English."""
    words, places = WORDS[language], places_of(article)
    reading = reading_from(slug, article.language, language)
    make = _english_entry if language == ENGLISH else _entry
    entries = [make(number, term, places) for number, term in enumerate(article.annotations.terms, start=1)]
    ordered = sorted(entries, key=lambda entry: (entry.group == OTHER, entry.key, entry.number))
    groups = [(group, list(members)) for group, members in groupby(ordered, lambda entry: entry.group)]
    letters = " ".join(f"[{group_name(group, words)}](#{_group_id(group)})" for group, _ in groups)
    parts = (
        f"{letters}\n{{.term-groups}}\n",
        *(_group(group, members, places, words, reading) for group, members in groups),
    )
    lead, count = words.terms_lead, len(entries)
    return list_page(TERMS, slug, article, language, lead=lead, count=count, parts=parts)


def _group(group: str, entries: Sequence[_Entry], places: Places, words: Words, reading: str) -> str:
    items = "".join(_item(entry, places, words, reading) for entry in entries)
    heading = f"## {group_name(group, words)} {{#{_group_id(group)}}}\n"
    return f'{heading}\n<ul class="terms" markdown="1">\n{items}</ul>\n'


def _group_id(group: str) -> str:
    return f"group-{'other' if group == OTHER else group.lower()}"


def group_name(group: str, words: Words) -> str:
    """What readers call a group: 八畫, or a letter."""
    if group == OTHER:
        return words.terms_other
    return words.terms_strokes.format(count=chinese_number(int(group))) if group.isdigit() else group


def _item(entry: _Entry, places: Places, words: Words, reading: str) -> str:
    glossed, others = (_by_name(spans, places, words) for spans in (entry.glossed, entry.others))
    for name, parts in glossed.items():
        parts.update(others.pop(name, {}))
    said, also = (_places(named, places, words, reading) for named in (glossed, others))
    attributes = f'id="{term_id(entry.number)}"'
    if also:  # which previews leave out, and say instead how many places there are
        said += f'<span class="also">{words.semicolon}{words.also_at.format(places=also)}</span>'
        attributes += f' data-places="{len(entry.glossed) + len(entry.others)}"'
    body = f"{entry.words}\n\n{said}\n{{.term-places}}\n"
    return f'<li {attributes} markdown="block">\n{body}</li>\n'


# What readers call places, and the spans at each, by the id of their part.
_Named = dict[str, dict[str, list[Span]]]


def _by_name(spans: Iterable[Span], places: Places, words: Words) -> _Named:
    named: _Named = {}
    for span in spans:
        named.setdefault(place_name(span, places, words), {}).setdefault(span.part, []).append(span)
    return named


def _places(named: _Named, places: Places, words: Words, reading: str) -> str:
    """The links to the places. Where several parts share a page, each has a number there."""
    links = []
    for name, parts in zip(_short_names(named, words), named.values(), strict=True):
        several = len(parts) > 1
        numbers = (chr(_ONE_IN_CIRCLE + number) for number in range(len(parts)))
        linked = [
            place_link(at[0], places, words, reading, next(numbers) if several else name) + _times(at, words)
            for at in parts.values()
        ]
        links.append(" ".join([escape(name), *linked] if several else linked))
    return words.comma.join(links)


def _short_names(names: Iterable[str], words: Words) -> Iterator[str]:
    """`names` as they stand in a row: pages say once that they are pages, and notes that they are notes."""
    for (before, after), group in groupby(names, lambda name: _around(name, words)):
        numbers = [name.removeprefix(before).removesuffix(after) for name in group]
        numbers[0] = before + numbers[0]
        numbers[-1] += after
        yield from numbers


def _around(name: str, words: Words) -> tuple[str, str]:
    """What stands before and after the number in the name of a page or a note."""
    for template in (words.page, words.in_note):
        before, after = re.split("{.+}", template)
        if name.startswith(before) and name.endswith(after):
            return before, after
    return name, ""


def _times(spans: Sequence[Span], words: Words) -> str:
    return words.times.format(count=len(spans)) if len(spans) > 1 else ""


def _entry(number: int, term: Term, places: Places) -> _Entry:
    language = places.language
    chinese = places.texts[term.glosses[0].chinese]
    foreign = "；".join(escape(each) for each in foreign_forms(term, places))
    said = f'**{escape(chinese)}** <span class="foreign">{foreign}</span>'
    return _Entry(number, initial(chinese, language), sort_key(chinese, language), said, *_parted(term))


def _english_entry(number: int, term: Term, places: Places) -> _Entry:
    chinese = places.texts[term.glosses[0].chinese]
    forms = foreign_forms(term, places)
    key = filing_form(places.texts[term.glosses[0].foreign], chinese)
    said = f"**{escape('; '.join(forms))}** {chinese_span(escape(chinese), places.language)}"
    return _Entry(number, initial(key, ENGLISH), sort_key(key, ENGLISH), said, *_parted(term))


def _parted(term: Term) -> tuple[list[Span], list[Span]]:
    """The places of its glosses, and the others."""
    glossed = [gloss.chinese for gloss in term.glosses]
    return glossed, [span for span in term.places if span not in glossed]


def foreign_forms(term: Term, places: Places) -> tuple[str, ...]:
    """Each form that the glosses give once, with its abbreviation."""
    forms = dict.fromkeys(
        places.texts[gloss.foreign] + (f" ({places.texts[gloss.abbreviation]})" if gloss.abbreviation else "")
        for gloss in term.glosses
    )
    return tuple(forms)
