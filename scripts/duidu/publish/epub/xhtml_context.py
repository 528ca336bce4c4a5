"""What a node must know of the book that it is rendered for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from duidu.publish.words import Words


@dataclass(frozen=True, slots=True)
class BookContext:
    """The `words` of the book, and the `language` of a text, where that is not the book's.

    `ids` is false where all of a text stands in the book for the second time, in the other script: then it
    has no link targets, no printed pages and no pictures. `works` are the ids of the entries to which titles
    lead; `pictures` says where in the book each picture is that it has, by the name of its file.
    """

    words: Words
    ids: bool = True
    language: str = ""
    works: frozenset[str] = frozenset()
    pictures: Mapping[str, str] = field(default_factory=dict)

    def attributes(self, anchor: str) -> str:
        """The attributes of the block `anchor`, with a space before each."""
        return self.named(anchor) + spoken(self.language)

    def named(self, anchor: str) -> str:
        """The attribute `id`, with a space before it, if there is to be one."""
        return f' id="{anchor}"' if self.ids and anchor else ""

    def inside(self) -> BookContext:
        """That of what stands in a block whose language has been told."""
        return replace(self, language="")


def spoken(language: str) -> str:
    """The attributes that tell a `language`, with a space before each; nothing for that of what is around."""
    return f' lang="{language}" xml:lang="{language}"' if language else ""
