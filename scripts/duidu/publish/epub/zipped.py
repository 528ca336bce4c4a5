"""The files of a book in one: the same files make the same bytes, whenever and wherever."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_MIMETYPE = "mimetype"
_LEVEL = 9
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".webp")  # packed as they are


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The EPUB that holds `files`, by their paths in it: first what says that it is one."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for path, content in ({_MIMETYPE: b"application/epub+zip"} | dict(files)).items():
            # A fixed date, and the same rights, whatever system this is.
            entry = ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            stored = path == _MIMETYPE or path.endswith(_PACKED)
            entry.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=None if stored else _LEVEL)
    return out.getvalue()
