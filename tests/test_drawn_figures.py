"""Drawings of lines in a PDF become figures; rules, tables and frames of text do not."""

from __future__ import annotations

import subprocess
import sys
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.check import check_invariants, make_ledger
from duidu.model import Article, Figure, Table, plain
from duidu.pipeline import ArticleFiles, SourceFile, process
from duidu.problems import DuiduError
from duidu.reasons import Cause
from duidu.recover import recover
from duidu.recover.printed import with_figures
from duidu.sources.pdf import read_pdf
from duidu.sources.picture_size import picture_size
from duidu.sources.printed import PrintedDocument
from duidu.sources.source import read_source
from made_pdf import at, read
from made_vertical import set_vertically
from recovering import ROOT
from test_printed_tables import AFTER, MADE, SETTING

CHART = """
#align(center, box(width: 9cm, height: 5cm, {
  place(line(start: (1cm, 0cm), end: (1cm, 4cm)))
  place(line(start: (1cm, 4cm), end: (9cm, 4cm)))
  place(line(start: (1cm, 3cm), end: (3cm, 2cm)))
  place(line(start: (3cm, 2cm), end: (6cm, 2.5cm), stroke: red))
  place(line(start: (6cm, 2.5cm), end: (8cm, 0.5cm)))
  place(dx: 3cm, dy: 0.6cm)[東港米價]
  for n in range(4) { place(dx: 1.4cm + n * 2cm, dy: 4.1cm, text(size: 8pt)[#(1890 + n * 5)]) }
  place(dx: 0.6cm, dy: 1.8cm, text(size: 8pt)[兩])
}))
"""
BARS = """
#align(center, box(width: 9cm, height: 4.4cm, {
  place(line(start: (0cm, 4cm), end: (9cm, 4cm)))
  for n in range(5) { place(dx: 0.5cm + n * 1.7cm, dy: 3cm - n * 0.5cm,
    rect(width: 1cm, height: 1cm + n * 0.5cm, fill: blue)) }
}))
"""
OFFICES = """
#align(center, box(width: 10cm, height: 4cm, {
  for (x, y, name) in ((3.5, 0, "總理衙門"), (0, 2.8, "海關"), (7, 2.8, "船政局")) {
    place(dx: x * 1cm, dy: y * 1cm, rect(width: 3cm, height: 1cm, name)) }
  place(line(start: (5cm, 1cm), end: (5cm, 2cm)))
  place(line(start: (1.5cm, 2cm), end: (8.5cm, 2cm)))
  place(line(start: (1.5cm, 2cm), end: (1.5cm, 2.8cm)))
  place(line(start: (8.5cm, 2cm), end: (8.5cm, 2.8cm)))
}))
"""
CAPTION = "\n#align(center)[圖1　東港米價]\n"
WORDS = "潮水漲落有時，船家依燈號出港，其後封港，公倉重開。"


@cache
def pdf(content: str) -> bytes:
    return typst.compile(f"{SETTING}{content}{AFTER}".encode())


@cache
def source(content: str) -> PrintedDocument:
    found = read_source(pdf(content), "a.pdf")
    assert isinstance(found, PrintedDocument)
    return with_figures(found)


def article(content: str) -> Article:
    found = recover(source(content))
    assert not any(problem.code.error for problem in check_invariants(source(content).text, found))
    return found


def figures(content: str) -> list[Figure]:
    return [block for block in article(content).blocks if isinstance(block, Figure)]


def in_figures(content: str) -> set[str]:
    return {piece.text for piece in article(content).set_aside if piece.reason.cause is Cause.IN_FIGURE}


def test_a_chart_with_a_caption_is_a_figure() -> None:
    (figure,) = figures(CHART + CAPTION)
    assert plain(figure.runs) == "圖1　東港米價"
    assert figure.description == ""
    assert in_figures(CHART + CAPTION) == {"東港米價", "1890", "1895", "1900", "1905", "兩"}
    blocks = article(CHART + CAPTION).blocks
    assert [type(block).__name__ for block in blocks] == ["Heading", "Paragraph", "Figure", "Paragraph"]


