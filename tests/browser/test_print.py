"""On paper: the article as one would hand it in, whole, and nothing else."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from browser.printing import Sheet, folded, printed, printed_as_opened

window = pytest.mark.browser_options
scripts = pytest.mark.parametrize("script", ["繁體", "简体"])

# The parts of an article in order, each with the number that its list gives it; calls are part of the text.
PARTS = """() => [...document.querySelectorAll(`
    .md-content :is(h1, h2, h3, h4, [id]:is(p, li), .keywords, .cite-reference:not([lang]))`)]
  .filter((part) => !part.querySelector("[id]:is(p, li)"))
  .map((part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll(".footnote-backref, .copy").forEach((more) => more.remove());
    return (part.matches("li") ? `${part.value}.` : "") + copy.textContent;
  })"""
MARKS = "[...document.querySelectorAll('.md-content [data-page]')].map(({ dataset }) => dataset.page)"


def in_script(page: Page, script: str) -> Page:
    link = page.locator(".switch").get_by_role("link", name=script, exact=True)
    link.click()
    expect(link).to_have_attribute("aria-current", "page")
    page.wait_for_load_state("load")
    return page


def text_of(sheets: list[Sheet]) -> str:
    return "".join(sheet.text for sheet in sheets)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@scripts
def test_every_part_is_there_once_and_nothing_else(article: Page, script: str, paper: str) -> None:
    in_script(article, script)
    parts = [folded(part) for part in article.evaluate(PARTS)]
    assert len(parts) > 20
    assert text_of(printed_as_opened(article, paper)) == "".join(parts)


@window(java_script_enabled=False)
def test_without_scripts_the_same_is_printed(article: Page) -> None:
    parts = [folded(part) for part in article.evaluate(PARTS)]
    assert text_of(printed(article, "A4")) == "".join(parts)


def test_what_is_open_on_the_screen_is_not_printed(article: Page) -> None:
    article.goto(urljoin(article.url, "?q=%E8%8B%B1#par-4"))
    expect(article.locator(".hits")).to_be_visible()
    article.keyboard.press("/")
    expect(article.locator("dialog.search")).to_be_visible()
    parts = [folded(part) for part in article.evaluate(PARTS)]
    assert text_of(printed(article, "A4")) == "".join(parts)


@scripts
def test_head_and_foot(article: Page, script: str) -> None:
    sheets = printed_as_opened(in_script(article, script), "A4")
    title = folded(article.locator("#title").inner_text())
    assert sheets[0].head == ""  # the title stands there itself
    assert all(title in sheet.head for sheet in sheets[1:])
    assert [sheet.foot for sheet in sheets] == [
        f"{number}/{len(sheets)}" for number in range(1, len(sheets) + 1)
    ]


def test_printed_pages_are_marked_in_the_margin(article: Page) -> None:
    marks = article.evaluate(MARKS)
    assert len(marks) > 3
    assert "".join(sheet.margin for sheet in printed_as_opened(article, "A4")) == "".join(marks)


def test_addresses_are_whole_and_not_doubled(article: Page) -> None:
    text = text_of(printed_as_opened(article, "A4"))
    shown = [folded(link) for link in article.locator(".footnote a[href^=http]").all_inner_texts()]
    assert shown
    for address in set(shown):
        assert text.count(address) == sum(link.count(address) for link in shown)


@pytest.mark.parametrize("path", ["", "terms/", "timeline/", "works/", "about/", "parallel/"])
def test_no_heading_is_left_at_the_foot_of_a_page(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    sheets = printed_as_opened(article, "A4")
    headings = {
        folded(heading) for heading in article.locator(".md-content :is(h1, h2, h3, h4)").all_inner_texts()
    }
    assert [sheet.last_line for sheet in sheets[:-1] if sheet.last_line in headings] == []


@pytest.mark.parametrize("path", ["../authors/", "../years/", "../../404.html"])
def test_no_sheet_of_a_short_page_is_empty(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    assert all(sheet.text for sheet in printed_as_opened(article, "A4"))


def test_side_by_side_is_printed_in_two_columns(article: Page) -> None:
    article.goto(urljoin(article.url, "parallel/"))
    sheets = printed_as_opened(article, "A4")
    for column, tag in enumerate(("zh-Hant", "zh-Hans")):
        parts = article.locator(f".md-content__inner > .parallel > [lang={tag}]")
        words = folded("".join(parts.all_text_contents()))
        assert "".join(sheet.columns[column] for sheet in sheets).startswith(words)


@window(color_scheme="dark")
def test_a_dark_page_is_printed_black_on_white(article: Page) -> None:
    paragraph = article.locator("#par-1")
    assert paragraph.evaluate("part => getComputedStyle(part).color") != "rgb(0, 0, 0)"
    article.emulate_media(media="print")
    for place in ("#par-1", "#title", ".footnote li a"):
        expect(article.locator(place).first).to_have_css("color", "rgb(0, 0, 0)")
    assert article.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
