"""One rule, one file: each of `cases/*.txt` is a text layer and what it says.

To add a case is to add a file. Its parts:

    The rule, as a sentence.
    xfail: why it does not come out yet           (only where that is so)
    == text
    ␣潮水漲落有時。1                                the text layer, as it stands
    ␣×49
    1 見港務局統計。␣
    == outline
    p [p~1]潮水漲落有時。{1}                         what must come out
    n1 見港務局統計。

In the text, `␣` is a space and `␣×49` is 49 of them; other spaces stand for themselves. Lines of
the body hold 14 ideographs, those of notes 17, the first of a paragraph is indented by two: lines
that should be full are. `␌` is a form feed.

In the outline, a line each, in this order, and nothing may be missing:

    title · author · abstract · keywords     front matter, with its language where there is one
    h1, h2, h3 · p · n7 · e7                 headings, paragraphs, notes, endnotes; `{7}` calls a note,
                                             `[p96]` is a page break, `[p~97]` one whose number is inferred
    move 9-10 > 7                            lines 9 to 10 belong after line 7 (of the text)
    correction 4 正 式 → 正式                       what was corrected on line 4
    problem marker-without-note 3            what is found wrong on line 3
    aside 3 running head: 河港學報             what was set aside; only where the case shows any
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from duidu.check import check_invariants, make_ledger
from duidu.model import Article, Front, Heading, NoteKind
from duidu.recover import recover_text
from recovering import shown

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@dataclass(frozen=True)
class Case:
    """A file of `cases/`."""

    rule: str
    xfail: str
    text: str
    outline: tuple[str, ...]


def read_case(path: Path) -> Case:
    head, _, rest = path.read_text("utf-8").partition("\n== text\n")
    text, _, outline = rest.partition("\n== outline\n")
    rule, *more = head.split("\n")
    xfail = more[0].removeprefix("xfail: ") if more else ""
    text = re.sub(r"␣×(\d+)", lambda spaces: " " * int(spaces[1]), text).replace("␣", " ").replace("␌", "\f")
    return Case(rule, xfail, text, tuple(line for line in outline.split("\n") if line))


def outline(article: Article, text: str) -> Iterator[str]:
    """What came out, a line each."""
    yield from front_matter(article.front)
    for block in article.blocks:
        yield f"{f'h{block.level}' if isinstance(block, Heading) else 'p'} {shown(block.runs)}"
    for note in article.notes:
        yield f"{note.kind[0] if note.kind is NoteKind.ENDNOTE else 'n'}{note.label} {shown(note.runs)}"
    for move in article.moves:
        yield f"move {move.first}-{move.last} > {move.after}"
    for correction in article.corrections:
        yield f"correction {correction.line} {correction.source} → {correction.text}"
    for problem in check_invariants(text, article):
        yield f"problem {problem.code.code} {problem.line}"
    for piece in article.set_aside:
        yield f"aside {piece.origin.line} {piece.reason.cause}: {piece.text}"


def front_matter(front: Front) -> Iterator[str]:
    for language, title in front.titles.items():
        yield f"title {language} {shown(title)}"
    for author in front.authors:
        told = (author.name, author.name_en, author.affiliation, author.affiliation_en)
        yield "author " + " / ".join(shown(runs) for runs in told if runs)
    for language, pieces in front.abstracts.items():
        yield from (f"abstract {language} {shown(piece)}" for piece in pieces)
    for language, words in front.keywords.items():
        yield f"keywords {language} {' / '.join(map(shown, words))}"


def parameters() -> Iterator[object]:
    for path in CASES:
        case = read_case(path)
        marks = [pytest.mark.xfail(strict=True, reason=case.xfail)] if case.xfail else []
        yield pytest.param(case, id=path.stem, marks=marks)


@pytest.mark.parametrize("case", list(parameters()))
def test_rule(case: Case) -> None:
    article = recover_text(case.text)
    assert make_ledger(case.text, article).balanced
    expected = list(case.outline)
    aside = any(line.startswith("aside ") for line in expected)
    found = [line for line in outline(article, case.text) if aside or not line.startswith("aside ")]
    assert found == expected, case.rule


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_spaces_are_visible(path: Path) -> None:
    """No editor may strip what a case is about."""
    assert [line for line in path.read_text("utf-8").split("\n") if line != line.strip()] == []
