"""What is wrong in a project: one sentence, and the other articles are published as if nothing were."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from duidu.build import build_pages
from duidu.currency import check_pages
from duidu.project import open_project
from recovering import ROOT
from temporary import SMALL, Project, Said, run, small_project

OTHER = SMALL.replace("潮水", "河水").encode()
UNWRITABLE = "[output-unwritable]"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two articles, whose pages have been written."""
    project = small_project(tmp_path)
    project.add("good", SMALL.encode())
    assert build_pages(open_project(tmp_path)).sound
    return project


def articles(project: Project) -> Path:
    return project.root / "docs/articles"


def page(project: Project, slug: str) -> str:
    return (project.root / "docs/zh-hant" / slug / "index.md").read_text("utf-8")


def findings(project: Project) -> list[str]:
    """The errors of a build in which the article `good` changes; it is published, whatever is wrong."""
    project.add("good", OTHER)
    built = build_pages(open_project(project.root))
    assert "河水" in page(project, "good")
    return list(built.errors)


# --- names


@pytest.mark.parametrize("slug", ["Good", "GOOD", "ｇｏｏｄ", "good ", "gööd"])
def test_a_slug_that_is_another_s_when_folded(project: Project, slug: str) -> None:
    project.add(slug, SMALL.encode())
    assert findings(project) == [
        f"{articles(project)}: error: the folder's name “{slug}” cannot be part of an address; expected"
        " letters a to z and digits, in words joined by single hyphens [slug-wrong]"
    ]


@pytest.mark.parametrize(
    "slug", ["assets", "search", "offline", "en", "zh-hant", "zh-hans", "index", "site", "grams", "articles"]
)
def test_a_slug_that_is_the_site_s_own(project: Project, slug: str) -> None:
    project.add(slug, SMALL.encode())
    assert findings(project) == [
        f"{articles(project)}: error: the folder's name “{slug}” is that of a page of the site itself;"
        " expected another [slug-reserved]"
    ]


# --- links


@pytest.mark.parametrize("name", ["source.txt", "article.toml", "corrections.toml"])
def test_a_file_that_is_a_link_out_of_the_project(
    project: Project, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret"
    secret.write_text(SMALL, "utf-8")
    file = articles(project) / "short" / name
    file.unlink(missing_ok=True)
    file.symlink_to(secret)
    assert findings(project) == [
        f"{file}: error: this is a link to a file outside the articles' folder; expected the file itself"
        " [source-elsewhere]"
    ]


def test_a_folder_that_is_a_link_out_of_the_project(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret"
    shutil.copytree(articles(project) / "short", elsewhere)
    (articles(project) / "linked").symlink_to(elsewhere)
    (first, *others) = findings(project)
    assert others == []
    assert first.startswith(
        f"{articles(project)}/linked/article.toml: error: this is a link to a file outside"
    )


def test_links_that_lead_nowhere_or_to_themselves(project: Project) -> None:
    (articles(project) / "lost").symlink_to(project.root / "nowhere")
    (articles(project) / "round").symlink_to(articles(project) / "round")
    assert findings(project) == []


# --- files


def test_an_article_that_cannot_be_read(project: Project) -> None:
    file = project.add("short", "這".encode("utf-16"))
    assert findings(project) == [
        f"{file}: error: this is UTF-16 text; expected its text layer as UTF-8 text [input-binary]"
    ]
    assert "潮水" in page(project, "short")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("journal = 3", "the value of “journal” is 3; expected a text"),
        ("keep = 3", "the value of “keep” is 3; expected a list of texts"),
        ('simplified = "no"', "the value of “simplified” is 'no'; expected true or false"),
        ("[journal]", "the value of “journal” is {}; expected a text"),
    ],
)
def test_a_journal_of_wrong_types(project: Project, told: str, sentence: str) -> None:
    """It is about all articles, so none is converted, and all keep their pages."""
    file, before = project.root / "journal.toml", page(project, "short")
    file.write_text(f"{told}\n", "utf-8")
    project.add("good", OTHER)
    built = build_pages(open_project(project.root))
    assert built.errors == (f"{file}:1: error: {sentence} [toml-value-wrong]",)
    assert built.failed == ("good", "short")
    assert page(project, "short") == before


