"""`extra.engine` in mkdocs.yml: what makes the site, and what is told where that cannot."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from duidu.engines import MKDOCS, ZENSICAL
from duidu.project import open_project
from temporary import SMALL, Project, run, small_project
from test_building import PAGE, breaks_a_link, breaks_a_template, left_behind, site_files
from test_cli import PATIENCE, fetched, serving, until

POLICY = "Content-Security-Policy"


def choose(project: Project, engine: str) -> None:
    settings = project.root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert text.count("\nextra:\n") == 1
    settings.write_text(text.replace("\nextra:\n", f"\nextra:\n  engine: {engine}\n"), "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = small_project(tmp_path)
    choose(made, "zensical")
    return made


def test_zensical_makes_the_site_and_leaves_the_old_one_if_it_fails(project: Project) -> None:
    root = project.root
    (root / "site").mkdir()
    (root / "site" / "stale.html").write_text("old", "utf-8")
    said = run("build", "--root", str(root))
    assert (said.code, said.errors[-1]) == (0, "Building the site with Zensical …")
    files = site_files(root / "site")
    assert "潮水漲落有時" in files[PAGE].decode()
    assert POLICY in files[PAGE].decode()
    assert Path("stale.html") not in files
    assert left_behind(root) == []

    breaks_a_link(root)
    said = run("build", "--root", str(root))
    assert said.code == 4
    assert said.errors[-1] == (
        f"{root}: error: the site could not be built: more.md:3:5: page does not exist; "
        "more.md:4:5: page does not exist [site-failed]"
    )
    (root / "docs" / "more.md").unlink()
    breaks_a_template(root)
    said = run("build", "--root", str(root))
    assert said.code == 4
    assert said.errors[-1].startswith(
        f"{root}: error: the site could not be built: RuntimeError: syntax error"
    )
    assert site_files(root / "site") == files
    assert left_behind(root) == []


def test_zensical_serves_the_site_and_shows_errors(project: Project) -> None:
    with serving(project) as (server, site):
        page = f"{site}zh-hant/short/"
        assert until(lambda: "潮水漲落有時" in fetched(page))
        assert POLICY not in fetched(page)
        project.add("short", SMALL.replace("潮水", "河水").encode())
        assert until(lambda: "河水漲落有時" in fetched(page))
        project.add("short", b"%PDF-1.4")
        assert until(lambda: "[pdf-damaged]</p>" in fetched(page))
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE) == 0
        assert left_behind(project.root) == []


def test_it_is_not_installed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda module: None if module == "zensical" else module)
    said = run("build", "--root", str(project.root))
    assert said.code == 4
    assert said.errors == [
        f"{project.root}: error: the site could not be built: zensical is not installed for"
        f" {sys.executable}; expected the engine that mkdocs.yml names: install it with"
        " “pip install 'duidu[zensical]'” [site-failed]"
    ]


@pytest.mark.parametrize(("engine", "said"), [("hugo", "'hugo'"), ("[mkdocs]", "['mkdocs']"), ("", "None")])
def test_an_engine_that_is_none(tmp_path: Path, engine: str, said: str) -> None:
    project = small_project(tmp_path)
    choose(project, engine)
    found = run("build", "--root", str(project.root))
    assert found.code == 3
    assert found.errors == [
        f"{project.root / 'mkdocs.yml'}: error: the settings cannot be read: extra.engine is {said};"
        " expected mkdocs or zensical [settings-malformed]"
    ]


def test_a_new_project_chooses_by_taking_away_a_mark(tmp_path: Path) -> None:
    run("new", str(tmp_path / "journal"))
    settings = tmp_path / "journal" / "mkdocs.yml"
    assert open_project(settings.parent).settings.engine is MKDOCS
    settings.write_text(
        settings.read_text("utf-8").replace("# engine: zensical", "engine: zensical"), "utf-8"
    )
    assert open_project(settings.parent).settings.engine is ZENSICAL


def test_reasons_of_mkdocs() -> None:
    output = (
        "INFO    -  Building\nWARNING -  page 1\nTraceback (most recent call last):\n  File\nKeyError: 'a'\n"
    )
    assert list(MKDOCS.reasons(output)) == ["page 1", "KeyError: 'a'"]
    assert list(MKDOCS.reasons("INFO    -  Building\n")) == []


def test_reasons_of_zensical() -> None:
    issue = "\x1b[33mWarning:\x1b[0m page does not exist\n   \x1b[38m╭\x1b[0m\x1b[38m─\x1b[0m[ a.md:1:5 ]\n"
    trace = "Traceback (most recent call last):\n  File\nRuntimeError: Aborted\n"
    assert list(ZENSICAL.reasons(issue + trace)) == ["a.md:1:5: page does not exist"]
    assert list(ZENSICAL.reasons(trace)) == ["RuntimeError: Aborted"]
    assert list(ZENSICAL.reasons("")) == []
