"""Without a network: what was read can be read again. With one, nothing old is ever shown."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.waiting import wait_until
from serving import serving

pytestmark = pytest.mark.browser_options(service_workers="allow")

KEPT = """async (paths) => {
  const there = paths.map((path) => caches.match(new URL(path, location), { ignoreVary: true }));
  return (await Promise.all(there)).every(Boolean);
}"""
HELD = """async (path) => {
  const held = await caches.match(new URL(path, location), { ignoreVary: true });
  return held ? held.text() : "";
}"""
TITLE = "論英美特殊關係的特質及其維繫原因"


@pytest.fixture
def folder(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Path:
    """A site of our own, so that it can change: in a folder of its server, or at the root."""
    return Path(shutil.copytree(site, tmp_path / "web" / getattr(request, "param", "library/reading")))


@pytest.fixture
def address(folder: Path, tmp_path: Path) -> Iterator[str]:
    with serving(tmp_path / "web") as address:
        yield urljoin(address, f"{folder.relative_to(tmp_path / 'web').as_posix()}/".removeprefix("./"))


@pytest.fixture
def article(context: BrowserContext, address: str, site: Path) -> Page:
    """The article, read once: all that belongs to it is there."""
    slug = min(site.glob("zh-hant/*/about")).parent.name
    page = context.new_page()
    page.goto(f"{address}zh-hant/{slug}/")
    links = page.evaluate(
        "[...document.links].filter((link) => !link.download).map((link) => link.href.replace(/#.*/, ''))"
    )
    search = [f"../../search/{name}" for name in ("site.json", f"{slug}.json", f"{slug}.txt")]
    ours = [link for link in links if link.startswith(address) and f"/{slug}/" in link]
    wait_until(page, KEPT, [*ours, *search, "", "../../assets/search/hits.js"])
    return page


def write(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def reading_page(page: Page, address: str) -> str:
    """The file of the page that is shown."""
    return f"{page.url.removeprefix(address)}index.html"


@pytest.mark.parametrize("folder", ["", "library/reading"], indirect=True)
def test_article_notes_script_and_search(article: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    article.reload()
    article.locator("#noteref-2").click()
    expect(article.locator("#note-2")).to_be_focused()
    article.locator(".switch").get_by_text("简体").click()
    expect(article.locator("html")).to_have_attribute("lang", "zh-Hans")
    article.get_by_role("button", name="搜索").click()
    article.get_by_role("searchbox").fill("特殊關係")
    article.locator(".search-results a").last.click()
    expect(article.get_by_role("complementary", name="搜索结果")).to_be_visible()
    expect(article.locator(":target")).to_be_in_viewport()


def test_what_the_article_links_to(article: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    for name in ("parallel", "works", "terms", "timeline", "about"):
        answer = article.goto(urljoin(article.url, f"{name}/"))
        assert answer is not None
        assert answer.ok
        expect(article.locator("h1")).to_be_visible()
        article.go_back()


def test_a_page_that_was_not_read_is_not_invented(article: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_FAILED"):
        article.goto(urljoin(article.url, "../another/"))


def test_a_changed_page_shows_at_once(article: Page, folder: Path, address: str) -> None:
    """Though nothing else says that the site has changed."""
    write(folder, reading_page(article, address), TITLE, "新題")
    article.reload()
    expect(article.locator("h1")).to_have_text("新題")


def test_what_was_shown_last_is_what_is_kept(
    article: Page, context: BrowserContext, folder: Path, address: str
) -> None:
    write(folder, reading_page(article, address), TITLE, "新題")
    article.reload()
    expect(article.locator("h1")).to_have_text("新題")
    context.set_offline(True)
    article.reload()
    expect(article.locator("h1")).to_have_text("新題")


def test_a_changed_asset_shows_at_once(article: Page, folder: Path) -> None:
    write(folder, "assets/words.js", '"copy": "複製"', '"copy": "抄下"')
    article.reload()
    article.locator("details.cite").locator("summary").first.click()
    expect(article.locator(".copy button").first).to_have_text("抄下")


def test_a_new_version_takes_the_place_of_the_old(
    article: Page, context: BrowserContext, folder: Path, address: str
) -> None:
    """All that was kept is kept again, as it is now; of the old version nothing is left."""
    reading = article.url
    write(folder, reading_page(article, address), TITLE, "新題")
    write(folder, "sw.js", 'startWorker("', 'startWorker("new')
    article.goto(address)
    wait_until(article, "async () => (await caches.keys()).every((name) => name.includes(' new'))")
    context.set_offline(True)
    article.goto(reading)
    expect(article.locator("h1")).to_have_text("新題")
    article.locator(".switch").get_by_text("简体").click()
    expect(article.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_a_page_taken_down_is_forgotten(
    article: Page, context: BrowserContext, folder: Path, address: str
) -> None:
    shutil.rmtree((folder / reading_page(article, address)).parent)
    article.reload()
    wait_until(article, "async () => !(await caches.match(location.href))")


def test_an_article_is_kept_and_not_the_site(article: Page, address: str, site: Path) -> None:
    slugs = {path.parent.parent.name for path in site.glob("zh-hant/*/about/index.html")}
    others = slugs - {article.url.removesuffix("/").rpartition("/")[2]}
    kept = article.evaluate(
        """async () => {
          const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          return (await Promise.all(opened.map((cache) => cache.keys()))).flat().map(({ url }) => url);
        }"""
    )
    assert others
    assert [url for url in kept for slug in others if f"/{slug}/" in url] == []


def test_of_a_changed_article_only_what_changed_is_fetched_again(
    article: Page, context: BrowserContext, folder: Path, address: str
) -> None:
    """Two of its pages change; its list tells of one of them, so the other one is not asked for."""
    path = article.url.removeprefix(address)
    for name in ("works", "about"):
        write(folder, f"{path}{name}/index.html", "<h1", "<h1>新</h1><h1")
    listed = folder / "offline" / f"{path.split('/')[1]}.json"
    told = json.loads(listed.read_text("utf-8"))
    listed.write_text(json.dumps(told | {f"{path}works/": "another"}), "utf-8")
    article.reload()
    wait_until(article, f"async (path) => (await ({HELD})(path)).includes('<h1>新</h1>')", "works/")
    assert "<h1>新</h1>" not in article.evaluate(HELD, "about/")
    context.set_offline(True)
    article.goto(f"{address}{path}works/")
    expect(article.locator("h1").first).to_have_text("新")


def test_a_preview_is_not_kept(context: BrowserContext, address: str, folder: Path) -> None:
    """`duidu serve` shows pages without a manifest (test_site.py)."""
    write(folder, "index.html", 'rel="manifest"', 'rel="no-manifest"')
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_the_site_can_be_installed(article: Page, context: BrowserContext, address: str) -> None:
    devtools = context.new_cdp_session(article)
    wrong = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in wrong} <= {"in-incognito"}
    manifest = devtools.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["manifest"]["name"] == "對讀"
    assert manifest["manifest"]["startUrl"] == manifest["manifest"]["scope"] == address
