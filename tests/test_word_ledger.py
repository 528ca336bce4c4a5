"""Word documents: whatever stands in one, each character is shown or set aside, once and in its place."""

from __future__ import annotations

import random
import re
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidu.problems import DuiduError
from duidu.sources.word import read_word
from duidu.sources.word.xml_tree import DEEPEST
from made_word import (
    EMF,
    PNG,
    archive,
    box,
    call,
    cell,
    either,
    field,
    note,
    p,
    picture,
    r,
    row,
    style,
    styled,
    t,
    table,
    word_parts,
)
from reading_word import aside, codes, document, notes, prove, shown, spelled
from recovering import ROOT

RUBY = f"<w:ruby><w:rt>{r('ㄔㄠˊ')}</w:rt><w:rubyBase>{r('潮')}</w:rubyBase></w:ruby>"
CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
)
EQUATION = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
GONE = "<w:del><w:r><w:delText>退</w:delText></w:r></w:del>"

# Every kind of thing that may stand in a document, once.
EVERYTHING = word_parts(
    styled("Title", r("潮汐考") + r('<w:footnoteReference w:customMarkFollows="1" w:id="9"/>' + t("*")))
    + styled("Author", "張心怡")
    + CONTENTS
    + f"<w:sdtContent>{p(field(' TOC ', r('前言') + r('<w:tab/>') + r('1')))}</w:sdtContent></w:sdt>"
    + styled("Heading1", r("壹、前言") + call(1))
    + p(r("潮水") + r("漲落", "<w:i/>") + call(2) + GONE + f"<w:ins>{r('有時')}</w:ins>" + r("。"))
    + p(r("前", "<w:b/>"), "<w:rPr><w:del/></w:rPr>")
    + p(
        r(RUBY)
        + r("暗", "<w:vanish/>")
        + r("<w:lastRenderedPageBreak/>")
        + r("水")
        + box(p("框"), p(call(3)))
    )
    + p(
        '<w:hyperlink r:id="web">'
        + r("網")
        + "</w:hyperlink>"
        + r(t("a") + "<w:noBreakHyphen/><w:softHyphen/>")
    )
    + p(EQUATION + r('<w:sym w:font="Symbol" w:char="F061"/>') + r("<w:br/>") + call(1, "endnote"))
    + table(
        row("年", "值", properties="<w:tblHeader/>"),
        row(cell("甲", '<w:vMerge w:val="restart"/>'), cell(p(r("乙") + call(4)) + table(row("內")))),
        row(cell("", "<w:vMerge/>"), "丙"),
    )
    + p(picture("image1.png", "潮圖") + picture("image2.emf"))
    + styled("Item", "項")
    + p("末", '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')
    + p("後")
    + "<w:sectPr/>",
    styles=style("Normal", default=True)
    + style("Title", '<w:pPr><w:jc w:val="center"/></w:pPr>', name="標題")
    + style("Heading1", "<w:rPr><w:b/></w:rPr>", name="heading 1")
    + style("Item", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    settings='<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>',
    footnotes=f'<w:footnote w:type="separator" w:id="-1">{p(r("<w:separator/>"))}</w:footnote>'
    + note(1, "題註。")
    + note(2, "縣志。", "又見。")
    + note(3, "框註。")
    + note(4, "表註。")
    + note(8, "無人。")
    + f'<w:footnote w:id="9">{p(r("*") + r("作者按。"))}</w:footnote>',
    endnotes=note(1, "尾註。", kind="endnote"),
    comments=f'<w:comment w:id="1">{p("請查")}</w:comment>',
    headers=[p("學報")],
    footers=[p(field(" PAGE ", r("1")))],
    links={"web": "https://example.org"},
    media={"image1.png": PNG, "image2.emf": EMF},
)
CONTENT = archive(EVERYTHING)


def test_a_document_with_everything() -> None:
    read = read_word(CONTENT, "a.docx")
    prove(read, CONTENT)
    assert shown(read) == [
        "潮汐考{*}",
        "張心怡",
        "壹、前言{1}",
        "潮水{italic:漲落}{2}有時。",
        "{bold:前}潮（ㄔㄠˊ）{page}水",
        "框",
        "{3}",
        "{https://example.org:網}a-\u00ad",
        "x=1α{line}{i}",
        "年",
        "值",
        "甲",
        "乙{4}",
        "內",
        "丙",
        "{image1.png 潮圖}",
        "項",
        "末",
        "{page}後",
    ]
    assert notes(read) == [
        ("1", "題註。"),
        ("2", "縣志。\n又見。"),
        ("3", "框註。"),
        ("4", "表註。"),
        ("*", "作者按。"),
        ("i", "尾註。"),
    ]
    assert sorted(aside(read)) == sorted(
        [
            ("*", "note marker"),
            ("*", "note number"),
            ("前言\t1", "table of contents"),
            ("退", "deleted"),
            ("暗", "hidden"),
            ("無人。", "hidden"),
            ("請查", "comment"),
            ("學報", "running head"),
            ("1", "running head"),
        ]
    )
    assert set(codes(read)) == {
        "tracked-deletions",
        "tracked-insertions",
        "hidden-text",
        "text-boxes",
        "equations",
        "nested-tables",
        "picture-format",
        "note-uncalled",
        "comments",
    }


def test_the_same_file_reads_the_same() -> None:
    assert read_word(CONTENT, "a.docx") == read_word(CONTENT, "a.docx")


def read_if_possible(content: bytes) -> None:
    """Read what may be damaged: either it is refused, or its ledger holds."""
    try:
        read = read_word(content, "a.docx")
    except DuiduError:
        return
    assert spelled(read) == list(read.lines)
    assert all(problem.message for problem in read.problems)


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_damaged_bytes(data: st.DataObject) -> None:
    content = bytearray(CONTENT)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        if data.draw(st.booleans()):
            content[place] = data.draw(st.integers(0, 255))
        else:
            del content[place : place + data.draw(st.integers(1, 50))]
    read_if_possible(bytes(content))


TAG = re.compile(r"<[^<>?]+>")
PARTS = [name for name in EVERYTHING if name.endswith((".xml", ".rels"))]


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(PARTS), st.randoms(use_true_random=False))
def test_damaged_xml(part: str, chance: random.Random) -> None:
    pieces = re.split(r"(<[^<>]+>)", str(EVERYTHING[part]))
    for _ in range(chance.randint(1, 4)):
        first, second = (chance.randrange(len(pieces)) for _ in range(2))
        kind = chance.randrange(4)
        if kind == 0:
            pieces[first] = ""
        elif kind == 1:
            pieces[first], pieces[second] = pieces[second], pieces[first]
        elif kind == 2:
            pieces[first] = re.sub(r'="[^"]*"', f'="{chance.choice(VALUES)}"', pieces[first])
        else:
            pieces[first] = pieces[second]
    read_if_possible(archive({**EVERYTHING, part: "".join(pieces)}))


