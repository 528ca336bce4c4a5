"""One command at a time writes in a project; the others wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from duidu.clearing import clear
from duidu.project import Project


@contextmanager
def alone(project: Project, waiting: Callable[[], object]) -> Iterator[None]:
    """No other command writes as long as the context lasts. If one does, `waiting` is called, and it is
    waited for. Raises `OSError` if the lock cannot be written.
    """
    project.cache.mkdir(parents=True, exist_ok=True)
    clear(project.cache / "lock")
    lock = FileLock(project.cache / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
