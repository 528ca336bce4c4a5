"""The built site, by both engines: the same pages, links that lead somewhere, nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from building import COMMANDS, build
from rendering import Html

BASE = "http://site/"


@pytest.fixture(scope="module", params=sorted(COMMANDS))
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Html]:
    """The HTML pages of the site by path, as one engine builds them."""
    return read(build(request.param, tmp_path_factory.mktemp(request.param)))


def read(site: Path) -> dict[str, Html]:
    """Every file by its path; what is no page counts as an empty one."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    return {
        name: Html(path.read_text("utf-8") if path.suffix == ".html" else "") for name, path in files.items()
    }


def articles(pages: dict[str, Html]) -> dict[str, Html]:
    return {name: page for name, page in pages.items() if name.startswith("zh-hant/")}


def test_there_are_pages(pages: dict[str, Html]) -> None:
    assert {"index.html", "404.html"} < set(pages)
    assert {name.split("/", 2)[2] for name in articles(pages)} == {"index.html", "about/index.html"}


def test_links_lead_somewhere(pages: dict[str, Html]) -> None:
    for name in set(pages) - {"404.html"}:  # the one page that may be shown at any address
        assert broken(name, pages[name], pages) == []


def broken(name: str, page: Html, pages: dict[str, Html]) -> list[str]:
    """The links of `page` to files or ids that are not there."""
    links = [str(attributes["href"]) for _, attributes in page.elements if attributes.get("href")]
    return [f"{name}: {link}" for link in links if not resolves(urljoin(BASE + name, link), pages)]


def resolves(address: str, pages: dict[str, Html]) -> bool:
    path, fragment = urldefrag(address.removeprefix(BASE))
    name = unquote(path) + ("index.html" if path.endswith("/") or not path else "")
    return name in pages and (not fragment or unquote(fragment) in {*pages[name].ids, "__skip"})


def test_everything_comes_from_the_site(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        loaded = [str(attributes["src"]) for _, attributes in page.elements if "src" in attributes]
        assert [source for source in loaded if "//" in source] == [], name


def test_ids_are_unique(pages: dict[str, Html]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name


def test_every_page_says_its_language(pages: dict[str, Html]) -> None:
    for name in pages:
        if name.endswith(".html"):
            assert ("html", "zh-Hant") in [(tag, lang.get("lang")) for tag, lang in pages[name].elements], (
                name
            )


def test_overrides_and_settings_are_not_published(pages: dict[str, Html]) -> None:
    assert [name for name in pages if "overrides" in name or name.endswith(".toml")] == []


def test_folder_names_are_no_navigation(pages: dict[str, Html]) -> None:
    assert not any("Zh hant" in text for page in pages.values() for text in page.texts.values())


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_a_page_can_be_in_another_language(engine: str, tmp_path: Path) -> None:
    more = {f"{tag}.md": f"---\nlanguage: {tag}\n---\n\n# x\n" for tag in ("zh-Hans", "en")}
    pages = read(build(engine, tmp_path, more))
    for tag, navigation in (("zh-Hans", "导航栏"), ("en", "Navigation")):
        page = pages[f"{tag}/index.html"]
        assert page.find("lang", tag)
        assert page.find("aria-label", navigation)
