"""How much of a file is read at most: far more than an article has, and little enough for any machine."""

from __future__ import annotations

from duidu.problems import Code, DuiduError, Problem

MEGABYTE = 1_000_000
LARGEST_FILE = 200 * MEGABYTE
LARGEST_STREAM = 64 * MEGABYTE  # of one stream, unpacked
LARGEST_TOTAL = 400 * MEGABYTE  # of all streams that are read, unpacked
MOST_PAGES = 2_000
MOST_OPERATORS = 5_000_000
MOST_GLYPHS = 3_000_000
LARGEST_SIDE = 1_600  # of a picture that is made of a page, in dots


class Budget:
    """What may still be read of the file that messages call `file`; `damaged` counts its damaged streams.

    Each method that spends raises `DuiduError` when there is more than the limits allow.
    """

    def __init__(self, file: str) -> None:
        self.damaged = 0
        self._file = file
        self._bytes = LARGEST_TOTAL
        self._operators = MOST_OPERATORS
        self._glyphs = MOST_GLYPHS

    @property
    def room(self) -> int:
        """How many bytes a stream may unpack to."""
        return min(LARGEST_STREAM, self._bytes)

    def refusal(self, code: Code, **details: int | str) -> DuiduError:
        """The error that says why this file is not read."""
        return DuiduError(self._file, Problem.at(code, 0, **details))

    def spend_bytes(self, count: int) -> None:
        """So many bytes were unpacked."""
        if count > self.room:
            limit = LARGEST_STREAM if count > LARGEST_STREAM else LARGEST_TOTAL
            raise self.refusal(Code.PDF_TOO_LARGE, limit=limit // MEGABYTE)
        self._bytes -= count

    def spend_operators(self, count: int) -> None:
        """So many instructions are carried out."""
        self._operators -= count
        if self._operators < 0:
            raise self.refusal(Code.PDF_TOO_LONG, what="instructions", limit=f"{MOST_OPERATORS:,}")

    def spend_glyphs(self, count: int) -> None:
        """So many glyphs are shown."""
        self._glyphs -= count
        if self._glyphs < 0:
            raise self.refusal(Code.PDF_TOO_LONG, what="characters", limit=f"{MOST_GLYPHS:,}")

    def check_pages(self, count: int) -> None:
        """There are so many pages."""
        if count > MOST_PAGES:
            raise self.refusal(Code.PDF_TOO_LONG, what="pages", limit=f"{MOST_PAGES:,}")
