"""The files of an article in the formats in which readers may take it along, as the site has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duidu.formats import FORMATS, Format
from duidu.publish.editions import Editions, original_of
from duidu.settings import Settings

_PARALLEL = "parallel"


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is offered: its `path` beside the reading page of the original, and its size in bytes.

    `file` is what it is called where it is saved. `scripts` are those of its text.
    """

    format: Format
    file: str
    path: str
    size: int
    scripts: tuple[str, ...]


def downloads_of(work: Editions, settings: Settings) -> Iterator[tuple[Download, bytes]]:
    """The files of the article of which `work` are the editions, in the formats that its metadata allow."""
    for each in FORMATS:
        if each.name in original_of(work).metadata.downloads:
            for file, content in each.make(work, settings).items():
                yield Download(each, file, _path(file), len(content), _scripts(file, work)), content


def _path(file: str) -> str:
    """Where the site has a file: MkDocs would make a page of one in Markdown."""
    return f"{file}.txt" if file.endswith(".md") else file


def _scripts(file: str, work: Editions) -> tuple[str, ...]:
    """The scripts of a file, as its name tells them; that of the original, where it tells none."""
    parts = file.lower().split(".")
    if _PARALLEL in parts:
        return tuple(work)
    return next(((tag,) for tag in work if tag.lower() in parts), (original_of(work).language,))
