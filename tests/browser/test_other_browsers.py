"""What readers come for, in Firefox and in WebKit: to read, to search, to change scripts, to follow a note.

Without such a browser its tests are skipped, but in CI they must run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from browser.pointing import ENTER, Reader
from browser.webdriver import Driver, MissingError, firefox, webkit

Starts = Callable[[Path], AbstractContextManager[Driver]]

BROWSERS: dict[str, Starts] = {"firefox": firefox, "webkit": webkit}
DESK, TABLET, PHONE = (1280, 800), (900, 800), (390, 844)
any_size = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])

FITS = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"
UNDERLINED = "return getComputedStyle(document.querySelector(arguments[0])).textDecorationLine"
# Four ideographs of a paragraph, which is no line on the page of the other script.
WORDS = "return document.querySelector('#par-2').textContent.match(/\\p{Script=Han}{4}/u)[0]"
HIT = """
const [hit] = CSS.highlights.get("hit-current") ?? [];
return hit && hit.startContainer.parentElement.closest("#par-2") && String(hit)"""
IN_SIGHT = """
const { top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
return top >= document.querySelector(".md-header").getBoundingClientRect().bottom && top < innerHeight"""
FOCUSED = "return document.activeElement.matches(arguments[0])"
TOP = "return document.querySelector(arguments[0]).getBoundingClientRect().top"
SCRIPT = "return document.documentElement.lang === arguments[0]"
# Whether a page with this name in the switch is there, and has been put where the reader was.
TURNED = """
const isThere = document.querySelector(".switch [aria-current]").textContent.includes(arguments[0]);
return isThere && document.readyState === "complete" && !("duidu.way" in sessionStorage)"""
HALVES = """
return ["#par-5", "[data-twin=par-5]"].map((half) => {
  const place = document.querySelector(half);
  const { left, top } = place.getBoundingClientRect();
  return [place.lang, left, top];
})"""


@pytest.fixture(scope="module", params=BROWSERS)
def driver(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    name: str = request.param
    try:
        with BROWSERS[name](tmp_path_factory.mktemp(name)) as started:
            yield started
    except MissingError as missing:
        reason = f"no {name}: {missing}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture
def article(driver: Driver, address: str, site: Path) -> Iterator[Reader]:
    """A reader at the article's page, of whom the browser remembers nothing."""
    first = min(site.glob("zh-hant/*/about/index.html")).parents[1].relative_to(site).as_posix()
    reader = Reader(driver)
    reader.resize(*DESK)
    reader.open(f"{address}{first}/")
    yield reader
    reader.see("localStorage.clear(); sessionStorage.clear()")
    assert driver.errors() == []


def change_size(reader: Reader, size: tuple[int, int]) -> None:
    reader.resize(*size)
    reader.until("return innerWidth === arguments[0] && innerHeight === arguments[1]", *size)


@any_size
def test_an_article_is_read(article: Reader, size: tuple[int, int]) -> None:
    change_size(article, size)
    assert article.see(FITS)
    assert article.see("return document.querySelector('h1').textContent.length") > 4
    for link in (".md-content a.term", ".footnote a.work"):
        assert article.see(UNDERLINED, link) == "underline"


@any_size
def test_a_search_leads_to_the_words(article: Reader, size: tuple[int, int]) -> None:
    change_size(article, size)
    words = article.see(WORDS)
    article.click(".search-open")
    article.until(FOCUSED, ".search-query")
    article.type(words)
    article.until(
        "return document.querySelector('.search-results mark')?.textContent === arguments[0]", words
    )
    article.click(".search-results a[href$='#par-2']")
    article.until("return !document.querySelector('dialog[open]')")
    assert article.until(HIT) == words
    article.until(IN_SIGHT, "#par-2")
    article.back()
    article.until("return document.querySelector('dialog[open] .search-results a[href$=\"#par-2\"]')")


@any_size
def test_the_script_is_changed_and_the_place_is_kept(article: Reader, size: tuple[int, int]) -> None:
    change_size(article, size)
    article.see("document.querySelector('#par-5').scrollIntoView({ block: 'center' })")
    top = article.see(TOP, "#par-5")
    for name, script in (("简体", "zh-Hans"), ("照", "zh-Hant"), ("繁體", "zh-Hant")):
        article.click(".switch a:not([aria-current])", name)
        article.until(TURNED, name)
        assert article.see(SCRIPT, script)
        if name == "照":
            (one, left, above), (other, right, below) = article.see(HALVES)
            assert (one, other) == ("zh-Hant", "zh-Hans")
            assert (left < right, above < below) == ((True, False) if size == DESK else (False, True))
        else:
            assert abs(article.see(TOP, "#par-5") - top) < 3


def test_a_note_stands_beside_its_call(article: Reader) -> None:
    article.click("#noteref-1")
    article.until("return location.hash === '#note-1'")
    assert article.see(IN_SIGHT, "#note-1")
    assert article.see(IN_SIGHT, "#noteref-1")
    assert abs(article.see(TOP, "#note-1") - article.see(TOP, "#noteref-1")) < 40


@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_a_note_is_previewed_and_followed_there_and_back(article: Reader, size: tuple[int, int]) -> None:
    change_size(article, size)
    article.point_at("#noteref-1")
    note = article.see("return document.querySelector('#note-1 p').textContent.slice(0, 20)")
    article.until("return document.querySelector('.note-preview')?.textContent.includes(arguments[0])", note)
    assert article.see("return document.querySelector('.note-preview').matches(':popover-open')")
    left, top, right, bottom = article.see(
        "const box = document.querySelector('.note-preview').getBoundingClientRect();"
        "return [box.left, box.top, innerWidth - box.right, innerHeight - box.bottom]"
    )
    assert min(left, top, right, bottom) >= 0
    article.see("document.querySelector('#noteref-1').focus()")
    article.type(ENTER)
    article.until(FOCUSED, "#note-1")
    article.until(IN_SIGHT, "#note-1")
    article.click("#note-1 .footnote-backref")
    article.until(FOCUSED, "#noteref-1")
    article.until(IN_SIGHT, "#noteref-1")
