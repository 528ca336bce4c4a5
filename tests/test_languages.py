"""The pages of a site in several languages: which there are, how they find each other, what is on them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import FRONT, SAMPLE, SAMPLE_LEDGER, inferred, note, paragraph, runs
from building import ORIGINAL, SIMPLER
from duidu.enrich.conversion_choices import Conversion, Kind
from duidu.enrich.other_script import Script, convert_article, convert_runs
from duidu.enrich.overrides import default_overrides
from duidu.metadata import Metadata
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Front
from duidu.publish import tree
from duidu.publish.alternates import address
from duidu.publish.content import content_of
from duidu.publish.editions import Edition
from duidu.publish.pages.english_page import english_page
from duidu.publish.pages.parallel_page import parallel_page
from duidu.publish.pages.reading_page import reading_page
from duidu.publish.pages.site_pages import site_pages
from rendering import Html, front_matter_of, to_html
from test_markdown import LOOKS_LIKE_MARKUP, everywhere

BOTH = site_pages([ORIGINAL, SIMPLER])
ALONE = site_pages([ORIGINAL])


# Which pages there are, and how they find each other.


def test_pages_of_one_script() -> None:
    assert set(ALONE) == {
        "index.md", "zh-hant/all-headings.md", "zh-hant/dengta/index.md", "zh-hant/dengta/about.md",
        "zh-hant/dengta/works.md", "zh-hant/dengta/terms.md", "zh-hant/dengta/timeline.md",
        "en/dengta/works.md", "en/dengta/terms.md", "en/dengta/timeline.md",
        "en/index.md", "en/all-headings.md", "en/dengta/index.md",
    }  # fmt: skip


def test_pages_of_both_scripts() -> None:
    assert set(BOTH) - set(ALONE) == {
        "zh-hans/index.md", "zh-hans/all-headings.md",
        "zh-hans/dengta/index.md", "zh-hans/dengta/about.md", "zh-hans/dengta/works.md",
        "zh-hans/dengta/terms.md", "zh-hans/dengta/timeline.md",
        "zh-hant/dengta/conversions.md", "zh-hans/dengta/conversions.md", "zh-hant/dengta/parallel.md",
    }  # fmt: skip


def test_an_article_without_english_has_no_english_page() -> None:
    front = replace(FRONT, titles={TRADITIONAL: FRONT.titles[TRADITIONAL]})
    pages = site_pages([Edition("dengta", replace(SAMPLE, front=front), SAMPLE_LEDGER)])
    assert "en/dengta/index.md" not in pages
    assert "not listed here (1): [all articles, in Chinese](../index.md)" in pages["en/index.md"]
    assert "alternates" not in front_matter_of(pages["zh-hant/dengta/index.md"])


def test_without_simplified_nothing_speaks_of_it() -> None:
    assert not any("zh-hans" in page or "parallel" in page or "简" in page for page in ALONE.values())


@pytest.mark.parametrize(
    ("path", "tags"),
    [
        ("index.md", [TRADITIONAL, SIMPLIFIED, ENGLISH]),
        ("zh-hans/index.md", [TRADITIONAL, SIMPLIFIED, ENGLISH]),
        ("en/dengta/index.md", [TRADITIONAL, SIMPLIFIED, ENGLISH]),
        ("zh-hant/dengta/index.md", [TRADITIONAL, SIMPLIFIED, ENGLISH]),
        ("zh-hans/dengta/about.md", [TRADITIONAL, SIMPLIFIED]),
        ("zh-hant/dengta/parallel.md", [TRADITIONAL, SIMPLIFIED, ENGLISH]),
    ],
)
def test_each_page_knows_its_alternates(path: str, tags: list[str]) -> None:
    alternates = front_matter_of(BOTH[path])["alternates"]
    assert isinstance(alternates, dict)
    assert list(alternates) == tags
    assert set(alternates.values()) <= {address(page) for page in BOTH}


def test_reading_pages_know_the_view_side_by_side() -> None:
    knowing = {path for path, page in BOTH.items() if "parallel" in front_matter_of(page)}
    assert knowing == {f"zh-hant/dengta/{name}.md" for name in ("index", "parallel")} | {
        "zh-hans/dengta/index.md"
    }


def test_pages_about_an_article_are_within_it() -> None:
    assert front_matter_of(BOTH["zh-hans/dengta/about.md"])["within"] == "论晚清灯塔制度的形成及其跨海合作"


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("index.md", ""),
        ("en/index.md", "en/"),
        ("zh-hant/燈塔/about.md", "zh-hant/%E7%87%88%E5%A1%94/about/"),
    ],
)
def test_addresses(path: str, where: str) -> None:
    assert address(path) == where


# Side by side.


@pytest.fixture(scope="module")
def parallel() -> Html:
    return to_html(BOTH["zh-hant/dengta/parallel.md"])


def test_ids_side_by_side_are_those_of_the_reading_page(parallel: Html) -> None:
    reading = to_html(BOTH["zh-hant/dengta/index.md"])
    assert sorted(parallel.ids) == sorted(reading.ids)


def test_every_piece_has_its_twin(parallel: Html) -> None:
    twins = [attributes["data-twin"] for _, attributes in parallel.elements if "data-twin" in attributes]
    front = ["title", "author-1", "abstract", "abstract-1", "keywords"]
    assert twins == [*front, *(block.id for block in SAMPLE.blocks)]
    languages = [attributes.get("lang") for _, attributes in parallel.elements if attributes.get("lang")]
    assert languages.count(TRADITIONAL) == languages.count(SIMPLIFIED)


def test_headings_of_the_second_half_are_not_in_the_contents(parallel: Html) -> None:
    assert len(parallel.contents) == len(set(parallel.contents))
    assert len(parallel.find("role", "heading")) == 2 + sum(
        hasattr(block, "level") for block in SAMPLE.blocks
    )


def test_a_note_that_is_the_same_in_both_scripts_stands_there_once() -> None:
    article = Article(
        Front(), (paragraph(1, "甲", 1, "乙", 2),), (note(1, "Ibid., p. 71."), note(2, "參見。"))
    )
    page = to_html(parallel_page("x", article, convert_article(article)))
    assert page.texts["note-1"].strip() == "Ibid., p. 71."
    assert page.texts["note-2"].split() == ["參見。", "参见。"]


def test_an_article_of_nothing_can_stand_side_by_side() -> None:
    nothing = Article(Front(), (), ())
    assert to_html(parallel_page("x", nothing, nothing)).ids == ["title"]


# The English front.


@pytest.fixture(scope="module")
def english() -> Html:
    return to_html(BOTH["en/dengta/index.md"])


def test_the_outline_is_chinese_and_leads_to_the_sections(english: Html) -> None:
    sections = [link["href"] for tag, link in english.elements if tag == "a" and "#sec-" in str(link["href"])]
    assert sections == [f"../../zh-hant/dengta/index.md#sec-{number}" for number in range(1, 7)]
    assert english.find("class", "outline")[0]["lang"] == TRADITIONAL


def test_only_what_is_known_is_cited() -> None:
    metadata = Metadata(journal="海濱史學", journal_en="Coastal History", volume="3", year=1998)
    page = english_page("dengta", SAMPLE, (TRADITIONAL,), metadata)
    assert (
        "Chih-yuan Lin, “Lights across the Strait: The Making of the Lighthouse Service in Late Qing China "
        '(<span lang="zh-Hant">論晚清燈塔制度的形成及其跨海合作</span>),” '
        '*Coastal History* <span lang="zh-Hant">海濱史學</span> 3 (1998): \\[93\\]–\\[97\\].'
    ) in page
    bare = Article(Front(titles={ENGLISH: runs("Lights")}), (), ())
    page = english_page("x", bare, (TRADITIONAL,), Metadata(journal_en="B", year=1998))
    assert "\n“Lights,” *B*, 1998.\n" in page
    assert "cite-reference" not in english_page("x", bare, (TRADITIONAL,), Metadata())


def test_page_breaks_are_not_marked_on_the_english_page() -> None:
    front = replace(FRONT, titles={ENGLISH: runs(inferred(105), "Lights")})
    page = english_page("x", replace(SAMPLE, front=front), (TRADITIONAL,), Metadata())
    assert "doc-pagebreak" not in page


def test_how_to_read_it_says_only_what_is_true() -> None:
    assert "Two scripts" in BOTH["en/dengta/index.md"]
    assert "Two scripts" not in ALONE["en/dengta/index.md"]


# Words that conversion chose.


def choice(original: str, offset: int) -> Conversion:
    return Conversion(original, original, Kind.CHARACTER, offset)


def pieces(*parts: str | int, choices: list[Conversion]) -> list[str]:
    """What is made of `parts` once they are converted, marked words as `text=original`."""
    converted = convert_runs(runs(*parts), Script(default_overrides()))
    return [
        f"{node.text}={node.original}" if isinstance(node, tree.Converted) else node.text
        for node in content_of(converted, converted=choices)
        if isinstance(node, tree.Text | tree.Converted)
    ]


def test_words_are_cut_out_of_their_text() -> None:
    assert pieces("對於此", choices=[choice("於", 1)]) == ["对", "于=於", "此"]
    assert pieces("於茲", choices=[choice("於", 0), choice("茲", 1)]) == ["于=於", "兹=茲"]
    assert pieces("對於此", choices=[]) == ["对于此"]


def test_a_word_broken_by_a_call_is_marked_in_both_parts() -> None:
    assert pieces("附", 1, "著於", choices=[choice("附著於", 0)]) == ["附=附", "着于=著於"]


def test_marked_words_are_on_the_simplified_page_only() -> None:
    article = Article(Front(), (paragraph(1, "關於"),), ())
    beside = site_pages(
        [
            Edition("x", article, SAMPLE_LEDGER),
            Edition("x", convert_article(article), SAMPLE_LEDGER, SIMPLIFIED),
        ]
    )
    marked_pages = {path for path, page in beside.items() if "data-original" in page}
    assert marked_pages == {"zh-hans/x/index.md"}
    assert '关<span data-original="於">于</span>' in beside["zh-hans/x/index.md"]
    assert "data-original" not in reading_page("x", article, TRADITIONAL)


# Whatever the article says.


@pytest.mark.parametrize("text", LOOKS_LIKE_MARKUP)
def test_what_looks_like_markup_is_shown_as_it_is_in_every_view(text: str) -> None:
    article = everywhere(text)
    shown = text.strip(" \n")
    parallel = to_html(parallel_page("x", article, convert_article(article)))
    assert {place: parallel.texts[place].strip(" \n") for place in ("title", "sec-1", "par-1", "note-1")} == {
        "title": shown, "sec-1": shown, "par-1": shown, "note-1": shown,
    }  # fmt: skip
    assert len(parallel.find("data-twin", "par-1")) == 1
    english = to_html(english_page("x", article, (TRADITIONAL, SIMPLIFIED), Metadata(journal=text)))
    assert english.texts["title"].strip(" \n") == shown
    assert [entry for entry in english.contents if entry in ("Outline", "How to read it", "How to cite it")]
