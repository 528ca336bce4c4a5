"""How often Python looks for objects that only lead to each other.

To look takes about a sixth of the time of a conversion, which makes millions of objects and leaves hardly
any of that kind.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (50_000, 20, 50)  # after so many more objects, and the older ones every so many times


def collect_seldom() -> None:
    """Have it look seldom from now on in this process."""
    gc.set_threshold(*_SELDOM)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Have it look seldom as long as the context lasts."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
