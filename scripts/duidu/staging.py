"""Files that take the place of others all at once: kept aside until the last is there, then moved.

What is to be moved and removed is written down first. Whoever is killed while moving leaves that list, and
the next one finishes it (`finish`), before anything else is read or written: what lies below `docs/` is of
one build then. Whoever is killed before leaves what was there as it was, and aside what was made until then:
the next one may look there (`left`), and clears it away at its end.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from duidu.clearing import is_folder, remove
from duidu.problems import Code, DuiduError, Problem
from duidu.sealed import sealed, unsealed
from duidu.workspace import telling_unreadable, telling_unwritable

_FOLDER = ".duidu-next"  # beside docs/, since only within one disk is a move one step
_LIST = "changes.json"
_FILES = "files"
_NO_FILE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)


class _Changes(NamedTuple):
    """The files that are to be written and those that are to go: paths below docs/."""

    written: list[str]
    gone: list[str]


class Staging:
    """The files that are to be written below the folder `docs`, and those that are to go.

    Every method raises `DuiduError` if a file cannot be written, or read.
    """

    def __init__(self, docs: Path) -> None:
        self._docs = docs
        self._folder = docs.parent / _FOLDER
        self._written: dict[str, None] = {}

    def __enter__(self) -> Staging:
        with telling_unwritable(self._docs):
            finish(self._docs)
            (self._folder / _FILES).mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        done = error is None or _is_of_writing(error)  # a disk that is full needs the room
        if done and not (self._folder / _LIST).exists():  # else it is to be finished
            shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, path: str, content: bytes) -> None:
        """Keep the content for the file `path` below `docs`, unless that has it already; the last counts."""
        draft = self._draft(path)
        with telling_unwritable(self._docs):
            if _has(self._docs / path, content):
                if self._written.pop(path, ...) is None:
                    draft.unlink()
                return
            draft.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(content)
            self._written[path] = None

    def read(self, path: str) -> bytes:
        """What the file `path` below `docs`, of which it is known that it is there, will have."""
        with telling_unreadable(self._docs):
            return (self._draft(path) if path in self._written else self._docs / path).read_bytes()

    def left(self, path: str) -> bytes:
        """What somebody who was killed made for the file `path` below `docs`, or else what that has; nothing
        if there is neither. Whether it is whole is not known.
        """
        for file in (self._draft(path), self._docs / path):
            with telling_unreadable(self._docs), suppress(*_NO_FILE):
                return file.read_bytes()
        return b""

    def _draft(self, path: str) -> Path:
        return self._folder / _FILES / path

    def carry_out(self, gone: Iterable[str]) -> int:
        """Move all files into their places and remove those that are `gone`; how many changed."""
        changes = _Changes([*self._written], sorted(gone))
        _require_no_links(chain.from_iterable(changes), self._docs)
        with telling_unwritable(self._docs):
            _require_room(changes, self._docs)
            draft = self._folder / f"{_LIST}.part"
            with draft.open("wb") as file:
                file.write(sealed(json.dumps(changes._asdict()).encode()))
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._folder / _LIST)
            finish(self._docs)
        return len(changes.written) + len(changes.gone)


def _require_no_links(paths: Iterable[str], docs: Path) -> None:
    """Raise `DuiduError` if a folder of one of these files is a link: what is elsewhere is not ours."""
    nearest = {PurePosixPath(path.rpartition("/")[0]) for path in paths}  # of many files, a few folders
    for folder in sorted({folder for each in nearest for folder in (each, *each.parents)}):
        if folder.name and (docs / folder).is_symlink():
            raise DuiduError(str(docs / folder), Problem.at(Code.OUTPUT_LINKED))


def finish(docs: Path) -> None:
    """Carry out what another process had written down and begun, and then clear away what it left.

    Raises `OSError` if a file cannot be moved or removed, and `DuiduError` if a folder with files is where
    one is to be.
    """
    folder = docs.parent / _FOLDER
    with _undisturbed():
        if changes := _read_changes(folder / _LIST):
            _remove(changes.gone, docs)  # first: a file may stand where a folder is to be
            _move(changes.written, folder / _FILES, docs)
            shutil.rmtree(folder)
        else:
            remove(folder / _LIST)


def _read_changes(file: Path) -> _Changes | None:
    """What was written down in `file`; None if that is not there, or is damaged. Then the next build, which
    looks at each file below docs/, does what is left to do.
    """
    with suppress(OSError, ValueError):
        return _Changes(**json.loads(unsealed(file.read_bytes())))
    return None


def _move(paths: Iterable[str], drafts: Path, docs: Path) -> None:
    for path in paths:
        if (drafts / path).is_file():  # else it has been moved before
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            _make_room(docs / path)
            (drafts / path).replace(docs / path)


def _require_room(changes: _Changes, docs: Path) -> None:
    """Raise `DuiduError` if a file is to be written where a folder is that has files which stay."""
    gone = {docs / path for path in changes.gone}
    for place in (docs / path for path in changes.written):
        if is_folder(place) and not gone.issuperset(_files_in(place)):
            raise _in_the_way(place)


def _make_room(place: Path) -> None:
    """Remove a folder without files in which `place` is to be one. Raises `DuiduError` if it has files."""
    if is_folder(place):
        if any(_files_in(place)):
            raise _in_the_way(place)
        shutil.rmtree(place)


def _files_in(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if not is_folder(path))


def _in_the_way(folder: Path) -> DuiduError:
    return DuiduError(str(folder), Problem.at(Code.FOLDER_IN_THE_WAY))


def _remove(paths: Iterable[str], docs: Path) -> None:
    for path in paths:
        (docs / path).unlink(missing_ok=True)
        folder = (docs / path).parent
        while folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _has(file: Path, content: bytes) -> bool:
    with telling_unreadable(file), suppress(*_NO_FILE):
        return file.stat().st_size == len(content) and file.read_bytes() == content
    return False


def _is_of_writing(error: BaseException) -> bool:
    """Whether a file could not be written."""
    told = error.problems if isinstance(error, DuiduError) else ()
    return isinstance(error, OSError) or any(problem.code is Code.UNWRITABLE for problem in told)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What asks this process to end is heard afterwards, where the system can do that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
