"""What is printed before the items of lists."""

from __future__ import annotations

from duidu.han import is_ideograph

_WIDE = "、．。）］】〕」』"  # after these, as after an ideograph, print sets no space


def space_after(label: str) -> str:
    """What stands between a `label` and the words of its item."""
    return "" if label[-1] in _WIDE or is_ideograph(label[-1]) else " "
