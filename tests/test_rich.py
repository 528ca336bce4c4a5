"""What only some articles have, on all pages: quotations, lists, tables, figures, marks of typesetting."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import assume, given, settings

from duidu.annotations import Span
from duidu.check import check_shapes
from duidu.enrich.annotate import annotate
from duidu.enrich.conversion_choices import conversions
from duidu.enrich.other_script import Script, convert_runs
from duidu.enrich.overrides import default_overrides
from duidu.model import (
    SIMPLIFIED,
    TRADITIONAL,
    Article,
    Cell,
    Figure,
    Front,
    Heading,
    ListItem,
    Note,
    NoteKind,
    Quotation,
    Reference,
    Style,
    Table,
    Text,
    plain,
)
from duidu.publish import tree
from duidu.publish.article import article_files
from duidu.publish.article_tree import document_of
from duidu.publish.content import content_of, paragraphs_of
from duidu.publish.editions import Edition
from duidu.publish.locators import place_name, places_of
from duidu.publish.pages.reading_page import reading_page
from duidu.publish.pages.site_pages import site_pages
from duidu.publish.pages.timeline_page import timeline_page
from duidu.publish.reading_time import length_of
from duidu.publish.regions import Region
from duidu.publish.search.search_files import search_files
from duidu.publish.search.search_items import items_of
from duidu.publish.words import WORDS
from rendering import Html, front_matter_of, to_html
from rich import NEXT, ORIGINAL, RICH, SIMPLER, Part, call, said
from test_markdown import LOOKS_LIKE_MARKUP, pieces

SOURCES = site_pages([ORIGINAL, SIMPLER])
PAGES = {path: to_html(page) for path, page in SOURCES.items()}
READING = PAGES["zh-hant/youchai/index.md"]
ADDRESS = "https://e.example/a"


def article_of(*blocks: Heading | Quotation | ListItem | Table | Figure | Reference) -> Article:
    return Article(Front(), blocks, ())


def read(article: Article) -> Html:
    return to_html(reading_page("x", article, TRADITIONAL))


def shown(words: str) -> str:
    """`words` without line ends: between paragraphs there is one on the page, and none in the model."""
    return words.replace("\n", "").strip(" ")


# -- all pages have the article's words


@pytest.mark.parametrize(("folder", "edition"), [("zh-hant", ORIGINAL), ("zh-hans", SIMPLER)])
def test_the_reading_page_has_the_words_of_every_part(folder: str, edition: Edition) -> None:
    page = PAGES[f"{folder}/youchai/index.md"]
    for part, there in edition.article.parts():
        assert shown(page.texts[part]) == plain(there), part


def test_side_by_side_has_the_words_of_every_part_in_both_scripts() -> None:
    page = PAGES["zh-hant/youchai/parallel.md"]
    pairs = zip(RICH.parts(), SIMPLER.article.parts(), strict=True)
    for (part, first), (_, second) in pairs:
        if part.startswith("note-"):
            both = [plain(first), plain(second)]
            assert shown(page.texts[part]).replace(" ", "") == "".join(dict.fromkeys(both)).replace(" ", "")
        else:
            assert shown(page.texts[part]) == plain(first), part
            assert list(map(shown, page.words_of("data-twin", part))) == [plain(second)], part


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_sound(path: str) -> None:
    page = PAGES[path]
    assert page.nested_links == []
    assert len(page.ids) == len(set(page.ids))
    assert bool(front_matter_of(SOURCES[path]).get("rich")) == ("youchai" in path)


def test_both_scripts_have_the_same_shape() -> None:
    assert check_shapes(RICH, SIMPLER.article, SIMPLIFIED) == ()


def everywhere(*parts: str) -> Article:
    """An article that says the same in every kind of block, once plainly and once with marks."""
    styled: list[Part] = [(each, style) for each, style in zip(parts, [*Style] * 2, strict=False)]
    linked: list[Part] = [(each, Style.BOLD, ADDRESS) for each in parts]
    rows = ((Cell("cell-1", said(*parts), header=True), Cell("cell-2", said(*styled, NEXT, *parts))),)
    return article_of(
        Quotation("quote-1", said(*parts, NEXT, *styled)),
        ListItem("item-1", said(*styled), "".join(parts)),
        ListItem("item-2", said(*linked, NEXT, *parts), "•", 2),
        Table("table-1", said(*parts), rows),
        Figure("figure-1", said(*styled), "a.png", "".join(parts)),
        Reference("reference-1", said(*linked)),
    )


def assert_shown(*parts: str) -> None:
    article = everywhere(*parts)
    page = to_html(reading_page("x", article, TRADITIONAL))
    for part, there in article.body_parts():
        expected = "".join(plain(there).split())
        assert "".join(page.texts[part].split()) == expected, part
    (picture,) = (attributes for tag, attributes in page.elements if tag == "img")
    (box,) = page.find("class", "table-scroll")
    said_of_it = "".join("".join(parts).split())
    assert "".join(str(picture["alt"]).split()) == said_of_it
    assert "".join(str(box["aria-label"]).split()) == said_of_it
    assert len(page.ids) == len(set(page.ids))
    assert page.nested_links == []


@pytest.mark.parametrize("text", LOOKS_LIKE_MARKUP)
def test_what_looks_like_markup_is_shown_as_it_is(text: str) -> None:
    assert_shown(text)


@given(pieces)
@settings(max_examples=150, deadline=None)
def test_any_text_is_shown_as_it_is(parts: list[str]) -> None:
    assume("".join(parts).strip(" \n"))
    assert_shown(*parts)


# -- what each of them is on a page


def test_a_quotation_is_one_block_whose_later_paragraphs_have_names_too() -> None:
    assert [quotation["id"] for quotation in find(READING, "blockquote")] == ["quote-1"]
    assert READING.texts["quote-1-p2"].startswith("其於途中")


def test_a_list_shows_the_articles_own_labels() -> None:
    labels = re.findall(r'<span class="item-label">(.*?)</span>', SOURCES["zh-hant/youchai/index.md"])
    assert labels == ["一、", "（一）", "（二）", "二、", "•", "•"]
    assert len(READING.find("role", "list")) == 5  # with those within, and the two of the bibliography


@pytest.mark.parametrize(
    ("levels", "nested"),
    [
        ([1, 1], [[], []]),
        ([1, 2, 2, 1], [[[], []], []]),
        ([1, 3, 2], [[[], []]]),
        ([2, 1], [[], []]),
        ([1, 2, 3, 1], [[[[]]], []]),
    ],
)
def test_what_stands_deeper_is_in_a_list_within(levels: list[int], nested: list[object]) -> None:
    items = [ListItem(f"item-{n}", said("文"), "1.", level) for n, level in enumerate(levels)]
    (block,) = document_of("x", article_of(*items), TRADITIONAL).body
    assert shape(block) == nested


def shape(block: tree.Block | tree.ListItem) -> list[object]:
    assert isinstance(block, tree.List | tree.ListItem)
    return [shape(each) for each in block.items]


def test_a_table_says_what_its_headers_are_for() -> None:
    cells = {str(cell["id"]): cell for cell in (*find(READING, "th"), *find(READING, "td"))}
    assert cells["table-1-cell-1"] == {"id": "table-1-cell-1", "scope": "col", "rowspan": "2"}
    assert cells["table-1-cell-10"] == {"id": "table-1-cell-10", "scope": "row"}
    assert cells["table-1-cell-21"] == {"id": "table-1-cell-21", "colspan": "2"}
    assert READING.texts["table-1-cell-19-p2"] == "冬日未初"
    assert len(find(READING, "thead")) == 1


def test_a_header_that_goes_on_below_makes_no_head() -> None:
    tall = Cell("cell-1", said("甲"), header=True, rows=2)
    rows = ((tall, Cell("cell-2", said("乙"), header=True)), (Cell("cell-3", said("丙")),))
    page = read(article_of(Table("table-1", said("表"), rows)))
    assert find(page, "thead") == []
    assert [cell["scope"] for cell in find(page, "th")] == ["row", "row"]


def test_a_table_without_a_caption_has_a_name_all_the_same() -> None:
    page = read(article_of(Table("table-1", (), ((Cell("cell-1", said("甲")),),))))
    assert [box["aria-label"] for box in page.find("class", "table-scroll")] == ["表格"]
    assert find(page, "figcaption") == []


def test_a_figure_leads_to_its_picture() -> None:
    for path, folder in (
        ("zh-hant/youchai/index.md", ""),
        ("zh-hant/youchai/parallel.md", ""),
        ("zh-hans/youchai/index.md", "../../zh-hant/youchai/"),
    ):
        (picture, *_) = find(PAGES[path], "img")
        assert picture["src"] == f"{folder}figures/route%201.png"
        assert (picture["width"], picture["height"]) == ("1138", "640")
        assert picture["src"] in [link.get("href") for link in find(PAGES[path], "a")]
    assert article_files([ORIGINAL, SIMPLER], ())["zh-hant/youchai/figures/route 1.png"]


def test_what_a_picture_shows_is_told_in_the_script_of_the_page() -> None:
    told = [find(PAGES[f"{folder}/youchai/index.md"], "img")[0]["alt"] for folder in ("zh-hant", "zh-hans")]
    assert told == ["一條河流由左上流向右下，沿岸有四個圓點。", "一条河流由左上流向右下，沿岸有四个圆点。"]


def test_entries_of_a_bibliography_stand_under_their_headings() -> None:
    sections = READING.find("role", "doc-bibliography")
    assert [section["aria-labelledby"] for section in sections] == ["sec-4", "sec-5"]


def test_notes_bear_their_labels_and_the_authors_own_is_first() -> None:
    late = Note("note-2", "*", said("謝"), NoteKind.AUTHOR)
    article = Article(Front(), (), (Note("note-1", "1", said("甲")), late))
    page = read(article)
    assert labels_of_notes(page) == ["*", "1"]
    assert labels_of_notes(READING) == ["*", "1", "2", "3", "4", "i"]


def test_footnotes_and_endnotes_have_lists_with_headings_only_if_there_are_both() -> None:
    headings = {"notes": "註釋", "footnotes": "註腳", "endnotes": "尾註"}
    assert {anchor: READING.texts.get(anchor) for anchor in headings} == headings
    for kind in (NoteKind.FOOTNOTE, NoteKind.ENDNOTE):
        alone = read(Article(Front(), (), (Note("note-1", "1", said("甲"), kind),)))
        assert [anchor for anchor in headings if anchor in alone.texts] == ["notes"]


def labels_of_notes(page: Html) -> list[str | None]:
    notes = [item for item in find(page, "li") if str(item.get("id")).startswith("note-")]
    return [note.get("data-label") or note["value"] for note in notes]


def test_marks_of_typesetting_are_elements_and_classes() -> None:
    elements = [(tag, more["class"]) for tag, more in READING.elements if more.get("class") in CLASSES]
    assert {*elements} == {("sup", "raised"), *(("span", name) for name in CLASSES[1:])}
    assert {tag for tag, _ in READING.elements} >= {"i", "b", "sub"}


CLASSES = ("raised", "emphasis-mark", "small-capitals", "underline")


def find(page: Html, tag: str) -> list[dict[str, str | None]]:
    return [attributes for name, attributes in page.elements if name == tag]


# -- links of the source


def content(*parts: Part, regions: tuple[Region, ...] = ()) -> tree.Content:
    return content_of(said(*parts), regions)


def test_a_link_of_the_source_stays_one() -> None:
    link = tree.Link(tree.LinkKind.ADDRESS, ADDRESS, (tree.Text("甲"), tree.Text("乙", Style.BOLD)))
    assert content(("甲", Style.PLAIN, ADDRESS), ("乙", Style.BOLD, ADDRESS), "丙") == (link, tree.Text("丙"))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc", "data:text/html,x", "#par-1", ""])
def test_what_is_no_address_of_the_web_makes_no_link(address: str) -> None:
    assert content(("甲", Style.PLAIN, address)) == (tree.Text("甲"),)


def test_a_call_divides_a_link() -> None:
    found = content(("甲", Style.PLAIN, ADDRESS), call(1, "1"), ("乙", Style.PLAIN, ADDRESS))
    assert [type(node) for node in found] == [tree.Link, tree.NoteCall, tree.Link]


def test_where_the_source_has_a_link_no_region_makes_another() -> None:
    term = Region(0, 2, tree.Link(tree.LinkKind.TERM, "term-1"))
    (_, link) = content("甲", ("乙", Style.PLAIN, ADDRESS), regions=(term,))
    assert link == tree.Link(tree.LinkKind.ADDRESS, ADDRESS, (tree.Text("乙"),))


def test_a_link_goes_on_after_the_citation_in_which_it_begins() -> None:
    citation = Region(0, 2, tree.Citation("cite-1-1"))
    (inside, after) = content("甲", ("乙丙", Style.PLAIN, ADDRESS), regions=(citation,))
    assert isinstance(inside, tree.Citation)
    assert inside.content[1] == tree.Link(tree.LinkKind.ADDRESS, ADDRESS, (tree.Text("乙"),))
    assert after == tree.Link(tree.LinkKind.ADDRESS, ADDRESS, (tree.Text("丙"),))


def test_a_citation_over_two_paragraphs_has_its_id_once() -> None:
    citation = Region(1, 3, tree.Citation("cite-1-1"))
    first, second = paragraphs_of(said("甲乙", NEXT, "丙丁"), (citation,))
    assert first == (tree.Text("甲"), tree.Citation("cite-1-1", "", (tree.Text("乙"),)))
    assert second == (tree.Citation("", "", (tree.Text("丙"),)), tree.Text("丁"))


# -- in Simplified


def simplified(*parts: Part) -> list[str]:
    converted = convert_runs(said(*parts), Script(default_overrides()))
    return [run.text for run in converted if isinstance(run, Text)]


def test_a_word_in_two_styles_is_converted_as_one() -> None:
    assert simplified(("顯", Style.BOLD), "著") == simplified("顯", "著") == ["显", "著"]
    assert simplified("編", ("著", Style.ITALIC), "附", ("著", Style.BOLD)) == ["编", "著", "附", "着"]


def test_no_word_goes_over_the_end_of_a_paragraph() -> None:
    assert simplified("顯", NEXT, "著") == ["显", "着"]
    assert simplified("「甲。", NEXT, "「乙。」") == ["“甲。", "“乙。”"]


def test_choices_of_conversion_are_listed_wherever_they_stand() -> None:
    listed = {one.place for one in conversions(SIMPLER.article)}
    assert listed >= {"par-1", "quote-1", "item-2", "reference-2", "note-3"}
    assert listed <= set(PAGES["zh-hans/youchai/index.md"].ids)


def test_a_word_in_two_styles_is_marked_in_both_parts() -> None:
    page = PAGES["zh-hans/youchai/index.md"]
    assert page.words_of("data-original", "顯") == ["显"]
    assert page.words_of("data-original", "著") == ["著"]


# -- in the search


def test_every_part_is_found_once_with_its_page() -> None:
    items = {item.id: item for item in items_of("youchai", RICH, SIMPLER.article)}
    assert len(items) == len(items_of("youchai", RICH, SIMPLER.article))
    for part, there in RICH.body_parts():
        assert items[part].text.replace("\f", "").replace(" ", "") == plain(there).replace(" ", "")
    assert items["quote-1"].pages == ("[31]", "32")
    assert items["table-1-cell-22"].pages == ("32", "33")
    assert items["table-1-cell-23"].pages == items["figure-1"].pages == ("33",)
    assert items["note-5"].pages == ("32",)


def test_the_search_knows_the_labels_of_notes() -> None:
    described = json.loads(search_files([ORIGINAL, SIMPLER])["search/youchai.json"])
    assert described["labels"] == {
        "note-1": "*", "note-2": "1", "note-3": "2", "note-4": "i", "note-5": "3", "note-6": "4",
    }  # fmt: skip


def test_items_stand_by_sections_and_notes_called_in_cells_at_their_ends() -> None:
    ids = [item.id for item in items_of("youchai", RICH)]
    assert ids.index("figure-1") < ids.index("note-6") < ids.index("sec-3")


# -- on other pages


def test_a_sentence_of_the_timeline_keeps_its_marks() -> None:
    article, _ = annotate(
        article_of(Quotation("quote-1", said("光緒在 1896 年", ("准", Style.BOLD), "辦。")))
    )
    assert "<b>准</b>" in timeline_page("x", article, TRADITIONAL)


def test_a_work_cited_keeps_its_marks() -> None:
    assert "<i>Clocks on the China Coast</i>" in SOURCES["zh-hant/youchai/works.md"]


def test_how_long_it_takes_to_read_counts_tables_but_no_bibliography() -> None:
    table = Table("table-1", said("表"), ((Cell("cell-1", said("甲乙")),),))
    assert length_of(article_of(table, Reference("reference-1", said("書目")))) == 3


def test_a_place_in_a_cell_is_called_by_its_printed_page() -> None:
    places = places_of(RICH)
    words = WORDS[TRADITIONAL]
    assert place_name(Span("table-1-cell-22", 0, 1), places, words) == "頁 33"
    assert place_name(Span("note-4", 0, 1), places, words) == "註 i"
