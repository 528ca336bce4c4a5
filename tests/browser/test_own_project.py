"""A project made by `duidu new`, as readers see it: with no article yet, in colours of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from once import Once
from serving import serving
from temporary import run

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><circle cx="12" cy="12" r="9"/></svg>'
)


@pytest.fixture(scope="module")
def built(once: Once) -> Path:
    """With the style sheet and the logo that the comments in its mkdocs.yml tell of; the site's folder."""
    return once("journal", make_journal) / "site"


def make_journal(root: Path) -> None:
    assert run("new", str(root)).code == 0
    settings = (root / "mkdocs.yml").read_text("utf-8")
    rule = re.search(r"^#   \[(?:.|\n)*?^#   }", settings, re.MULTILINE)
    assert rule
    (root / "docs" / "assets").mkdir()
    (root / "docs/assets/own.css").write_text(rule[0].replace("#   ", ""), "utf-8")
    (root / "docs/assets/logo.svg").write_text(DRAWING, "utf-8")
    for line in ("extra_css:", "  - assets/own.css", "logo: assets/logo.svg"):
        settings = settings.replace(f"# {line}", line)
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    assert run("build", "--root", str(root)).code == 0


@pytest.fixture
def address(built: Path) -> Iterator[str]:
    with serving(built) as address:
        yield address


@pytest.fixture
def home(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def test_its_colours_and_its_logo(home: Page) -> None:
    header = home.locator(".md-header")
    expect(header).to_have_css("background-color", "rgb(123, 45, 38)")
    expect(header.locator(".md-header__topic").first).to_have_css("color", "rgb(255, 255, 255)")
    current, *others = header.locator(".switch a").all()
    expect(current).to_have_css("color", "rgb(255, 255, 255)")
    for other in others:
        expect(other).to_have_css("color", "rgb(230, 208, 205)")
    assert home.locator(".md-header img").evaluate("logo => logo.naturalWidth") == 24


def test_the_steps_to_the_first_article_in_every_language(home: Page) -> None:
    for name in ("繁體", "简体", "English"):
        home.locator(".switch").get_by_text(name, exact=True).click()
        expect(home.locator(".switch [aria-current]")).to_have_text(name)
        expect(home.locator("article ol > li")).to_have_count(3)


def test_a_search_finds_nothing(home: Page) -> None:
    home.get_by_role("link", name="搜尋").or_(home.get_by_role("button", name="搜尋")).first.click()
    home.get_by_role("searchbox").fill("學報")
    expect(home.locator(".search-status [role=status]")).to_have_text("找不到「學報」")
