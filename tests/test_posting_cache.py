"""The posting lists of a site: only those of a group that changed are made anew; all come out the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from duidu import posting_cache
from duidu.build import build_pages
from duidu.currency import check_pages
from duidu.project import open_project
from duidu.publish.search import postings, search_files
from duidu.publish.search.search_items import Item
from temporary import SMALL, Project, small_project

SLUGS = ("four", "one", "short", "three", "two")
OTHER = SMALL.replace("潮水", "河水").encode()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of which posting lists are made, one for each group; here each article is one."""
    texts: list[str] = []
    write = postings.write_lists

    def told(items: Iterable[Item]) -> bytes:
        found = list(items)
        texts.append("".join(item.text for item in found))
        return write(found)

    monkeypatch.setattr(search_files, "MOST_AT_ONCE", 0)
    monkeypatch.setattr(postings, "_GROUP", 1)
    monkeypatch.setattr(posting_cache, "write_lists", told)
    return texts


@pytest.fixture
def project(tmp_path: Path, made: list[str]) -> Project:
    """Five articles, whose files have been written."""
    project = small_project(tmp_path)
    for slug in SLUGS:
        project.add(slug, SMALL.encode())
    build(project)
    made.clear()
    return project


def build(project: Project) -> int:
    """How many files changed."""
    return build_pages(open_project(project.root)).changed


def grams(project: Project) -> str:
    return "".join(file.read_text("utf-8") for file in (project.root / "docs/search/grams").iterdir())


def test_a_changed_article_makes_only_its_group_anew(project: Project, made: list[str]) -> None:
    project.add("three", OTHER)
    build(project)
    assert len(made) == 1
    assert "河水" in made[0]
    assert "河水*" in grams(project)


def test_without_the_cache_all_come_out_the_same(project: Project, made: list[str]) -> None:
    project.add("three", OTHER)
    build(project)
    before = project.files()
    shutil.rmtree(project.root / ".cache")
    assert build(project) == 0
    assert project.files() == before
    assert len(made) == 1 + len(SLUGS)
    assert check_pages(open_project(project.root)).outdated == ()


def test_a_new_article_and_one_that_is_gone(project: Project, made: list[str]) -> None:
    project.add("new", OTHER)
    shutil.rmtree(project.root / "docs/articles/short")
    build(project)
    assert len(made) == 1
    kept = {file.stem for file in (project.root / ".cache/duidu/groups").iterdir()}
    assert kept == {*SLUGS, "new"} - {"short"}


def test_lists_that_were_cut_short_are_made_anew(project: Project, made: list[str]) -> None:
    file = project.root / ".cache/duidu/groups/three.lists"
    file.write_bytes(file.read_bytes()[:-9])
    (project.root / ".cache/duidu/site.json").unlink()
    before = grams(project)
    build(project)
    assert len(made) == 1
    assert grams(project) == before


def test_a_site_that_has_little_text_keeps_none(
    project: Project, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_files, "MOST_AT_ONCE", 10**9)
    project.add("three", OTHER)
    build(project)
    assert made == []
    assert list((project.root / ".cache/duidu/groups").iterdir()) == []
    assert not (project.root / "docs/search/grams").exists()
