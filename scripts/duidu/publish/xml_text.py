"""The one place where words become safe to stand in XML, as text or in an attribute."""

from __future__ import annotations

import re
from html import escape

# All that is no character of XML 1.0: controls, unpaired surrogates and two that are never characters.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """`text` as XML that says just this. What XML forbids becomes U+FFFD."""
    return escape(allowed(text))


def allowed(text: str) -> str:
    """`text` with U+FFFD for each character that XML forbids; it may still need to be escaped."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
