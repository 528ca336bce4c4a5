"""An article saved from any of its pages, or by its files, is the same in a reference manager, and whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from building import COMMANDS, ORIGINAL, SIMPLER, build, sample
from duidu.enrich.other_script import convert_metadata
from duidu.metadata import Metadata
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL
from duidu.publish.citing.bibtex import bibtex
from duidu.publish.citing.record import record_of
from duidu.publish.citing.ris import ris
from once import Once
from rendering import Html
from test_citing import FULL, titled, work
from test_citing_formats import ABSTRACT, TITLE, TITLE_EN
from zotero import Item, from_bibtex, from_page, from_ris

SITE = "https://example.org/read/"
PAGES = {
    TRADITIONAL: "zh-hant/dengta/",
    SIMPLIFIED: "zh-hans/dengta/",
    ENGLISH: "en/dengta/",
    "parallel": "zh-hant/dengta/parallel/",
}
PDF = "zh-hant/dengta/dengta.pdf"
KNOWN = replace(FULL, publish_source=True)
FACTS = {
    "date": "2009",
    "volume": "3",
    "issue": "1",
    "pages": "93-97",
    "ISSN": "1234-567X",
    "DOI": "10.1234/abc",
    "url": f"{SITE}zh-hant/dengta/",
}


def made(once: Once, engine: str, name: str, metadata: Metadata, address: str = SITE) -> Mapping[str, Html]:
    """The pages of the sample of which `metadata` is known, by what they are."""
    editions = (replace(ORIGINAL, metadata=metadata), replace(SIMPLER, metadata=convert_metadata(metadata)))
    settings = f"\nsite_url: {address}\n" if address else ""

    def make(project: Path) -> None:
        build(engine, project, {PDF: b"%PDF-1.4\n"}, pages=sample(*editions), settings=settings)

    folder = once(f"{name}-{engine}", make) / "site"
    return {kind: Html((folder / path / "index.html").read_text("utf-8")) for kind, path in PAGES.items()}


@pytest.fixture(scope="module", params=sorted(COMMANDS))
def pages(request: pytest.FixtureRequest, once: Once) -> Mapping[str, Html]:
    return made(once, request.param, "saved", KNOWN)


@pytest.fixture(scope="module")
def items(pages: Mapping[str, Html]) -> dict[str, Item]:
    return {kind: from_page(page, f"{SITE}{PAGES[kind]}") for kind, page in pages.items()}


@pytest.mark.parametrize("kind", PAGES)
def test_from_each_page_it_is_the_journal_s_article_at_the_original_s_address(
    items: dict[str, Item], kind: str
) -> None:
    item = items[kind]
    assert item.type == "journalArticle"
    assert {name: item.fields[name] for name in FACTS} == FACTS
    assert item.attachments == [f"{SITE}{PDF}"]
    assert all(item.fields[name] for name in ("title", "abstractNote", "publicationTitle", "publisher"))


@pytest.mark.parametrize(
    ("kind", "title", "creator", "journal", "language"),
    [
        (TRADITIONAL, TITLE, ("林知遠", ""), "海濱史學", "zh-Hant"),
        (SIMPLIFIED, "论晚清灯塔制度的形成及其跨海合作", ("林知远", ""), "海滨史学", "zh-Hans"),
        (ENGLISH, TITLE_EN, ("Lin", "Chih-yuan"), "Coastal History", "zh-Hant"),
        ("parallel", TITLE, ("林知遠", ""), "海濱史學", "zh-Hant"),
    ],
)
def test_it_is_in_the_language_of_the_page(
    items: dict[str, Item], kind: str, title: str, creator: tuple[str, str], journal: str, language: str
) -> None:
    fields = items[kind].fields
    assert (fields["title"], fields["publicationTitle"], fields["language"]) == (title, journal, language)
    assert items[kind].creators == [creator]


def test_the_files_say_what_the_page_of_the_original_says(items: dict[str, Item]) -> None:
    page, cited = items[TRADITIONAL], work(KNOWN)
    for item in (from_ris(ris(cited)), from_bibtex(bibtex(cited))):
        assert (item.type, item.creators, item.tags) == (page.type, page.creators, page.tags)
        assert item.fields["abstractNote"] == ABSTRACT == page.fields["abstractNote"]
        # The address is the journal's own, the language has the name that TeX has for it.
        other = dict.fromkeys(("url", "language", "publisher", "abstractNote"), "")
        assert {**item.fields, **other} == {**page.fields, **other}


def test_the_title_in_english_is_not_the_title() -> None:
    assert from_ris(ris(work())).fields["title"] == TITLE
    assert "TT  -" not in ris(work())


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_of_which_little_is_known_and_without_an_address(once: Once, engine: str) -> None:
    """It is an article all the same, and known by the address that the reader sees."""
    for kind, page in made(once, engine, "bare", Metadata(), address="").items():
        here = f"http://localhost/{PAGES[kind]}"
        item = from_page(page, here)
        assert item.type == "journalArticle"
        assert item.fields["url"] == here
        assert item.attachments == ["snapshot"]
        assert not {"date", "publicationTitle", "volume"} & set(item.fields)


@pytest.mark.parametrize("kind", [TRADITIONAL, SIMPLIFIED, ENGLISH])
def test_search_engines_are_told_the_address_and_the_issue(pages: Mapping[str, Html], kind: str) -> None:
    page = pages[kind]
    scripts = zip(page.elements, page.words, strict=True)
    (told,) = [json.loads(words) for (_, said), words in scripts if said.get("type") == "application/ld+json"]
    text = PAGES[TRADITIONAL if kind == ENGLISH else kind]
    assert told["url"] == f"{SITE}{text}"
    assert told["inLanguage"] == (TRADITIONAL if kind == ENGLISH else kind)
    issue = told["isPartOf"]
    assert (issue["issueNumber"], issue["isPartOf"]["volumeNumber"]) == ("1", "3")
    assert issue["isPartOf"]["isPartOf"]["issn"] == "1234-567X"


@pytest.mark.parametrize(
    ("kind", "territory", "others"),
    [
        (TRADITIONAL, "zh_TW", ["zh_CN", "en_US"]),
        (SIMPLIFIED, "zh_CN", ["zh_TW", "en_US"]),
        (ENGLISH, "en_US", ["zh_TW", "zh_CN"]),
    ],
)
def test_who_shows_a_link_to_it_is_told(
    pages: Mapping[str, Html], kind: str, territory: str, others: list[str]
) -> None:
    page = pages[kind]
    told = {
        name: [each["content"] for each in page.find("property", f"og:{name}")]
        for name in ("type", "url", "locale", "locale:alternate", "title", "site_name", "description")
    }
    assert told["type"] == ["article"]
    assert told["url"] == [f"{SITE}{PAGES[kind]}"]
    assert (told["locale"], told["locale:alternate"]) == ([territory], others)
    assert told["title"] == [from_page(page, "").fields["title"]]
    assert all(len(told[name]) == 1 for name in ("site_name", "description"))


def test_several_authors_are_kept_apart() -> None:
    cited = titled("論", authors=record_of("x", ORIGINAL.article, FULL, TRADITIONAL).authors * 2)
    assert from_bibtex(bibtex(cited)).creators == from_ris(ris(cited)).creators == [("林知遠", "")] * 2
