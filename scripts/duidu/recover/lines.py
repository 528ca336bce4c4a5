"""Text → lines: what each line is by its shape alone."""

from __future__ import annotations

from dataclasses import dataclass

from duidu.model import Origin
from duidu.recover.characters import is_wide

# A rule over notes is a line of so many spaces; a long one says that the last note goes on under it.
_SHORT_RULE = 20
_LONG_RULE = 80
_LONGEST_NUMBER = 6  # digits


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text layer: `number` counts from 1, `raw` is the line as it stands.

    `opens_page` says that a form feed stood before it; in `raw`, a space stands for that. `unmarked` says
    that in its text layer no space tells where a paragraph ends (`spaces`). `heading` is its level if it is a
    heading that is numbered in digits (`decimal_headings`), and else 0.
    """

    number: int
    raw: str
    opens_page: bool = False
    unmarked: bool = False
    heading: int = 0

    @property
    def text(self) -> str:
        """The line without the spaces around it."""
        return self.raw.strip()

    @property
    def is_blank(self) -> bool:
        """Nothing but white space."""
        return not self.raw.strip()

    @property
    def is_empty_head(self) -> bool:
        """A lone space: where a running head would stand, or space above a line."""
        return self.raw == " "

    @property
    def is_rule(self) -> bool:
        """The rule over a page's notes."""
        return len(self.raw) >= _SHORT_RULE and self.is_blank

    @property
    def is_long_rule(self) -> bool:
        """The rule that says: the lines under it continue the last note of the page before."""
        return len(self.raw) >= _LONG_RULE and self.is_blank

    @property
    def is_number(self) -> bool:
        """A line that holds a number and nothing else."""
        return self.text.isascii() and self.text.isdigit() and len(self.text) <= _LONGEST_NUMBER

    @property
    def begins_with_space(self) -> bool:
        """The mark of a page's first line (its empty running head), or the indent of a paragraph."""
        indented = self.unmarked and self.raw.startswith("  ")
        return self.raw.startswith(" ") and not (indented or self.is_blank)

    @property
    def ends_paragraph(self) -> bool:
        """A paragraph mark: a space after an ideograph or full-width mark."""
        stripped = self.raw.rstrip()
        return bool(stripped) and len(stripped) < len(self.raw) and is_wide(stripped[-1])

    def origin(self, column: int | None = None) -> Origin:
        """Where a column of the line stands; without one, its first visible character."""
        if column is None:
            column = len(self.raw) - len(self.raw.lstrip())
        return Origin(self.number, column)


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text layer that are not empty. (Empty ones only double the line feeds.)

    Only a line feed ends a line: other characters that Python calls line ends are conserved as text.
    """
    return tuple(_line(number, raw) for number, raw in enumerate(text.split("\n"), start=1) if raw)


def _line(number: int, raw: str) -> Line:
    opens_page = raw.startswith("\f")
    spaced = raw.replace("\f", " ")
    return Line(number, " " if opens_page and spaced.isspace() and len(raw) <= 2 else spaced, opens_page)
