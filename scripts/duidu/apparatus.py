"""The scholarly apparatus: what `enrich` knows of an article's text, told apart from the text itself.

A span says where something stands and never what is written there. Both scripts have the same
characters in the same places, so one apparatus serves the article in either.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: characters `start` to `end` of the plain text of the part with the id `part`.

    A part is the title, a paragraph of the abstract, a heading, a paragraph or a note.
    """

    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Apparatus:
    """All that was found in an article, each kind in reading order."""
