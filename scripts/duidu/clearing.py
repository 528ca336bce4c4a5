"""Places where a file is to be, in which something else may stand."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path


def is_folder(place: Path) -> bool:
    """Whether a folder stands there; a link to one is none, since a file can be put in its place."""
    return place.is_dir() and not place.is_symlink()


def clear(place: Path) -> None:
    """Remove a folder that stands there, with all in it. Raises `OSError` if it cannot be removed."""
    if is_folder(place):
        shutil.rmtree(place)


def remove(place: Path) -> None:
    """Remove whatever stands there, if anything does. Raises `OSError` if it cannot be removed."""
    clear(place)
    with suppress(FileNotFoundError, NotADirectoryError):
        place.unlink()
