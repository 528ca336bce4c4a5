"""Files that a build leaves for the next one: by a seal it is known that they are as they were left."""

from __future__ import annotations

from hashlib import sha256

_END = b"\n"


def sealed(content: bytes) -> bytes:
    """The content after its seal, which is a line with its SHA-256."""
    return sha256(content).hexdigest().encode() + _END + content


def unsealed(content: bytes) -> bytes:
    """What `sealed` was given. Raises `ValueError` if a byte of it is not as it was."""
    _, end, rest = content.partition(_END)
    if not end or sealed(rest) != content:
        raise ValueError("the seal is broken")
    return rest
