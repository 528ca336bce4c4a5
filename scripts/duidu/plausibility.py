"""Signs that a source is not of the kind that the rules expect, so that the article may be wrong.

Each function below looks for one such sign, and says what was expected and is missing. The invariants of
`check` do not see this: a text can be complete and yet stand in the wrong places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from duidu.doubts_of_lines import OF_LINES, unclear_pages
from duidu.doubts_of_notes import OF_NOTES
from duidu.layer import Layer
from duidu.model import Article, Block, Heading, ListItem, NoteKind, Text, plain
from duidu.problems import Code, Problem
from duidu.recover.characters import width
from duidu.recover.endnotes import is_notes_heading
from duidu.recover.note_forms import begins_note
from duidu.recover.typed_calls import find_typed_calls
from duidu.sources.source import Source
from duidu.sources.text_layer import TextLayer

_LONGEST_FRONT = 2000.0  # ideographs: some two pages, abstract and all
_LONGEST_TITLE = 100.0  # ideographs


def find_doubts(source: Source, article: Article) -> tuple[Problem, ...]:
    """What makes it doubtful that `article` is what `source` says."""
    layer = Layer(source.text, article)
    found = [problem for find in OF_ALL for problem in find(layer)]
    if isinstance(source, TextLayer):
        of_layer = [problem for find in OF_TEXT_LAYERS for problem in find(layer)]
        return (*found, *(of_layer or unclear_pages(layer)))  # that a page is unclear says the least
    return (*found, *(problem for find in OF_DOCUMENTS for problem in find(layer)))


def find_page_doubts(article: Article, first_page: int | None, last_page: int | None) -> Iterator[Problem]:
    """Whether the pages of the source begin and end with those that the editor says."""
    ends = (("first", article.pages[:1], first_page), ("last", article.pages[1:][-1:], last_page))
    for which, pages, expected in ends:
        for page in pages:
            if expected is not None and page.label != str(expected):
                yield Problem.at(
                    Code.PAGES_DIFFER, page.line, which=which, found=page.label, expected=expected
                )


def _title(layer: Layer) -> Iterator[Problem]:
    if not plain(layer.article.front.titles.get(layer.article.language, ())).strip():
        yield Problem.at(Code.TITLE_MISSING)


def _headings(layer: Layer) -> Iterator[Problem]:
    if not any(isinstance(block, Heading) for block in layer.article.blocks):
        yield Problem.at(Code.HEADINGS_MISSING)


def _typed_notes(layer: Layer) -> Iterator[Problem]:
    """Numbers typed as calls, or notes typed under their heading, in a document without notes of its own."""
    if any(note.kind is not NoteKind.AUTHOR for note in layer.article.notes):
        return
    bare = [call for call in layer.calls if call.text.isdecimal()]
    calls = find_typed_calls(layer.article) or (bare if len(bare) > 1 else ())
    for call in calls[:1]:
        yield Problem.at(Code.NOTES_TYPED, call.line, count=len(calls), sign=call.text)
        return
    for heading, first in pairwise(layer.article.blocks):
        words = plain(heading.runs)
        if is_notes_heading(words) and begins_note(_as_printed(first)):
            line = next((run.origin.line for run in heading.runs if isinstance(run, Text)), 0)
            yield Problem.at(Code.NOTES_UNCALLED, line, text=words)


def _notes_alike(layer: Layer) -> Iterator[Problem]:
    """Endnotes with the same labels as footnotes."""
    labels = {note.label for note in layer.article.notes if note.kind is NoteKind.FOOTNOTE}
    alike = [note for note in layer.article.notes if note.kind is NoteKind.ENDNOTE and note.label in labels]
    for note in alike[:1]:
        line = next((run.origin.line for run in note.runs if isinstance(run, Text)), 0)
        yield Problem.at(Code.NOTES_ALIKE, line, count=len(alike), label=note.label)


def _as_printed(block: Block) -> str:
    label = f"{block.label} " if isinstance(block, ListItem) else ""
    return label + plain(block.runs)


def _front(layer: Layer) -> Iterator[Problem]:
    length = sum(width(plain(runs)) for runs in layer.article.front.texts())
    if length > _LONGEST_FRONT:
        yield Problem.at(Code.FRONT_LONG, count=round(length))


def _long_title(layer: Layer) -> Iterator[Problem]:
    for title in layer.article.front.titles.values():
        if (length := width(plain(title))) > _LONGEST_TITLE:
            yield Problem.at(Code.TITLE_LONG, count=round(length))


def _strange(code: Code, pattern: str, show: Callable[[str], str]) -> Callable[[Layer], Iterator[Problem]]:
    """A finding for characters of one kind, with their count and the place of the first."""
    strange = re.compile(pattern)

    def find(layer: Layer) -> Iterator[Problem]:
        places = sorted(
            (run.origin.line, match.group())
            for run in layer.article.runs()
            if isinstance(run, Text)
            for match in strange.finditer(run.text)
        )
        if places:
            line, first = places[0]
            yield Problem.at(code, line, count=len(places), first=show(first))

    return find


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"


OF_TEXT_LAYERS = (*OF_NOTES, *OF_LINES)
OF_ALL: Sequence[Callable[[Layer], Iterator[Problem]]] = (
    _title,
    _long_title,
    _headings,
    _front,
    _strange(Code.CONTROL_CHARACTERS, "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", _number),
    _strange(Code.PRIVATE_CHARACTERS, "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]", _number),
    # Those radicals that are not read as an ideograph (`lookalikes`).
    _strange(Code.STAND_IN_CHARACTERS, "[\u2e80-\u2fdf]", _number),
    # pdfminer writes an unknown character as its number in the font: (cid:7).
    _strange(Code.UNMAPPED_CHARACTERS, r"\ufffd|\(cid:\d+\)", str),
)
OF_DOCUMENTS = (_typed_notes, _notes_alike)
