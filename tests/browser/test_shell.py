"""duidu's own pages have a light shell; those of an editor, and sites that ask for it, all of the theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from building import COMMANDS, build, run
from once import Once
from serving import serving

window = pytest.mark.browser_options
PHONE = {"width": 390, "height": 844}
OWN = "# 關於本刊\n\n<details markdown><summary>投稿</summary>\n\n歡迎。\n\n</details>\n"
LOADED = """() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname)"""


def theme_files(page: Page) -> list[str]:
    """The theme's own style sheets and program, as far as the page has loaded them."""
    return [path for path in page.evaluate(LOADED) if "/stylesheets/" in path or "/bundle." in path]


@pytest.fixture(scope="module", params=sorted(COMMANDS))
def built(request: pytest.FixtureRequest, once: Once) -> Path:
    """The site with one page of the editor's own; the folder of the site."""
    engine = request.param
    return once(f"own-page-{engine}", lambda project: build(engine, project, {"own.md": OWN})) / "site"


@pytest.fixture
def address(built: Path) -> Iterator[str]:
    with serving(built) as address:
        yield address


def test_only_an_editor_s_own_page_has_the_theme_s_styles_and_program(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    for path in ("", "en/", "zh-hant/all-headings/", "404.html"):
        page.goto(address + path)
        assert theme_files(page) == []
    page.goto(f"{address}own/")
    assert [path.rsplit(".", 1)[1] for path in theme_files(page)] == ["css", "css", "js"]


@pytest.mark.parametrize("path", ["", "own/"])
def test_both_look_alike(context: BrowserContext, address: str, path: str) -> None:
    page = context.new_page()
    page.goto(address + path)
    header = page.locator(".md-header")
    expect(header).to_have_css("height", "49px")
    expect(header).to_have_css("background-color", "rgb(253, 252, 249)")
    expect(header).to_have_css("box-shadow", "none")
    expect(page.locator("article")).to_have_css("font-size", "18px")
    expect(page.locator("article")).to_have_css("line-height", "33.3px")
    expect(page.locator(".md-sidebar--primary")).to_have_css("width", "242px")


@pytest.mark.parametrize("path", ["", "zh-hant/all-headings/"])
@window(viewport=PHONE)
def test_the_drawer_opens_and_closes(context: BrowserContext, address: str, path: str) -> None:
    page = context.new_page()
    page.goto(address + path)
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).not_to_be_in_viewport()
    page.locator(".md-header [for=__drawer]").click()
    expect(drawer).to_be_in_viewport(ratio=1)
    page.locator(".md-overlay").click(position={"x": 380, "y": 600})
    expect(drawer).not_to_be_in_viewport()


@window(viewport=PHONE)
def test_a_link_to_a_section_closes_the_drawer_that_no_key_enters_while_it_is_closed(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.goto(f"{address}zh-hant/all-headings/")
    drawer = page.locator(".md-sidebar--primary")
    assert drawer.get_by_role("link").all() == []  # hidden from screen readers, too
    page.locator(".md-header [for=__drawer]").click()
    page.locator("label.md-nav__link[for=__toc]").click()
    page.locator(".md-nav--primary .md-nav--secondary .md-nav__link[href]").first.click()
    expect(drawer).not_to_be_in_viewport()
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["zh-hant/all-headings/", "own/"])
@window(viewport={"width": 1280, "height": 200})
def test_the_header_has_the_page_s_title_once_that_is_out_of_sight(
    context: BrowserContext, address: str, path: str
) -> None:
    page = context.new_page()
    page.goto(address + path)
    page.evaluate("document.body.style.minHeight = '3000px'")
    site, title = page.locator(".md-header__topic").all()
    expect(title).to_have_css("opacity", "0")
    page.mouse.move(640, 150)
    page.mouse.wheel(0, 400)
    expect(title).to_have_css("opacity", "1")
    expect(site).to_have_css("opacity", "0")
    page.mouse.wheel(0, -400)
    expect(site).to_have_css("opacity", "1")


@window(viewport={"width": 1280, "height": 300})
def test_a_long_list_of_contents_shows_the_section_one_reads(article: Page) -> None:
    last = article.locator(".md-sidebar--secondary .md-nav__link").last
    expect(last).not_to_be_in_viewport()
    article.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    expect(last).to_be_in_viewport()
    expect(last).to_have_attribute("aria-current", "location")


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_a_site_that_asks_for_more_of_the_theme_has_all_of_it(engine: str, tmp_path: Path) -> None:
    site = build(engine, tmp_path, pages={"index.md": '---\nalternates:\n  zh-Hant: ""\n---\n\n# x\n'})
    assert "/bundle." not in (site / "index.html").read_text("utf-8")
    settings = tmp_path / "mkdocs.yml"
    features = "  language: zh-Hant\n  features: [toc.follow, navigation.top]\n"
    told = settings.read_text("utf-8").replace("  language: zh-Hant\n", features)
    settings.write_text(told, "utf-8")
    run(engine, tmp_path)
    assert "/bundle." in (site / "index.html").read_text("utf-8")
