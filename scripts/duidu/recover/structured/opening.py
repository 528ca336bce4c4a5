"""A document's first paragraphs → front matter: title, authors, abstracts and keywords, in both languages.

Each paragraph is taken in turn for what its style says, or what its form and its place tell; what it cannot
be is left for the body. The English part may follow the Chinese one, or stand after the text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from duidu.cutting import slice_runs, trim
from duidu.model import ENGLISH, TRADITIONAL, Front, Note, PageBreak, Runs, SetAside, Text
from duidu.reasons import Cause
from duidu.recover.characters import width
from duidu.recover.labels import ABSTRACT, KEYWORDS
from duidu.recover.structured.affiliations import Affiliations
from duidu.recover.structured.entry_maker import Entry, aside, marks_in
from duidu.recover.structured.front_forms import (
    AUTHOR_LABEL,
    BOOK_LINE,
    CATALOGUE_LINE,
    COVER_LINE,
    JOURNAL_LINE,
    NO_TITLE,
    RUBRIC,
    is_affiliation,
    is_sentence,
    language_of_line,
)
from duidu.recover.structured.keywords import split_keywords
from duidu.recover.structured.names import Named, read_names
from duidu.recover.structured.title_lines import continues_title, join_lines, join_title

_TITLE, _SUBTITLE = ("title",), ("subtitle",)
_AUTHOR = ("author", "authors", "作者")
_AFFILIATION = ("affiliation", "institute", "institution", "author affiliation")
_ABSTRACT = ("abstract", "摘要")
_KEYWORDS = ("keywords", "keyword", "key words", "關鍵詞", "关键词")
_SHORTEST_ABSTRACT = 20.0  # ideographs: what is shorter after a label may be a title of what follows
_NAMES_AT_MOST = 24.0  # ideographs


@dataclass(frozen=True, slots=True)
class Opening:
    """Front matter, what was set aside in it, the notes that it took, and the entries that are left.

    `left_after` are those that stood after the text.
    """

    front: Front
    set_aside: tuple[SetAside, ...]
    taken_notes: frozenset[str]
    left: tuple[Entry, ...]
    left_after: tuple[Entry, ...]


@dataclass
class _Part:
    """The front matter in one language, as far as it has been read."""

    titles: list[Runs] = field(default_factory=list)
    names: list[Named] = field(default_factory=list)
    abstract: list[Runs] = field(default_factory=list)
    keywords: list[Runs] = field(default_factory=list)


class OpeningReader:
    """Reads paragraphs of front matter one by one. `notes` has the document's notes by key."""

    def __init__(self, notes: Mapping[str, Note]) -> None:
        self._parts = {TRADITIONAL: _Part(), ENGLISH: _Part()}
        self._language = TRADITIONAL
        self._section = "title"
        self._carried: Runs = ()  # calls and page breaks of labels, which are not shown
        self._title: Entry | None = None
        self._affiliations = Affiliations(notes)
        self.set_aside: list[SetAside] = []
        self._left: tuple[list[Entry], list[Entry]] = ([], [])  # before the text, and after it
        self._after_text = False
        self._reviews = False  # whether a book that is reviewed was told of

    def begin_english(self) -> None:
        """What follows stands after the text: title, names and abstract in English."""
        self._language, self._section, self._after_text = ENGLISH, "title", True

    def read(self, entry: Entry) -> None:
        """Take a paragraph into the front matter, or leave it."""
        for form in (self._catalogue_line, self._label, self._abstract, self._title_block):
            if form(entry):
                return
        self._left[self._after_text].append(entry)

    def finish(self) -> Opening:
        """All that was read."""
        chinese, english = (self._parts[language] for language in (TRADITIONAL, ENGLISH))
        authors = self._affiliations.authors(chinese.names, english.names)
        self.set_aside += self._affiliations.set_aside
        parts = self._parts
        front = Front(
            titles={tag: join_title(part.titles) for tag, part in parts.items() if part.titles},
            authors=authors,
            abstracts={tag: tuple(part.abstract) for tag, part in parts.items() if part.abstract},
            keywords={tag: tuple(part.keywords) for tag, part in parts.items() if part.keywords},
        )
        taken = frozenset(self._affiliations.taken_notes)
        return Opening(front, tuple(self.set_aside), taken, *map(tuple, self._left))

    @property
    def _part(self) -> _Part:
        return self._parts[self._language]

    def _catalogue_line(self, entry: Entry) -> bool:
        if not CATALOGUE_LINE.match(entry.text):
            return False
        self.set_aside += aside(entry.runs, Cause.CATALOGUE)
        self._carried += marks_in(entry.runs)
        return True

    # -- labels

    def _label(self, entry: Entry) -> bool:
        """The label of an abstract or of keywords, and what stands after it on its line."""
        for language in (TRADITIONAL, ENGLISH):
            if mark := KEYWORDS[language].match(entry.text):
                self._enter(language, "keywords", entry, mark.end())
                return True
            if mark := ABSTRACT[language].match(entry.text):
                self._enter(language, "abstract", entry, mark.end())
                return True
        return False

    def _enter(self, language: str, section: str, entry: Entry, end: int) -> None:
        self._language, self._section = language, section
        label, rest = slice_runs(entry.runs, 0, end), trim(slice_runs(entry.runs, end, len(entry.text)))
        self.set_aside += aside(label, Cause.LABEL)
        self._carried += marks_in(label)
        if any(isinstance(run, Text) for run in rest):
            self._add(rest)

    def _add(self, runs: Runs) -> None:
        """Add to the abstract or the keywords that are being read."""
        runs, self._carried = (*self._carried, *runs), ()
        if self._section == "keywords":
            words, between = split_keywords(runs)
            self._part.keywords += words
            self.set_aside += between
            self._section = "after"
        else:
            self._part.abstract.append(runs)

    def _abstract(self, entry: Entry) -> bool:
        """What stands under the label of an abstract, or of keywords."""
        if entry.named(*_KEYWORDS) and not self._part.keywords:
            self._section = "keywords"
        elif entry.named(*_ABSTRACT) and self._section == "title":
            self._section = "abstract"
        if self._section not in ("abstract", "keywords"):
            return False
        language = language_of_line(entry.text)
        turned = language != self._language and not (entry.named(*_ABSTRACT) and not self._part.abstract)
        if self._part.abstract and turned and width(entry.text) < _SHORTEST_ABSTRACT * 3:
            self._language, self._section = language, "title"
            return False
        if turned and not self._part.abstract:
            self._language = language
        self._add(entry.runs)
        return True

    # -- title, names, affiliations

    def _title_block(self, entry: Entry) -> bool:
        if self._section == "after":
            if language_of_line(entry.text) == self._language or is_sentence(entry.text):
                return False
            self._language, self._section = language_of_line(entry.text), "title"
        if COVER_LINE.search(entry.text) or self._is_of_book(entry):
            return False
        forms: tuple[Callable[[Entry], bool], ...] = (
            self._over_title,
            self._styled_title,
            self._author,
            self._affiliation,
            self._plain_title,
        )
        return any(form(entry) for form in forms)

    def _is_of_book(self, entry: Entry) -> bool:
        """Whether a line tells of the book that is reviewed: 書名：… and, after that, 作者：…"""
        of_book = BOOK_LINE.match(entry.text) is not None
        self._reviews = self._reviews or of_book
        return of_book or (self._reviews and AUTHOR_LABEL.match(entry.text) is not None)

    def _over_title(self, entry: Entry) -> bool:
        """A line over the title: the journal's (歷史學報 第 12 期 頁 1-30), or what is contributed (書評)."""
        is_rubric = RUBRIC.fullmatch(entry.text) is not None
        if self._part.titles or entry.named(*_TITLE) or not (is_rubric or JOURNAL_LINE.match(entry.text)):
            return False
        self.set_aside += aside(entry.runs, Cause.LABEL if is_rubric else Cause.RUNNING_HEAD)
        self._carried += marks_in(entry.runs)
        return True

    def _styled_title(self, entry: Entry) -> bool:
        if not entry.named(*_TITLE, *_SUBTITLE):
            return False
        self._take_title(entry)
        return True

    def _plain_title(self, entry: Entry) -> bool:
        """The first line in a language is its title; so is one after it that goes on with it."""
        if is_sentence(entry.text) or NO_TITLE.fullmatch(entry.text):
            return False
        part = self._parts[language_of_line(entry.text)]
        if part.titles and not (self._goes_on(entry) and len(part.titles) == 1):
            return False
        self._take_title(entry)
        return True

    def _goes_on(self, entry: Entry) -> bool:
        """Whether a line continues the title: it begins with a dash, or is set apart just as the title is."""
        if continues_title(entry.text):
            return True
        if self._title is None or self._part.names:
            return False
        title, line = self._title.paragraph, entry.paragraph
        set_apart = title.look.bold or title.look.centered
        return set_apart and (title.styles, title.look) == (line.styles, line.look)

    def _take_title(self, entry: Entry) -> None:
        self._language = language_of_line(entry.text)
        self._part.titles.append((*self._carried, *join_lines(entry.runs)))
        self._carried, self._title = (), entry

    def _author(self, entry: Entry) -> bool:
        styled = entry.named(*_AUTHOR)
        if not (styled or self._parts[TRADITIONAL].titles or self._parts[ENGLISH].titles):
            return False
        if is_affiliation(entry.text) and entry.named(*_AFFILIATION):
            return False
        line = read_names(entry.runs, sure=styled)
        if line is None:
            return False
        self.set_aside += line.set_aside
        self._carried += marks_in(entry.runs, PageBreak)
        self._parts[language_of_line(entry.text)].names += line.names
        return True

    def _affiliation(self, entry: Entry) -> bool:
        if entry.named(*_AFFILIATION) or is_affiliation(entry.text):
            names = self._parts[language_of_line(entry.text)].names or self._part.names
            if names:
                self._affiliations.add(entry, names)
                return True
        return False
