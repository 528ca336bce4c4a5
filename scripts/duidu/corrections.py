"""Declared corrections: an editor writes in corrections.toml what no rule can know.

A correction quotes the text as it was recovered, says what it should be, and why. It is data of the
article, so nothing about any one article stands in the code.

    [[correction]]
    quote = "在-二戰"
    text = "在二戰"
    reason = "hyphen of the typesetting at a line end"
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from duidu.problems import Code, DuiduError, Problem
from duidu.reasons import Cause, Reason
from duidu.toml import Key, find_faults, lines_of, load_toml

# What a correction was called until version 0.1.
_FORMER_NAME = "mend"
_EACH = "it in every correction"
_SCHEMA = {
    "quote": Key(lambda value: isinstance(value, str) and bool(value), "a text", _EACH),
    "text": Key(lambda value: isinstance(value, str), "a text", _EACH),
    "reason": Key(lambda value: isinstance(value, str) and bool(value), "a text", _EACH),
}


@dataclass(frozen=True, slots=True)
class DeclaredCorrection:
    """What corrections.toml declares on `line`: the text quoted, what it should be, and the reason."""

    quote: str
    text: str
    reason: str
    line: int = 0

    @property
    def because(self) -> Reason:
        """The reason as the model has it."""
        return Reason(Cause.DECLARED, words=self.reason)


def parse_corrections(toml: str, name: str) -> tuple[DeclaredCorrection, ...]:
    """The corrections in the text of a corrections.toml; `name` is the file in messages.

    Raises `DuiduError` for text that is not TOML, and for keys that are unknown, missing or not text.
    """
    data = load_toml(toml, name)
    kind = _FORMER_NAME if _FORMER_NAME in data else "correction"
    expected = f"[[{kind}]]"
    for key in data:
        if key != kind:
            raise DuiduError(name, Problem.at(Code.TOML_KEY_UNKNOWN, key=key, expected=expected))
    entries = data.get(kind, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        wrong = Problem.at(Code.TOML_VALUE_WRONG, key=kind, found="no list", expected=expected)
        raise DuiduError(name, wrong)
    lines = list(lines_of(kind, toml))
    lines += [0] * (len(entries) - len(lines))  # no line is known of entries that are written inline
    return tuple(_parse(entry, name, line) for entry, line in zip(entries, lines, strict=False))


def _parse(entry: Mapping[str, Any], name: str, line: int) -> DeclaredCorrection:
    if problems := tuple(find_faults(entry, _SCHEMA, lambda _: line)):
        raise DuiduError(name, *problems)
    return DeclaredCorrection(**entry, line=line)
