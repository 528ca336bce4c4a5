"""What an author says is on a picture."""

from __future__ import annotations

import re

_FILE_NAME = re.compile(r"[A-Za-z]:\\.*|\S+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)", re.IGNORECASE)


def description_of(text: str | None) -> str:
    """A description, but not the name of a file, which Word puts there itself."""
    said = " ".join((text or "").split())
    return "" if _FILE_NAME.fullmatch(said) else said
