"""The SHA-256 of the files of articles, of which those that are as they were need not be read again."""

from __future__ import annotations

import json
import os
import time
from hashlib import sha256
from pathlib import Path

from duidu.problems import DuiduError
from duidu.workspace import read_file

_LATELY = 2_000_000_000  # nanoseconds: within these a file may change again and keep its time


class SourceDigests:
    """What is known of files by size and times of the last change. The `kept` ones are those that `told` gave
    at the last build; what of them cannot be used is as if it were not there.
    """

    def __init__(self, kept: bytes) -> None:
        try:
            self._kept = {path: tuple(told) for path, told in json.loads(kept).items()}
        except (ValueError, TypeError, AttributeError):
            self._kept = {}
        self._now: dict[str, tuple[object, ...]] = {}

    def of(self, file: Path) -> str:
        """The SHA-256 of a file; empty for one that cannot be read, which is told where it is converted."""
        path = str(file)
        try:
            told = os.stat(path)  # noqa: PTH116  of thousands, and faster than `Path`
            # The last one nobody can set: archives give files of one size the time that they had before.
            stamp = told.st_size, told.st_mtime_ns, told.st_ctime_ns
            *was, digest = self._kept.get(path, ("",))
            if tuple(was) != stamp:
                digest = sha256(read_file(file)).hexdigest()
        except (OSError, DuiduError):
            return ""
        if time.time_ns() - max(told.st_mtime_ns, told.st_ctime_ns) > _LATELY:
            self._now[path] = *stamp, digest
        return str(digest)

    def told(self) -> bytes | None:
        """What to keep for the next build; None if that is what was kept."""
        return json.dumps(self._now).encode() if self._now != self._kept else None
