"""Findings of a file, each kind once: counted, at its first place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from duidu.problems import Code, Problem

Details = Mapping[str, int | str]


@dataclass(slots=True)
class _Entry:
    line: int
    said: Details
    number: int = 0


@dataclass(slots=True)
class Tally:
    """What is reported so far."""

    _entries: dict[tuple[Code, tuple[tuple[str, str], ...]], _Entry] = field(default_factory=dict)

    def count(self, code: Code, line: int, first: Details | None = None, **kind: str) -> None:
        """Count one more of a finding on `line`. `first` is said of the first; kinds are counted apart."""
        self._entries.setdefault((code, tuple(kind.items())), _Entry(line, first or {})).number += 1

    def problems(self) -> tuple[Problem, ...]:
        """All findings, the errors first."""
        found = (
            Problem.at(code, entry.line, count=entry.number, **dict(kind), **entry.said)
            for (code, kind), entry in self._entries.items()
        )
        return tuple(sorted(found, key=lambda problem: not problem.code.error))
