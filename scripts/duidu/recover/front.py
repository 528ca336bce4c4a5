"""Pages → front matter: title, authors, abstracts and keywords, in Chinese and in English.

Chinese articles open with title, authors, 摘要 and 關鍵詞; the authors' affiliations stand under
the first rule, with stars. The English title, authors and abstract fill a page of their own, at
the end or after the Chinese front page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from duidu.model import ENGLISH, TRADITIONAL, Author, Front, PageBreak, Run, Runs, SetAside, Text
from duidu.recover.characters import has_wide, visible, width
from duidu.recover.headings import is_heading_line
from duidu.recover.lines import Line
from duidu.recover.pages import Leaf
from duidu.recover.reflow import Habit, join

_ABSTRACT = {
    TRADITIONAL: ("摘要", "中文摘要", "論文摘要", "提要", "摘要："),
    ENGLISH: ("abstract", "abstract:"),
}
_KEYWORDS = {
    TRADITIONAL: re.compile(r"\s*關\s*鍵\s*[詞字辭語]\s*[：:︰]\s*"),
    ENGLISH: re.compile(r"\s*key\s?-?\s?words?\s*[：:]\s*", re.IGNORECASE),
}
_BETWEEN_KEYWORDS = re.compile(r"\s*[、，,；;]\s*")
_BETWEEN_AUTHORS = re.compile(r"\s*[、，,；;＆&]\s*|\s+and\s+")
_STARS = re.compile(r"\s*[*＊]+\s*")
_AFFILIATION = re.compile(r"\s*([*＊]+)\s*(?=\S)")
_FINAL_MARK = tuple("。！？：；，")
# A title page without the label 摘要 is looked for no further than this, in lines.
_TITLE_PAGE_REACH = 8
_NAMES_AT_MOST = 24.0  # ideographs


@dataclass(frozen=True, slots=True)
class Opening:
    """Front matter found: what it says, what was set aside in it, and the lines it took."""

    front: Front
    set_aside: tuple[SetAside, ...] = ()
    taken: frozenset[int] = frozenset()


def find_front(leaves: Sequence[Leaf], habit: Habit) -> tuple[Opening, tuple[Leaf, ...]]:
    """The front matter of an article, and its pages without it."""
    chinese = _read_chinese(leaves[0], habit)
    english = _read_english(leaves, habit, chinese.taken)
    front = _merge(chinese.front, english.front)
    taken = chinese.taken | english.taken
    opening = Opening(front, (*chinese.set_aside, *english.set_aside), taken)
    return opening, tuple(_without(leaf, taken) for leaf in leaves)


class _Reader:
    """Gathers the pieces of one title page: every column of a line goes to text or aside."""

    def __init__(self, habit: Habit) -> None:
        self.habit = habit
        self.set_aside: list[SetAside] = []
        self.taken: set[int] = set()

    def aside(self, line: Line, start: int, end: int, reason: str) -> None:
        """Set the columns `start` to `end` aside."""
        if text := line.raw[start:end].strip():
            skip = len(line.raw[start:end]) - len(line.raw[start:end].lstrip())
            self.set_aside.append(SetAside(text, line.origin(start + skip), reason))
        self.taken.add(line.number)

    def text(self, lines: Sequence[Line]) -> Runs:
        """Whole lines as one piece of text."""
        self.taken.update(line.number for line in lines)
        return join([piece for line in lines for piece in _slice(line, 0, len(line.raw))], self.habit)

    def split(
        self, lines: Sequence[Line], separator: re.Pattern[str], reason: str, start: int = 0
    ) -> tuple[Runs, ...]:
        """Lines cut at `separator`; `start` is the first line's first column that counts."""
        items: list[list[Text]] = [[]]
        for line in lines:
            column = start
            for mark in separator.finditer(line.raw.rstrip(), start):
                items[-1].extend(_slice(line, column, mark.start()))
                self.aside(line, mark.start(), mark.end(), reason)
                items.append([])
                column = mark.end()
            items[-1].extend(_slice(line, column, len(line.raw)))
            self.taken.add(line.number)
            start = 0
        return tuple(join(item, self.habit) for item in items if item)


def _slice(line: Line, start: int, end: int) -> list[Text]:
    """The text between two columns of a line, from its first visible character; none if blank."""
    text = line.raw[start:end].lstrip()
    return [Text(text, line.origin(end - len(text)))] if text else []


