"""What is worked out of an article once, however many pages and files ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Generic, TypeVar, TypeVarTuple

_MOST = 8  # answers of one function: more than an article has languages, and too few to fill the memory

Asked = TypeVar("Asked")
More = TypeVarTuple("More")
Answer = TypeVar("Answer")


def remembered(function: Callable[[Asked, *More], Answer]) -> Callable[[Asked, *More], Answer]:
    """`function`, which must be pure, and gives its last answers again to those who ask the same.

    The first argument is the same if it is the same object: to compare two articles takes longer than most
    of what is asked of them. All others must be hashable.
    """

    @lru_cache(maxsize=_MOST)
    def answer(same: _Same[Asked], *more: *More) -> Answer:
        return function(same.value, *more)

    @wraps(function)
    def asking(value: Asked, /, *more: *More) -> Answer:
        return answer(_Same(value), *more)

    return asking


class _Same(Generic[Asked]):
    """A value that is equal to itself alone."""

    def __init__(self, value: Asked) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)
