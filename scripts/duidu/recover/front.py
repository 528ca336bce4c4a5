"""Pages → front matter: title, authors, abstracts and keywords, in Chinese and in English.

Chinese articles open with title, authors, 摘要 and 關鍵詞; the authors' affiliations stand under
the first rule, with stars. The English title, authors and abstract fill a page of their own, at
the end or after the Chinese front page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from duidu.model import ENGLISH, TRADITIONAL, Author, Front, PageBreak, SetAside
from duidu.reasons import Cause, Reason
from duidu.recover.authors import read_authors
from duidu.recover.characters import width
from duidu.recover.gather import Gatherer
from duidu.recover.headings import is_heading_line
from duidu.recover.labels import KEYWORDS
from duidu.recover.lines import Line
from duidu.recover.pagination import PageLines
from duidu.recover.reflow import Habit
from duidu.recover.title_page import TitlePage, find_title_page

_SENTENCE = re.compile("[。！？]")
_BETWEEN_KEYWORDS = re.compile(r"\s*[、，,；;]\s*")


@dataclass(frozen=True, slots=True)
class Opening:
    """Front matter found: what it says, what was set aside in it, and the lines it took."""

    front: Front
    set_aside: tuple[SetAside, ...] = ()
    taken: frozenset[int] = frozenset()


def find_front(pages: Sequence[PageLines], habit: Habit) -> tuple[Opening, tuple[PageLines, ...]]:
    """The front matter of an article, and its pages without it."""
    chinese = _read(pages[0], TRADITIONAL, habit) or Opening(Front())
    # The English page is one that begins in Latin, in an article that does not.
    others = (_without(page_lines, chinese.taken) for page_lines in pages) if chinese.taken else ()
    found = (_read(page_lines, ENGLISH, habit) for page_lines in others)
    english = next((opening for opening in found if opening), Opening(Front()))
    opening = Opening(
        _merge(chinese.front, english.front),
        (*chinese.set_aside, *english.set_aside),
        chinese.taken | english.taken,
    )
    return opening, tuple(_without(page_lines, opening.taken) for page_lines in pages)


def _read(page_lines: PageLines, language: str, habit: Habit) -> Opening | None:
    """The page as a title page in `language`, if it is one."""
    page = find_title_page(page_lines.body, language)
    if page is None:
        return None
    gatherer = Gatherer(habit)
    opening = PageBreak(page_lines.page.label, page_lines.page.seen)
    front = Front(titles={language: (opening, *gatherer.text(page.title))})
    authors = read_authors(gatherer, page.names, page_lines.notes)
    if language == ENGLISH:
        authors = tuple(
            Author((), name_en=author.name, affiliation_en=author.affiliation) for author in authors
        )
    if page.label:
        gatherer.aside(page.label, 0, page.label_end, Reason(Cause.LABEL))
    front = _abstract(gatherer, page, front, language)
    return Opening(replace(front, authors=authors), tuple(gatherer.set_aside), frozenset(gatherer.taken))


def _abstract(gatherer: Gatherer, page: TitlePage, front: Front, language: str) -> Front:
    """`front` with the abstract and the keywords with which the rest of the page begins."""
    pattern, lines = KEYWORDS[language], page.rest
    at = next((index for index, line in enumerate(lines) if pattern.match(line.raw)), None)
    headings = (at for at, line in enumerate(lines) if line.heading or is_heading_line(line.text))
    body = next(headings, len(lines))
    if at is not None and at < body:
        end = next(
            (index + 1 for index in range(at, body) if _ends_keywords(lines[index], lines, index, language)),
            body,
        )
        mark = pattern.match(lines[at].raw)
        assert mark is not None
        gatherer.aside(lines[at], 0, mark.end(), Reason(Cause.LABEL))
        between = Reason(Cause.BETWEEN_KEYWORDS)
        words = gatherer.split(lines[at:end], _BETWEEN_KEYWORDS, between, start=mark.end())
        front = replace(front, keywords={language: words})
        body = at
    if page.label is None:
        return front
    paragraphs: list[list[Line]] = [[]]
    for index, line in enumerate(lines[:body]):
        paragraphs[-1].append(line)
        if _ends(line, lines[:body], index, language):
            paragraphs.append([])
    start = page.label_end if page.label in lines else 0  # the label stands before the text
    pieces = [gatherer.text(piece, start if piece[0] is page.label else 0) for piece in paragraphs if piece]
    return replace(front, abstracts={language: tuple(pieces)})


def _ends(line: Line, lines: Sequence[Line], index: int, language: str) -> bool:
    """Whether a paragraph of an abstract ends with `line`.

    Chinese has its mark for it, or else, as in Latin, a paragraph's last line is short and has a full stop.
    """
    if language != ENGLISH and not line.unmarked:
        return line.ends_paragraph
    short = 0.75 * max(width(other.text) for other in lines)
    following = width(lines[index + 1].text) if index + 1 < len(lines) else 0.0
    return line.text.endswith((".", ".”", '."', "。")) and width(line.text) < short and following > 0


def _ends_keywords(line: Line, lines: Sequence[Line], index: int, language: str) -> bool:
    """Whether the keywords end with `line`: before a sentence, at a mark, or, without one, if it is short."""
    if index + 1 < len(lines) and language != ENGLISH and _SENTENCE.search(lines[index + 1].text):
        return True
    if language != ENGLISH and line.unmarked:
        return width(line.text) < 0.9 * max(width(other.text) for other in lines)
    return _ends(line, lines, index, language)


def _merge(chinese: Front, english: Front) -> Front:
    """One front of both languages: the authors of the second are those of the first, in order."""
    authors = list(chinese.authors)
    for place, author in enumerate(english.authors):
        if place < len(authors):
            authors[place] = replace(
                authors[place], name_en=author.name_en, affiliation_en=author.affiliation_en
            )
        else:
            authors.append(author)
    return Front(
        titles={**chinese.titles, **english.titles},
        authors=tuple(authors),
        abstracts={**chinese.abstracts, **english.abstracts},
        keywords={**chinese.keywords, **english.keywords},
    )


def _without(page_lines: PageLines, taken: frozenset[int]) -> PageLines:
    """A page without the lines that the front matter took."""
    return replace(
        page_lines,
        body=tuple(line for line in page_lines.body if line.number not in taken),
        notes=tuple(line for line in page_lines.notes if line.number not in taken),
    )