def _read_chinese(leaf: Leaf, habit: Habit) -> Opening:
    """The title page in the article's own language."""
    reader = _Reader(habit)
    page = _title_page(leaf.body, TRADITIONAL)
    if page is None:
        return Opening(Front())
    front = Front(titles={TRADITIONAL: (_opening(leaf), *reader.text(page.title))})
    authors = _authors(reader, page.names)
    if page.label:
        reader.aside(page.label, 0, len(page.label.raw), "label")
    front = _abstract(reader, page.rest, front, TRADITIONAL, keywords_only=page.label is None)
    named = _affiliated(authors, _affiliations(reader, leaf.notes))
    return Opening(replace(front, authors=named), tuple(reader.set_aside), frozenset(reader.taken))


def _read_english(leaves: Sequence[Leaf], habit: Habit, taken: frozenset[int]) -> Opening:
    """The English title page: one that begins in Latin, in an article that does not."""
    for leaf in leaves:
        lines = [line for line in leaf.body if line.number not in taken]
        page = _title_page(lines, ENGLISH)
        if page is None or not taken:
            continue
        reader = _Reader(habit)
        front = Front(titles={ENGLISH: (_opening(leaf), *reader.text(page.title))})
        authors = _authors(reader, page.names)
        if page.label:
            reader.aside(page.label, 0, len(page.label.raw), "label")
        front = _abstract(reader, page.rest, front, ENGLISH, keywords_only=page.label is None)
        named = tuple(
            Author((), name_en=author.name, affiliation_en=author.affiliation)
            for author in _affiliated(authors, _affiliations(reader, leaf.notes))
        )
        return Opening(replace(front, authors=named), tuple(reader.set_aside), frozenset(reader.taken))
    return Opening(Front())


def _opening(leaf: Leaf) -> PageBreak:
    return PageBreak(leaf.page.label, leaf.page.seen)


@dataclass(frozen=True, slots=True)
class _TitlePage:
    """The lines of a title page, by what they hold."""

    title: Sequence[Line]
    names: Sequence[Line]
    label: Line | None
    rest: Sequence[Line]


def _title_page(lines: Sequence[Line], language: str) -> _TitlePage | None:
    """The title page that `lines` are, or None: title, names, 摘要 or “Abstract”, and the rest.

    Names bear stars. Without stars or a label only the first line of a Chinese page is a title,
    where it is a paragraph by itself and no sentence.
    """
    label = _label(lines, language)
    reach = label if label is not None else min(_TITLE_PAGE_REACH, len(lines))
    head = list(takewhile(lambda line: not is_heading_line(line.text), lines[:reach]))
    if not head or (language == ENGLISH and any(has_wide(line.text) for line in head)):
        return None
    starred = [index for index, line in enumerate(head) if index and _STARS.search(line.text)]
    if starred:
        title, names = head[: starred[0]], head[starred[0] : starred[-1] + 1]
    elif label is not None:
        cut = len(head) - (len(head) > 1 and _is_names(head[-1]))
        title, names = head[:cut], head[cut:]
    elif language == TRADITIONAL and head[0].ends_paragraph and _is_title(head[0]):
        cut = 1 + (len(head) > 1 and head[1].ends_paragraph and _is_names(head[1]))
        title, names = head[:1], head[1:cut]
    else:
        return None
    rest = lines[label + 1 :] if label is not None else lines[len(title) + len(names) :]
    return _TitlePage(title, names, lines[label] if label is not None else None, rest)


def _label(lines: Sequence[Line], language: str) -> int | None:
    """Where the line stands that says 摘要, or Abstract."""
    labels = _ABSTRACT[language]
    return next((index for index, line in enumerate(lines) if visible(line.text).lower() in labels), None)


def _is_title(line: Line) -> bool:
    """Whether a line that is a paragraph by itself can be a title: it is no sentence."""
    return not line.text.endswith(_FINAL_MARK)


def _is_names(line: Line) -> bool:
    """Whether a line can be that of the authors' names: short, and no sentence."""
    return (
        width(line.text) <= _NAMES_AT_MOST
        and not line.text.endswith(_FINAL_MARK)
        and not is_heading_line(line.text)
    )


