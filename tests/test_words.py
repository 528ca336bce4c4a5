"""The words of the site: every language has all, and the theme's files have those that they need."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from itertools import chain
from pathlib import Path

import pytest

from duidu.look import THEME
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL
from duidu.publish.words import WORDS, Words
from make_words import IN_SCRIPTS, IN_TEMPLATES, theme_files
from rendering import ROOT

MAKERS = (*(ROOT / "scripts/duidu/publish").rglob("*.py"), ROOT / "scripts/duidu/formats.py")
PAGES = "".join(file.read_text("utf-8") for file in MAKERS)
TEMPLATES = "".join(file.read_text("utf-8") for file in THEME.rglob("*.html"))
STATIC_IMPORT = re.compile(r'^(?:import|\} from)\b[^"(]*"(\..+?)";', re.MULTILINE)


def gaps(value: object) -> object:
    """`value` with the names of the places to be filled in instead of its words."""
    if isinstance(value, Mapping):
        return {key: gaps(each) for key, each in value.items()}
    return set(re.findall(r"\{(\w+)", str(value)))


@pytest.mark.parametrize("language", [SIMPLIFIED, ENGLISH])
def test_languages_have_the_same_entries_with_the_same_gaps(language: str) -> None:
    assert gaps(asdict(WORDS[language])) == gaps(asdict(WORDS[TRADITIONAL]))


@pytest.mark.parametrize("entry", [field.name for field in fields(Words)])
def test_every_entry_is_used(entry: str) -> None:
    assert entry in {*IN_TEMPLATES, *chain(*IN_SCRIPTS.values())} or re.search(rf"\.{entry}\b", PAGES)


@pytest.mark.parametrize("path", theme_files())
def test_files_of_the_theme_are_what_the_words_give(path: str) -> None:
    """If not: `python scripts/make_words.py`."""
    assert Path(THEME, path).read_text("utf-8") == theme_files()[path]


def test_templates_use_the_words_that_they_are_given() -> None:
    used = re.findall(r"(?:\bwords|WORDS\[[^]]+\])\.(?!html)(\w+)", TEMPLATES)
    assert set(used) == set(IN_TEMPLATES)


@pytest.mark.parametrize(("path", "names"), IN_SCRIPTS.items())
def test_scripts_use_the_words_that_they_are_given(path: str, names: Sequence[str]) -> None:
    file = Path(path).name
    used = {
        word
        for script in THEME.rglob("*.js")
        if f'/{file}"' in (program := script.read_text("utf-8"))
        for word in re.findall(r"\bwords\.(?!js)(\w+)", program)
    }
    assert {re.sub("[A-Z]", lambda capital: f"_{capital[0].lower()}", word) for word in used} == set(names)


def test_the_manifest_of_the_theme_has_the_name_in_the_words() -> None:
    manifest = json.loads((THEME / "manifest.json").read_text("utf-8"))
    assert manifest["name"] == manifest["short_name"] == WORDS[TRADITIONAL].name


def test_no_page_loads_the_words_before_a_script_needs_them() -> None:
    waiting, loaded = [THEME / "assets" / "reader.js"], set()
    while waiting:
        script = waiting.pop()
        loaded.add(script.name)
        imported = STATIC_IMPORT.findall(script.read_text("utf-8"))
        waiting += [(script.parent / path).resolve() for path in imported]
    assert {"reader.js", "notes.js", "flow.js"} <= loaded
    assert "words.js" not in loaded
