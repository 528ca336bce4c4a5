"""What the site looks like: which files of the theme and of the project count, and what changes with them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from duidu import look
from duidu.build_cache import BuildCache
from duidu.look import THEME, is_source, read_look, template_folders
from duidu.project import open_project
from duidu.publish.offline import WORKER
from duidu.settings import Settings
from duidu.site_files import site_files
from rendering import ROOT
from temporary import Project, run


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A theme of our own, so that it can change."""
    folder = Path(shutil.copytree(THEME, tmp_path / "theme"))
    monkeypatch.setattr(look, "THEME", folder)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Project:
    run("new", str(tmp_path / "journal"))
    return Project(tmp_path / "journal")


def worker(project: Project) -> bytes:
    """What `duidu build` writes for browsers that keep pages."""
    opened = open_project(project.root)
    look = read_look(opened)
    cache = BuildCache(opened.cache)
    return dict(site_files({}, cache, {}, look, (), opened.settings, simplified=True))[WORKER]


def test_the_repository_s_own_templates_are_the_theme() -> None:
    assert template_folders(open_project(ROOT)) == (THEME,)


def test_docs_come_before_templates_and_these_before_the_theme(project: Project, theme: Path) -> None:
    for folder in ("docs", "templates"):
        (project.root / folder / "assets").mkdir(parents=True)
        (project.root / folder / "assets" / "notes.css").write_text(folder)
    (project.root / "templates" / "main.html").write_text("templates")
    found = read_look(replace(open_project(project.root), settings=Settings(templates="templates")))
    assert found["assets/notes.css"] == b"docs"
    assert found["main.html"] == b"templates"
    assert found["assets/lists.css"] == (theme / "assets/lists.css").read_bytes()
    assert not any("articles" in path or "pycache" in path for path in found)


@pytest.mark.parametrize(
    "path",
    [
        "theme/main.html",
        "theme/assets/reader/notes.js",
        "theme/assets/icons/icon.svg",
        "theme/new.css",
        "journal/mkdocs.yml",
        "journal/docs/assets/own.css",
        "journal/templates/partials/footer.html",
    ],
)
def test_a_change_is_a_new_version(project: Project, theme: Path, path: str) -> None:
    with (project.root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("INHERIT: own.yml\n")
    (project.root / "own.yml").write_text("theme:\n  custom_dir: templates\n")
    before = worker(project)
    assert worker(project) == before
    file = theme.parent / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as changed:
        changed.write("\n")
    assert worker(project) != before
    assert is_source(open_project(project.root), file)


def test_what_is_written_changes_no_version(project: Project, theme: Path) -> None:
    run("build", "--root", str(project.root))
    (theme / "__pycache__").mkdir(exist_ok=True)
    (theme / "__pycache__" / "x.pyc").write_bytes(b"x")
    (theme / ".DS_Store").write_bytes(b"x")
    assert worker(project) == (project.root / "docs" / WORKER).read_bytes()
    opened = open_project(project.root)
    sources = {
        path for folder in (project.root, theme) for path in folder.rglob("*") if is_source(opened, path)
    }
    assert {path for path in sources if path.is_file() and theme not in path.parents} == {
        project.root / "mkdocs.yml",
        project.root / "journal.toml",
        project.root / "docs/articles/README.md",
    }
    assert not any(path.name.startswith((".", "__pycache__")) for path in sources)
