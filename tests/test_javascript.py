"""What in the site's scripts needs no browser is tested by Node, where there is one (`tests/javascript/`)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def test_the_scripts_that_need_no_browser() -> None:
    node = shutil.which("node")
    if not node:
        assert not os.environ.get("CI"), "there is no Node; CI must have it"
        pytest.skip("there is no Node to run tests/javascript")
    tests = sorted(map(str, (ROOT / "tests" / "javascript").glob("*.test.js")))
    done = subprocess.run([node, "--test", *tests], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
