"""What a build left for the next one and is not as it was left: the next build is right, and says nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from duidu import source_digests
from duidu.build import build_pages
from duidu.built import Built
from duidu.project import open_project
from once import Once
from temporary import SMALL, Project, built_project

OTHER = SMALL.replace("潮水", "河水").encode()
OF_ARTICLE = [f"articles/short.{kind}" for kind in ("json", "items", "told", "lines")]
FILES = ["tree.json", "site.json", "sources.json", "neighbours.json", *OF_ARTICLE]
CONTENTS = [b"", b"null", b"[]", b"{}", b"[[1]]", b'"', b"\xff\0", b"[" * 9999]


@pytest.fixture
def project(once: Once, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Two articles, whose pages have been written; digests are kept of files that are new, too."""
    monkeypatch.setattr(source_digests, "_LATELY", 0)
    project = built_project(once, tmp_path)
    project.add("more", SMALL.encode())
    assert built(project).sound
    return project


def built(project: Project) -> Built:
    return build_pages(open_project(project.root))


def cache(project: Project) -> Path:
    return open_project(project.root).cache


def halve(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def put_folder(file: Path) -> None:
    file.unlink()
    (file / "in").mkdir(parents=True)
    (file / "in/file").touch()


def value_of_wrong_kind(file: Path) -> None:
    """JSON as it was, but for one value."""
    line, _, rest = file.read_bytes().rpartition(b"\n")
    told = json.loads(rest) if rest.startswith(b"{") else {}
    file.write_bytes(line + b"\n" + json.dumps(told | {key: [] for key in told}).encode())


def put(content: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(content)


DAMAGES = [halve, put_folder, value_of_wrong_kind, *map(put, CONTENTS)]


@pytest.mark.parametrize("name", FILES)
def test_what_is_damaged_is_as_if_not_there(name: str, project: Project) -> None:
    files, sources = [project.files()], [OTHER, SMALL.encode()]
    for number, damage in enumerate(DAMAGES):
        damage(cache(project) / name)
        project.add("more", sources[number % 2])
        again = built(project)
        assert again.sound
        assert again.converted == ({"more", "short"} if name in OF_ARTICLE else {"more"})
        files.append(project.files())
    for number in range(2):
        assert [left for left in files[number::2] if left != files[number]] == []
    assert built(project).converted == frozenset()


def test_an_article_with_an_error_of_which_what_is_kept_is_damaged(project: Project) -> None:
    """Its pages stay; nothing is told of it until it is mended."""
    put(b"")(cache(project) / "articles/short.items")
    project.add("short", b"%PDF-1.4")
    page = project.root / "docs/zh-hant/short/index.md"
    before = page.read_text("utf-8").split("among:")[0]
    assert built(project).failed == ("short",)
    assert page.read_text("utf-8").split("among:")[0] == before
    assert "zh-hant/short/" not in (project.root / "docs/index.md").read_text("utf-8")


def test_folders_among_the_files(project: Project) -> None:
    shutil.rmtree(cache(project) / "groups", ignore_errors=True)
    for name in ("lock", "articles/gone.json", "groups/short.lists", "tree.json.part"):
        (cache(project) / name).unlink(missing_ok=True)
        (cache(project) / name / "in").mkdir(parents=True)
    project.add("more", OTHER)
    again = built(project)
    assert again.sound
    assert again.converted == {"more"}
    assert not (cache(project) / "articles/gone.json").exists()
