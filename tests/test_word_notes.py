"""Word documents: footnotes and endnotes, how they are numbered, and what can be wrong with them."""

from __future__ import annotations

import pytest

from duidu.model import NoteKind, Origin
from duidu.sources.document import NoteCall
from duidu.sources.word import read_word
from made_word import (
    archive,
    box,
    call,
    cell,
    made_word,
    note,
    p,
    r,
    relationships,
    row,
    styled,
    t,
    table,
    word_parts,
)
from reading_word import aside, codes, document, found, notes, paragraphs, shown, spelled

CUSTOM = '<w:footnoteReference w:customMarkFollows="1" w:id="{}"/>'
RECORDED = r("<w:lastRenderedPageBreak/>")


def numbered(form: str, start: int = 1, restart: str = "continuous", kind: str = "footnote") -> str:
    """How notes are numbered, as settings and sections say it."""
    return (
        f'<w:{kind}Pr><w:numFmt w:val="{form}"/><w:numStart w:val="{start}"/>'
        f'<w:numRestart w:val="{restart}"/></w:{kind}Pr>'
    )


def section(content: str = "") -> str:
    """The end of a section, in a paragraph's properties."""
    return f"<w:sectPr>{content}</w:sectPr>"


def test_footnotes_and_endnotes_are_told_apart() -> None:
    read = document(
        p(r("潮水") + call(2) + r("漲落") + call(2, "endnote")),
        footnotes=note(2, "縣志。", "又見別處。"),
        endnotes=note(2, "縣誌。", kind="endnote"),
    )
    assert shown(read) == ["潮水{1}漲落{i}"]
    assert notes(read) == [("1", "縣志。\n又見別處。"), ("i", "縣誌。")]
    assert [(key, note.kind) for key, note in read.notes.items()] == [
        ("footnote-2", NoteKind.FOOTNOTE),
        ("endnote-2", NoteKind.ENDNOTE),
    ]
    assert read.places == ("paragraph 1", "footnote 1", "footnote 1, paragraph 2", "endnote i")
    (paragraph,) = paragraphs(read.elements)
    assert paragraph.inlines[1] == NoteCall("footnote-2", Origin(1, 2))


def test_notes_are_numbered_as_they_are_called_wherever_that_is() -> None:
    body = (
        styled("Heading1", r("標題") + call(9))
        + table(row(cell(p(r("格") + call(3))), "空"))
        + p(r("文") + box(p(r("框") + call(5))))
        + p(call(7))
    )
    read = document(body, footnotes=note(3, "格") + note(5, "框") + note(7, "末") + note(9, "題"))
    assert shown(read) == ["標題{1}", "格{2}", "空", "文", "框{3}", "{4}"]
    assert notes(read) == [("2", "格"), ("3", "框"), ("4", "末"), ("1", "題")]


def test_a_note_that_is_called_twice_is_counted_once() -> None:
    read = document(
        p(call(1) + call(2) + call(1) + call(3)), footnotes=note(1, "a") + note(2, "b") + note(3, "c")
    )
    assert shown(read) == ["{1}{2}{1}{3}"]


@pytest.mark.parametrize(
    ("settings", "ends", "labels"),
    [
        ("", "", "123"),
        (numbered("lowerRoman"), "", "i ii iii"),
        (numbered("chicago"), "", "*†‡"),
        (numbered("decimalEnclosedCircle", 5), "", "⑤⑥⑦"),
        (numbered("chineseCounting"), "", "一二三"),
        # What a section says comes before what the settings say.
        (numbered("lowerRoman"), numbered("upperLetter"), "ABC"),
        (numbered("decimal", restart="eachSect"), "", "121"),
        ("", numbered("decimal", 3, "eachSect"), "343"),
        (numbered("decimal", restart="eachPage"), "", "111"),
    ],
)
def test_how_notes_are_numbered(settings: str, ends: str, labels: str) -> None:
    body = (
        p(r("潮") + call(1))
        + p(RECORDED + r("水") + call(2), section(ends))
        + p(r("漲") + call(3))
        + section(ends)
    )
    read = document(body, footnotes=note(1, "a") + note(2, "b") + note(3, "c"), settings=settings)
    assert [note.label for note in read.notes.values()] == (labels.split() if " " in labels else list(labels))


