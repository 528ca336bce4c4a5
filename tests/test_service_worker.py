"""What browsers keep: the service worker that `duidu build` writes, its version, and the lists beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from duidu import site_files
from duidu.build import build_pages
from duidu.look import THEME
from duidu.project import open_project
from duidu.publish.offline import WORKER, kept_list, service_worker
from duidu.publish.search import search_files
from rendering import ROOT
from temporary import SMALL, Project, small_project

LOOK = {
    "../mkdocs.yml": "12",
    "main.html": "13",
    "assets/reader.js": "14",
    "assets/reader/a note.js": "15",
    "assets/reader.css": "16",
    "assets/icons/icon-192.png": "17",
}


def version(look: dict[str, str]) -> str:
    found = re.search(r'startWorker\("(\w+)"', service_worker(look).decode())
    assert found
    return found[1]


def test_same_files_same_bytes() -> None:
    assert service_worker(LOOK) == service_worker(dict(reversed(LOOK.items())))


def test_any_change_of_the_look_is_a_new_version() -> None:
    versions = {version(LOOK)}
    versions |= {version({**LOOK, path: "changed"}) for path in LOOK}
    versions |= {version({**LOOK, "own.html": "20"})}
    assert len(versions) == len(LOOK) + 2


def test_programs_and_styles_are_kept_for_all_pages() -> None:
    listed = re.search(r"\[.*\]", service_worker(LOOK).decode(), re.DOTALL)
    assert listed
    assert json.loads(listed[0]) == ["assets/reader.css", "assets/reader.js", "assets/reader/a%20note.js"]


def test_a_list_has_the_addresses_of_files_and_what_tells_their_versions() -> None:
    files = {
        "zh-hant/salt/index.md": "1" * 64,
        "zh-hant/salt/works.md": "2" * 64,
        "zh-hant/salt/figures/a map.png": "3" * 64,
        "search/salt.txt": "5" * 64,
    }
    (content,) = kept_list(files, "salt").values()
    assert json.loads(content) == {
        "search/salt.txt": "5" * 16,
        "zh-hant/salt/": "1" * 16,
        "zh-hant/salt/figures/a%20map.png": "3" * 16,
        "zh-hant/salt/works/": "2" * 16,
    }


def listed(project: Project) -> dict[str, dict[str, str]]:
    return {file.stem: json.loads(file.read_bytes()) for file in (project.root / "docs/offline").iterdir()}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Three articles."""
    project = small_project(tmp_path)
    for slug in ("one", "two"):
        project.add(slug, SMALL.encode())
    build_pages(open_project(tmp_path))
    return project


def test_the_list_of_the_site_has_its_home_pages_and_what_a_search_loads_at_once(project: Project) -> None:
    articles = [f"search/{slug}.{kind}" for slug in ("one", "short", "two") for kind in ("json", "txt")]
    search = {"search/site.json", "search/instead/names.json", *articles}
    assert set(listed(project)["site"]) == {"", "en/", "zh-hans/"} | search


def test_on_a_site_with_much_text_it_has_no_texts(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_files, "MOST_AT_ONCE", 0)
    monkeypatch.setattr(site_files, "site_key", lambda *_, **__: "another")
    project.add("two", SMALL.replace("潮水", "河水").encode())
    build_pages(open_project(project.root))
    assert set(listed(project)["site"]) == {"", "en/", "zh-hans/"}


def test_another_article_changes_its_own_list_and_that_of_the_site(project: Project) -> None:
    before, worker = listed(project), (project.root / "docs" / WORKER).read_bytes()
    project.add("two", SMALL.replace("潮水", "河水").encode())
    build_pages(open_project(project.root))
    after = listed(project)
    assert {name for name, told in after.items() if told != before[name]} == {"site", "two"}
    changed = {path for path, told in after["site"].items() if told != before["site"][path]}
    assert {path for path in changed if path.startswith("search/")} <= {
        "search/site.json",
        "search/two.json",
        "search/two.txt",
    }
    assert (project.root / "docs" / WORKER).read_bytes() == worker


def test_no_list_and_no_worker_grows_with_the_number_of_articles(project: Project) -> None:
    sizes = {name: len(told) for name, told in listed(project).items() if name != "site"}
    worker = (project.root / "docs" / WORKER).read_bytes()
    for number in range(3):
        project.add(f"more-{number}", SMALL.encode())
    build_pages(open_project(project.root))
    assert (project.root / "docs" / WORKER).read_bytes() == worker
    assert sizes.items() <= {name: len(told) for name, told in listed(project).items()}.items()


def test_the_site_has_one_with_all_that_pages_load() -> None:
    listed = set(re.findall(r'"(assets/\S+)"', Path(ROOT, "docs", WORKER).read_text("utf-8")))
    program = (path for kind in ("css", "js") for path in Path(THEME, "assets").rglob(f"*.{kind}"))
    assert listed == {path.relative_to(THEME).as_posix() for path in program}
