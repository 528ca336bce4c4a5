"""Article → what lists of all articles say of it, so that none of them needs the article itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from duidu.model import ENGLISH, TRADITIONAL, Article, Author, Heading, plain
from duidu.publish.content import content_of
from duidu.publish.editions import Editions, original_of
from duidu.publish.glossed_names import foreign_forms, glossed_names
from duidu.publish.markdown import Context, inline
from duidu.publish.pages.page_kinds import has_english
from duidu.publish.reading_time import reading_time
from duidu.publish.titles import summary_of, title_of
from duidu.publish.words import WORDS

SUMMARY_LENGTH = 140
SUMMARY_LENGTH_ENGLISH = 360


class HeadingEntry(NamedTuple):
    """A heading in a list: its level, its id on the reading page, its words, and what these mean in English:
    the forms in which the article glosses names in them.
    """

    level: int
    id: str
    text: str
    glosses: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a list, in one language.

    `title`, `summary` and `length` are plain words, `authors` are Markdown. `language` is that of the
    `headings`. What the article does not have is empty.
    """

    title: str
    authors: str = ""
    summary: str = ""
    length: str = ""
    headings: tuple[HeadingEntry, ...] = ()
    language: str = TRADITIONAL


# An article in the lists of every language that lists it.
Entries = Mapping[str, Entry]


def entries_of(slug: str, work: Editions) -> dict[str, Entry]:
    """The entry of an article in each language that has one: those of its editions, and perhaps English."""
    entries = {language: _entry(slug, edition.article, language) for language, edition in work.items()}
    if has_english(work):
        entries[ENGLISH] = _entry(slug, original_of(work).article, ENGLISH)
    return entries


def headings_of(article: Article) -> tuple[HeadingEntry, ...]:
    """The headings of an article, in order."""
    names = glossed_names(article)
    return tuple(
        HeadingEntry(block.level, block.id, plain(block.runs), foreign_forms(names.get(block.id, ())))
        for block in article.blocks
        if isinstance(block, Heading)
    )


def _entry(slug: str, article: Article, language: str) -> Entry:
    front, words = article.front, WORDS[language]
    length = SUMMARY_LENGTH_ENGLISH if language == ENGLISH else SUMMARY_LENGTH
    return Entry(
        title_of(slug, front, language),
        words.comma.join(_name(author, language) for author in front.authors),
        summary_of(front, language, length),
        reading_time(article, words),
        headings_of(article),
        article.language,
    )


def _name(author: Author, language: str) -> str:
    name = author.name_en if language == ENGLISH and author.name_en else author.name
    return inline(content_of(name), Context(WORDS[language]))
