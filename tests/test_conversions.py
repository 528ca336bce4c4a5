"""The choices of conversion, and the page that lists them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from articles import SAMPLE, note, paragraph, runs
from duidu.enrich.conversion_choices import CONTEXT, Conversion, Kind, choices, conversions
from duidu.enrich.other_script import Script, convert_article, convert_runs
from duidu.enrich.overrides import default_overrides
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Front, PageBreak, Runs, plain
from duidu.publish.pages.conversions_page import conversions_page
from rendering import to_html

SCRIPT = Script(default_overrides(), keep=("《覆於後》",))


def simplified(*parts: str | int | PageBreak) -> Runs:
    return convert_runs(runs(*parts), SCRIPT)


def decided(*parts: str | int | PageBreak) -> list[tuple[str, str, Kind, tuple[str, ...]]]:
    return [(one.original, one.form, one.kind, one.others) for one in choices(simplified(*parts))]


def test_a_character_with_several_forms_is_a_choice() -> None:
    assert decided("國家在於人") == [("於", "于", Kind.CHARACTER, ("於",))]


def test_a_phrase_of_opencc_is_a_choice() -> None:
    assert decided("國家計畫") == [("計畫", "计划", Kind.PHRASE, ("计画",))]
    assert decided("顯", 3, "著") == [("顯著", "显著", Kind.PHRASE, ("显着",))]


def test_an_override_is_a_choice() -> None:
    assert decided("影響甚鉅") == [("甚鉅", "甚巨", Kind.OVERRIDE, ("甚钜",))]


def test_an_override_that_says_what_opencc_says_is_not_its_choice() -> None:
    assert decided("藉以") == [("藉以", "借以", Kind.PHRASE, ("藉以",))]
    assert decided("慰藉") == [("藉", "藉", Kind.CHARACTER, ("借",))]


def test_rare_forms_quotation_marks_and_kept_titles_are_no_choice() -> None:
    assert decided("「開戰」") == []
    assert [one[0] for one in decided("見《覆於後》")] == ["覆"]  # which would be the same anyway


def test_a_choice_knows_where_it_stands() -> None:
    article = Article(
        Front(
            titles={TRADITIONAL: runs("論著作"), ENGLISH: runs("On 於")},
            abstracts={TRADITIONAL: (runs("於"),)},
        ),
        (paragraph(4, "一二三四五六七八九", 1, "損失甚鉅了，城 Saxony"),),
        (note(2, "見於書"),),
    )
    found = conversions(convert_article(article))
    assert [(one.place, one.offset, one.original) for one in found] == [
        ("title", 1, "著作"),
        ("abstract-1", 0, "於"),
        ("par-4", 11, "甚鉅"),
        ("note-2", 1, "於"),
    ]
    assert found[2] == Conversion(
        "甚鉅", "甚巨", Kind.OVERRIDE, 11, "四五六七八九损失", "了，城 ", ("甚钜",), "par-4", True, True
    )


@given(st.lists(st.text(st.sampled_from("國在於倫著名作瞭解計畫藉覆慰「」，a1 "), max_size=12), max_size=4))
@settings(max_examples=300, deadline=None)
def test_choices_can_mark_the_text(parts: list[str]) -> None:
    converted = simplified(*parts)
    text, end = plain(converted), 0
    for one in choices(converted):
        assert one.offset >= end
        end = one.offset + len(one.form)
        assert text[one.offset : end] == one.form
        assert len(one.original) == len(one.form)
        assert one.form not in one.others
        assert text[: one.offset].endswith(one.before)
        assert text[end:].startswith(one.after)
        assert max(len(one.before), len(one.after)) <= CONTEXT


PAGE = conversions_page("dengta", convert_article(SAMPLE), SIMPLIFIED)


def test_the_page_groups_words_and_links_to_them() -> None:
    page = to_html(PAGE)
    assert page.contents == ["繁简转换", "订正", "单字"]
    links = {attributes["href"] for tag, attributes in page.elements if tag == "a"}
    ids = {part.id for part in (*SAMPLE.blocks, *SAMPLE.notes)} | {"title", "abstract-1", "p95"}
    assert links <= {"index.md", *(f"index.md#{anchor}" for anchor in ids)}
    assert '<span lang="zh-Hant">瞭解</span>' not in PAGE
    assert '<span lang="zh-Hant">顯著</span>' not in PAGE


def test_a_word_tells_its_count_and_what_it_might_have_been() -> None:
    article = convert_article(
        Article(Front(), (paragraph(1, "部份國家，各部份"), paragraph(2, "計畫")), (note(3, "在於"),))
    )
    page = conversions_page("x", article, SIMPLIFIED)
    assert '<span lang="zh-Hant">部份</span> → **部分**（2 处；不取“部份”）' in page
    assert "- **部分**国家，各部分 [正文](index.md#par-1)" in page
    assert "- 在**于** [注 3](index.md#note-3)" in page


def test_words_around_a_word_are_shown_with_the_signs_of_a_cut() -> None:
    article = Article(Front(), (paragraph(1, "一二三四五六七八九十損失甚鉅，城中有三橋，多矣"),), ())
    page = conversions_page("x", convert_article(article), SIMPLIFIED)
    assert "- ……五六七八九十损失**甚巨**，城中有三桥，多…… [正文](index.md#par-1)" in page


def test_words_are_marked_with_their_own_script() -> None:
    article = convert_article(Article(Front(), (paragraph(1, "部份「國家」"),), ()))
    page = conversions_page("x", article, TRADITIONAL)
    assert (
        '部份 → **<span lang="zh-Hans">部分</span>**（1 處；不取「<span lang="zh-Hans">部份</span>」）'
        in page
    )
    assert '- <span lang="zh-Hans">**部分**“国家”</span> [正文](index.md#par-1)' in page


def test_corrections_stand_before_phrases() -> None:
    article = convert_article(
        Article(Front(), (paragraph(1, "部份"), paragraph(2, "計畫")), (note(3, "在於"),))
    )
    page = conversions_page("x", article, SIMPLIFIED)
    assert page.index("订正") < page.index("计画") < page.index("注 3")


def test_many_places_are_folded() -> None:
    article = convert_article(replace(SAMPLE, blocks=(paragraph(1, "在於" * 20),), notes=()))
    assert '<summary markdown="1"><span lang="zh-Hant">於</span> → **于**（20 处' in conversions_page(
        "x", article, SIMPLIFIED
    )


def test_an_article_without_choices_says_so() -> None:
    page = conversions_page("x", convert_article(Article(Front(), (paragraph(1, "國家"),), ())), SIMPLIFIED)
    assert "没有需要取舍的字词" in page


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12))
@settings(max_examples=100, deadline=None)
def test_odd_context_cannot_break_the_page(text: str) -> None:
    article = convert_article(Article(Front(), (paragraph(1, f"{text}於{text}部份{text}"),), ()))
    page = to_html(conversions_page("x", article, SIMPLIFIED))
    assert [entry for entry in page.ids if entry not in ("override", "phrase", "character")] == ["title"]
