"""What a node must know of the page that it is rendered for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from duidu.publish.words import Words

PICTURES = "figures/"  # the folder of pictures, beside the reading page of the original


@dataclass(frozen=True, slots=True)
class Context:
    """The `words` of the page, and what on it may be a link target.

    `ids` is false where all of a text stands on the page for the second time. `language` is the text's,
    where that is not the page's. `pictures` is the folder of its pictures, and `pdf` the PDF to whose pages
    the marks of printed pages lead, if it is published, both as seen from the page.
    """

    words: Words
    ids: bool = True
    language: str = ""
    pictures: str = PICTURES
    pdf: str = ""

    @property
    def spoken(self) -> str:
        """The attribute `lang`, with a space before it, if there is to be one."""
        return spoken(self.language)

    def named(self, anchor: str) -> str:
        """The attribute `id`, with a space after it, if there is to be one."""
        return f'id="{anchor}" ' if self.ids and anchor else ""

    def attributes(self, anchor: str) -> str:
        """The attributes of the block `anchor` for an attribute list; where there are to be no ids, they
        say whose twin it is.
        """
        return (f"#{anchor}" if self.ids else f'data-twin="{anchor}"') + self.spoken

    def tag_attributes(self, anchor: str) -> str:
        """The same, for a tag."""
        return (f'id="{anchor}"' if self.ids else f'data-twin="{anchor}"') + self.spoken

    def inside(self) -> Context:
        """That of what stands in a block whose language has been told."""
        return replace(self, language="")

    def inside_link(self) -> Context:
        """That of what stands in a link, in which there can be no other."""
        return replace(self, pdf="")


def spoken(language: str) -> str:
    """The attribute `lang`, with a space before it; nothing where the language is that of what is around."""
    return f' lang="{language}"' if language else ""
