"""Builds that are killed: what they leave below docs/, and what the next one has to do.

A project has two editions, and the files of both are known. It is built to the other edition again and again,
and killed at a random moment. Then every file must be of the one edition or of the other, all must be of one
unless the next build was left a list of what to move, and the next build must give the other edition whole,
without converting what had not changed, or what the killed one had converted. Where everything is forgotten
between (`forget`), each build is a project's first.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from duidu.build import build_pages
from duidu.digests import digest_of
from duidu.project import open_project
from duidu.workspace import owned_files

_BUILD = (
    "import sys; from pathlib import Path; from duidu.build import build_pages;"
    " from duidu.project import open_project;"
    " build_pages(open_project(Path(sys.argv[1])), processes=int(sys.argv[2]))"
)
Files = dict[str, str]


@dataclass(frozen=True)
class Kill:
    """What became of a build that was killed after some seconds.

    `killed` is false if it had ended before; `torn` are files of neither edition, `mixed` says that neither
    those from before were left nor those of the new edition, and nothing that finishes it, `right` whether
    the next build gave the new edition whole. `done` are the articles that the killed build had converted,
    and `converted` those that the next one had to convert.
    """

    after: float
    killed: bool
    torn: tuple[str, ...]
    mixed: bool
    right: bool
    done: frozenset[str]
    converted: frozenset[str]


def trial(
    project: Path, change: Callable[[int], object], kills: int, seed: int, processes: Sequence[int] = (1, 2)
) -> Iterator[Kill]:
    """Kill `kills` builds of `project`, which is whole; `change` gives its sources edition 0 or 1."""
    chance = random.Random(seed)
    editions: list[Files] = []
    for edition in (1, 0):
        change(edition)
        start = time.perf_counter()
        _killed(project, processes[0], None)
        longest = time.perf_counter() - start
        editions.insert(0, _files(project))
    for turn in range(kills):
        edition = 1 - turn % 2
        change(edition)
        before, known = _files(project), _known(project)
        after = chance.uniform(0, longest)
        killed = _killed(project, processes[turn // 2 % len(processes)], after)
        left = _files(project)
        torn = tuple(sorted(path for path, told in left.items() if told not in _told(editions, path)))
        listed = (project / ".duidu-next/changes.json").exists()
        done = frozenset(slug for slug, _ in _known(project).items() - known.items())
        built = build_pages(open_project(project))
        right = _files(project) == editions[edition] and not (project / ".duidu-next").exists()
        mixed = not listed and left not in (before, editions[edition])
        yield Kill(after, killed, torn, mixed, right, done, built.converted)


def forget(project: Path) -> None:
    """Leave nothing that a build has made."""
    for path in owned_files(project / "docs"):
        (project / "docs" / path).unlink()
    for folder in (".cache/duidu", ".duidu-next"):
        shutil.rmtree(project / folder, ignore_errors=True)


def _killed(project: Path, processes: int, after: float | None) -> bool:
    """Whether a build still ran after so many seconds, if any are given; with its processes, which are one
    group.
    """
    command = [sys.executable, "-c", _BUILD, str(project), str(processes)]
    build = subprocess.Popen(command, start_new_session=True)
    try:
        build.wait(after)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        return True


def _files(project: Path) -> Files:
    docs = project / "docs"
    return {path: digest_of(path, (docs / path).read_bytes()) for path in owned_files(docs)}


def _known(project: Path) -> dict[str, bytes]:
    """What is kept of each article, by slug."""
    return {file.stem: file.read_bytes() for file in project.glob(".cache/duidu/articles/*.json")}


def _told(editions: Sequence[Files], path: str) -> tuple[str | None, ...]:
    return tuple(edition.get(path) for edition in editions)
