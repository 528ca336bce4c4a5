"""Citing an article of which all is known: the references in the box, and copying them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from browser.selecting import copied, expect_recorded, record
from building import ORIGINAL, SIMPLER, build, sample
from duidu.enrich.other_script import convert_metadata
from once import Once
from serving import serving
from test_citing import FULL


@pytest.fixture(scope="module")
def site(once: Once, engine: str) -> Path:
    editions = (replace(ORIGINAL, metadata=FULL), replace(SIMPLER, metadata=convert_metadata(FULL)))
    return once("cited", lambda project: build(engine, project, pages=sample(*editions))) / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


def test_the_box_gives_the_reference(article: Page) -> None:
    article.locator(".cite > summary").click()
    expect(article.locator(".cite > .cite-reference").first).to_contain_text("第 3 卷第 1 期（2009 年）")


@pytest.mark.parametrize("folder", ["zh-hant", "zh-hans", "en"])
def test_references_and_files_are_copied(article: Page, site: Path, folder: str) -> None:
    article.goto(urljoin(article.url, f"/{folder}/dengta/"))
    if folder != "en":
        article.locator(".cite > summary").click()
    reference = article.locator(".cite-reference").first
    text = reference.evaluate("reference => reference.firstChild.textContent")
    record(reference.locator("[role=status]"))
    assert copied(article, reference.locator("button"))[0].startswith(text.strip())
    expect_recorded(article, {"zh-hant": "已複製", "zh-hans": "已复制", "en": "Copied"}[folder])
    record_of = (site / "zh-hant/dengta/citation.ris").read_text("utf-8")
    assert copied(article, article.locator(".cite-files button").nth(1)) == record_of.split("\n")
