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
    """The folder of the built site: `site_dir` in the settings. Raises `DuiduError` as `docs_folder` does."""
    return root / str(_settings(root).get("site_dir") or "site")


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
