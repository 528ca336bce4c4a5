"""What is wrong in a project: one sentence, and the other articles are published as if nothing were."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
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


def test_a_slug_that_is_too_long(project: Project) -> None:
    project.add("a" * 101, SMALL.encode())
    assert findings(project) == [
        f"{articles(project)}: error: the folder's name has 101 characters; expected at most 100, since it is"
        " part of addresses [slug-long]"
    ]


def test_a_slug_that_is_the_site_s_own_keeps_no_page(project: Project) -> None:
    """It is the page of an index there, which may name articles that are gone."""
    index = project.root / "docs/zh-hant/authors.md"
    index.write_text("# 作者", "utf-8")
    project.add("authors", SMALL.encode())
    findings(project)
    assert not index.exists()


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


def test_a_source_of_any_name_that_is_a_link_out_of_the_project(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret"
    secret.write_text(SMALL, "utf-8")
    file = articles(project) / "other" / "source.md"
    file.parent.mkdir()
    file.symlink_to(secret)
    (said,) = findings(project)
    assert said.startswith(f"{file}: error: this is a link to a file outside the articles' folder")


def test_links_that_lead_nowhere_or_to_themselves(project: Project) -> None:
    (articles(project) / "lost").symlink_to(project.root / "nowhere")
    (articles(project) / "round").symlink_to(articles(project) / "round")
    assert findings(project) == [
        f"{articles(project)}/{name}: error: the link leads nowhere; expected the file or folder itself"
        " [link-broken]"
        for name in ("lost", "round")
    ]


@pytest.mark.skipif(os.name != "posix", reason="only these systems let everybody make links")
@pytest.mark.parametrize("place", ["zh-hant", "zh-hant/short"])
def test_a_link_where_pages_are_written(
    project: Project, tmp_path_factory: pytest.TempPathFactory, place: str
) -> None:
    """What is elsewhere is nobody's to overwrite, nor to remove."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "mine.txt").write_text("mine", "utf-8")
    folder = project.root / "docs" / place
    shutil.rmtree(folder)
    folder.symlink_to(elsewhere)
    said = run("build", "--root", str(project.root))
    assert (said.code, said.errors[-1]) == (
        3,
        f"{folder}: error: a link stands where pages are written; expected a folder, since all in it is"
        " duidu's own [output-linked]",
    )
    assert [file.name for file in elsewhere.iterdir()] == ["mine.txt"]


# --- articles that were there


def loses_its_source(folder: Path) -> None:
    (folder / "source.txt").unlink()


def is_renamed(folder: Path) -> None:
    (folder / "source.txt").rename(folder / "source")


def has_a_broken_link(folder: Path) -> None:
    (folder / "source.txt").unlink()
    (folder / "source.txt").symlink_to(folder / "nothing")


def has_a_folder_for_a_source(folder: Path) -> None:
    (folder / "source.txt").unlink()
    (folder / "source.txt").mkdir()


MISSING = (
    "error: the article has no source; expected a source.docx, source.pdf or source.txt (whoever wants the"
    " article off the site deletes its folder) [source-missing]"
)


@pytest.mark.parametrize("kept", [True, False])  # whether its article.toml is there
@pytest.mark.parametrize(
    ("change", "place", "sentence"),
    [
        (loses_its_source, "", MISSING),
        (is_renamed, "", MISSING),
        (
            has_a_broken_link,
            "/source.txt",
            "error: the link leads nowhere; expected the file or folder itself [link-broken]",
        ),
        (
            has_a_folder_for_a_source,
            "/source.txt",
            "error: this is a folder; expected a file [input-folder]",
        ),
    ],
)
def test_an_article_that_cannot_be_found_keeps_its_pages(
    project: Project, change: Callable[[Path], None], place: str, sentence: str, kept: bool
) -> None:
    folder = articles(project) / "short"
    if not kept:
        (folder / "article.toml").unlink()
        assert build_pages(open_project(project.root)).sound
    before = page(project, "short")
    change(folder)
    assert findings(project) == [f"{folder}{place}: {sentence}"]
    assert page(project, "short") == before


