"""The built site, by both engines: the same pages, links that lead somewhere, nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree

import pytest

from building import COMMANDS, ORIGINAL, build, plain_site, run, sample
from duidu.publish.journal.site_kinds import INDEXES
from once import Once
from rendering import ROOT, Html

BASE = "http://site/"
FOLDERS = {"zh-hant": "zh-Hant", "zh-hans": "zh-Hans", "en": "en"}
Pages = dict[str, Html]
ORDERED = {index.kind.name for index in INDEXES}  # pages that each language has in an order of its own


@pytest.fixture(scope="module", params=sorted(COMMANDS))
def pages(request: pytest.FixtureRequest, once: Once) -> Pages:
    """The files of the site by path, as one engine builds them."""
    return read(plain_site(once, request.param))


def read(site: Path) -> Pages:
    """Every file by its path; what is no page counts as an empty one."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    return {
        name: Html(path.read_text("utf-8") if path.suffix == ".html" else "") for name, path in files.items()
    }


def ours(pages: Pages) -> Pages:
    """The pages made from articles, and the home pages."""
    return {name: page for name, page in pages.items() if name.endswith("index.html")}


def language_of(name: str) -> str:
    return FOLDERS.get(name.split("/")[0], "zh-Hant")


def name_of(address: str) -> str:
    path, _ = urldefrag(address.removeprefix(BASE))
    return unquote(path) + ("index.html" if path.endswith("/") or not path else "")


def target(name: str, link: object) -> str:
    """The file to which `link` on the page `name` leads."""
    return name_of(urljoin(BASE + name, str(link)))


def links(page: Html, tag: str, **wanted: str) -> list[dict[str, str | None]]:
    """The attributes of the elements `tag` that have a href, and `wanted` attributes too."""
    return [
        attributes
        for element, attributes in page.elements
        if element == tag
        and attributes.get("href") is not None
        and all(attributes.get(key) == value for key, value in wanted.items())
    ]


def translations(page: Html) -> list[dict[str, str | None]]:
    """The links to the same page in each language; that to the feed is none."""
    return [link for link in links(page, "link", rel="alternate") if "hreflang" in link]


def alternates(name: str, page: Html) -> dict[str, str]:
    """The pages that the head names as the same in other languages, by language."""
    return {str(link["hreflang"]): target(name, link["href"]) for link in translations(page)}


def test_there_are_pages(pages: Pages) -> None:
    assert {"index.html", "zh-hans/index.html", "en/index.html", "404.html"} < set(pages)
    kinds = {"/".join((*name.split("/")[:1], *name.split("/")[2:])) for name in ours(pages)}
    both = {f"{script}/{name}index.html" for script in ("zh-hant", "zh-hans") for name in ("", "about/")}
    assert both | {"zh-hant/parallel/index.html", "en/index.html"} <= kinds


def test_links_lead_somewhere(pages: Pages) -> None:
    for name in set(pages) - {"404.html"}:  # the one page that may be shown at any address
        assert broken(name, pages[name], pages) == []


def broken(name: str, page: Html, pages: Pages) -> list[str]:
    """The links of `page` to files or ids that are not there. Those to other sites must tell nothing."""
    found = [
        str(attributes["href"])
        for _, attributes in page.elements
        if attributes.get("href") and attributes.get("rel") != "noopener noreferrer"
    ]
    return [f"{name}: {link}" for link in found if not resolves(urljoin(BASE + name, link), pages)]


def resolves(address: str, pages: Pages) -> bool:
    name, fragment = name_of(address), urldefrag(address).fragment
    return name in pages and (not fragment or unquote(fragment) in {*pages[name].ids, "__skip"})


def test_everything_comes_from_the_site(pages: Pages) -> None:
    for name, page in pages.items():
        loaded = [str(attributes["src"]) for _, attributes in page.elements if "src" in attributes]
        assert [source for source in loaded if "//" in source] == [], name


def test_links_to_other_sites_tell_them_nothing(pages: Pages) -> None:
    outside = [
        (name, attributes.get("href"), attributes.get("rel"))
        for name, page in pages.items()
        for _, attributes in page.elements
        if str(attributes.get("href")).startswith(("http:", "https:", "//"))
    ]
    assert outside  # the article cites some
    assert [link for link in outside if link[2] != "noopener noreferrer"] == []


def test_every_page_has_a_policy_manifest_and_icon(pages: Pages) -> None:
    for name in pages:
        if name.endswith(".html"):
            (policy,) = pages[name].find("http-equiv", "Content-Security-Policy")
            assert "script-src 'self';" in str(policy["content"]), name
            for kind in ("manifest", "icon", "apple-touch-icon"):
                (link,) = links(pages[name], "link", rel=kind)
                assert target(name, link["href"]) in pages, name


