"""Names of files that are no UTF-8, or have an end of a line in them: they harm nothing, and are told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from duidu.build import build_pages
from duidu.currency import check_pages
from duidu.problems import Code, Problem
from duidu.project import open_project
from duidu.publish.offline import service_worker
from once import Once
from recovering import ROOT
from temporary import Project, built_project, run

BYTES = b"\xff\xfe"
NAME = os.fsdecode(BYTES)
ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")


@pytest.fixture
def project(once: Once, tmp_path: Path) -> Project:
    """An article, whose pages have been written."""
    return built_project(once, tmp_path)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("a\nb.txt", r"a\nb.txt"),
        ("a\x1b[31m\u2028.txt", r"a\x1b[31m\u2028.txt"),
        (f"{NAME}.txt", r"\udcff\udcfe.txt"),
        ("潮水　é.txt", "潮水　é.txt"),
    ],
)
def test_a_finding_is_one_line(file: str, told: str) -> None:
    assert (
        Problem.at(Code.NO_ARTICLE_YET).report(file).startswith(f"{told}: warning: no article is here yet;")
    )


@ONLY_LINUX
@pytest.mark.parametrize(
    "path", ["articles/short/{}.jpg", "{}.jpg", "assets/{}.css", "{}/file", "zh-hant/short/{}.html"]
)
def test_a_file_is_known_by_its_bytes(path: str, project: Project) -> None:
    file = project.root / "docs" / path.format(NAME)
    file.parent.mkdir(parents=True, exist_ok=True)
    for content in ("one", "two"):
        file.write_text(content, "utf-8")
        built = build_pages(open_project(project.root))
        assert built.sound
        assert built.converted == ({"short"} if "articles" in path else frozenset())
    assert check_pages(open_project(project.root)).outdated == ()
    assert file.exists() is not path.startswith(
        "zh-hant"
    )  # where duidu keeps nothing that it has not written


def test_the_worker_keeps_it_by_its_bytes() -> None:
    assert b'"assets/%FF%FE.css"' in service_worker({f"assets/{NAME}.css": ""})


@ONLY_LINUX
def test_files_that_are_not_read_are_told(project: Project) -> None:
    articles = project.root / "docs/articles"
    (articles / "empty").mkdir()
    for file in (articles / f"{NAME}.pdf", articles / "empty/a\nb.pdf"):
        file.touch()
    outside, misnamed = r"\udcff\udcfe.pdf: warning:", r"empty/a\nb.pdf: warning:"
    said = run("check", "--root", str(project.root))
    assert [line.partition(" the file")[0] for line in said.errors] == [
        f"{articles}/{misnamed}",
        f"{articles}/{outside}",
    ]
    assert said.code == 0


@ONLY_LINUX
def test_what_is_printed_of_it_is_no_error(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "duidu", "new", str(tmp_path / NAME)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"/\udcff\udcfe. What to fill in" in done.stdout