def _authors(reader: _Reader, lines: Sequence[Line]) -> tuple[tuple[str, Author], ...]:
    """The authors named on `lines`, each with its stars. A star ends a name: 張心怡* 李大明**."""
    found: list[tuple[str, Author]] = []
    for name in reader.split(lines, _BETWEEN_AUTHORS, "between names"):
        bare: list[Run] = []
        for run in name:
            if not isinstance(run, Text):
                continue
            column = 0
            for star in _STARS.finditer(run.text):
                bare += _part(run, column, star.start())
                reader.set_aside += (
                    SetAside(part.text, part.origin, "affiliation mark")
                    for part in _part(run, star.start(), star.end())
                )
                found.append((star.group().strip().replace("＊", "*"), Author(tuple(bare))))
                bare, column = [], star.end()
            bare += _part(run, column, len(run.text))
        if bare:
            found.append(("", Author(tuple(bare))))
    return tuple((stars, author) for stars, author in found if author.name)


def _part(run: Text, start: int, end: int) -> list[Text]:
    """The text between two places of a run, without the spaces around it; none if blank."""
    raw = run.text[start:end]
    text = raw.strip()
    column = run.origin.column + start + len(raw) - len(raw.lstrip())
    return [Text(text, replace(run.origin, column=column))] if text else []


def _abstract(
    reader: _Reader, lines: Sequence[Line], front: Front, language: str, *, keywords_only: bool = False
) -> Front:
    """`front` with the abstract and the keywords that `lines` begin with."""
    pattern = _KEYWORDS[language]
    at = next((index for index, line in enumerate(lines) if pattern.match(line.raw)), None)
    body = next((index for index, line in enumerate(lines) if is_heading_line(line.text)), len(lines))
    if at is not None and at < body:
        end = next(
            (index + 1 for index in range(at, body) if _ends(lines[index], lines, index, language)), body
        )
        mark = pattern.match(lines[at].raw)
        assert mark is not None
        reader.aside(lines[at], 0, mark.end(), "label")
        words = reader.split(lines[at:end], _BETWEEN_KEYWORDS, "between keywords", start=mark.end())
        front = replace(front, keywords={language: words})
        body = at
    if keywords_only:
        return front
    paragraphs: list[list[Line]] = [[]]
    for index, line in enumerate(lines[:body]):
        paragraphs[-1].append(line)
        if _ends(line, lines[:body], index, language):
            paragraphs.append([])
    return replace(front, abstracts={language: tuple(reader.text(piece) for piece in paragraphs if piece)})


def _ends(line: Line, lines: Sequence[Line], index: int, language: str) -> bool:
    """Whether a paragraph of an abstract ends with `line`.

    Chinese has its mark for it. A Latin paragraph's last line is a short one with a full stop.
    """
    if language != ENGLISH:
        return line.ends_paragraph
    longest = max(width(other.text) for other in lines)
    following = width(lines[index + 1].text) if index + 1 < len(lines) else 0.0
    return line.text.endswith((".", ".”", '."')) and width(line.text) < 0.75 * longest and following > 0


def _affiliations(reader: _Reader, lines: Sequence[Line]) -> dict[str, Runs]:
    """Affiliations by their stars, from the lines under a rule; each may take several lines."""
    found: dict[str, list[Text]] = {}
    current: list[Text] | None = None
    for line in lines:
        mark = _AFFILIATION.match(line.raw)
        if mark:
            reader.aside(line, mark.start(1), mark.end(1), "affiliation mark")
            current = found.setdefault(mark.group(1).replace("＊", "*"), [])
        elif current is None or re.match(r"\s*\d", line.raw):
            current = None
            continue
        current.extend(_slice(line, mark.end() if mark else 0, len(line.raw)))
        reader.taken.add(line.number)
    return {stars: join(pieces, reader.habit) for stars, pieces in found.items()}


def _affiliated(
    authors: Sequence[tuple[str, Author]], affiliations: Mapping[str, Runs]
) -> tuple[Author, ...]:
    """The authors with their affiliations: those with the same stars, else what is left, in order."""
    given: set[str] = set()
    found: list[Author] = []
    for stars, author in authors:
        runs = affiliations.get(stars, ())
        if stars in given:  # it stands in the source only once
            runs = tuple(replace(run, source="") if isinstance(run, Text) else run for run in runs)
        given.add(stars)
        found.append(replace(author, affiliation=runs))
    left = [runs for stars, runs in affiliations.items() if stars not in given]
    for place, author in enumerate(found):
        if left and not author.affiliation:
            found[place] = replace(author, affiliation=left.pop(0))
    return (*found, *(Author((), affiliation=runs) for runs in left))


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


def _without(leaf: Leaf, taken: frozenset[int]) -> Leaf:
    """A page without the lines that the front matter took."""
    return replace(
        leaf,
        body=tuple(line for line in leaf.body if line.number not in taken),
        notes=tuple(line for line in leaf.notes if line.number not in taken),
    )
