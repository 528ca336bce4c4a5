"""The service worker that `duidu build` writes: its version, and what it keeps for all pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

from duidu.look import THEME
from duidu.publish.offline import WORKER, service_worker
from rendering import ROOT

FILES = {
    "index.md": "11",
    "../mkdocs.yml": "12",
    "main.html": "13",
    "assets/reader.js": "14",
    "assets/reader/a note.js": "15",
    "assets/reader.css": "16",
    "assets/icons/icon-192.png": "17",
    "search/site.json": "18",
    "search/short.txt": "19",
}


def version(files: dict[str, str]) -> str:
    found = re.search(r'startWorker\("(\w+)"', service_worker(files).decode())
    assert found
    return found[1]


def kept(files: dict[str, str]) -> list[str]:
    listed = re.search(r"\[.*\]", service_worker(files).decode(), re.DOTALL)
    assert listed
    paths: list[str] = json.loads(listed[0])
    return paths


def test_same_files_same_bytes() -> None:
    assert service_worker(FILES) == service_worker(dict(reversed(FILES.items())))


def test_any_change_is_a_new_version() -> None:
    versions = {version(FILES)}
    versions |= {version({**FILES, path: "changed"}) for path in FILES}
    versions |= {version({**FILES, "new.md": "20"})}
    assert len(versions) == len(FILES) + 2


def test_programs_styles_and_a_search_that_loads_all_are_kept() -> None:
    assert kept(FILES) == [
        "assets/reader.css",
        "assets/reader.js",
        "assets/reader/a%20note.js",
        "search/short.txt",
        "search/site.json",
    ]


def test_of_a_large_site_no_texts_are_kept_for_all_pages() -> None:
    assert [path for path in kept({**FILES, "search/grams/0.txt": "20"}) if "search" in path] == []


def test_the_site_has_one_with_all_that_pages_load() -> None:
    listed = set(re.findall(r'"(assets/\S+)"', Path(ROOT, "docs", WORKER).read_text("utf-8")))
    program = (path for kind in ("css", "js") for path in Path(THEME, "assets").rglob(f"*.{kind}"))
    assert listed == {path.relative_to(THEME).as_posix() for path in program}