# --- a disk on which nothing can be written


def unwritable(file: Path, reason: str) -> str:
    return f"{file}: error: the file cannot be written: {reason} {UNWRITABLE}"


@pytest.mark.parametrize("after", [0, 1, 3, 6, 10])
def test_a_disk_that_gets_full(project: Project, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Whichever file is the first for which there is no room: the old set stays, or the new one is there."""
    project.add("good", OTHER)
    before, written, write = project.files(), [0], Path.write_bytes

    def fail(path: Path, content: bytes) -> int:
        written[0] += 1
        if written[0] > after:
            raise OSError(28, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fail)
    said = run("build", "--root", str(project.root))
    assert said.code == 3
    assert [error.partition(": error: ")[2] for error in said.errors if ": error: " in error] == [
        f"the file cannot be written: No space left on device {UNWRITABLE}"
    ]
    monkeypatch.undo()
    left = project.files()
    assert findings(project) == []
    assert check_pages(open_project(project.root)).outdated == ()
    assert left in (before, project.files())


@pytest.mark.skipif(os.name != "posix", reason="only these systems limit the size of files")
def test_a_system_that_refuses_large_files(project: Project) -> None:
    """Not made believe: what the system says, and what it left of the file on which it said so."""
    project.add("good", OTHER)
    before = project.files()
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000));"
        " from duidu.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited, "build", "--root", str(project.root)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1].endswith(f"the file cannot be written: File too large {UNWRITABLE}")
    assert project.files() == before
    assert findings(project) == []


def replace_cache(project: Project) -> Path:
    shutil.rmtree(project.root / ".cache")
    (project.root / ".cache").write_text("no folder", "utf-8")
    return project.root / ".cache/duidu"


def replace_staging(project: Project) -> Path:
    (project.root / ".duidu-next").write_text("no folder", "utf-8")
    return project.root / ".duidu-next/files"


@pytest.mark.parametrize("replace", [replace_cache, replace_staging])
def test_a_file_where_a_folder_should_be(project: Project, replace: Callable[[Project], Path]) -> None:
    project.add("good", OTHER)
    file, before = replace(project), page(project, "good")
    said: Said = run("build", "--root", str(project.root))
    assert (said.code, said.errors[-1]) == (3, unwritable(file, "Not a directory"))
    assert page(project, "good") == before


def test_a_file_where_the_pages_of_a_language_should_be(project: Project) -> None:
    """It is in a place that `duidu build` owns, so it goes."""
    shutil.rmtree(project.root / "docs/zh-hant")
    (project.root / "docs/zh-hant").write_text("no folder", "utf-8")
    assert findings(project) == []
    assert check_pages(open_project(project.root)).outdated == ()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(project: Project) -> None:
    project.root.chmod(0o555)
    try:
        said = run("build", "--root", str(project.root))
    finally:
        project.root.chmod(0o755)
    assert (said.code, said.errors[-1]) == (3, unwritable(project.root / ".duidu-next", "Permission denied"))


def test_a_folder_that_the_system_does_not_let_be_written(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same for those who run the tests as root."""
    before, make = project.files(), Path.mkdir

    def refuse(path: Path, *args: object, **more: object) -> None:
        if path.name == ".duidu-next":
            raise PermissionError(13, "Permission denied", str(path))
        make(path, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", refuse)
    said = run("build", "--root", str(project.root))
    assert (said.code, said.errors[-1]) == (3, unwritable(project.root / ".duidu-next", "Permission denied"))
    monkeypatch.undo()
    assert project.files() == before
