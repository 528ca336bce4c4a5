"""Work that is divided among processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from duidu.collecting import collect_seldom

_WORTH_PROCESSES = 4  # things to do; a process needs about as long to start as an article to be converted

Thing = TypeVar("Thing")
Result = TypeVar("Result")


class Workers:
    """Up to so many `processes`, started when there is enough to do, and kept until the context ends."""

    def __init__(self, processes: int = 1) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def map(self, function: Callable[[Thing], Result], things: Sequence[Thing]) -> Iterator[Result]:
        """What `function` gives of each of `things`, in their order. All must be such as can be pickled."""
        if not self._pool and self._processes > 1 and len(things) >= _WORTH_PROCESSES:
            # Not forked: who watches files has threads.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._processes, context, _begin)
        return self._pool.map(function, things) if self._pool else map(function, things)


ALONE = Workers()  # this process does all itself


def _begin() -> None:
    """What a process does first. Ctrl-C reaches every one; that which started the others ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    collect_seldom()


def _end_with_parent() -> None:
    """End when the process does that started this one: who is killed ends no others."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
