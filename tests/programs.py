"""Programs of others that tests call: where they are missing a test is skipped, but in CI it fails."""

from __future__ import annotations

import os
import shutil

import pytest


def program(name: str, what_for: str) -> str:
    """Where the program `name` is."""
    if not (path := shutil.which(name)):
        assert not os.environ.get("CI"), f"there is no {name}; CI must have it"
        pytest.skip(f"there is no {name}, which {what_for}")
    return path
