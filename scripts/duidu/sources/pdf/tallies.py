"""Findings of a file, each kind once: counted, at its first place."""

from __future__ import annotations

from duidu.problems import Code, Problem


class Tally:
    """What is reported so far."""

    def __init__(self) -> None:
        self._found: dict[
            tuple[Code, tuple[tuple[str, object], ...]], tuple[int, int, dict[str, object]]
        ] = {}

    def count(
        self, code: Code, line: int, number: int = 1, first: dict[str, object] | None = None, **kind: object
    ) -> None:
        """Count `number` more of a finding on `line`. `first` is said of the first one; kinds count apart."""
        if number:
            key = (code, tuple(kind.items()))
            place, before, said = self._found.get(key, (line, 0, first or {}))
            self._found[key] = (place, before + number, said)

    def problems(self) -> tuple[Problem, ...]:
        """All findings, the errors first."""
        found = (
            Problem.at(code, line, count=number, **dict(kind), **said)
            for (code, kind), (line, number, said) in self._found.items()
        )
        return tuple(sorted(found, key=lambda problem: not problem.code.error))
