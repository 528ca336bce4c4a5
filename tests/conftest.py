"""For all tests: no test depends on the speed of the machine, and what several need is made once."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from once import Once

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder for all processes that run the tests; see `Once`."""
    base = tmp_path_factory.getbasetemp()
    return Once(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)
