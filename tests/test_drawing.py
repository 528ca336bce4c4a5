"""`duidu draw`: the pages of a PDF with what was recognised on them, whatever became of the article."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from duidu.check import make_ledger
from duidu.drawing import draw
from duidu.drawing.recognised_parts import Part, recognise
from duidu.model import Article, NoteRef
from duidu.pipeline import ArticleFiles, Draft, SourceFile, process
from duidu.problems import Code, Problem
from duidu.recover import recover
from duidu.sources.printed import PrintedDocument
from made_pdf import codes, made_pdf, stream
from made_print import Page, document
from temporary import Said, run

DOCUMENTS = Path(__file__).parent / "documents"
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
SCAN = made_pdf(
    f"q 500 0 0 700 0 0 cm /P Do Q BT /F 10 Tf 3 Tr 50 600 Td {codes('潮水漲落有時')} Tj ET ",
    objects={
        30: stream(bytes(12), "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB")
    },
    resources="/XObject << /P 30 0 R >>",
)


@cache
def found(name: str) -> Draft:
    return process(ArticleFiles(SourceFile(DOCUMENTS / name, (DOCUMENTS / name).read_bytes())), until="check")


@cache
def drawn(name: str) -> str:
    draft = found(name)
    assert isinstance(draft.source, PrintedDocument)
    return draw(draft.source, draft.article, draft.problems, name)


def drawing(printed: PrintedDocument, *problems: Problem) -> str:
    return draw(printed, recover(printed), problems, "a.pdf")


def svg_words(html: str) -> list[str]:
    """The words on each page, without the numbers of the reading order."""
    pages = []
    for svg in SVG.findall(html):
        root = ElementTree.fromstring(svg)
        for order in [group for group in root.iter() if group.get("class") == "order"]:
            order.clear()
        pages.append("".join(text.text or "" for text in root.iter("text")))
    return pages


@pytest.mark.parametrize("name", ["latex-restart.pdf", "rich.pdf", "word-tagged.pdf"])
def test_every_character_of_every_page_is_drawn_once(name: str) -> None:
    source = found(name).source
    assert isinstance(source, PrintedDocument)
    expected = [Counter("".join("".join(line.text.split()) for line in page.lines)) for page in source.pages]
    assert [Counter("".join(words.split())) for words in svg_words(drawn(name))] == expected


@pytest.mark.parametrize("name", ["latex-restart.pdf", "rich.pdf", "word-tagged.pdf"])
def test_what_is_drawn_is_what_the_ledger_counts(name: str) -> None:
    draft = found(name)
    lines = draft.source.text.split("\n")
    pieces = recognise(draft.article, lines)
    sizes = Counter[bool]()
    for number, of_line in pieces.items():
        for piece in of_line:
            words = "".join(lines[number - 1][piece.start : piece.end].split())
            sizes[piece.part in (Part.CALL, Part.NOTE_NUMBER) or bool(piece.why)] += len(words)
            assert piece.part is not Part.LEFT
    ledger = make_ledger(draft.source.text, draft.article)
    assert (sizes[False], sizes[True]) == (ledger.placed, ledger.set_aside)


def test_parts_are_named_as_they_were_recognised() -> None:
    pieces = recognise(found("rich.pdf").article, found("rich.pdf").source.text.split("\n"))
    lines = found("rich.pdf").source.text.split("\n")
    words = Counter[Part]()
    first: dict[Part, str] = {}
    for number, of_line in pieces.items():
        for piece in of_line:
            words[piece.part] += 1
            first.setdefault(piece.part, lines[number - 1][piece.start : piece.end].strip())
    assert first[Part.TITLE] == "論英美特殊關係的特質及其維繫原因"
    assert first[Part.AUTHOR] == "張心怡"
    assert first[Part.HEADING] == "壹、前言"
    assert first[Part.QUOTATION].startswith("引文一段")
    assert first[Part.LIST_ITEM] == "第一項"
    assert first[Part.TABLE] == "年"
    assert first[Part.CAPTION].startswith("表一")
    assert first[Part.PAGE_NUMBER] == "1"
    assert first[Part.RUNNING_HEAD].startswith("《全球政治評論》")
    assert (words[Part.CALL], words[Part.NOTE_NUMBER]) == (48, 48)


def test_calls_lead_to_their_notes_and_parts_are_numbered_as_they_are_read() -> None:
    html = drawn("rich.pdf")
    calls, notes = re.findall(r'<a href="#(note-\d+)">', html), re.findall(r'<g id="(note-\d+)">', html)
    assert calls == [run.note for run in found("rich.pdf").article.runs() if isinstance(run, NoteRef)]
    assert sorted(calls) == sorted(notes)
    assert html.count('<line class="joint"') == len(calls)  # each on the page of its note
    orders = [int(number) for number in re.findall(r'class="order">.*?<text[^>]*>(\d+)<', html)]
    assert set(orders) == set(range(1, max(orders) + 1))


def test_findings_are_listed_and_stand_on_their_page() -> None:
    printed = document(Page().add("潮水漲落有時。"), Page().add("船家<b>出港</b>。"))
    html = drawing(
        printed,
        Problem.at(Code.TITLE_MISSING),
        Problem.at(Code.NOTE_WITHOUT_MARKER, 2, number="1"),
    )
    sentence = "error: note 1 is called nowhere; expected a marker 1 in the text [note-without-marker]"
    head, first, second = html.split("<section")
    assert "<li>warning: no title is found;" in head
    assert f'<li class="error"><a href="#page-2">page 2</a>: {sentence}</li>' in head
    assert sentence not in first
    assert sentence in second
    assert (first.count('class="marked"'), second.count('class="marked"')) == (0, 1)
    assert "船家<b>出港</b>。" in unescape(re.sub(r"<[^>]*>", "", second))


def test_it_asks_for_nothing_and_is_the_same_each_time() -> None:
    html = drawn("latex-restart.pdf")
    assert "default-src 'none'" in html
    assert "<script" not in html
    assert set(re.findall(r'(?:href|src)="(.)', html)) == {"#"}
    assert "url(" not in html
    draft = found("latex-restart.pdf")
    assert isinstance(draft.source, PrintedDocument)
    assert draw(draft.source, draft.article, draft.problems, "latex-restart.pdf") == html


def test_lines_of_no_part_are_shown_as_such() -> None:
    printed = document(Page().add("潮水漲落有時。"))
    nothing = Article(recover(printed).front, (), ())
    assert recover(printed).blocks
    html = draw(printed, nothing, (), "a.pdf")
    assert '<li class="left">in no part <small>7</small></li>' in html
    assert svg_words(html) == ["潮水漲落有時。"]


def test_vertical_lines_are_drawn_character_by_character() -> None:
    printed = document(Page().add("潮水漲落"))
    line = printed.pages[0].lines[0]
    edges = (600.0, 588.0, 576.0, 564.0, 552.0)
    span = replace(line.spans[0], baseline=300.0, edges=edges)
    page = replace(printed.pages[0], lines=(replace(line, spans=(span,), vertical=True),))
    html = drawing(replace(printed, pages=(page,)))
    (places,) = re.findall(r'text-anchor="middle" x="([^"]*)" y="([^"]*)"', html)
    assert places[0].split() == ["300.0"] * 4
    downs = [float(down) for down in places[1].split()]
    assert [round(after - before) for before, after in pairwise(downs)] == [12, 12, 12]


# -- the command


def command(*arguments: str, at_: Path) -> Said:
    before = Path.cwd()
    os.chdir(at_)
    try:
        return run("draw", *arguments)
    finally:
        os.chdir(before)


def test_a_pdf_is_drawn_here(tmp_path: Path) -> None:
    said = command(str(DOCUMENTS / "rich.pdf"), at_=tmp_path)
    assert said == Said(0, "The drawing is in rich-drawn.html: open it in a browser.\n", [])
    assert (tmp_path / "rich-drawn.html").read_text("utf-8") == drawn("rich.pdf")


def test_a_pdf_that_is_refused_is_drawn_too(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(SCAN)
    said = command("scan.pdf", "-o", "out.html", at_=tmp_path)
    assert said.code == 1
    assert said.out == "The drawing is in out.html: open it in a browser.\n"
    assert any(line.endswith("[pdf-scan-text]") for line in said.errors)
    html = (tmp_path / "out.html").read_text("utf-8")
    assert svg_words(html) == ["潮水漲落有時"]
    assert "[pdf-scan-text]" in html


NO_PAGES = (
    "error: there are no printed pages to draw; expected a PDF, or the name of an article that has one"
    " [draw-without-pdf]"
)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("paper.docx", (DOCUMENTS / "word.docx").read_bytes(), NO_PAGES),
        ("paper.txt", "壹、前言 \n水門有四。 \n".encode(), NO_PAGES),
        (
            "paper.pdf",
            b"%PDF-1.4\n1 0 obj",
            "error: the file is damaged; expected a whole PDF: save or export it again [pdf-damaged]",
        ),
    ],
)
def test_what_cannot_be_drawn_is_said(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert command(name, at_=tmp_path) == Said(3, "", [f"{name}: {said}"])
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_article_is_drawn_by_its_name(tmp_path: Path) -> None:
    root = tmp_path / "journal"
    folder = root / "docs/articles/gates"
    run("new", str(root))
    files = [str(DOCUMENTS / name) for name in ("word.docx", "latex.pdf")]
    said = run("add", *files, "--root", str(root), "--slug", "gates")
    assert said.out.splitlines()[-2:] == [
        "To see what was recognised on each page of the PDF, run “duidu draw gates”.",
        f"The article is in {folder}: look at its article.toml, then run “duidu build”.",
    ]
    assert "pages: 27 (1 to 27, numbers seen: 27)" in said.out
    assert command("gates", at_=root).code == 0
    assert len(SVG.findall((root / "gates-drawn.html").read_text("utf-8"))) == 27
    missing = root / "docs/articles/others/source.pdf"
    assert command("others", at_=root) == Said(3, "", [f"{missing}: {NO_PAGES}"])


def test_where_it_cannot_be_written(tmp_path: Path) -> None:
    said = command(str(DOCUMENTS / "rich.pdf"), "-o", "nowhere/a.html", at_=tmp_path)
    assert said.errors == [
        "nowhere/a.html: error: the file cannot be written: No such file or directory [output-unwritable]"
    ]
