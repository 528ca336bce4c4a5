"""The end of an article: the ways on from there, and the order of the drawer."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

window = pytest.mark.browser_options
PAGES = ["引用書目", "譯名索引", "文中年代", "文本說明", "繁簡轉換"]


def test_the_end_of_an_article_leads_on(article: Page) -> None:
    onward = article.get_by_role("navigation", name="本文其他頁面")
    assert onward.get_by_role("link").all_inner_texts() == [
        "引用本文", "下載", *PAGES, "简体", "對照", "English", "回到篇首",
    ]  # fmt: skip
    top = onward.evaluate("nav => nav.getBoundingClientRect().top")
    assert top > article.locator(".english").evaluate("part => part.getBoundingClientRect().bottom")
    onward.get_by_role("link", name="引用本文").click()
    expect(article.locator(".cite > summary")).to_be_in_viewport()
    onward.get_by_role("link", name="回到篇首").click()
    expect(article.locator("#title")).to_be_in_viewport()
    for link in onward.get_by_role("link").all():
        address = link.evaluate("link => link.href")
        assert article.request.get(address).ok, address


@pytest.mark.parametrize("folder", ["zh-hant", "zh-hans", "en"])
def test_the_end_of_a_page_about_an_article_leads_back_and_on(article: Page, folder: str) -> None:
    article.goto(urljoin(article.url.replace("zh-hant", folder), "works/"))
    onward = article.locator("nav.onward")
    links = onward.get_by_role("link")
    assert links.count() == {"en": 4}.get(folder, 6)
    for link in links.all():
        assert article.request.get(link.evaluate("link => link.href")).ok
    links.last.click()
    expect(article.locator("#title")).to_be_in_viewport()
    links.first.click()
    expect(article).to_have_url(re.compile(rf"/{folder}/[^/]+/$"))


# The lines of the links that dots part.
LINK_LINES = """() =>
  [...document.querySelectorAll(".about-link, .onward p, .site-ways p, .cite-files")].flatMap((block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const lines = [];
    let bottom = 0;
    while (walker.nextNode()) {
      for (let at = 0; at < walker.currentNode.length; at++) {
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const box = [...range.getClientRects()].find(({ width }) => width > 0);
        if (!box || !walker.currentNode.data[at].trim()) continue;
        if (box.top > bottom) lines.push("");
        bottom = Math.max(box.bottom - 1, box.top > bottom ? 0 : bottom);
        lines.push(lines.pop() + walker.currentNode.data[at]);
      }
    }
    return lines;
  })"""


@pytest.mark.parametrize("path", ["", "/zh-hans/", "/en/", "../../en/{slug}/", "works/"])
def test_no_line_of_links_begins_with_a_dot(article: Page, path: str) -> None:
    slug = article.url.rstrip("/").rpartition("/")[2]
    article.goto(urljoin(article.url, path.format(slug=slug)))
    seen = 0
    for width in range(320, 560, 20):
        article.set_viewport_size({"width": width, "height": 800})
        lines = article.evaluate(LINK_LINES)
        seen += sum(line.endswith("·") for line in lines)
        assert [line for line in lines if line.startswith("·")] == []
    assert seen > 0


def test_the_article_before_leads_on_to_the_next(article: Page) -> None:
    """They stand by their titles: 論 has more strokes than 從."""
    title = article.locator("#title").inner_text()
    neighbours = article.get_by_role("navigation", name="其他文章")
    neighbours.get_by_role("link", name="上一篇").click()
    following = neighbours.get_by_role("link", name="下一篇")
    expect(following).to_have_text(f"下一篇：{title}")
    following.click()
    expect(article.locator("#title")).to_have_text(title)


def test_the_ways_on_are_not_printed(article: Page) -> None:
    article.emulate_media(media="print")
    expect(article.locator(".onward, .neighbours").filter(visible=True)).to_have_count(0)


@window(viewport={"width": 390, "height": 844})
def test_the_drawer_has_the_order_of_the_title_block(article: Page) -> None:
    listed = article.locator(".about-link a").all_inner_texts()
    names = article.locator(".md-nav--primary > .md-nav__list > li > a").all_text_contents()
    shown = [name.strip() for name in names]
    assert [name for name in shown if name in PAGES] == PAGES == listed[:-1]


@pytest.mark.parametrize(
    "width", [pytest.param(w, marks=window(viewport={"width": w, "height": 700})) for w in (320, 375, 390)]
)
def test_the_title_in_the_header_is_cut_between_ideographs(article: Page, width: int) -> None:
    title = article.locator(".md-header__title > .md-header__ellipsis")
    room = title.evaluate("box => box.clientWidth / parseFloat(getComputedStyle(box).fontSize)")
    assert room >= 2
    assert room == pytest.approx(round(room), abs=0.05)


@window(viewport={"width": 320, "height": 700})
def test_a_short_name_of_the_site_is_whole_in_the_narrowest_window(article: Page) -> None:
    for language in ("", "/zh-hans/", "/en/"):
        article.goto(urljoin(article.url, language))
        name = article.locator(".md-header .md-ellipsis").first
        assert name.evaluate("name => name.scrollWidth - name.clientWidth") <= 0
