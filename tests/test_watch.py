"""Watching: which files are sources, and that what changes in a burst is told once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from watchdog.events import DirModifiedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent

from duidu import project as opened
from duidu.look import is_source
from duidu.project import open_project
from duidu.watch import Watch
from temporary import Project, small_project

LOOKS = 150  # before patience is lost: each waits for most of a second


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_project(tmp_path).root


@pytest.fixture
def project(root: Path) -> opened.Project:
    return open_project(root)


SOURCES = [
    "mkdocs.yml",
    "docs/articles/short/source.txt",
    "docs/articles/short/corrections.toml",
    "docs/articles/short/article.toml",
    "docs/articles/new/source.txt",
    "docs/assets/own.css",
    "docs/more.md",
    "scripts/duidu/theme/main.html",
    "scripts/duidu/theme/assets/search/dialog.js",
]
OTHERS = [
    "docs/index.md",
    "docs/sw.js",
    "docs/zh-hant/short/index.md",
    "docs/search/short.json",
    "docs/articles/short/.source.txt.swp",
    "scripts/duidu/theme/__pycache__/__init__.pyc",
    "scripts/duidu/cli.py",
    "site/index.html",
    "README.md",
    ".duidu-x1/zh-hant/short/index.md",
]


@pytest.mark.parametrize("path", SOURCES)
def test_a_source(path: str, project: opened.Project) -> None:
    assert is_source(project, project.root / path)


@pytest.mark.parametrize("path", OTHERS)
def test_no_source(path: str, project: opened.Project) -> None:
    assert not is_source(project, project.root / path)


# --- what is told, of events that come


def test_a_burst_is_told_once(project: opened.Project) -> None:
    watch = Watch(project)
    for path in SOURCES:
        watch.on_any_event(FileModifiedEvent(str(project.root / path)))
    assert watch.wait()
    assert not watch.wait()


def test_only_changes_of_sources_are_told(project: opened.Project) -> None:
    watch = Watch(project)
    for path in OTHERS:
        watch.on_any_event(FileModifiedEvent(str(project.root / path)))
    watch.on_any_event(DirModifiedEvent(str(project.docs)))
    assert not watch.wait()


def test_a_source_that_goes_or_comes_is_told(project: opened.Project) -> None:
    watch = Watch(project)
    source, draft = str(project.articles / "short" / "source.txt"), str(project.root / "draft.txt")
    for event in (FileDeletedEvent(source), FileMovedEvent(source, draft), FileMovedEvent(draft, source)):
        watch.on_any_event(event)
        assert watch.wait()


# --- what is seen, of files that change


def is_seen(watch: Watch, change: Callable[[int], object]) -> bool:
    """Whether a change is seen, which is made anew before each look: the first look sees nothing change."""
    return any(change(number) is not None and watch.wait() for number in range(LOOKS))


def test_changed_files_are_seen(root: Path, project: opened.Project) -> None:
    article = root / "docs" / "articles" / "new" / "article.toml"
    with Watch(project) as watch:
        assert is_seen(watch, lambda number: (root / "mkdocs.yml").write_text(f"site_name: {number}\n"))
        assert is_seen(watch, lambda number: Project(root).add("new", b"%d" % number))
        assert is_seen(watch, lambda number: article.write_text(f"# {number}\n"))


def test_an_article_that_is_taken_away_is_seen(root: Path, project: opened.Project) -> None:
    article = root / "docs" / "articles" / "short"
    with Watch(project) as watch:
        assert is_seen(watch, lambda number: (article / "source.txt").write_text(f"{number}\n"))
        shutil.move(article, root / "aside")
        assert any(watch.wait() for _ in range(LOOKS))


def test_folders_that_the_settings_name_later_are_seen(root: Path, project: opened.Project) -> None:
    templates = root / "templates"
    templates.mkdir()
    with Watch(project) as watch:
        (root / "mkdocs.yml").write_text("site_name: x\ntheme:\n  name: duidu\n  custom_dir: templates\n")
        watch.follow(open_project(root))
        assert is_seen(watch, lambda number: (templates / "main.html").write_text(f"{number}"))
