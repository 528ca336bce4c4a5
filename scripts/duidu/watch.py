"""Waiting for files to change, by looking at them: simple, and the same on every system."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

_SECONDS = 0.5


def watch(
    files: Callable[[], Iterable[Path]], changed: Callable[[], None], *, while_true: Callable[[], bool]
) -> None:
    """Call `changed` whenever one of `files` has changed, come or gone, as long as `while_true` says so."""
    state = _times(files())
    while while_true():
        time.sleep(_SECONDS)
        if (now := _times(files())) != state:
            state = now
            changed()


def _times(files: Iterable[Path]) -> Mapping[Path, int]:
    """When each file was last changed, in nanoseconds."""
    times = {}
    for file in files:
        try:
            times[file] = file.stat().st_mtime_ns
        except FileNotFoundError:  # an editor is just replacing it
            continue
    return times