def test_a_folder_without_an_article_is_none(project: Project) -> None:
    (articles(project) / "pictures").mkdir()
    (articles(project) / "pictures" / "map.png").write_bytes(b"")
    assert findings(project) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read(project: Project) -> None:
    folder, before = articles(project) / "short", page(project, "short")
    folder.chmod(0o000)
    try:
        assert findings(project) == [unreadable(folder)]
    finally:
        folder.chmod(0o755)
    assert page(project, "short") == before


def test_a_folder_that_the_system_does_not_let_be_read(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same for those who run the tests as root."""
    folder, look = articles(project) / "short", Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert findings(project) == [unreadable(folder)]
    assert check_pages(open_project(project.root)).errors == (unreadable(folder),)


def unreadable(file: Path) -> str:
    return f"{file}: error: the file cannot be read: Permission denied [input-unreadable]"


@pytest.mark.parametrize("name", ["article.toml", "corrections.toml"])
def test_a_file_beside_the_source_that_is_none(project: Project, name: str) -> None:
    file = articles(project) / "short" / name
    file.unlink(missing_ok=True)
    file.mkdir()
    (said,) = findings(project)
    assert said.startswith(f"{file}: error: this is a folder; expected a file")
    file.rmdir()
    file.symlink_to(file.with_name("nowhere"))
    (said,) = findings(project)
    assert said.startswith(f"{file}: error: the link leads nowhere")


# --- files


def test_an_article_that_cannot_be_read(project: Project) -> None:
    file = project.add("short", "這".encode("utf-16"))
    assert findings(project) == [
        f"{file}: error: this is UTF-16 text; expected the article's text layer as UTF-8 text [input-binary]"
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


@pytest.mark.parametrize("path", ["docs/zh-hant/good/index.md", "docs/index.md", "docs/search/site.json"])
def test_a_page_that_cannot_be_read(project: Project, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    shutil.rmtree(project.root / ".cache")  # else it would not be read
    page, read = project.root / path, Path.read_bytes

    def refuse(file: Path) -> bytes:
        if file == page:
            raise PermissionError(13, "Permission denied", str(file))
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    said = run("build", "--root", str(project.root))
    assert (said.code, said.errors[-1]) == (3, unreadable(page))


# --- folders where files should be

PLACES = ["zh-hant/good/index.md", "index.md", "sw.js", "search/site.json", "robots.txt"]


def folder_in_place_of(project: Project, path: str) -> Path:
    with (project.root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("site_url: https://a.b/\n")  # else there is no robots.txt
    place = project.root / "docs" / path
    place.unlink(missing_ok=True)
    (place / "in").mkdir(parents=True)
    return place


@pytest.mark.parametrize("path", PLACES)
def test_an_empty_folder_where_a_file_should_be(project: Project, path: str) -> None:
    place = folder_in_place_of(project, path)
    assert findings(project) == []
    assert place.is_file()
    assert check_pages(open_project(project.root)).outdated == ()


@pytest.mark.parametrize("path", PLACES[:-1])
def test_a_folder_with_files_in_a_place_of_the_site_s(project: Project, path: str) -> None:
    """Below what `duidu build` owns nothing is kept that it has not written."""
    (folder_in_place_of(project, path) / "in/file").touch()
    assert findings(project) == []
    assert check_pages(open_project(project.root)).outdated == ()


def test_a_folder_with_files_where_a_file_should_be(project: Project) -> None:
    place = folder_in_place_of(project, "robots.txt")
    (place / "file").touch()
    before = project.files()
    said = run("build", "--root", str(project.root))
    assert (said.code, said.errors[-1]) == (
        3,
        f"{place}: error: this is a folder with files, where a file of the site is to be; expected none"
        " (move it elsewhere) [folder-in-the-way]",
    )
    assert {path: it for path, it in project.files().items() if not path.startswith(".")} == before
    shutil.rmtree(place)
    assert findings(project) == []


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
