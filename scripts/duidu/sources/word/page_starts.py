"""Where pages begin. A page may be announced twice: by a break, and by what Word recorded after it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class PageStarts:
    """Counts pages. The first begins with the first words, every other with the first after a break."""

    count: int = 0
    _announced: bool = False
    _anything_yet: bool = False
    _owed: int = 0  # pages that begin with words that are set aside
    _rows: list[list[int]] = field(default_factory=list)  # of each open row: pages begun in it, in this cell

    def announce(self) -> None:
        """A break stands here, of whatever kind."""
        self._announced = True

    def at_words(self) -> int:
        """How many pages begin with what is shown here: more than one after pages of what is set aside."""
        self.at_words_set_aside()
        owed, self._owed = self._owed, 0
        return owed

    def at_words_set_aside(self) -> None:
        """Something stands on the page here that is not shown."""
        if self._announced and self._anything_yet and self._first_in_rows():
            self._owed += 1
            self.count += 1
        self._announced, self._anything_yet = False, True

    def begin_row(self) -> None:
        """A row of a table begins, whose cells stand side by side: a page begins once in all of them."""
        self._rows.append([0, 0])

    def begin_cell(self) -> None:
        """A cell of that row begins."""
        self._rows[-1][1] = 0

    def end_row(self) -> None:
        """The row ends."""
        self._rows.pop()

    def _first_in_rows(self) -> bool:
        for row in reversed(self._rows):
            row[1] += 1
            if row[1] <= row[0]:
                return False
            row[0] = row[1]
        return True
