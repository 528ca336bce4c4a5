"""The site, built aside: of the repository's own pages, or of the sample as long as there are none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from articles import SAMPLE, SAMPLE_LEDGER
from duidu.publish import Edition, site_pages
from rendering import ROOT

COMMANDS = {
    "mkdocs": ["mkdocs", "build", "--strict", "--quiet"],
    "zensical": ["zensical", "build", "--strict"],
}


def build(engine: str, project: Path, more: Mapping[str, str] = MappingProxyType({})) -> Path:
    """Copy the site's sources and `more` pages to `project`, build there, and return the site's folder."""
    shutil.copytree(ROOT / "docs", project / "docs", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", project)
    if not any((ROOT / "docs").glob("zh-hant/*/index.md")):
        more = {**sample(), **more}
    for path, text in more.items():
        (project / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / path).write_text(text, encoding="utf-8")
    run(engine, project)
    return project / "site"


def sample() -> dict[str, str]:
    """The pages of the sample article, and the source that they link to."""
    return site_pages([Edition("dengta", SAMPLE, SAMPLE_LEDGER)]) | {"articles/dengta/source.txt": "原文\n"}


def run(engine: str, project: Path) -> None:
    """Build; a warning is a failure."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *COMMANDS[engine]]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr
