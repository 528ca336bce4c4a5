"""The site, built aside: of the repository's own pages, or of the sample as long as they lack a script."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from articles import SAMPLE, SAMPLE_LEDGER
from duidu.enrich.other_script import convert_article
from duidu.look import THEME
from duidu.model import SIMPLIFIED
from duidu.publish.citing.citation_files import citation_files
from duidu.publish.editions import Edition
from duidu.publish.pages.site_pages import site_pages
from duidu.workspace import GENERATED
from once import Once
from rendering import ROOT

COMMANDS = {
    "mkdocs": ["mkdocs", "build", "--strict", "--quiet"],
    "zensical": ["zensical", "build", "--strict"],
}
ORIGINAL = Edition("dengta", SAMPLE, SAMPLE_LEDGER)
SIMPLER = Edition("dengta", convert_article(SAMPLE), SAMPLE_LEDGER, SIMPLIFIED)


def build(
    engine: str,
    project: Path,
    more: Mapping[str, str | bytes] = MappingProxyType({}),
    *,
    pages: Mapping[str, str] | None = None,
    settings: str = "",
) -> Path:
    """Copy the site's sources to `project`, build there, and return the site's folder.

    `more` pages are added, and `settings` to mkdocs.yml; `pages` stand in for those made from articles.
    """
    if pages is None and not any((ROOT / "docs").glob("zh-hans/*/index.md")):
        pages = sample(ORIGINAL, SIMPLER)
    left_out = shutil.ignore_patterns(*(GENERATED if pages else ()))
    shutil.copytree(ROOT / "docs", project / "docs", dirs_exist_ok=True, ignore=left_out)
    shutil.copytree(THEME, project / THEME.relative_to(ROOT))
    (project / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8") + settings, "utf-8")
    for path, text in {**(pages or {}), **more}.items():
        (project / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / path).write_bytes(text.encode() if isinstance(text, str) else text)
    run(engine, project)
    return project / "site"


def plain_site(once: Once, engine: str) -> Path:
    """The site of the repository's own pages. It is shared: no test may change it."""
    return once(engine, lambda project: build(engine, project)) / "site"


def sample(*editions: Edition) -> dict[str, str]:
    """The pages of these editions of the sample article, and the files that they link to."""
    files = {path: content.decode() for path, content in citation_files(editions).items()}
    return site_pages(editions) | files | {"zh-hant/dengta/source.txt": "原文\n"}


def run(engine: str, project: Path) -> None:
    """Build; a warning is a failure."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *COMMANDS[engine]]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr
