"""A browser on the built site. Without Chromium these tests are skipped, but in CI they must run."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.waiting import PATIENCE
from building import plain_site
from duidu.look import THEME
from once import Once
from serving import Lasting, serving

# The shell, which has no windows, first: it is the same engine, and a page costs a third as much in it.
NAMES = ("chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome")
ALONE = "--no-sandbox --disable-gpu --no-first-run"
POLICY = "Content Security Policy"  # is in what Chromium says of what breaks it
SILENT = "--disable-background-networking --disable-component-update --disable-sync"
DESK = {"width": 1280, "height": 800}
# Whether nothing makes the window scroll sideways. A scroll bar takes some of its width in Zensical's theme.
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"

# Clicks wait so long for what they need; then they do without. Here that is too short under load: only where
# a window is asked to be `hurried` does a page look at the time.
LAZILY = (THEME / "assets/reader/lazily.js").read_text("utf-8")
(LONGEST,) = re.findall(r"const LONGEST = (\d+);", LAZILY)
UNHURRIED = f"""{{
  const start = setTimeout;
  window.setTimeout = (done, time, ...given) => (time === {LONGEST} ? 0 : start(done, time, ...given));
}}"""


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark with which a test asks for a window of its own kind; and have patience."""
    expect.set_options(timeout=PATIENCE)
    config.addinivalue_line("markers", "browser_options(**options): how the window differs from a desk's")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path:
        return path
    reason = f"no Chromium: none of {', '.join(NAMES)} is on the PATH, and CHROMIUM is not set"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def site(once: Once, engine: str) -> Path:
    """The folder of the built site. It is shared: no test may change it."""
    return plain_site(once, engine)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with serving(site, Lasting) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=f"{ALONE} {SILENT}".split())
        yield launched
        launched.close()


@contextmanager
def window(browser: Browser, *, hurried: bool = False, **options: Any) -> Iterator[BrowserContext]:
    """A fresh window with Playwright's `options`, as large as on a desk. Slowness is no failure in it."""
    with browser.new_context(**{"viewport": DESK, **options}) as opened:
        opened.set_default_timeout(PATIENCE)
        if not hurried:
            opened.add_init_script(UNHURRIED)
        yield opened


@pytest.fixture
def context(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A fresh browser window; `browser_options` marks change it.

    No request may leave the site, and nothing may break its policy.
    """
    options: dict[str, Any] = {"service_workers": "block"}
    for mark in request.node.iter_markers("browser_options"):
        options |= mark.kwargs
    with window(browser, **options) as opened:
        asked: list[str] = []
        said: list[str] = []
        opened.on("request", lambda sent: asked.append(sent.url))
        opened.on("console", lambda message: said.append(message.text))
        yield opened
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert [words for words in said if POLICY in words] == []


@pytest.fixture
def article(context: BrowserContext, address: str, site: Path) -> Page:
    """The reading page of the first article."""
    first = min(site.glob("zh-hant/*/about/index.html")).parents[1].relative_to(site).as_posix()
    page = context.new_page()
    page.goto(f"{address}{first}/")
    return page


@pytest.fixture
def parallel(article: Page) -> Page:
    """The page on which both scripts of it stand side by side."""
    article.locator(".switch").get_by_text("對照").click()
    article.wait_for_url("**/parallel/")
    return article
