"""The programs that make a site of pages: MkDocs with Material, or their successor Zensical.

A project chooses in its mkdocs.yml (`extra.engine`). Both read that file, have the same options, and run as
programs of their own; what differs is here.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

_SIGNALS = re.compile(r"\x1b\[[\d;]*m")  # colours of a terminal
_ISSUE = re.compile(r"^(?:Warning|Error): (.+)\n\s*╭─\[ (\S+) \]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that makes a site: its `name`, and the `module` that is run.

    `packages` are those that it needs, by the module that tells whether they are installed, and `remedy`
    says what an editor does who lacks one. `live` are the options with which its server reloads pages.
    `reasons` finds in what it says why it failed.
    """

    name: str
    module: str
    packages: Mapping[str, str]
    remedy: str
    live: tuple[str, ...]
    reasons: Callable[[str], Iterator[str]] = field(repr=False)  # as it would be another in each process

    @property
    def missing(self) -> list[str]:
        """The packages that are not installed."""
        return [package for module, package in self.packages.items() if not importlib.util.find_spec(module)]


def _reasons_of_mkdocs(output: str) -> Iterator[str]:
    """Its warnings and errors, and the last line of a traceback."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    yield from (line.partition("-")[2].strip() for line in lines if line.startswith(("WARNING", "ERROR")))
    if any(line.startswith("Traceback ") for line in lines):
        yield lines[-1]


def _reasons_of_zensical(output: str) -> Iterator[str]:
    """Its issues with their places, or else the last line of a traceback."""
    plain = _SIGNALS.sub("", output)
    issues = [f"{place}: {message}" for message, place in _ISSUE.findall(plain)]
    yield from issues or plain.strip().splitlines()[-1:]


MKDOCS = Engine(
    "MkDocs",
    "mkdocs",
    {"mkdocs": "mkdocs", "material": "mkdocs-material", "pymdownx": "pymdown-extensions"},
    "expected all that duidu needs: install it anew with pip, in a clone by “pip install -e .”",
    ("--livereload",),
    _reasons_of_mkdocs,
)
ZENSICAL = Engine(
    "Zensical",
    "zensical",
    {"zensical": "zensical"},
    "expected the engine that mkdocs.yml names: install it with “pip install 'duidu[zensical]'”",
    (),
    _reasons_of_zensical,
)
ENGINES: Mapping[str, Engine] = {engine.module: engine for engine in (MKDOCS, ZENSICAL)}
