"""Notes that were typed by hand in a document: whatever their form, they are linked or stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.check import check_invariants, make_ledger
from duidu.model import Article, NoteKind, NoteRef, plain
from duidu.recover.structured import recover_document
from made_document import made_document

# How a call and the beginning of its note are written.
FORMS = {
    "[{}]": "[] [{}] ",
    "（註{}）": "註{}：",
    "^{}^": "{}. ",
    "^[{}]^": "^{}^",
    "［{}］": "[label={}.] ",
    "^({})^": "[] ({})",
}
HEADINGS = ["[heading 1] 註釋", "[bold] 陸、注釋", "【附註】", "Notes", "尾註："]
forms = st.sampled_from([*FORMS.items()])
headings = st.sampled_from(HEADINGS)


def document_of(form: tuple[str, str], heading: str, called: list[int], count: int) -> str:
    call, note = form
    text = "".join(f"其{number}在河邊{call.format(number)}，" for number in called)
    notes = [f"{note.format(number)}見《河防志》卷末。" for number in range(1, count + 1)]
    return "\n".join(("[title] 論水門", "[heading 1] 前言", f"水門{text}云云。", heading, *notes))


def recovered(text: str) -> Article:
    document = made_document(text)
    article = recover_document(document)
    assert make_ledger(document.text, article).balanced
    assert check_invariants(document.text, article) == ()
    return article


@given(forms, headings, st.integers(1, 30))
def test_each_call_leads_to_its_note(form: tuple[str, str], heading: str, count: int) -> None:
    article = recovered(document_of(form, heading, [*range(1, count + 1)], count))
    assert [note.label for note in article.notes] == [str(number) for number in range(1, count + 1)]
    assert {note.kind for note in article.notes} == {NoteKind.ENDNOTE}
    assert {plain(note.runs) for note in article.notes} == {"見《河防志》卷末。"}
    calls = [run.note for run in article.runs() if isinstance(run, NoteRef)]
    assert calls == [note.id for note in article.notes]


@given(forms, headings, st.permutations([1, 2, 3]) | st.lists(st.integers(1, 4), max_size=5))
def test_calls_that_do_not_fit_stay_as_they_are(
    form: tuple[str, str], heading: str, called: list[int]
) -> None:
    article = recovered(document_of(form, heading, called, 3))
    assert bool(article.notes) == (called == [1, 2, 3])


@pytest.mark.parametrize(
    ("sign", "is_call"),
    [("註1", True), ("（1）", True), ("同註 1", False), ("第1頁", False), ("1", False), ("。1.5 丈", False)],
)
def test_what_is_a_call(sign: str, is_call: bool) -> None:
    """A number calls no note where a word before it refers to one, or it is a number like any other."""
    article = recovered(document_of((sign, "註{}："), "註釋", [1], 1))
    assert bool(article.notes) == is_call
