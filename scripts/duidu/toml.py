"""The files that an editor writes beside a text layer are TOML: read here, with errors in sentences."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from reprlib import Repr
from typing import Any

from duidu.problems import Code, DuiduError, Problem

# A value that is quoted in a sentence is cut where it is long or deeply nested.
_QUOTING = Repr()
_QUOTING.maxstring = 80


def load_toml(toml: str, name: str) -> dict[str, Any]:
    """What the text of a TOML file says; `name` is the file in messages.

    Raises `DuiduError` for TOML that is none, or is nested too deeply to be read.
    """
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        reason: object = error
    except RecursionError:
        reason = "it is nested too deeply"
    raise DuiduError(name, Problem.at(Code.TOML_MALFORMED, reason=reason))


def quote_value(value: object) -> str:
    """`value` much as the file has it, on one line."""
    return str(value).lower() if isinstance(value, bool) else _QUOTING.repr(value)


def lines_of(key: str, toml: str) -> Iterator[int]:
    """The lines on which `key` is given a value or opens a table, as far as that can be told at a glance."""
    pattern = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    return (number for number, line in enumerate(toml.split("\n"), start=1) if pattern.match(line))
