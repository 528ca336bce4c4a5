"""The rules of the house that no other tool checks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from recovering import ROOT

# Python asks for these names, once in each folder.
GIVEN = {"__init__", "__main__", "conftest"}


@pytest.mark.parametrize("folder", [ROOT / "scripts", ROOT / "tests"], ids=lambda folder: folder.name)
def test_no_two_modules_share_a_name(folder: Path) -> None:
    """Pytest refuses to collect two test modules of one name, and a reader mistakes one for the other."""
    names = Counter(path.stem for path in folder.rglob("*.py") if path.stem not in GIVEN)
    assert [name for name, count in names.items() if count > 1] == []
