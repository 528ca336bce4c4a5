"""What is so of all text within an element, because of what the element is."""

from __future__ import annotations

from typing import NamedTuple

from duidu.model import Style
from duidu.reasons import Cause


class Context(NamedTuple):
    """Why text is set aside (`aside`), whether it is `linked`, and to which `link` if that may be linked to.

    `style` are marks that it has in any case; a `reading` stands over other text, and smaller.
    """

    aside: Cause | None = None
    linked: bool = False
    link: str = ""
    style: Style = Style.PLAIN
    reading: bool = False

    def within(self, cause: Cause) -> Context:
        """The context within an element whose text is set aside, unless it is so already."""
        return self._replace(aside=self.aside or cause)
