"""By what it is known whether a file is the same: the SHA-256 of its content."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile


def digest_of(path: str, content: bytes) -> str:
    """That of the file at `path`, in hexadecimal digits; of an EPUB, that of what is in it.

    Libraries that pack files do not all make the same bytes, so that an EPUB from another machine may differ
    and be the same.
    """
    return sha256(_packed(content) if path.endswith(".epub") else content).hexdigest()


def digests_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """That of each file, by its path."""
    return {path: digest_of(path, content) for path, content in files.items()}


def _packed(content: bytes) -> bytes:
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = [(name, sha256(archive.read(name)).hexdigest()) for name in archive.namelist()]
    except BadZipFile:  # damaged: no other is the same
        return content
    return repr(entries).encode()
