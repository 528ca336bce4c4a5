"""Addresses of the web, as they are written in a link."""

from __future__ import annotations

from urllib.parse import quote

_SAFE = "!#$%&'*+,/:;=?@~"
# To follow a link of another kind would run a program, or lead nowhere.
_KINDS = ("http://", "https://", "mailto:")


def link_target(address: str) -> str:
    """`address` with the characters escaped that an address cannot have; empty if no link may lead there."""
    return quote(address, safe=_SAFE) if address.lower().startswith(_KINDS) else ""
