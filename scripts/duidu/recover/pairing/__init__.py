"""The Word file and the PDF of one article → one document: the words of the one, the pages of the other.

levelled streams · alignment · pages · differences. The text and the notes of the two are aligned, each for
itself; so each page begins in the Word file before the very character with which it begins in print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from duidu.problems import Code, Problem
from duidu.recover.pairing.levelled_stream import body_stream, notes_stream
from duidu.recover.pairing.page_placing import PlacedTurn, place_turns, with_turns
from duidu.recover.pairing.text_differences import Difference, Pair, find_differences
from duidu.sources.document import Document
from duidu.sources.printed import PrintedDocument, PrintedLine

# Two files are of one article if the shorter text has so much of the other.
_SAME_ARTICLE = 0.5
_SHOWN = 10  # differences
# What may be the reason if they are not: then that is said too.
_UNREAD = (Code.VERTICAL_PAGES, Code.IMPROBABLE_CHARACTERS, Code.PICTURE_PAGES)


def take_pages(written: Document, printed: Document) -> Document:
    """The Word document `written` with the pages of the `printed` one, and what is odd about the two.

    Never fails. The pages that Word recorded are gone. If the two are not the same article, that is an
    error, and no page begins anywhere.
    """
    body, print_body = body_stream(written), body_stream(printed)
    text = Pair.of(print_body, body)
    if text.alignment.share < _SAME_ARTICLE:
        wrong = Problem.at(Code.PDF_OF_ANOTHER, share=round(100 * text.alignment.share))
        unread = (replace(problem, line=0) for problem in printed.problems if problem.code in _UNREAD)
        return replace(
            written,
            elements=with_turns(written.elements, ()),
            problems=(*written.problems, wrong, *unread),
            is_printed=True,
        )
    notes = Pair.of(notes_stream(printed, print_body.labels), notes_stream(written, body.labels))
    turns = place_turns(print_body, body, text.alignment)
    differences = find_differences((text, notes), _aside(printed), _aside(written))
    return replace(
        written,
        elements=with_turns(written.elements, turns),
        problems=(
            *written.problems,
            *(problem for problem in printed.problems if problem.code is Code.PAGE_NUMBERS_MISSING),
            *_uncertain(turns, [paragraph.line for paragraph in body.paragraphs]),
            *_differ(differences),
        ),
        first_page=printed.first_page,
        is_printed=True,
    )


def with_recognised_text(printed: PrintedDocument) -> PrintedDocument:
    """The pages with the text that a program has recognised in a scan, as if it were drawn.

    It finds the places of pages, though it is no text to be published.
    """
    if not any(problem.code is Code.SCAN_TEXT for problem in printed.problems):
        return printed

    def shown(line: PrintedLine) -> PrintedLine:
        return replace(line, spans=tuple(replace(span, hidden=False) for span in line.spans))

    pages = (replace(page, lines=tuple(map(shown, page.lines))) for page in printed.pages)
    return replace(printed, pages=tuple(pages))


def _aside(document: Document) -> str:
    return "".join(piece.text for piece in document.set_aside)


def _uncertain(turns: Sequence[PlacedTurn], lines: Sequence[int]) -> Iterator[Problem]:
    """The finding for pages whose beginning is not in the Word file."""
    unsure = [turn for turn in turns if not turn.certain]
    for first in unsure[:1]:
        labels = ", ".join(turn.page.label for turn in unsure[:_SHOWN])
        more = " …" if unsure[_SHOWN:] else ""
        yield Problem.at(Code.PAGE_STARTS_UNSURE, lines[first.number], count=len(unsure), pages=labels + more)


def _differ(differences: Sequence[Difference]) -> Iterator[Problem]:
    for first in differences[:1]:
        places = "; ".join(difference.shown for difference in differences[:_SHOWN])
        more = "; …" if differences[_SHOWN:] else ""
        yield Problem.at(Code.PAIR_DIFFERS, first.line, count=len(differences), places=places + more)
