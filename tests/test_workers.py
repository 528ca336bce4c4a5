"""Work is divided among processes where there is enough of it; what comes back is the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from duidu.build_cache import BuildCache
from duidu.problems import Code, DuiduError
from duidu.workers import ALONE, Workers
from recovering import ROOT
from test_cli import PATIENCE

MANY = range(5)
WORKING = """
import time
from duidu.workers import Workers
with Workers(2) as workers:
    workers.map(time.sleep, [600] * 4)
    print("at work", flush=True)
    time.sleep(600)
"""


def who(_: int) -> int:
    return os.getpid()


def test_one_process_does_all_itself() -> None:
    assert {*ALONE.map(who, MANY)} == {os.getpid()}


def test_for_a_few_things_no_process_is_started() -> None:
    with Workers(2) as workers:
        assert [*workers.map(who, MANY[:2])] == [os.getpid()] * 2


def test_several_processes_keep_the_order_and_do_what_comes_next_too() -> None:
    with Workers(2) as workers:
        assert [*workers.map(abs, [-4, 3, -2, 1, 0])] == [4, 3, 2, 1, 0]
        assert os.getpid() not in workers.map(who, MANY[:1])


def test_an_error_in_another_process_says_the_same(tmp_path: Path) -> None:
    cache = BuildCache(tmp_path)
    with Workers(2) as workers, pytest.raises(DuiduError) as raised:
        [*workers.map(cache.items, ["one", "two", "three", "four"])]
    assert raised.value.file == str(tmp_path / "articles/one.items")
    assert [problem.code for problem in raised.value.problems] == [Code.CACHE_DAMAGED]
    assert str(raised.value) == raised.value.problems[0].message


def test_who_is_killed_leaves_no_process_behind() -> None:
    """Each holds the other end of the pipe, which is closed when the last has ended."""
    command = [sys.executable, "-c", WORKING]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout
        assert process.stdout.readline() == b"at work\n"
        process.kill()
        assert process.communicate(timeout=PATIENCE)[0] == b""
