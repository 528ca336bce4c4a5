"""mkdocs.yml that YAML can read and duidu cannot, or hardly: one sentence, whatever stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from duidu.problems import DuiduError
from duidu.project import open_project

DEEP = "they are nested too deeply, or inherit themselves"
WRONG_KIND = "a value is of a wrong kind"


# What stands in mkdocs.yml · why it cannot be read.
@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("INHERIT: mkdocs.yml\n", DEEP),
        ("site_name: " + "[" * 3000, DEEP),
        ("INHERIT: 3\n", WRONG_KIND),
        ("3\n", WRONG_KIND),
        ("- INHERIT\n", WRONG_KIND),
        ("site_name: !!bool ja\n", WRONG_KIND),
        ("site_name: !!timestamp heute\n", WRONG_KIND),
        ("2001-13-45: x\n", "month must be in 1..12"),
        ("site_name: 2001-02-29\n", "day is out of range for month"),
        ("site_name: !!int drei\n", "invalid literal for int() with base 10: 'drei'"),
    ],
)
def test_settings_that_cannot_be_read(said: str, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(said, "utf-8")
    with pytest.raises(DuiduError) as raised:
        open_project(tmp_path)
    assert [problem.report(raised.value.file) for problem in raised.value.problems] == [
        f"{file}: error: the settings cannot be read: {reason} [settings-malformed]"
    ]
    assert raised.value.exit_code == 3


def test_languages_that_yaml_takes_for_no_texts_are_as_if_not_there(tmp_path: Path) -> None:
    names = "extra:\n  names:\n    no: a\n    1: b\n    2001-01-01: c\n    en: Port Studies\n"
    (tmp_path / "mkdocs.yml").write_text(names, "utf-8")
    assert open_project(tmp_path).settings.names == {"en": "Port Studies"}
