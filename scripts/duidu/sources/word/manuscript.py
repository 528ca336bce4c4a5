"""What is read of a document, line by line, and what is found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from duidu.model import SetAside
from duidu.problems import Code, Problem


@dataclass
class Findings:
    """What is reported of a document: each kind once, counted, at its first place."""

    _counted: dict[tuple[Code, str], list[int]] = field(default_factory=dict)

    def count(self, code: Code, line: int, number: int = 1, *, of: str = "") -> None:
        """Count `number` more of the finding `code` on `line`; those `of` another kind are counted apart."""
        if number:
            counted = self._counted.setdefault((code, of), [line, 0])
            counted[1] += number

    def problems(self) -> tuple[Problem, ...]:
        """All findings, the errors first."""
        counted = (
            Problem.at(code, line, count=number, **({"kind": of} if of else {}))
            for (code, of), (line, number) in self._counted.items()
        )
        return tuple(sorted(counted, key=lambda problem: not problem.code.error))


@dataclass
class Manuscript:
    """The lines of a document with their places, and what is set aside, as far as it is read."""

    lines: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)

    def begin_line(self, place: str) -> int:
        """The number of a new line, at `place`, whose text is not known yet."""
        self.lines.append("")
        self.places.append(place)
        return len(self.lines)

    def drop_line(self, number: int) -> None:
        """Take back the line with this number, the last, in which nothing stands."""
        if number == len(self.lines):
            self.lines.pop()
            self.places.pop()
