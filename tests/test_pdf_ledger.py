"""PDF: every character of every page is read, and a second library proves it."""

from __future__ import annotations

import random
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.sources.pdf import read_pdf
from duidu.sources.printed import PrintedDocument
from made_pdf import all_lines, at, made_pdf
from recovering import ROOT

# Characters that pdfium leaves out or makes: hyphens at line ends, joiners, marks of what is not mapped.
_ITS_OWN = "\0\2-\xad\u2060\ufffd\ufffe"


def size(text: str) -> Counter[str]:
    """How often each character stands in a text, with ligatures as letters."""
    counted = Counter("".join(unicodedata.normalize("NFKC", text).split()))
    for character in _ITS_OWN:
        del counted[character]
    return counted


def prove(content: bytes) -> PrintedDocument:
    """Read a file, and prove its pages by a second library, and its lines by themselves."""
    document = read_pdf(content, "a.pdf")
    with pypdfium2.PdfDocument(content) as other:
        assert len(other) == len(document.pages)
        for page, sheet in zip(document.pages, other, strict=True):
            theirs = sheet.get_textpage().get_text_range()
            assert size("".join(line.text for line in page.lines)) == size(theirs), page.number
    prove_lines(document)
    return document


def prove_lines(document: PrintedDocument) -> None:
    """Prove that spans spell their lines, lines the text, and that each character has its place."""
    lines = all_lines(document)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert "\n".join(line.text for line in lines) == document.text
    for line in lines:
        assert "".join(line.text.split())
        column = 0
        for span in line.spans:
            assert (span.origin.line, span.origin.column) == (line.number, column)
            assert len(span.edges) == len(span.text) + 1
            column += len(span.text)


SOURCES = {
    "an article": """
        #set page(width: 17cm, height: 24cm, header: [學報], numbering: "1", columns: 1)
        = 壹、前言
        潮水漲落有時，船家依 lighthouse 的燈號出港#footnote[見《縣志》，頁 12–15。]。_Tide tables_ 與 *公倉*。
        #lorem(200)
        == 一、方法
        #quote(block: true)[其後封港，公倉重開。]
        + 甲
        + 乙
        #table(columns: 3, [年], [值], [註], [1946], [3.5%], [①])
        H#sub[2]O，$x^2 + y_1 = sqrt(z)$ “office” — ffi fl
    """,
    "two columns": """
        #set page(columns: 2, margin: 1cm)
        #set par(justify: true)
        #lorem(300) #footnote[note]
        潮水漲落有時。
    """,
    "turned words": "#page(flipped: true)[潮水 #rotate(90deg)[Tide] #rotate(-90deg)[wave] #rotate(9deg)[x]]",
    "many pages": "#for n in range(12) [潮水 #n #pagebreak()] 末",
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_files_of_a_typesetting_program(source: str) -> None:
    prove(typst.compile(source.encode()))


DOCUMENTS = sorted((ROOT / "tests" / "documents").glob("*.pdf"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_files_of_other_programs(path: Path) -> None:
    prove(path.read_bytes())


WORDS = st.text(st.sampled_from("潮水漲落，。「」（）ab c12①　é–…“”"), min_size=1, max_size=8)
PLACES = st.tuples(st.integers(20, 400), st.integers(20, 650), st.sampled_from([6, 10, 10.5, 18]), WORDS)


@settings(deadline=None, max_examples=100)
@given(st.lists(PLACES, max_size=12))
def test_words_anywhere(places: list[tuple[int, int, float, str]]) -> None:
    """Wherever words stand, over one another too: each character that the page shows is in a line, once.

    The same word again at the same place is one word.
    """
    content = at(450, 690, "末") + "".join(at(x, y, text, height) for x, y, height, text in places)
    document = read_pdf(made_pdf(content), "a.pdf")
    prove_lines(document)
    shown = Counter("末" + "".join("".join(text.split()) for *_, text in places))
    counted = Counter("".join(document.text.split()))
    assert not counted - shown
    if len({text for *_, text in places}) == len(places):
        assert counted == shown


@settings(deadline=None, max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_in_which_words_are_shown_changes_no_line(chance: random.Random) -> None:
    words = [at(50 + 20 * column, 600 - 30 * row, "潮水") for row in range(4) for column in range(8)]
    lines = sorted(line.text for line in all_lines(read_pdf(made_pdf("".join(words)), "a.pdf")))
    chance.shuffle(words)
    shuffled = read_pdf(made_pdf("".join(words)), "a.pdf")
    assert sorted(line.text for line in all_lines(shuffled)) == lines == ["潮水" * 8] * 4


@pytest.mark.parametrize(
    "module", ["duidu.sources.printed", "duidu.sources.detect", "duidu.pipeline", "duidu.cli"]
)
def test_what_reads_no_pdf_loads_no_reader(module: str) -> None:
    program = f"import sys, {module}; print({{'pdfminer', 'duidu.sources.pdf'}} & set(sys.modules))"
    said = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT / "scripts")},
        check=True,
    )
    assert said.stdout.strip() == "set()"
