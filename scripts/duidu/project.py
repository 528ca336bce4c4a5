"""A project: its folder, and what its mkdocs.yml says, read once and handed on."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from duidu.engines import MKDOCS, Engine
from duidu.problems import Code, DuiduError, Exit, Problem
from duidu.settings import Settings, parse_settings

SETTINGS = "mkdocs.yml"
ARTICLES = "articles"
JOURNAL, NAMES = "journal.toml", "names.tsv"


@dataclass(frozen=True, slots=True)
class Project:
    """A project as it was when it was opened: its folder `root`, and what its mkdocs.yml says."""

    root: Path
    settings: Settings

    @property
    def settings_file(self) -> Path:
        """Its mkdocs.yml."""
        return self.root / SETTINGS

    @property
    def names_file(self) -> Path:
        """Its names for the search, if there is such a file (`publish.search.name_table`)."""
        return self.root / NAMES

    @property
    def docs(self) -> Path:
        """The folder of sources and pages."""
        return self.root / self.settings.docs

    @property
    def articles(self) -> Path:
        """Where the articles are, each in its own folder."""
        return self.docs / ARTICLES

    @property
    def journal(self) -> Path:
        """The file that says what holds for all articles; it need not be there."""
        return self.root / JOURNAL

    @property
    def cache(self) -> Path:
        """What a build leaves for the next one."""
        return self.root / ".cache" / "duidu"

    @property
    def site(self) -> Path:
        """The folder of the built site, which a build replaces as a whole."""
        return self.root / self.settings.site


def find_root(start: Path) -> Path:
    """The project's folder: `start` or the nearest folder above it that holds a mkdocs.yml.

    Raises `DuiduError` if there is none.
    """
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise DuiduError(str(start), Problem.at(Code.NO_PROJECT), exit_code=Exit.USAGE)


def open_project(root: Path) -> Project:
    """The project in the folder `root`.

    Raises `DuiduError` if its mkdocs.yml cannot be read, if the folder of the site holds others of the
    project, or if what builds the site is not installed.
    """
    _require(MKDOCS, root)  # which reads the settings, too
    file = root / SETTINGS
    try:
        with file.open("rb") as stream:
            project = Project(root, parse_settings(stream, str(file)))
    except OSError as error:
        raise DuiduError(str(file), Problem.at(Code.UNREADABLE, reason=error.strerror)) from None
    _require(project.settings.engine, root)
    _require_own_site(project)
    return project


def _require(engine: Engine, root: Path) -> None:
    if missing := engine.missing:
        are = "are" if missing[1:] else "is"
        reason = f"{' and '.join(missing)} {are} not installed for {sys.executable}; {engine.remedy}"
        raise _failed(root, reason)


def _require_own_site(project: Project) -> None:
    site, root, docs = project.site.resolve(), project.root.resolve(), project.docs.resolve()
    if root.is_relative_to(site) or docs.is_relative_to(site) or site.is_relative_to(docs):
        raise _failed(project.root, f"site_dir is {project.site}; expected a folder of its own")


def _failed(root: Path, reason: str) -> DuiduError:
    return DuiduError(str(root), Problem.at(Code.SITE_FAILED, reason=reason), exit_code=Exit.TOOL)
