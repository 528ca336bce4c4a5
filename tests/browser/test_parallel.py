"""Side by side: both scripts beside each other, or one after the other, paragraph by paragraph."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import FITS

window = pytest.mark.browser_options

# Each piece and its twin, as [left, top, width, language] each.
PAIRS = """() => [...document.querySelectorAll(".parallel > :nth-child(odd)")].map((piece) =>
  [piece, piece.nextElementSibling].map((half) => {
    const { left, top, width } = half.getBoundingClientRect();
    return [left, top, width, half.lang];
  }))"""


def test_two_columns_in_step(parallel: Page) -> None:
    pairs = parallel.evaluate(PAIRS)
    assert len(pairs) > 10
    for (left, top, width, script), (other_left, other_top, other_width, other_script) in pairs:
        assert (script, other_script) == ("zh-Hant", "zh-Hans")
        assert abs(top - other_top) < 1
        assert abs(width - other_width) < 1
        assert other_left >= left + width
        assert width > 300


@window(viewport={"width": 390, "height": 844})
def test_one_after_the_other_on_a_phone(parallel: Page) -> None:
    pairs = parallel.evaluate(PAIRS)
    tops = [half[1] for pair in pairs for half in pair]
    assert tops == sorted(tops)
    assert len({half[1] for pair in pairs for half in pair}) == len(tops)
    assert parallel.evaluate(FITS)


@pytest.mark.parametrize(
    ("width", "columns"),
    [pytest.param(w, c, marks=window(viewport={"width": w, "height": 800})) for w, c in ((899, 1), (900, 2))],
)
def test_columns_begin_at_900_pixels(parallel: Page, width: int, columns: int) -> None:
    (left, *_), (other_left, *_) = parallel.evaluate(PAIRS)[0]
    assert (1 if left == other_left else 2) == columns


def test_ids_are_unique_and_those_of_the_reading_page(parallel: Page) -> None:
    ids = "[...document.querySelectorAll('.md-content [id]:not(datalist)')].map(({ id }) => id)"
    shown = parallel.evaluate(ids)
    assert len(shown) == len(set(shown))
    parallel.goto(urljoin(parallel.url, "../"))
    assert set(shown) == set(parallel.evaluate(ids))


@pytest.mark.parametrize("half", ["zh-Hant", "zh-Hans"])
def test_calls_of_both_halves_lead_to_the_note_and_back(parallel: Page, half: str) -> None:
    call = parallel.locator(f".parallel > [lang={half}] [role=doc-noteref]").nth(2)
    call.click()
    note = parallel.locator(f"#note-{call.inner_text()}")
    expect(note).to_be_in_viewport()
    note.locator("[role=doc-backlink]").click()
    expect(call).to_be_in_viewport()


def test_a_note_shows_in_both_scripts(parallel: Page) -> None:
    note = parallel.locator(".footnote li:has(.parallel)").first
    number = note.get_attribute("value")
    parallel.locator(f"#noteref-{number}").focus()
    preview = parallel.locator(".note-preview")
    expect(preview.locator("[lang=zh-Hant]")).to_be_visible()
    expect(preview.locator("[lang=zh-Hans]")).to_be_visible()


@pytest.mark.parametrize("half", ["zh-Hant", "zh-Hans"])
def test_the_way_back_leads_to_the_half_one_came_from(parallel: Page, half: str) -> None:
    call = parallel.locator(f".parallel > [lang={half}] [role=doc-noteref]").nth(2)
    call.click()
    parallel.locator(f"#note-{call.inner_text()} [role=doc-backlink]").click()
    expect(call).to_be_focused()
    expect(call).to_be_in_viewport()
    call.click(trial=True)  # the header does not lie over it


def test_the_contents_name_each_section_once(parallel: Page) -> None:
    names = parallel.locator(".md-nav--secondary .md-nav__link").all_inner_texts()
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "width", [pytest.param(w, marks=window(viewport={"width": w, "height": 1000})) for w in (390, 820)]
)
def test_on_phones_and_tablets_there_are_the_ways_of_the_reading_page(parallel: Page, width: int) -> None:
    expect_contents_in_drawer(parallel)
    field = parallel.get_by_role("combobox", name="頁")
    assert field.get_attribute("placeholder") == "[76]-[105]"
    field.fill("90")
    field.press("Enter")
    expect(parallel.locator("#p90")).to_be_in_viewport()
    parallel.locator("details.cite > summary").click()
    expect(parallel.locator(".cite-files")).to_be_visible()
    links = parallel.locator(".about-link a").all_inner_texts()
    parallel.goto(urljoin(parallel.url, "../"))
    assert links == parallel.locator(".about-link a").all_inner_texts()


def test_on_paper_headings_are_level(parallel: Page) -> None:
    parallel.set_viewport_size({"width": 794, "height": 1100})
    parallel.emulate_media(media="print")
    tops = [[half[1] for half in pair] for pair in parallel.evaluate(PAIRS)]
    assert [pair for pair in tops if abs(pair[0] - pair[1]) > 0.5] == []


def expect_contents_in_drawer(parallel: Page) -> None:
    """The menu leads to the page's table of contents, and that to a section."""
    parallel.locator(".md-header [for=__drawer]").click()
    drawer = parallel.locator(".md-sidebar--primary")
    drawer.locator(".md-nav__link[for=__toc]", has_text="對照").click()
    drawer.get_by_role("link", name="伍、結語").click()
    expect(parallel.locator("#sec-5")).to_be_in_viewport()


@window(viewport={"width": 820, "height": 1180})
def test_the_header_names_the_article(parallel: Page) -> None:
    expect_title_in_header(parallel)


def expect_title_in_header(parallel: Page) -> None:
    """Whoever has read past the title still sees it."""
    title = parallel.locator("#title").inner_text()
    parallel.locator("#par-4").scroll_into_view_if_needed()
    expect(parallel.locator(".md-header__title--active [data-md-component=header-topic]")).to_have_text(title)


@pytest.mark.parametrize("paper", [794, 816])  # A4 and Letter, in CSS pixels
def test_printed_halves_are_a_whole_number_of_ideographs_wide(parallel: Page, paper: int) -> None:
    parallel.set_viewport_size({"width": paper - round(28 / 25.4 * 96), "height": 1000})
    parallel.emulate_media(media="print")
    widths = parallel.evaluate(
        """() => [...document.querySelectorAll(".parallel > p[id^=par]")].map((p) => {
          const { width, paddingInlineStart: start, paddingInlineEnd: end, fontSize } = getComputedStyle(p);
          return (parseFloat(width) - parseFloat(start) - parseFloat(end)) / parseFloat(fontSize);
        })"""
    )
    assert len(widths) > 50
    assert [width for width in widths if not 0 <= width % 1 < 0.08] == []
