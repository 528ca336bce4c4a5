"""Declared mends: what rules cannot know of a text, an editor says in mends.toml.

A mend quotes the text as it was recovered, says what it should be, and why. It is data of the
article, so nothing about any one article stands in the code.

    [[mend]]
    quote = "在-二戰"
    text = "在二戰"
    reason = "hyphen of the typesetting at a line end"
"""

from __future__ import annotations

from dataclasses import dataclass

from duidu.problems import Code, DuiduError, Problem
from duidu.reasons import Cause, Reason
from duidu.toml import lines_of, load_toml, quote_value

_KEYS = ("quote", "text", "reason")


@dataclass(frozen=True, slots=True)
class DeclaredMend:
    """What mends.toml declares on `line`: the text quoted, what stands there instead, and the reason."""

    quote: str
    text: str
    reason: str
    line: int = 0

    @property
    def because(self) -> Reason:
        """The reason as the model has it."""
        return Reason(Cause.DECLARED, words=self.reason)


def parse_mends(toml: str, name: str) -> tuple[DeclaredMend, ...]:
    """The mends in the text of a mends.toml; `name` is the file in messages.

    Raises `DuiduError` for TOML that is none, and for keys that are unknown, missing or no text.
    """
    data = load_toml(toml, name)
    for key in data:
        if key != "mend":
            raise DuiduError(name, Problem.at(Code.TOML_KEY_UNKNOWN, key=key, expected="[[mend]]"))
    entries = data.get("mend", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise DuiduError(
            name, Problem.at(Code.TOML_VALUE_WRONG, key="mend", found="no list", expected="[[mend]]")
        )
    lines = list(lines_of("mend", toml))
    lines += [0] * (len(entries) - len(lines))  # written in another way: inline, say
    return tuple(_parse(entry, name, line) for entry, line in zip(entries, lines, strict=False))


def _parse(entry: dict[str, object], name: str, line: int) -> DeclaredMend:
    for key in entry:
        if key not in _KEYS:
            expected = ", ".join(_KEYS)
            raise DuiduError(name, Problem.at(Code.TOML_KEY_UNKNOWN, line, key=key, expected=expected))
    values = []
    for key in _KEYS:
        value = entry.get(key)
        if value is None:
            problem = Problem.at(Code.TOML_KEY_MISSING, line, key=key, expected="it in every mend")
            raise DuiduError(name, problem)
        if not isinstance(value, str) or (key != "text" and not value):
            problem = Problem.at(
                Code.TOML_VALUE_WRONG, line, key=key, found=quote_value(value), expected="a text"
            )
            raise DuiduError(name, problem)
        values.append(value)
    quote, text, reason = values
    return DeclaredMend(quote, text, reason, line)
