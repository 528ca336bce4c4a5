"""Runs cut at offsets into their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles import call, runs, seen
from duidu.cutting import cut_at, words_between
from duidu.model import Origin, Run, Runs, Text, plain


def said(found: tuple[Run, ...]) -> list[str]:
    return [run.text if isinstance(run, Text) else "·" for run in found]


def test_texts_are_cut_where_an_offset_lies_in_them() -> None:
    assert said(tuple(cut_at(runs("甲乙丙", 1, "丁戊"), [1, 3, 4, 9]))) == ["甲", "乙丙", "·", "丁", "戊"]


def test_words_between_are_without_calls_and_breaks() -> None:
    assert said(words_between(runs("甲乙", 1, "丙", seen(2), "丁"), 1, 3)) == ["乙", "丙"]


def test_a_piece_knows_where_it_stands_and_what_it_was() -> None:
    (piece,) = words_between((Text("发现", Origin(3, 4), converted_from="發現"),), 1, 2)
    assert (piece.text, piece.unconverted, piece.origin) == ("现", "現", Origin(3, 5))


many = st.lists(
    st.one_of(st.text("甲乙丙", max_size=4).map(lambda text: Text(text, Origin(1, 0))), st.just(call(1)))
).map(tuple)


@given(many, st.lists(st.integers(0, 12), max_size=4))
def test_cutting_loses_nothing(given: Runs, offsets: list[int]) -> None:
    found = tuple(cut_at(given, offsets))
    assert plain(found) == plain(given)
    assert [run for run in found if not isinstance(run, Text)] == [
        run for run in given if not isinstance(run, Text)
    ]
    assert plain(words_between(given, 2, 7)) == plain(given)[2:7]