def test_endnotes_are_numbered_as_is_said_of_them() -> None:
    settings = numbered("upperLetter", kind="endnote") + numbered("lowerRoman")
    read = document(
        p(call(1) + call(1, "endnote")),
        footnotes=note(1, "a"),
        endnotes=note(1, "b", kind="endnote"),
        settings=settings,
    )
    assert shown(read) == ["{i}{A}"]


def test_numbers_that_begin_anew_on_each_page_are_said() -> None:
    read = document(
        p(call(1)) + p(RECORDED + call(2)),
        footnotes=note(1, "a") + note(2, "b"),
        settings=numbered("decimal", restart="eachPage"),
    )
    assert found(read) == [
        "a.docx:1: warning: notes that are numbered anew on each page: 2; expected numbers that run on"
        " (they are counted by the page breaks that Word recorded last) [notes-by-page]"
    ]


@pytest.mark.parametrize("marked", [r(CUSTOM.format(1) + t("*")), r(CUSTOM.format(1)) + r("*")])
def test_a_mark_of_its_own(marked: str) -> None:
    own = f'<w:footnote w:id="1">{p(r("*") + r(" 作者按。"))}</w:footnote>'
    read = document(p(r("張心怡") + marked + r("。") + call(2)), footnotes=own + note(2, "縣志。"))
    assert shown(read) == ["張心怡{*}。{1}"]
    assert notes(read) == [("*", " 作者按。"), ("1", "縣志。")]
    assert aside(read) == [("*", "note marker"), ("*", "note number")]
    assert read.lines[0] == "張心怡*。"


def test_a_mark_from_a_symbol_font() -> None:
    mark = '<w:sym w:font="Symbol" w:char="F0A7"/>'
    own = f'<w:footnote w:id="1">{p(r(mark) + r(" 作者按。"))}</w:footnote>'
    read = document(p(r("張心怡") + r(CUSTOM.format(1) + mark)), footnotes=own)
    assert shown(read) == ["張心怡{♣}"]
    assert notes(read) == [("♣", " 作者按。")]


@pytest.mark.parametrize(
    ("content", "text", "set_aside"),
    [
        (r("<w:footnoteRef/>") + r(" 縣志。"), " 縣志。", []),
        (
            r("[") + r("<w:footnoteRef/>") + r("] 縣志。"),
            " 縣志。",
            [("[]", "note number")],
        ),
        (r("<w:footnoteRef/>") + r(".") + r("縣志。"), "縣志。", [(".", "note number")]),
        (r("<w:footnoteRef/>") + r(" ") + r("）縣志。"), " 縣志。", [("）", "note number")]),
        (r("見") + r("<w:footnoteRef/>") + r("縣志。"), "見縣志。", []),
        (r("縣志。"), "縣志。", []),
    ],
)
def test_what_is_typed_around_a_notes_own_number_goes_with_it(
    content: str, text: str, set_aside: list[tuple[str, str]]
) -> None:
    read = document(p(call(1)), footnotes=f'<w:footnote w:id="1">{p(content)}</w:footnote>')
    assert notes(read) == [("1", text)]
    assert aside(read) == set_aside


def test_the_lines_between_text_and_notes_are_no_notes() -> None:
    lines = (
        f'<w:footnote w:type="separator" w:id="-1">{p(r("<w:separator/>"))}</w:footnote>'
        f'<w:footnote w:type="continuationNotice" w:id="0">{p("續前頁")}</w:footnote>'
    )
    read = document(p(r("潮") + call(1)), footnotes=lines + note(1, "縣志。"))
    assert notes(read) == [("1", "縣志。")]
    assert read.lines == ("潮", "縣志。", "續前頁")
    assert aside(read) == [("續前頁", "running head")]


