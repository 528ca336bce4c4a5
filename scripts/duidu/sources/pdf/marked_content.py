"""Marked content: what a stretch of a page belongs to, and what it says instead of its glyphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from duidu.sources.pdf.glyph_runs import GlyphRun
from duidu.sources.pdf.text_painter import TextPainter
from duidu.sources.pdf.values import dictionary, integer, object_id, text
from duidu.sources.printed import Tag

# Tells the element of the tagged structure: the object that holds the content (0 for the page), and its id.
TagOf = Callable[[int, int], Tag | None]
ARTIFACT = Tag("Artifact", 0)
_DEEPEST = 1000


@dataclass(frozen=True, slots=True)
class _Mark:
    tag: Tag | None
    hidden: bool
    says: str
    runs: int


class MarkedContent:
    """The marks that are open at a place of a page."""

    def __init__(self, tag_of: TagOf, is_hidden: Callable[[int], bool]) -> None:
        self._tag_of = tag_of
        self._is_hidden = is_hidden
        self._marks: list[_Mark] = []
        self._holder = 0

    @property
    def tag(self) -> Tag | None:
        """The element that the content here belongs to."""
        return self._marks[-1].tag if self._marks else None

    @property
    def hidden(self) -> bool:
        """Whether it is on a layer that is not shown."""
        return self._marks[-1].hidden if self._marks else False

    def begin(self, role: str, properties: object, painter: TextPainter) -> None:
        """Begin a stretch."""
        if len(self._marks) > _DEEPEST:
            return
        found: Mapping[str, object] = dictionary(properties)
        tag, hidden = self.tag, self.hidden
        if "MCID" in found:
            tag = self._tag_of(self._holder, integer(found["MCID"])) or tag
        elif role == "Artifact":
            tag = ARTIFACT
        elif role == "OC":
            hidden = hidden or self._is_hidden(object_id(properties))
        self._marks.append(_Mark(tag, hidden, text(found.get("ActualText")), len(painter.runs)))

    def end(self, painter: TextPainter) -> None:
        """End the stretch that was begun last."""
        if self._marks:
            mark = self._marks.pop()
            if mark.says:
                _say(mark.says, painter.runs[mark.runs :])

    @contextmanager
    def inside(self, holder: int) -> Iterator[None]:
        """Read the content of another object, whose ids are its own."""
        before, self._holder, depth = self._holder, holder, len(self._marks)
        yield
        self._holder = before
        del self._marks[depth:]


def _say(says: str, runs: list[GlyphRun]) -> None:
    """Put other characters behind glyphs: one behind each if there are as many, else all behind the first."""
    glyphs = [(run, place) for run in runs for place in range(len(run.texts))]
    if not glyphs or "".join(run.texts[place] for run, place in glyphs).strip() == says.strip():
        return
    parts = list(says) if len(says) == len(glyphs) else [says, *[""] * (len(glyphs) - 1)]
    for (run, place), part in zip(glyphs, parts, strict=True):
        run.texts[place] = part