def test_a_preview_reloads_itself_and_is_not_kept(tmp_path: Path) -> None:
    """The server of `duidu serve` puts a script into each page, which the policy would forbid."""
    pages = read(build("mkdocs", tmp_path, settings="\nsite_url: http://127.0.0.1:8000/\n"))
    for page in ours(pages).values():
        assert page.find("http-equiv", "Content-Security-Policy") == []
        assert links(page, "link", rel="manifest") == []


def test_every_label_has_its_control(pages: Pages) -> None:
    for name, page in pages.items():
        labels = {
            str(attributes["for"])
            for tag, attributes in page.elements
            if tag == "label" and "for" in attributes
        }
        assert labels <= set(page.ids), name


def test_ids_are_unique(pages: Pages) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name


def terms_of(page: Html) -> list[str]:
    return sorted(anchor for anchor in page.ids if anchor.startswith("term-"))


def test_both_scripts_have_the_same_ids(pages: Pages) -> None:
    for name, page in ours(pages).items():
        if name.startswith("zh-hans/"):
            other = pages[alternates(name, page)["zh-Hant"]]
            if name.endswith("/terms/index.html"):  # each script has its own order there
                assert terms_of(page) == terms_of(other) != [], name
            elif name.split("/")[1] in ORDERED:
                assert len(page.find("class", "term-places")) == len(other.find("class", "term-places")) > 0
            else:
                assert page.ids == other.ids, name


def test_every_page_says_its_language(pages: Pages) -> None:
    for name, page in pages.items():
        if name.endswith(".html"):
            tags = dict(page.elements)
            assert tags["html"]["lang"] == language_of(name), name


def test_every_page_is_its_own_canonical(pages: Pages) -> None:
    """But those of articles: without an address of the site, reference managers would keep “./” as theirs."""
    for name, page in ours(pages).items():
        said = [target(name, link["href"]) for link in links(page, "link", rel="canonical")]
        assert said == ([] if cited(page) else [name])


def test_alternates_name_each_other_and_themselves(pages: Pages) -> None:
    seen = 0
    for name, page in ours(pages).items():
        if not (named := alternates(name, page)):
            assert name.endswith("/parallel/index.html")
            continue
        seen += 1
        assert named[language_of(name)] == name
        assert named["x-default"] == named["zh-Hant"]
        for tag, other in named.items():
            assert tag in ("x-default", language_of(other))
            assert alternates(other, pages[other]) == named
    assert seen >= 8


def test_the_switch_leads_to_the_alternates(pages: Pages) -> None:
    for name, page in ours(pages).items():
        here = [target(name, link["href"]) for link in links(page, "a", **{"aria-current": "page"})]
        assert here == [name]
        for tag, other in alternates(name, page).items():
            found = {target(name, link["href"]) for link in links(page, "a", hreflang=tag)}
            assert tag == "x-default" or other in found, (name, tag)


def test_the_page_for_lost_readers_leads_home(pages: Pages) -> None:
    lost = pages["404.html"]
    homes = {link["hreflang"]: link["href"] for link in links(lost, "a") if link.get("hreflang")}
    assert homes == {"zh-Hant": "/", "zh-Hans": "/zh-hans/", "en": "/en/"}
    assert not lost.find("aria-current", "page")


def test_each_page_is_described_in_its_language(pages: Pages) -> None:
    described = {
        name: [meta["content"] for meta in page.find("name", "description")]
        for name, page in ours(pages).items()
    }
    assert all(len(description) == 1 for description in described.values())
    for name, page in ours(pages).items():
        others = set(alternates(name, page).values()) - {name}
        assert all(described[other] != described[name] for other in others)


def test_side_by_side_is_not_for_search_engines(pages: Pages) -> None:
    found = [name for name, page in pages.items() if hidden(page)]
    assert found
    assert all(name.endswith("/parallel/index.html") for name in found)
    readers = [
        name
        for name, page in pages.items()
        if any(target(name, a["href"]) in found for a in links(page, "a"))
    ]
    assert {language_of(name) for name in readers} == {"zh-Hant", "zh-Hans", "en"}


def test_navigation_is_of_one_language(pages: Pages) -> None:
    for name, page in ours(pages).items():
        shown = {
            target(name, link["href"])
            for link in links(page, "a")
            if str(link.get("class")).startswith("md-nav__link") and not str(link["href"]).startswith("#")
        }
        assert {language_of(other) for other in shown} == {language_of(name)}, name


def test_the_way_home_leads_to_the_home_of_the_language(pages: Pages) -> None:
    for name, page in ours(pages).items():
        for logo in page.find("data-md-component", "logo"):
            home = target(name, logo["href"])
            assert home == ("" if language_of(name) == "zh-Hant" else name.split("/")[0] + "/") + "index.html"


def cited(page: Html) -> dict[str, str]:
    """What the page tells reference managers."""
    said = ((str(each.get("name")), str(each.get("content"))) for _, each in page.elements)
    return {name: content for name, content in said if name.startswith("citation_")}


