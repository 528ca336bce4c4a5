"""What is installed is all there is: a wheel built from this checkout makes a whole site in another place."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin
from zipfile import ZipFile

import pytest

from building import COMMANDS
from rendering import ROOT
from temporary import SMALL, Project, run
from test_site import BASE, broken, name_of, read

PACKAGE = ROOT / "scripts" / "duidu"
BUILD = "import setuptools.build_meta as backend, sys; backend.build_wheel(sys.argv[1])"
SOME = ("assets/worker.js", "assets/reader.css", "assets/reader.js", "assets/search/engine.js")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*")


@dataclass(frozen=True)
class Installed:
    """duidu in a folder of its own, with the packages that it needs from the environment of the tests."""

    folder: Path

    def python(self, *arguments: str, within: Path) -> str:
        """Run Python in the folder `within`; what it prints."""
        environment = os.environ | {"PYTHONPATH": str(self.folder), "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=within,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "WARNING" not in done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, since a build leaves files behind."""
    copy, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    shutil.copytree(PACKAGE, copy / "scripts" / "duidu", ignore=LEFT_OUT)
    command = [sys.executable, "-c", BUILD, str(out)]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    ZipFile(wheel).extractall(folder)
    return Installed(folder)


@pytest.fixture(scope="module")
def journal(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project made and built by what is installed, with one article."""
    folder = tmp_path_factory.mktemp("made")
    installed.python("-m", "duidu", "new", "journal", within=folder)
    made = Project(folder / "journal")
    made.add("short", SMALL.encode())
    installed.python("-m", "duidu", "build", within=made.root)
    return made.root


@pytest.fixture
def project(journal: Path, tmp_path: Path) -> Project:
    """A copy of that project."""
    return Project(Path(shutil.copytree(journal, tmp_path / "journal")))


def test_it_has_every_file_of_the_package(wheel: Path) -> None:
    packed = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    files = (path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert packed == {path.relative_to(PACKAGE.parent).as_posix() for path in files}


def test_what_runs_is_what_was_installed(installed: Installed, tmp_path: Path) -> None:
    where = "import duidu.theme, mkdocs.utils as u; print(duidu.theme.__file__, u.get_theme_dir('duidu'))"
    module, theme = installed.python("-c", where, within=tmp_path).split()
    assert Path(module).parent == Path(theme) == installed.folder / "duidu" / "theme"


def test_it_makes_the_same_site_as_this_checkout(project: Project) -> None:
    theirs, written = files_of(project.root / "site"), project.files()
    assert {"index.html", "sw.js", "manifest.json", "assets/reader.js", "assets/worker.js"} <= set(theirs)
    assert run("build", "--root", str(project.root)).code == 0
    assert project.files() == written
    assert files_of(project.root / "site") == theirs


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_all_that_pages_ask_for_is_there(engine: str, installed: Installed, project: Project) -> None:
    shutil.rmtree(project.root / "site")
    installed.python("-m", *COMMANDS[engine], within=project.root)
    pages = read(project.root / "site")
    loaded = 0
    for name in (name for name in pages if name.endswith(".html") and name != "404.html"):
        assert broken(name, pages[name], pages) == []
        sources = [str(tag["src"]) for _, tag in pages[name].elements if "src" in tag]
        loaded += len(sources)
        assert [each for each in sources if name_of(urljoin(BASE + name, each)) not in pages] == []
    assert loaded > len(SOME)
    worker = (project.root / "site" / "sw.js").read_text("utf-8")
    kept = re.findall(r'"([^"]+\.\w+)"', worker)
    assert set(SOME) <= set(kept)
    assert [path for path in kept if path not in pages] == []


def files_of(site: Path) -> dict[str, bytes]:
    """The files of a site by path, but for the site maps, which have the time of the build."""
    paths = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
