"""The project's folders, as mkdocs.yml names them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from duidu.problems import Code, DuiduError, Exit, Problem
from duidu.settings import Settings, parse_settings

SETTINGS = "mkdocs.yml"


def docs_folder(root: Path) -> Path:
    """The folder of sources and pages in the project `root`. Raises `DuiduError` as `read_settings` does."""
    return root / read_settings(root).docs


def site_folder(root: Path) -> Path:
    """The folder of the built site.

    Raises `DuiduError` as `read_settings` does, and where that folder holds others of the project: a build
    replaces it as a whole.
    """
    settings = read_settings(root)
    site, docs = root / settings.site, root / settings.docs
    apart, others = site.resolve(), (root.resolve(), docs.resolve())
    if any(other.is_relative_to(apart) for other in others) or apart.is_relative_to(others[1]):
        reason = f"site_dir is {site}; expected a folder of its own"
        raise DuiduError(str(root), Problem.at(Code.SITE_FAILED, reason=reason), exit_code=Exit.TOOL)
    return site


def read_settings(root: Path) -> Settings:
    """What the mkdocs.yml of the project `root` says. Raises `DuiduError` if it cannot be read."""
    require_mkdocs(root)
    file = root / SETTINGS
    try:
        with file.open("rb") as stream:
            return parse_settings(stream, str(file))
    except OSError as error:
        raise DuiduError(str(file), Problem.at(Code.UNREADABLE, reason=error.strerror)) from None


def require_mkdocs(root: Path) -> None:
    """Raise `DuiduError` if MkDocs is not installed."""
    if importlib.util.find_spec("mkdocs") is None:
        reason = "MkDocs is not installed; run “pip install duidu”"
        raise DuiduError(str(root), Problem.at(Code.SITE_FAILED, reason=reason), exit_code=Exit.TOOL)
