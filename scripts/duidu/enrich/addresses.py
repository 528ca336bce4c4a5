"""Addresses of the web in running text: where they begin, and where they end."""

from __future__ import annotations

from collections.abc import Iterator

import regex

# An address may have Chinese in its path, but only after a sign that leads there.
ADDRESS = regex.compile(r"(?:https?://|www\.)[!-~]+(?:(?:(?<=[/=_#?&-])|(?<=_\())\p{Han}+[!-~]*)*")

_PAGES_AFTER = regex.compile(r"[,;]pp?\..*")
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}
_NO_END = ".,;:!?'\"*([{<"


def find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where each address in `text` begins and ends.

    The stop that ends the sentence is no part of it, and a bracket only if it was opened within, as in
    http://example.org/Lighthouse_(film).
    """
    for match in ADDRESS.finditer(text):
        address = _PAGES_AFTER.sub("", match[0])
        while address and not _may_end(address):
            address = address[:-1]
        if "." in address.removeprefix("www."):
            yield match.start(), match.start() + len(address)


def _may_end(address: str) -> bool:
    last = address[-1]
    if opening := _CLOSING.get(last):
        return address.count(opening) >= address.count(last)
    return last not in _NO_END
