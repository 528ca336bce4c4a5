"""Opens the ZIP archive that a Word document is, and trusts nothing in it.

Only what is asked for is unpacked, and only in memory. The limits are far beyond what a manuscript has.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from duidu.problems import Code, DuiduError, Problem

MEGABYTE = 1_000_000
LARGEST_FILE = 100 * MEGABYTE
MOST_ENTRIES = 10_000
LARGEST_TOTAL = 500 * MEGABYTE  # of all parts unpacked, as the archive says and as they are
LARGEST_XML = 64 * MEGABYTE  # of one part that is XML
# Real documents pack to a fortieth of their size at best; what packs much better is made to fill the memory.
STEEPEST_RATIO, RATIO_MATTERS_FROM = 250, 4 * MEGABYTE

_CENTRAL_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
)


class Archive:
    """The entries of a ZIP archive, by name; upper and lower case are the same."""

    def __init__(self, content: bytes, file: str) -> None:
        """Open `content`, of the file that messages call `file`.

        Raises `DuiduError` if it cannot be opened or is not safe to open.
        """
        self._file = file
        if len(content) > LARGEST_FILE:
            raise self.refusal(
                Code.INPUT_TOO_LARGE, size=_megabytes(len(content)), limit=_megabytes(LARGEST_FILE)
            )
        if content.count(_CENTRAL_ENTRY) > MOST_ENTRIES:
            raise self.refusal(Code.ZIP_ENTRIES, limit=MOST_ENTRIES)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGE:
            raise self.refusal(Code.ZIP_DAMAGED, found="its archive cannot be opened") from None
        self._entries = self._checked_entries()

    def refusal(self, code: Code, **details: int | str) -> DuiduError:
        """The error that says why this file is not read."""
        return DuiduError(self._file, Problem.at(code, 0, **details))

    def _checked_entries(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            if _unsafe(entry.filename):
                raise self.refusal(Code.ZIP_UNSAFE_NAME, found=entry.filename)
            if entry.is_dir():
                continue
            if entry.filename.lower() in entries:
                raise self.refusal(Code.ZIP_DUPLICATE, found=entry.filename)
            entries[entry.filename.lower()] = entry
        total = sum(entry.file_size for entry in entries.values())
        if total > LARGEST_TOTAL:
            raise self.refusal(Code.ZIP_TOO_LARGE, size=_megabytes(total), limit=_megabytes(LARGEST_TOTAL))
        return entries

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def names(self) -> tuple[str, ...]:
        """The names of all entries, in lower case."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """The content of the entry `name`. No more of it is unpacked than the archive says that it has."""
        entry = self._entries[name.lower()]
        if entry.flag_bits & _ENCRYPTED:
            raise self.refusal(Code.INPUT_ENCRYPTED)
        try:
            return self._zip.read(entry)
        except _DAMAGE:
            raise self.refusal(Code.ZIP_DAMAGED, found=f"its part {name} cannot be unpacked") from None

    def read_xml(self, name: str) -> bytes:
        """The content of the entry `name`, which is XML, if it is of a size that XML may have."""
        entry = self._entries[name.lower()]
        size, packed = entry.file_size, max(entry.compress_size, 1)
        if size > LARGEST_XML:
            raise self.refusal(
                Code.ZIP_PART_TOO_LARGE, part=name, size=_megabytes(size), limit=_megabytes(LARGEST_XML)
            )
        if size > RATIO_MATTERS_FROM and size > packed * STEEPEST_RATIO:
            raise self.refusal(Code.ZIP_RATIO, part=name, ratio=size // packed, limit=STEEPEST_RATIO)
        return self.read(name)


def _unsafe(name: str) -> bool:
    """Whether an entry's name could lead out of a folder."""
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _megabytes(size: int) -> int:
    return -(-size // MEGABYTE)
