"""Fields: an instruction, which is no text, and its result, which is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

_KIND = re.compile(r"\s*([A-Za-z]+)")
_TARGET = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"?((?<=")[^"]*|[^\s"\\]\S*)', re.IGNORECASE)
_ANCHOR = re.compile(r'\\l\s+"([^"]*)"')
_CONTENTS = ("TOC", "TOA")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\"<>\\^`{|}\x00-\x1f\x7f]+", re.IGNORECASE)


def safe_address(address: str) -> str:
    """The address, if it is one that a page may link to: of the web, or of mail."""
    address = address.strip()
    return address if _ADDRESS.fullmatch(address) else ""


class FieldState(NamedTuple):
    """What the fields that are open at a place mean for text there.

    `in_instruction` and `in_contents` say that it stands in an instruction, or in a table of contents;
    `in_link` that it is linked, to `link` where that may be linked to.
    """

    in_instruction: bool = False
    in_contents: bool = False
    in_link: bool = False
    link: str = ""


@dataclass
class Field:
    """A field: the pieces of its instruction, what is so around it, and whether it has a result."""

    around: FieldState
    pieces: list[str] = field(default_factory=list)
    has_result: bool = False

    @property
    def instruction(self) -> str:
        """The instruction, as far as it is read."""
        return "".join(self.pieces)

    def result_state(self) -> FieldState:
        """What is so within its result."""
        instruction = self.instruction
        kind = _KIND.match(instruction)
        name = kind[1].upper() if kind else ""
        if name in _CONTENTS:
            return self.around._replace(in_contents=True)
        if name == "HYPERLINK":
            return self.around._replace(in_link=True, link=_address(instruction))
        return self.around


def _address(instruction: str) -> str:
    target, anchor = _TARGET.match(instruction), _ANCHOR.search(instruction)
    return safe_address(target[1] + (f"#{anchor[1]}" if anchor else "")) if target else ""


class OpenFields:
    """The fields that are open at a place, outermost first, and their `state`."""

    def __init__(self) -> None:
        self.state = FieldState()
        self._open: list[Field] = []

    def begin(self, instruction: str = "") -> None:
        """A field begins, with all of its instruction or none of it yet."""
        self._open.append(Field(self.state, [instruction]))
        self.state = self.state._replace(in_instruction=True)

    def instruct(self, text: str) -> None:
        """More of the instruction."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].pieces.append(text)

    def separate(self) -> None:
        """The result begins."""
        if self._open:
            self._open[-1].has_result = True
            self.state = self._open[-1].result_state()

    def end(self) -> Field:
        """The innermost field ends, which is returned."""
        ended = self._open.pop() if self._open else Field(self.state, has_result=True)
        self.state = ended.around
        return ended


def broken_marks(root: Element) -> frozenset[Element]:
    """The marks of fields that never end, or that end without having begun: they are not to be heeded."""
    broken: set[Element] = set()
    opened: list[list[Element]] = []
    for mark in root.iter("w:fldChar"):
        kind = mark.get("w:fldCharType")
        if kind == "begin":
            opened.append([mark])
        elif opened:
            opened[-1].append(mark)
            if kind == "end":
                opened.pop()
        else:
            broken.add(mark)
    return frozenset(broken.union(*opened))
