"""For all tests: no test depends on the speed of the machine, and what several need is made once."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from duidu.engines import ENGINES
from once import Once

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the tests in the browser read the site as another program builds it."""
    parser.addoption(
        "--engine", choices=sorted(ENGINES), default="mkdocs", help="what builds the site that browsers read"
    )


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> str:
    """What builds the site that the tests in the browser read."""
    return str(request.config.getoption("--engine"))


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder for all processes that run the tests; see `Once`."""
    base = tmp_path_factory.getbasetemp()
    return Once(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)
