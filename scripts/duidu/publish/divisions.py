"""The body of the tree, which is flat, as sections within sections: what headings mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from duidu.publish import tree


@dataclass(frozen=True, slots=True)
class Division:
    """A section: its heading, what stands in it before any other heading, and the sections within it."""

    heading: tree.Heading
    blocks: tuple[tree.Body, ...]
    divisions: tuple[Division, ...]


def divided(body: Sequence[tree.Body]) -> tuple[tuple[tree.Body, ...], tuple[Division, ...]]:
    """What stands in `body` before its first heading, and its sections.

    A heading opens a section within the nearest one before it that has a lower level.
    """
    start = next((place for place, block in enumerate(body) if isinstance(block, tree.Heading)), len(body))
    return tuple(body[:start]), tuple(_divisions(body[start:]))


def _divisions(blocks: Sequence[tree.Body]) -> Iterable[Division]:
    """The sections of `blocks`, the first of which is a heading if there is any."""
    place = 0
    while place < len(blocks):
        heading, after = blocks[place], place + 1
        assert isinstance(heading, tree.Heading)
        while after < len(blocks) and not _ends(blocks[after], heading):
            after += 1
        yield Division(heading, *divided(blocks[place + 1 : after]))
        place = after


def _ends(block: tree.Body, heading: tree.Heading) -> bool:
    """Whether `block` is a heading that ends the section under `heading`."""
    return isinstance(block, tree.Heading) and block.level <= heading.level
