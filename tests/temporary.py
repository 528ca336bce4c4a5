"""Projects in temporary folders, and the command as a stranger sees it."""

from __future__ import annotations

import contextlib
import io
import shutil
from dataclasses import dataclass
from pathlib import Path

from duidu.cli import main
from duidu.look import THEME
from made_pages import RULE
from once import Once
from recovering import ROOT

SMALL = f" 潮水漲落有時，船家依燈號出港。1\n\n{RULE}\n1 見港務局統計。 \n"
# What is tried here is seldom a whole article.
FRAGMENT = 'accept = ["title-missing", "headings-missing", "citation-incomplete"]\n'


@dataclass(frozen=True)
class Said:
    """What the command said: its exit code, standard output, and the lines of standard error."""

    code: int
    out: str
    errors: list[str]


def run(*arguments: str) -> Said:
    """Run the command in this process. What it does not handle is raised, and fails the test."""
    out, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Said(code, out.getvalue(), errors.getvalue().splitlines())


@dataclass(frozen=True)
class Project:
    """A project of its own in `root`."""

    root: Path

    def add(self, slug: str, source: bytes, said: str = FRAGMENT) -> Path:
        """Add an article, of which article.toml says this, or write over it; its file."""
        path = self.root / "docs" / "articles" / slug / "source.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source)
        path.with_name("article.toml").write_text(said, "utf-8")
        return path

    def files(self) -> dict[str, bytes]:
        """Every file of the project, the site's and what a build leaves for the next aside."""
        paths = (path for path in sorted(self.root.rglob("*")) if path.is_file())
        inside = {path.relative_to(self.root).as_posix(): path for path in paths}
        return {
            name: path.read_bytes()
            for name, path in inside.items()
            if name.split("/")[0] not in ("site", ".cache")
        }


def small_project(root: Path) -> Project:
    """A project with the repository's settings, its theme, and one short article."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(THEME, root / THEME.relative_to(ROOT))
    project = Project(root)
    project.add("short", SMALL.encode())
    return project


def built_project(once: Once, root: Path) -> Project:
    """The same after `duidu build`: a copy of one that is built for all tests."""

    def make(project: Path) -> None:
        small_project(project)
        assert run("build", "--root", str(project)).code == 0

    return Project(Path(shutil.copytree(once("small", make), root, dirs_exist_ok=True)))
