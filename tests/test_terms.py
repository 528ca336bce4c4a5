"""Names and terms: what the rules find, and what the pages and the text say of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import SAMPLE, inferred, note, paragraph, runs, seen
from duidu.annotations import Span
from duidu.enrich.annotate import annotate
from duidu.enrich.other_script import convert_article
from duidu.enrich.terms import find_terms
from duidu.enrich.terms.foreign import filing_form
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Front, Heading, plain
from duidu.publish.locators import places_of
from duidu.publish.pages.reading_page import reading_page
from duidu.publish.pages.terms_page import terms_page
from listing import rows
from recovering import ARTICLE, read
from rendering import to_html

# The one pair whose form no rule finds: 「對…持…者」 has a function word inside.
LEFT_OUT = {("對歐洲政策持懷疑論調者", "Eurosceptics")}


def article_of(*texts: str) -> Article:
    return Article(Front(), tuple(paragraph(n, text) for n, text in enumerate(texts, 1)), ())


def text_of(article: Article, span: Span | None, language: str = TRADITIONAL) -> str:
    if span is None:
        return ""
    return plain(dict(article.parts())[span.part])[span.start : span.end]


def glosses(article: Article) -> list[tuple[str, ...]]:
    """The glosses of an article as they read."""
    found = [gloss for term in find_terms(article) for gloss in term.glosses]
    spans = ((gloss.chinese, gloss.foreign, gloss.abbreviation) for gloss in found)
    return [tuple(filter(None, (text_of(article, span) for span in each))) for each in spans]


def forms(text: str) -> list[str]:
    return [chinese for chinese, *_ in glosses(article_of(text))]


def test_the_pairs_of_the_real_article_are_those_written_down_by_hand() -> None:
    wanted = {row for row in rows("terms_article.txt") if not row[0].startswith("?")}
    assert set(glosses(read(ARTICLE).article)) == wanted - LEFT_OUT


@pytest.mark.parametrize(("text", "form"), rows("terms_invented.txt"))
def test_a_form_begins_where_a_reader_says(text: str, form: str) -> None:
    assert (forms(text) or ["-"])[-1] == form


@pytest.mark.parametrize(
    ("bracket", "foreign", "abbreviation"),
    [
        ("（North Atlantic Treaty Organization, NATO）", "North Atlantic Treaty Organization", "NATO"),
        ("（European Community，簡稱 EC）", "European Community", "EC"),
        ("（Persian Gulf War, 1990-1991）", "Persian Gulf War", ""),
        ("（UKUSA Agreement, 又稱Secret Treaty）", "UKUSA Agreement", ""),
        ("（原文為 Realpolitik）", "Realpolitik", ""),
        ("(Iron Curtain)", "Iron Curtain", ""),
        ("（MI-5）", "MI-5", ""),
        ("（laïcité）", "laïcité", ""),
    ],
)
def test_a_bracket_tells_foreign_words_and_their_abbreviation(
    bracket: str, foreign: str, abbreviation: str
) -> None:
    assert glosses(article_of(f"所謂「某詞」{bracket}")) == [
        tuple(filter(None, ("某詞", foreign, abbreviation)))
    ]


@pytest.mark.parametrize(
    "bracket",
    [
        "（1945）",
        "（頁 23）",
        "（Walt, 1997）",
        "（p. 23）",
        "（又稱冷戰）",
        "（Walt 1997: 23）",
        "（a）",
        "（3.5%）",
        "（）",
    ],
)
def test_other_brackets_are_no_glosses(bracket: str) -> None:
    assert glosses(article_of(f"所謂「某詞」{bracket}")) == []


def test_a_name_is_found_everywhere_and_the_longest_wins() -> None:
    article = Article(
        Front(titles={TRADITIONAL: runs("論英美特殊關係")}),
        (
            Heading("sec-1", 1, runs("壹、英美特殊關係")),
            paragraph(1, "「特殊關係」（Relationship）與「英美特殊關係」（Special Relationship）"),
            paragraph(2, "此一特殊", 1, "關係"),
        ),
        (note(1, "特殊關係。"),),
    )
    short, long = find_terms(article)
    assert [span.part for span in short.places] == ["par-1", "par-2", "note-1"]
    assert [span.part for span in long.places] == ["title", "sec-1", "par-1"]


def test_a_word_may_mean_something_else_elsewhere_so_only_its_glosses_are_found() -> None:
    (term,) = find_terms(article_of("形成之前", "「形成」（formation）", "「形成」（formation），形成。"))
    assert [(span.part, span.start) for span in term.places] == [("par-2", 1), ("par-3", 1)]


def test_two_persons_of_one_name_are_told_apart_by_the_gloss_before() -> None:
    father, son = "總統布希（George H. W. Bush）", "後有總統布希（George W. Bush）"
    texts = ("布希", father, "布希", "布希（Bush）", son, "布希")
    terms = find_terms(article_of(*texts))
    assert [[span.part for span in term.places] for term in terms] == [
        ["par-1", "par-2", "par-3", "par-4"],
        ["par-5", "par-6"],
    ]


def test_the_same_pair_twice_is_one_term() -> None:
    (term,) = find_terms(article_of("「制度化」（institutionalized）", "「制度化」（institutionalization）"))
    assert len(term.glosses) == len(term.places) == 2


def test_a_name_is_not_found_inside_a_longer_one() -> None:
    (term,) = find_terms(article_of("首相布朗（Gordon Brown）", "布朗妮與布朗"))
    assert [(span.part, span.start) for span in term.places] == [("par-1", 2), ("par-2", 4)]


@given(st.lists(st.text(st.sampled_from("國總統布希與的「」（）()ab, AB-1年・"), max_size=24), max_size=3))
@settings(max_examples=200, deadline=None)
def test_every_span_lies_in_its_part_and_reads_the_same_in_both_scripts(texts: list[str]) -> None:
    article, _ = annotate(article_of(*texts))
    for edition, language in ((article, TRADITIONAL), (convert_article(article), SIMPLIFIED)):
        taken: set[tuple[str, int]] = set()
        for term in edition.annotations.terms:
            form = text_of(edition, term.glosses[0].chinese, language)
            assert len(form) >= 2
            assert {text_of(edition, span, language) for span in term.places} == {form}
            assert {gloss.chinese for gloss in term.glosses} <= set(term.places)
            for span in term.places:
                signs = {(span.part, offset) for offset in range(span.start, span.end)}
                assert not signs & taken
                taken |= signs


@pytest.mark.parametrize(
    ("foreign", "chinese", "key"),
    [
        ("Winston Churchill", "邱吉爾", "Churchill, Winston"),
        ("Charles de Gaulle", "戴高樂", "de Gaulle, Charles"),
        ("Chiang Kai-shek", "蔣介石", "Chiang Kai-shek"),
        ("Foreign Direct Invest", "對外直接投資", "Foreign Direct Invest"),
        ("Suez Crisis", "蘇伊士運河危機", "Suez Crisis"),
    ],
)
def test_a_person_is_filed_by_surname(foreign: str, chinese: str, key: str) -> None:
    assert filing_form(foreign, chinese) == key


ENRICHED, _ = annotate(SAMPLE)


def test_the_index_names_and_links_every_place() -> None:
    page = terms_page("dengta", ENRICHED, TRADITIONAL)
    assert '**赫德** <span class="foreign">Robert Hart</span>' in page
    assert "\n[頁 95](index.md#par-4)\n" in page
    assert to_html(page).contents == ["譯名索引", "七畫", "十四畫", "十七畫"]


def listed(page: str) -> str:
    """`page` without what tells previews which places they leave out."""
    return page.replace('<span class="also">', "").replace("</span>\n{.term-places}", "\n{.term-places}")


def test_a_place_after_a_page_break_is_linked_there() -> None:
    article = Article(
        Front(),
        (paragraph(1, seen(5), "總統布希（George Bush）", inferred(6), "論布希", 1),),
        (note(1, "布希"),),
    )
    page = terms_page("x", annotate(article)[0], TRADITIONAL)
    assert "[頁 5](index.md#par-1)；又見[頁 \\[6\\]](index.md#p6)、[註 1](index.md#note-1)\n" in listed(page)


def test_paragraphs_on_one_page_are_told_apart_by_numbers() -> None:
    texts = (seen(4), "總統布希（George Bush）"), (seen(5), "布希"), ("布希論布希",), (seen(6), "布希")
    blocks = tuple(paragraph(number, *parts) for number, parts in enumerate(texts, start=1))
    page = terms_page("x", annotate(Article(Front(), blocks, ()))[0], TRADITIONAL)
    assert "；又見頁 5 [①](index.md#par-2) [②](index.md#par-3)（2 次）、[6](index.md#par-4)\n" in listed(page)


def test_places_on_the_page_of_a_gloss_stand_with_it_and_pages_are_named_once() -> None:
    texts = (seen(4), "總統布希（George Bush）"), ("布希",), (seen(5), "布希"), (seen(6), "布希")
    blocks = tuple(paragraph(number, *parts) for number, parts in enumerate(texts, start=1))
    article = annotate(Article(Front(), blocks, ()))[0]
    traditional, simplified = (terms_page("x", article, language) for language in (TRADITIONAL, SIMPLIFIED))
    assert (
        "\n頁 4 [①](index.md#par-1) [②](index.md#par-2)；又見[頁 5](index.md#par-3)、[6](index.md#par-4)\n"
        in listed(traditional)
    )
    assert "；又见[第 5](index.md#par-3)、[6 页](index.md#par-4)\n" in listed(simplified)


def test_an_entry_says_how_many_places_there_are_beside_the_glosses() -> None:
    texts = (seen(4), "總統布希（George Bush）的鐵幕（Iron Curtain）"), (seen(5), "布希論布希")
    blocks = tuple(paragraph(number, *parts) for number, parts in enumerate(texts, start=1))
    page = terms_page("x", annotate(Article(Front(), blocks, ()))[0], TRADITIONAL)
    assert '<li id="term-1" data-places="3" markdown="block">' in page
    assert '<li id="term-2" markdown="block">' in page


def test_the_indexes_have_the_same_ids_in_orders_of_their_own() -> None:
    pages = [
        terms_page("dengta", ENRICHED, TRADITIONAL),
        terms_page("dengta", convert_article(ENRICHED), SIMPLIFIED),
        terms_page("dengta", ENRICHED, ENGLISH),
    ]
    ids = [[anchor for anchor in to_html(page).ids if anchor.startswith("term-")] for page in pages]
    assert ids[0] == ["term-1", "term-2", "term-3"]  # 技術移轉, 赫德, 韓德善: 7, 14, 17 strokes
    assert [sorted(each) for each in ids] == [["term-1", "term-2", "term-3"]] * 3
    assert ids[1] == ["term-3", "term-2", "term-1"]
    assert ids[2] == ["term-2", "term-3", "term-1"]


def test_the_foreign_form_is_a_link_and_never_holds_a_call() -> None:
    text = paragraph(1, "「鐵幕」（Iron Curtain）與「三環」（Three ", 1, "Rings）")
    article, _ = annotate(Article(Front(), (text,), (note(1, "註"),)))
    page = reading_page("x", article, TRADITIONAL)
    assert '[Iron Curtain](terms.md#term-1){.term lang="en"}' in page
    assert to_html(page).words_of("class", "term") == ["Iron Curtain"]


def test_a_place_before_the_first_page_has_none() -> None:
    places = places_of(article_of("甲"))
    assert places.page(Span("par-1", 0, 1)) == ""