def test_words_of_a_drawing_without_a_caption_describe_it() -> None:
    (figure,) = figures(OFFICES)
    assert sorted(figure.description.split()) == ["海關", "總理衙門", "船政局"]
    assert in_figures(OFFICES) == {"海關", "總理衙門", "船政局"}


def test_pictures_are_published_with_the_article() -> None:
    draft = process(ArticleFiles(SourceFile(Path("a/source.pdf"), pdf(OFFICES))))
    assert draft.errors == ()
    assert min(picture_size(draft.pages["zh-hant/a/figures/drawing1.png"])) > 300
    page = draft.pages["zh-hans/a/index.md"].decode()
    assert "海关" in page.partition("figures/drawing1.png")[2]


def test_bars_are_a_figure() -> None:
    assert [figure.file for figure in figures(BARS)] == ["drawing1.png"]


def test_the_picture_is_a_png_of_its_region() -> None:
    files = source(CHART + CAPTION).pictures
    assert list(files) == ["drawing1.png"]
    width, height = picture_size(files["drawing1.png"])
    assert 500 < width < 800
    assert 250 < height < 500


def test_large_drawings_have_at_most_so_many_dots() -> None:
    shapes = "#place(polygon((0cm, 0cm), (70cm, 3cm), (30cm, 40cm), (2cm, 9cm)))"
    large = f"#page(width: 80cm, height: 60cm)[{shapes} #place(dx: 1cm, {shapes[7:-1]})]"
    (content,) = source(large).pictures.values()
    assert 1590 < max(picture_size(content)) <= 1600


def test_the_same_file_has_the_same_pictures() -> None:
    again = read_source(pdf(CHART), "a.pdf")
    assert isinstance(again, PrintedDocument)
    assert with_figures(again).pictures == source(CHART).pictures


OTHERS = {
    "no drawing": WORDS,
    "underlined words": f"#underline[{WORDS}] #highlight[{WORDS}]",
    "a rule": "#line(length: 100%)\n" + WORDS,
    "a frame around text": f"#rect(width: 100%)[{WORDS * 4}]",
    "a round frame around text": f"#rect(radius: 8pt, fill: silver)[{WORDS * 4} #line(length: 90%)]",
    "a pattern behind text in columns": "#for n in range(30) { place(line(start: (n * 3mm, 0cm), end: (12cm,"
    f" n * 5mm))) }} #columns(2)[{WORDS * 20}]",
    "notes": f"{WORDS}#footnote[{WORDS}] {WORDS}#footnote[{WORDS}]",
    "equations": "$ sqrt(x^2 + y^2) / (1 + sqrt(x)) = cases(a, b) $",
    "colored cells": "#table(columns: 3, fill: (x, y) => if calc.odd(y) { silver }, stroke: none,"
    " ..range(12).map(n => [公倉#n]))",
    **{f"a table, {name}": f"#{told}" for name, (told, _) in MADE.items()},
}


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS)
def test_what_is_no_drawing(content: str) -> None:
    plain_source = read_source(pdf(content), "a.pdf")
    assert source(content) == plain_source
    assert figures(content) == []


def test_what_paints_is_loaded_for_drawings_only(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from duidu.recover.printed import with_figures;"
        " from duidu.sources.source import read_source;"
        " with_figures(read_source(Path(sys.argv[1]).read_bytes(), 'a.pdf'));"
        " print('pypdfium2' in sys.modules)"
    )
    said = []
    for content in (WORDS, CHART):
        (tmp_path / "a.pdf").write_bytes(pdf(content))
        command = [sys.executable, "-c", program, str(tmp_path / "a.pdf")]
        environment = {"PYTHONPATH": str(ROOT / "scripts")}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        said.append(done.stdout.strip())
    assert said == ["False", "True"]


def test_tables_stay_tables() -> None:
    told, _ = MADE["drawn"]
    found = article(f"#{told}\n{CHART}{CAPTION}")
    assert sum(isinstance(block, Table) for block in found.blocks) == 1
    assert sum(isinstance(block, Figure) for block in found.blocks) == 1


def test_marks_of_several_pages_are_no_figures() -> None:
    content = "".join(f"#place(top)[{BARS}] #v(6cm) {WORDS} #pagebreak() " for _ in range(3))
    assert figures(content) == []


