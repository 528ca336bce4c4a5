"""In whatever form notes are called, and wherever they stand, they are found, and nothing is doubted."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import noise
from duidu.check import check_invariants
from duidu.model import NoteKind, NoteRef
from duidu.recover import recover_text
from duidu.recover.note_forms import FORMS, begins_note, find_signs, read_number
from made import Made
from made_compare import compare
from made_pages import sign
from recovering import as_json
from test_plausibility import found

SLOW = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
# How calls are written, how the numbers of notes are, and how large calls are set in the text.
WAYS = [
    ("1", "1.", 0.5),
    ("1", "1、", 0.5),
    ("1", "註1：", 0.5),
    ("1", "[1]", 0.5),
    ("¹", "¹", 0.5),
    ("¹", "1", 0.5),
    ("①", "①", 0.5),
    ("[1]", "[1]", 0.5),
    ("[1]", "1", 0.5),
    ("［１］", "［１］", 1.0),
    ("〔1〕", "〔1〕", 0.5),
    ("[^1]", "[^1]:", 0.5),
    ("註1", "註1", 0.5),
    ("（註1）", "（註1）", 1.0),
    ("（註一）", "註一：", 1.0),
    ("（注 1）", "注1", 1.0),
    ("(1)", "(1)", 0.5),
]
HEADINGS = ["", "", "註釋", "【附註】", "Notes"]


@st.composite
def articles(draw: st.DrawFn) -> Made:
    """Made articles with notes in any form, at the foot of pages or at the end, numbered through or anew."""
    call, note, size = draw(st.sampled_from(WAYS))
    heading = draw(st.sampled_from(HEADINGS))
    return draw(
        noise.articles(
            late=0.0,
            levels=2,
            notes=draw(st.integers(3, 30)),
            call_form=call,
            note_form=note,
            call_size=size,
            endnotes=heading,
            restart=not heading and draw(st.booleans()),
        )
    )


@SLOW
@given(articles())
def test_notes_are_found_and_called_one_by_one(made: Made) -> None:
    article = recover_text(made.text)
    assert check_invariants(made.text, article) == ()
    assert found(made.text) == []
    assert [note.id for note in article.notes] == [f"note-{n}" for n in range(1, made.options.notes + 1)]
    calls = [run for block in article.blocks for run in block.runs if isinstance(run, NoteRef)]
    assert [(call.note, call.label) for call in calls] == [(note.id, note.label) for note in article.notes]
    kind = NoteKind.ENDNOTE if made.options.endnotes else NoteKind.FOOTNOTE
    assert {note.kind for note in article.notes} == {kind}


@SLOW
@given(articles())
def test_notes_have_their_words(made: Made) -> None:
    differences = compare(as_json(made.text), made.truth)
    assert [difference for difference in differences if difference.startswith("note")] == []


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]} {way[1]}")
def test_labels_are_those_that_are_printed(way: tuple[str, str, float]) -> None:
    call, note, _ = way
    page = " 船家依燈號出港。{}其後封港，{}公倉重開。 \n" + " " * 49 + "\n{} 見統計。 \n{} 見年鑑。 \n"
    signs = [sign(form, number) for form in (call, note) for number in (1, 2)]
    article = recover_text(page.format(*signs))
    assert [note.label for note in article.notes] == (["①", "②"] if note == "①" else ["1", "2"])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("１２", 12),
        ("⑫", 12),
        ("㉑", 21),
        ("❸", 3),
        ("➂", 3),
        ("⑷", 4),
        ("¹²", 12),
        ("十二", 12),
        ("二十", 20),
    ],
)
def test_a_number_in_any_digits(text: str, number: int) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("出港。[1]其後，〔２〕又［3］", ["[1]", "〔２〕", "［3］"]),
        ("出港（註1），其後（注 二）", ["（註1）", "（注 二）"]),  # and not 註1 within it
        ("見註1，同註2，附註3", []),
        ("出港註1，", ["註1"]),
        ("①其後②", ["①", "②"]),
        ("於 1949 年，1其後", []),  # bare numbers are not signs
        ("（第1）（頁 3）", []),
    ],
)
def test_signs_on_a_line(text: str, signs: list[str]) -> None:
    assert [match.group() for _, match in find_signs(text)] == signs


def test_each_form_knows_its_own_name() -> None:
    """The name shows the form, as the first note of an article would have it."""
    for form in FORMS:
        assert begins_note(f"{form.name} 見統計。")
        match = form.note.match(f"{form.name} 見統計。")
        assert match
        assert (read_number(match[1]), form.label(match[1])) == (1, "①" if form.is_sign else "1")