def test_every_page_that_is_the_article_says_how_it_is_cited(pages: Pages) -> None:
    saying = {name for name, page in pages.items() if cited(page)}
    abouts = {name for name in pages if name.endswith("/about/index.html")}
    reading = {name.replace("/about/", "/") for name in abouts}
    fronts = {name.replace("zh-hant/", "en/") for name in reading if name.startswith("zh-hant/")}
    parallel = {name for name in pages if name.endswith("/parallel/index.html")}
    assert saying == reading | fronts | parallel
    for name in saying:
        original = cited(pages[f"zh-hant/{name.split('/')[1]}/index.html"])
        assert set(cited(pages[name])) == set(original), name
        assert cited(pages[name])["citation_title"]
        assert len(cited(pages[name])["citation_abstract"]) > 120  # the whole


def test_citations_for_reference_managers_are_published(pages: Pages) -> None:
    files = {
        name.rpartition("/")[2] for name in pages if name.startswith("zh-hant/") and "/citation." in name
    }
    assert files == {"citation.bib", "citation.ris", "citation.json"}


def test_templates_and_settings_are_not_published(pages: Pages) -> None:
    assert [name for name in pages if "partials" in name or name.endswith((".toml", ".docx"))] == []


def test_folder_names_are_no_navigation(pages: Pages) -> None:
    assert not any("Zh hant" in text for page in pages.values() for text in page.texts.values())


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_addresses_are_whole_where_the_site_has_one(engine: str, tmp_path: Path) -> None:
    pages = read(build(engine, tmp_path, settings="\nsite_url: https://example.org/read\n"))
    for name, page in ours(pages).items():
        (canonical,) = links(page, "link", rel="canonical")
        assert canonical["href"] == f"https://example.org/read/{name.removesuffix('index.html')}"
        (feed,) = links(page, "link", type="application/atom+xml")
        language = "zh-hant" if name == "index.html" else name.split("/")[0]
        assert feed["href"] == f"https://example.org/read/{language}/feed.xml"
        named = {link["hreflang"]: link["href"] for link in translations(page)}
        assert named == {} or named[language_of(name)] == canonical["href"]
        if said := cited(page):
            slug = name.split("/")[1]
            original = f"https://example.org/read/zh-hant/{slug}/"
            assert said["citation_public_url"] == original
            reads = name.startswith("zh-") and "parallel" not in name
            assert said["citation_fulltext_html_url"] == (canonical["href"] if reads else original)
    listed = ElementTree.parse(tmp_path / "site" / "sitemap.xml")
    entries = listed.iterfind(".//{*}loc")
    for url in listed.iterfind(".//{*}url"):
        translated = {link.get("hreflang"): link.get("href") for link in url.iterfind("{*}link")}
        assert url.findtext("{*}loc") in {*translated.values()}
        assert "x-default" in translated
    wanted = [name.removesuffix("index.html") for name, page in ours(pages).items() if not hidden(page)]
    assert sorted(str(entry.text) for entry in entries) == sorted(
        f"https://example.org/read/{name}" for name in wanted
    )


def hidden(page: Html) -> bool:
    """Whether search engines are told to leave it out."""
    return page.find("content", "noindex") != []


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_a_site_without_simplified_links_to_none(engine: str, tmp_path: Path) -> None:
    pages = read(build(engine, tmp_path, pages=sample(ORIGINAL)))
    assert not any("zh-hans" in name or "/parallel/" in name for name in pages)
    for name, page in ours(pages).items():
        assert broken(name, page, pages) == []
        assert not page.find("hreflang", "zh-Hans")
    assert not pages["404.html"].find("lang", "zh-Hans")


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_a_page_can_be_in_another_language(engine: str, tmp_path: Path) -> None:
    more = {f"{tag}.md": f"---\nlanguage: {tag}\n---\n\n# x\n" for tag in ("zh-Hans", "en")}
    pages = read(build(engine, tmp_path, more, pages={"index.md": "# x\n"}))
    said = {"zh-Hans": ("导航", "阅读设置", "搜索"), "en": ("Navigation", "Reading settings", "Search")}
    for tag, labels in said.items():
        page = pages[f"{tag}/index.html"]
        assert page.find("lang", tag)
        assert all(page.find("aria-label", label) for label in labels)


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_a_page_that_names_no_language_is_in_that_of_the_site(engine: str, tmp_path: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("language: zh-Hant", "language: zh-Hans")
    build(engine, tmp_path, pages={"index.md": "# x\n"})
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    run(engine, tmp_path)
    page = read(tmp_path / "site")["index.html"]
    assert page.find("lang", "zh-Hans")
    assert all(page.find("aria-label", label) for label in ("导航", "阅读设置", "搜索"))