def test_a_note_with_a_table_and_a_text_box() -> None:
    content = p(r("<w:footnoteRef/>") + r("表見下") + box(p("框"))) + table(row("甲", "乙"))
    read = document(p(call(1)), footnotes=f'<w:footnote w:id="1">{content}</w:footnote>')
    assert notes(read) == [("1", "表見下\n框\n甲\n乙")]
    assert codes(read) == ["text-boxes", "nested-tables"]


def test_a_note_that_is_never_called_is_set_aside() -> None:
    read = document(p(r("潮") + call(2)), footnotes=note(1, "無人問津。") + note(2, "縣志。"))
    assert notes(read) == [("1", "縣志。")]
    assert aside(read) == [("無人問津。", "hidden")]
    assert read.places[1] == "footnote (1)"
    assert found(read) == [
        "a.docx:2: warning: notes that the text never calls: 1, here the first; expected none (they are set"
        " aside) [note-uncalled]"
    ]


def test_a_second_note_of_the_same_id_is_set_aside() -> None:
    read = document(p(call(1)), footnotes=note(1, "縣志。") + note(1, "重出。"))
    assert notes(read) == [("1", "縣志。")]
    assert aside(read) == [("重出。", "hidden")]


@pytest.mark.parametrize(
    ("wrapped", "cause"),
    [
        (f"<w:del>{call(1)}</w:del>", "deleted"),
        (r('<w:footnoteReference w:id="1"/>', "<w:vanish/>"), "hidden"),
    ],
)
def test_a_note_whose_call_is_not_shown_goes_with_it(wrapped: str, cause: str) -> None:
    read = document(p(r("潮") + wrapped + call(2)), footnotes=note(1, "刪去。") + note(2, "縣志。"))
    assert shown(read) == ["潮{1}"]
    assert notes(read) == [("1", "縣志。")]
    assert aside(read) == [("刪去。", cause)]
    assert "note-uncalled" not in codes(read)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_call_without_its_note_is_an_error(kind: str) -> None:
    sentence = f"calls of a {kind} that is not there: 1, here the first; expected it among the file's {kind}s"
    for parts in ({}, {f"{kind}s": note(2, "縣志。", kind=kind)}):
        read = document(p(r("潮") + call(1, kind) + r("水")), **parts)
        assert shown(read) == ["潮水"]
        assert found(read)[0] == f"a.docx:1: error: {sentence} [note-absent]"


def test_a_part_that_is_referred_to_but_missing() -> None:
    parts = word_parts(p(r("潮") + call(1)))
    parts["word/_rels/document.xml.rels"] = relationships(("rId1", "footnotes", "footnotes.xml", False))
    assert codes(read_word(archive(parts), "a.docx")) == ["note-absent"]


def test_notes_may_call_notes_but_not_in_a_ring() -> None:
    three = note(1, r("甲") + call(2)) + note(2, r("乙") + call(3)) + note(3, r("丙") + call(2))
    read = document(p(call(1)), footnotes=three)
    assert codes(read) == ["note-ring"]
    alone = document(p(call(1)), footnotes=note(1, r("甲") + call(1)))
    assert notes(alone) == [("1", "甲")]
    assert found(alone) == [
        "a.docx:2: error: notes that call each other in a ring: 1, here the first; expected notes that end"
        " [note-ring]"
    ]
    good = document(p(call(2)), footnotes=note(1, "甲") + note(2, r("乙") + call(1)))
    assert codes(good) == []
    assert notes(good) == [("2", "甲"), ("1", "乙{2}")]


def test_notes_are_lines_after_the_body() -> None:
    read = document(p(call(1)) + p("末"), footnotes=note(1, "縣志。", "又。"))
    assert read.lines == ("", "末", "縣志。", "又。")


def test_a_call_has_no_characters() -> None:
    content = made_word(p(r("潮") + call(1) + r("水")), footnotes=note(1, "縣志。"))
    read = read_word(content, "a.docx")
    assert spelled(read) == ["潮水", "縣志。"]