def test_a_drawing_that_cannot_be_painted_is_reported() -> None:
    found = read_source(pdf(CHART + CAPTION), "a.pdf")
    assert isinstance(found, PrintedDocument)
    broken = replace(found.render, content=found.render.content[:200])  # type: ignore[type-var,union-attr]
    left = with_figures(replace(found, render=broken))
    assert (left.pages, left.pictures) == (found.pages, {})
    (problem,) = left.problems
    assert problem.report("a.pdf").partition(": ")[2] == (
        "warning: drawings of which no picture could be made: 1, here the first; expected one of each (they"
        " are left out, and their words kept as text: compare them with print) [drawings-left]"
    )


# Axes with two lines between them, whose corner at the left and below is black; and words over them.
CORNERED = "60 400 200 1 re f 60 400 1 150 re f 60 400 m 250 540 l S 120 400 m 250 500 l S 60 400 40 40 re f "
TEXT = "".join(at(40, 650 - 20 * line, "潮水漲落有時船家依燈號出港其後封港公倉重開") for line in range(5))


def _corners(content: bytes) -> list[bool]:
    """Which corners of a grey picture are dark: above at the left and right, and below."""
    width, height = picture_size(content)
    start = content.index(b"IDAT") + 4
    rows = zlib.decompress(content[start : content.index(b"IEND") - 8])
    lines = [rows[1 + (width + 1) * row : (width + 1) * (row + 1)] for row in range(height)]
    return [lines[row][column] < 128 for row in (24, -24) for column in (24, -24)]


@pytest.mark.parametrize("page", ["", "/CropBox [20 30 480 690]", "/Rotate 180", "/Rotate 270"])
def test_pictures_lie_as_the_words_of_their_page_do(page: str) -> None:
    (content,) = with_figures(read(CORNERED + TEXT, page=page)).pictures.values()
    assert _corners(content) == [False, False, True, False]


def test_on_pages_of_vertical_writing_drawings_are_upright() -> None:
    """The page is read from its side; its picture is not."""
    lines = "".join(at(40, 650 - 20 * line, WORDS) for line in range(5))
    content = set_vertically(read(lines), "map", more=["1 0 0 1 0 -250 cm " + CORNERED])
    (picture,) = with_figures(read_pdf(content, "a.pdf")).pictures.values()
    width, height = picture_size(picture)
    assert width > height
    assert _corners(picture) == [False, False, True, False]


PLACES = st.tuples(st.integers(0, 500), st.integers(0, 700), st.integers(1, 300), st.integers(1, 300))
SHAPES = st.builds(
    lambda place, form: form.format(*place, place[0] + place[2], place[1] + place[3]),
    PLACES,
    st.sampled_from(["{0} {1} {2} {3} re S ", "{0} {1} {2} {3} re f ", "{0} {1} m {4} {5} l S "]),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(SHAPES, max_size=12), st.lists(st.tuples(PLACES, st.sampled_from(["潮水", "圖1", WORDS]))))
def test_whatever_is_drawn_no_word_is_lost(
    shapes: list[str], words: list[tuple[tuple[int, ...], str]]
) -> None:
    placed = "".join(at(place[0], place[1], text) for place, text in words)
    found = with_figures(read("".join(shapes) + placed + TEXT))
    article = recover(found)
    ledger = make_ledger(found.text, article)
    assert ledger.source_characters == ledger.placed + ledger.set_aside
    assert {block.file for block in article.blocks if isinstance(block, Figure)} <= set(found.pictures)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=20)), min_size=1, max_size=8))
def test_damaged_files_are_painted_reported_or_refused(damage: list[tuple[float, bytes]]) -> None:
    content = bytearray(pdf(CHART))
    for share, piece in damage:
        place = int(share * len(content))
        content[place : place + len(piece)] = piece
    try:
        found = read_pdf(bytes(content), "a.pdf")
    except DuiduError:
        return
    shown = with_figures(found)
    made = [block for block in recover(shown).blocks if isinstance(block, Figure)]
    assert all(min(picture_size(shown.pictures[figure.file])) > 0 for figure in made)
