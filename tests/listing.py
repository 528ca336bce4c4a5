"""Lists of cases in text files: one a line, its fields between bars. A line with # says what they are."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "annotations"


def rows(name: str) -> list[tuple[str, ...]]:
    """The fields of each case in the file `name` of tests/annotations."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [tuple(map(str.strip, line.split("|"))) for line in lines if line and not line.startswith("#")]
