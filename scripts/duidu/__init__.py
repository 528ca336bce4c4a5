"""duidu (對讀): from a Chinese journal article, as its editor has it, to a reading site.

The data goes one way: `recover` makes an article of a file, `correct` makes what an editor declares, `check`
proves that nothing was lost, `enrich` adds to it, `publish` writes it out; `pipeline` has the order.

For programs and notebooks (manual/api.md) there are `read`, `examine`, `convert` and `publish`, and the types
`Article`, `Draft`, `Metadata`, `Settings`, `Problem` and `DuiduError`, all loaded when first asked for.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duidu.api import (
        Article,
        Draft,
        DuiduError,
        Metadata,
        Problem,
        Settings,
        convert,
        examine,
        publish,
        read,
    )

__version__ = "0.2.0"
__all__ = [
    "Article", "Draft", "DuiduError", "Metadata", "Problem", "Settings",
    "convert", "examine", "publish", "read",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'duidu' has no attribute {name!r}")
    from duidu import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Python makes each module that is loaded an attribute of its package; those that are called like one of
    our functions (`convert`, `publish`) must not take its place.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
