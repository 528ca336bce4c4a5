"""Reads and checks the TOML that an editor writes beside a source, with errors in sentences."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from reprlib import Repr
from typing import Any

from duidu.problems import Code, DuiduError, Problem

# A value that is quoted in a sentence is cut where it is long or deeply nested.
_QUOTING = Repr()
_QUOTING.maxstring = 80


@dataclass(frozen=True, slots=True)
class Key:
    """What a key of a table may hold: `fits` tells a right value, `expected` says in words what is right.

    `required` says why the key must be there, in words; it is empty where the key may be left out.
    """

    fits: Callable[[Any], bool]
    expected: str
    required: str = ""


Schema = Mapping[str, Key]


def load_toml(toml: str, name: str) -> dict[str, Any]:
    """What the text of a TOML file says; `name` is the file in messages.

    Raises `DuiduError` for text that is not TOML, is nested too deeply to be read, or has a number of too
    many digits.
    """
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)  # two errors are never the same, and what is wrong for all articles is told once
    except RecursionError:
        reason = "it is nested too deeply"
    except ValueError:
        reason = "a number in it has too many digits"
    raise DuiduError(name, Problem.at(Code.TOML_MALFORMED, reason=reason))


def find_faults(table: Mapping[str, Any], schema: Schema, line_of: Callable[[str], int]) -> Iterator[Problem]:
    """Where `table` does not fit its `schema`: keys that are unknown, have a wrong value, or are missing.

    `line_of` tells the line of a key.
    """
    for key, value in table.items():
        if key not in schema:
            yield Problem.at(Code.TOML_KEY_UNKNOWN, line_of(key), key=key, expected=_known(key, schema))
        elif not schema[key].fits(value):
            found, expected = _quote_value(value), schema[key].expected
            yield Problem.at(Code.TOML_VALUE_WRONG, line_of(key), key=key, found=found, expected=expected)
    for key, wanted in schema.items():
        if wanted.required and key not in table:
            yield Problem.at(Code.TOML_KEY_MISSING, line_of(key), key=key, expected=wanted.required)


def _known(key: str, schema: Schema) -> str:
    """The keys of `schema`, and the one that `key` was probably meant to be."""
    from difflib import get_close_matches  # slow to load, and seldom needed

    likely = get_close_matches(key, schema, n=1)
    return ", ".join(schema) + (f"; perhaps “{likely[0]}” is meant" if likely else "")


def _quote_value(value: object) -> str:
    """`value` much as the file has it, on one line."""
    try:
        return str(value).lower() if isinstance(value, bool) else _QUOTING.repr(value)
    except ValueError:  # those that are written in hexadecimal digits may have thousands
        return "a number of too many digits"


def lines_of(key: str, toml: str) -> Iterator[int]:
    """The lines on which `key` is given a value or opens a table, as far as a pattern can tell."""
    pattern = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    return (number for number, line in enumerate(toml.split("\n"), start=1) if pattern.match(line))
