"""What `duidu serve` says of an article, on every page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, expect

from once import Once
from serving import serving
from temporary import run

ERROR = "docs/articles/one/article.toml:3: error: the value of “year” is 'twenty'; expected a number"


def make_faulty(root: Path) -> None:
    """As the server has it built: the errors stand among the settings."""
    assert run("new", str(root), "--sample").code == 0
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra:\n  errors:\n    - " + json.dumps(ERROR))
    assert run("build", "--root", str(root)).code == 0


@pytest.fixture(scope="module")
def project(once: Once) -> Path:
    return once("faulty", make_faulty)


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    with serving(project / "site") as address:
        yield address


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_an_error_can_be_read_wherever_one_is(
    project: Path, address: str, context: BrowserContext, colours: Literal["light", "dark"]
) -> None:
    (article,) = (project / "docs/articles").glob("*/")
    page = context.new_page()
    page.emulate_media(color_scheme=colours)
    page.goto(f"{address}zh-hant/{article.name}/#notes")
    said = page.get_by_role("alert")
    expect(said).to_have_text(ERROR)
    expect(said).to_be_in_viewport(ratio=1)
    ink, paper = (
        page.locator(part).evaluate(f"one => getComputedStyle(one).{name}")
        for part, name in (("[role=alert]", "color"), (".md-banner", "backgroundColor"))
    )
    assert ink != paper
