"""Files that a build leaves for the next one: by a seal it is known that they are as they were left."""

from __future__ import annotations

import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_END = b"\n"


def sealed(content: bytes) -> bytes:
    """The content after its seal, which is a line with its SHA-256."""
    return sha256(content).hexdigest().encode() + _END + content


def unsealed(content: bytes) -> bytes:
    """What `sealed` was given. Raises `ValueError` if a byte of it is not as it was."""
    _, end, rest = content.partition(_END)
    if not end or sealed(rest) != content:
        raise ValueError("the seal is broken")
    return rest


def make_room(place: Path) -> None:
    """Remove a folder that stands where a file is to be. Raises `OSError` if it cannot be removed."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)


def remove(path: Path) -> None:
    """Remove a file, or a folder in its place, if there is one. Raises `OSError` if it cannot be removed."""
    make_room(path)
    with suppress(FileNotFoundError, NotADirectoryError):
        path.unlink()
