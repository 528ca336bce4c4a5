"""What tells whether a file has changed."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile


def digests_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each of `files`; of an EPUB, that of what is in it.

    Libraries that pack files do not all make the same bytes, so that an EPUB from another machine may differ
    and be the same.
    """
    return {path: sha256(_told(path, content)).hexdigest() for path, content in files.items()}


def _told(path: str, content: bytes) -> bytes:
    if not path.endswith(".epub"):
        return content
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = [(name, sha256(archive.read(name)).hexdigest()) for name in archive.namelist()]
    except BadZipFile:  # damaged: no other is the same
        return content
    return repr(entries).encode()
