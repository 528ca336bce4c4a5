"""By what it is known whether a file is the same: the SHA-256 of its content."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256


def digest_of(content: bytes) -> str:
    """That of one content, in hexadecimal digits."""
    return sha256(content).hexdigest()


def digests_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """That of each file, by its path."""
    return {path: digest_of(content) for path, content in files.items()}
