"""What recovery makes of documents that know their structure: each case shows one rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from duidu.check import check_invariants, make_ledger
from duidu.model import (
    Article,
    Author,
    Block,
    Figure,
    Heading,
    ListItem,
    NoteKind,
    NoteRef,
    Paragraph,
    ParagraphBreak,
    Quotation,
    Reference,
    Runs,
    Table,
    Text,
)
from duidu.plausibility import find_doubts
from duidu.recover.structured import recover_document
from made_document import made_document

FOLDER = Path(__file__).parent / "documents"
CASES = {
    case.split("\n", 1)[0]: case.split("\n", 1)[1]
    for file in sorted(FOLDER.glob("*.txt"))
    for case in file.read_text("utf-8").strip("\n").split("\n\n")
}
SIGNS = {"zh-Hant": "", "en": " en"}
KINDS = {Paragraph: "p", Quotation: "quote", Reference: "ref"}


def words(runs: Runs) -> str:
    """Runs as cases write them."""
    signs = []
    for run in runs:
        match run:
            case Text(text=text):
                signs.append(text)
            case NoteRef(label=label):
                signs.append(f"{{{label}}}")
            case ParagraphBreak():
                signs.append(" || ")
    return "".join(signs)


def block_lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level):
            yield f"h{level} {block.id}: {words(block.runs)}"
        case ListItem(label=label, level=level):
            yield f"item {level} {block.id}: {label} {words(block.runs)}"
        case Table(rows=rows):
            yield f"table {block.id}: {words(block.runs)}"
            for cell in (cell for row in rows for cell in row):
                yield f" {'th' if cell.header else 'td'} {cell.id}: {words(cell.runs)}"
        case Figure(file=file):
            yield f"figure {block.id} {file}: {words(block.runs)}"
        case _:
            yield f"{KINDS[type(block)]} {block.id}: {words(block.runs)}"


def author_line(author: Author) -> str:
    parts = (author.name, author.name_en, author.affiliation, author.affiliation_en)
    return "author: " + " / ".join(words(part) for part in parts if part)


def shown(article: Article) -> Iterator[str]:
    """The lines that a case expects."""
    front = article.front
    yield from (f"title{SIGNS[tag]}: {words(runs)}" for tag, runs in front.titles.items())
    yield from map(author_line, front.authors)
    for tag, paragraphs in front.abstracts.items():
        yield f"abstract{SIGNS[tag]}: {' || '.join(map(words, paragraphs))}"
    for tag, keywords in front.keywords.items():
        yield f"keywords{SIGNS[tag]}: {' | '.join(map(words, keywords))}"
    for block in article.blocks:
        yield from block_lines(block)
    for note in article.notes:
        yield f"{note.id} {note.label} {note.kind}: {words(note.runs)}"


@pytest.mark.parametrize("name", CASES)
def test_what_a_document_is_recovered_as(name: str) -> None:
    given, expected = CASES[name].split("\n=>\n")
    document = made_document(given)
    article = recover_document(document)
    lines = expected.split("\n")
    told = [*shown(article)]
    if any(line.startswith("aside ") for line in lines):
        told += [f"aside {piece.reason.cause}: {piece.text}" for piece in article.set_aside]
    told += [f"{problem.code.code} {problem.line}: {problem.message}" for problem in article.problems]
    assert told == lines
    assert make_ledger(document.text, article).balanced
    assert check_invariants(document.text, article) == article.problems


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("水門有四[1]。又有二[2]。", "2, here “[1]”"),
        ("水門有四^1^，又有二。^2^", "2, here “1”"),
        ("水門有四①。又有二②。再有一③。", "3, here “①”"),
        ("水門有四（註1）。又有二（註2）。", "2, here “（註1）”"),
        ("水門有四[1]。", ""),  # one alone says nothing
        ("水門有四。1又有二，2「南門最大。」", "2, here “1”"),
        ("水門有四。1830 年圮，1905 年重修。", ""),
        ("十^2^ 丈，二十^2^ 丈。", ""),
    ],
)
def test_numbers_typed_as_calls_are_said(text: str, found: str) -> None:
    document = made_document(f"[title] 論水門\n[heading 1] 前言\n{text}")
    doubts = [problem.report("a.docx") for problem in find_doubts(document, recover_document(document))]
    typed = (
        "a.docx:3: error: numbers typed as note calls: {}; expected footnotes or endnotes of Word's own, or"
        " as many notes at the end, each called once and in order"
    )
    assert doubts == ([f"{typed.format(found)} [notes-typed]"] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("水門有四。\n[heading 1] 註釋\n[label=1.] 見《河防志》。", ["notes-typed-uncalled"]),
        ("水門有四。\n【附註】\n1. 見《河防志》。", ["notes-typed-uncalled"]),
        ("水門有四^1^。\n[heading 1] 註釋\n[label=1.] 見《河防志》。", []),
        ("水門有四。{1}\n[heading 1] 註釋\n[label=1.] 見《河防志》。\nnote 1: 同上。", []),
        ("水門有四。{1}又有二。{i}\nnote 1: 見志。\nendnote i: 同上。", []),
        # A star that names an affiliation is no note of the text.
        ("水門有四^1^。又有二^2^。\nnote *: 本文感謝評論人。", ["notes-typed"]),
    ],
)
def test_typed_notes_that_nothing_calls_are_said(text: str, found: list[str]) -> None:
    star = "{*}" if "note *" in text else ""
    document = made_document(f"[title] 論水門{star}\n[heading 1] 前言\n{text}")
    doubts = find_doubts(document, recover_document(document))
    assert [problem.code.code for problem in doubts] == found


@pytest.mark.parametrize(
    ("first_page", "found"),
    [
        (31, ["pages-recorded"]),
        (None, []),  # then the breaks are left out
    ],
)
def test_pages_that_only_word_recorded_are_said(first_page: int | None, found: list[str]) -> None:
    document = made_document("[title] 論水門\n[heading 1] 前言\n甲。\n----\n乙。\n----\n丙。")
    problems = recover_document(document, first_page).problems
    assert [problem.code.code for problem in problems] == found
    for problem in problems:
        assert problem.report("a.docx") == (
            "a.docx:4: warning: pages that begin where Word broke them when it last laid the document out: 2,"
            " here the second; expected the breaks of the printed journal (compare them with print; without"
            " “pages” in article.toml they are left out) [pages-recorded]"
        )


def test_footnotes_and_endnotes_of_one_number_are_said() -> None:
    document = made_document(
        "[title] 論水門\n[heading 1] 前言\n水門有四。{1}又有二。{2}\nnote 1: 見志。\nnote 2: 同上。"
    )
    one, two = document.notes.values()
    document = replace(document, notes={"1": one, "2": replace(two, label="1", kind=NoteKind.ENDNOTE)})
    doubts = [problem.report("a.docx") for problem in find_doubts(document, recover_document(document))]
    assert doubts == [
        "a.docx:5: warning: endnotes that bear the number of a footnote: 1, here 1; expected numbers of"
        " another form, as 1 and i (whoever quotes “note 1” does not say which) [notes-alike]"
    ]