VALUES = [
    "",
    "0",
    "-1",
    "9",
    "99999999999999999999",
    "1e309",
    "x",
    "true",
    "off",
    "潮",
    "footnotes",
    "../../a",
]
SHUFFLED = [f"w:{name}" for name in ("p", "r", "t", "tc", "tr", "tbl", "sdt", "ins", "del", "rPr", "fldChar")]


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(PARTS), st.randoms(use_true_random=False))
def test_elements_where_none_belong(part: str, chance: random.Random) -> None:
    """Well-formed, but not as the standard has it: elements change their names."""
    old, new = chance.sample(SHUFFLED, 2)
    text = re.sub(rf"(</?){old}\b", rf"\1{new}", str(EVERYTHING[part]))
    read_if_possible(archive({**EVERYTHING, part: text}))


WORDS = st.sampled_from(["潮", " 水 ", "a b", "①", "。", "\u3000"])
PLAIN = st.sampled_from(
    ["", "<w:i/>", "<w:b/>", "<w:vanish/>", '<w:u w:val="single"/>', '<w:rStyle w:val="x"/>']
)
RUNS = st.one_of(
    st.builds(r, WORDS, PLAIN),
    st.sampled_from(
        [r(RUBY), GONE, EQUATION, r("<w:tab/>"), r("<w:noBreakHyphen/>"), call(1), call(2), picture("none")]
    ),
)
NESTED_RUNS = st.recursive(
    RUNS.map(str),
    lambda inner: st.one_of(
        st.builds("<w:ins>{}</w:ins>".format, inner),
        st.builds("<w:del>{}</w:del>".format, inner),
        st.builds("<w:smartTag>{}</w:smartTag>".format, inner),
        st.builds("<w:hyperlink w:anchor='a'>{}</w:hyperlink>".format, inner),
        st.builds(lambda run: field(" REF a ", run), inner),
        st.builds(lambda run: field(" TOC ", run), inner),
        st.builds(lambda run: box(p(run)), inner),
        st.builds(lambda one, other: one + other, inner, inner),
    ),
    max_leaves=6,
)
PARAGRAPHS = st.builds(
    p,
    NESTED_RUNS,
    st.sampled_from(["", "<w:rPr><w:del/></w:rPr>", "<w:sectPr/>", '<w:pStyle w:val="toc1"/>']),
)
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        st.builds(lambda *cells: table(row(*map(cell, cells))), inner, inner),
        st.builds("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format, inner),
        st.builds("<w:del>{}</w:del>".format, inner),
        st.builds(lambda one, other: one + other, inner, inner),
    ),
    max_leaves=5,
)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, max_size=4), PARAGRAPHS)
def test_any_document(blocks: list[str], in_note: str) -> None:
    document(
        "".join(blocks),
        footnotes=f'<w:footnote w:id="1">{in_note}</w:footnote>' + note(2, "縣志。"),
        headers=[in_note],
        styles=style("toc1", name="toc 1"),
    )


def test_long_paragraphs_and_many_runs() -> None:
    runs = "".join(r("潮", "<w:i/>" if number % 3 else "") for number in range(20_000))
    read = document(p(runs))
    assert read.lines == ("潮" * 20_000,)


@pytest.mark.parametrize(
    ("opening", "closing", "inside"),
    [
        ("<w:ins>", "</w:ins>", r("潮")),
        ("<w:r>", "</w:r>", t("潮")),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", r("潮")),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>", r("潮")),
        ("<w:r><w:pict><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:pict></w:r>", r("潮")),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", p("潮")),
        ("<w:unknown>", "</w:unknown>", p("潮")),
    ],
)
def test_what_is_nested_as_deep_as_may_be(opening: str, closing: str, inside: str) -> None:
    times = (DEEPEST - 8) // opening.count("<")
    body = opening * times + inside + closing * times
    read = document(body if "tbl" in opening or "unknown" in opening else f"<w:p>{body}</w:p>")
    assert [line for line in read.lines if line] == ["潮"]


def test_either_form_is_read_at_every_level() -> None:
    assert shown(document(either(p("甲"), p("乙")) + table(row(cell(either(p("丙"), p("丁"))))))) == [
        "甲",
        "丙",
    ]


@pytest.mark.parametrize("module", ["duidu.sources.detect", "duidu.sources.document", "duidu.pipeline"])
def test_what_reads_no_word_document_loads_no_reader(module: str) -> None:
    said = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print('duidu.sources.word' in sys.modules)"],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT / "scripts")},
        check=True,
    )
    assert said.stdout.strip() == "False"
