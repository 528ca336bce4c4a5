"""Which program this is: what a build must know to tell whether an older one would have done the same."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).parent
_LOOK = "theme"  # changes no page below docs/
# The libraries whose tables and rules go into the pages.
_LIBRARIES = ("opencc-python-reimplemented", "jieba", "regex", "pdfminer.six", "pypdfium2")


@cache
def program_key() -> str:
    """Another one for another program: the SHA-256 of duidu's own files, and of the versions it stands on."""
    digest = sha256(sys.version.encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for file in sorted(_PACKAGE.rglob("*")):
        path = file.relative_to(_PACKAGE)
        if file.is_file() and path.parts[0] != _LOOK and "__pycache__" not in path.parts:
            digest.update(f"{path.as_posix()}\n".encode() + sha256(file.read_bytes()).digest())
    return digest.hexdigest()
