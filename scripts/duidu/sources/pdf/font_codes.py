"""Fonts as a page needs them: bytes that are shown → characters with their widths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from duidu.sources.printed import Font

UNMAPPED = "\ufffd"


class Glyph(NamedTuple):
    """A glyph: its characters, and how far from it the next one is, in units of the size.

    In vertical writing that is less than nought. `is_space` says that word spacing applies to it.
    """

    text: str
    advance: float
    is_space: bool = False


@dataclass(slots=True)
class CodedFont:
    """A font of the file. `split` cuts what is shown into codes, `make` makes the glyph of a code.

    `em` is its size where the size that the page asks for is one, which differs from 1 in drawn fonts.
    """

    look: Font
    vertical: bool
    split: Callable[[bytes], list[int]]
    make: Callable[[int], Glyph]
    glyphs: dict[int, Glyph]
    em: float = 1.0

    def decode(self, shown: bytes) -> list[Glyph]:
        """The glyphs that are shown."""
        glyphs = self.glyphs
        found = []
        for code in self.split(shown):
            glyph = glyphs.get(code)
            if glyph is None:
                glyph = glyphs[code] = self.make(code)
            found.append(glyph)
        return found
