"""A text layer: the lines of a PDF as one extractor wrote them, whose spaces and rules are all it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from duidu.sources.decode import decode


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The `text` of a file, with line feeds at line ends."""

    text: str

    @property
    def pictures(self) -> Mapping[str, bytes]:
        """None: pictures are no part of a text layer."""
        return {}

    def place(self, line: int) -> str:
        """Where a line is, after the file's name: by its number."""
        return f":{line}"


def read_text_layer(content: bytes, name: str) -> TextLayer:
    """The text layer that `content` is. Raises `DuiduError`, as `decode` does, if it is none."""
    return TextLayer(decode(content, name))
