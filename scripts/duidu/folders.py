"""The project's folders, as mkdocs.yml names them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from duidu.problems import Code, DuiduError, Exit, Problem

SETTINGS = "mkdocs.yml"


def docs_folder(root: Path) -> Path:
    """The folder of sources and pages in the project `root`: `docs_dir` in its settings.

    Raises `DuiduError` if the settings cannot be read.
    """
    return root / str(_settings(root).get("docs_dir") or "docs")


def site_folder(root: Path) -> Path:
    """The folder of the built site: `site_dir` in the settings.

    Raises `DuiduError` as `docs_folder` does, and where that folder holds others of the project: a build
    replaces it as a whole.
    """
    settings = _settings(root)
    site, docs = (root / str(settings.get(f"{name}_dir") or name) for name in ("site", "docs"))
    apart, others = site.resolve(), (root.resolve(), docs.resolve())
    if any(other.is_relative_to(apart) for other in others) or apart.is_relative_to(others[1]):
        reason = f"site_dir is {site}; expected a folder of its own"
        raise DuiduError(str(root), Problem.at(Code.SITE_FAILED, reason=reason), exit_code=Exit.TOOL)
    return site


def require_mkdocs(root: Path) -> None:
    """Raise `DuiduError` if MkDocs is not installed."""
    if importlib.util.find_spec("mkdocs") is None:
        reason = "MkDocs is not installed; run “pip install -e .”"
        raise DuiduError(str(root), Problem.at(Code.SITE_FAILED, reason=reason), exit_code=Exit.TOOL)


def _settings(root: Path) -> dict[str, Any]:
    """What mkdocs.yml says, read as MkDocs reads it: with what it inherits, and the environment's values."""
    require_mkdocs(root)
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load
    from yaml import YAMLError

    file = root / SETTINGS
    try:
        with file.open(encoding="utf-8") as stream:
            settings = yaml_load(stream)
    except (YAMLError, ConfigurationError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise DuiduError(str(file), Problem.at(Code.SETTINGS_MALFORMED, reason=reason)) from None
    return settings if isinstance(settings, dict) else {}
