"""What an editor has put into a project: which folders are articles, and what only looks like one, or like a
file that is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from duidu.pipeline import CORRECTIONS, FORMER_CORRECTIONS
from duidu.problems import Code, DuiduError, Problem
from duidu.project import JOURNAL, NAMES
from duidu.slugs import check_slug
from duidu.workspace import METADATA, SOURCE, find_source, telling_unreadable

_NAMES = (METADATA, CORRECTIONS, FORMER_CORRECTIONS)
_SOURCES = (".docx", ".pdf", ".txt")


@dataclass(slots=True)
class Found:
    """The sources of the articles that can be read, in order of their slugs, and what is wrong with others.

    Each finding has the folder or the file that it is about. `refused` are the slugs of articles that cannot
    be read.
    """

    sources: list[Path] = field(default_factory=list)
    findings: list[tuple[str, Problem]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def find_articles(folder: Path, was_there: Callable[[str], bool] = lambda slug: False) -> Found:
    """The articles of a project, each in a folder of its own in `folder`.

    A folder without a source is one of an article if it has what an editor says of one, or if it `was_there`
    as one before. Raises `DuiduError` if there is no such folder: then this is a site of another kind, in
    which nothing may be overwritten; or if it cannot be read.
    """
    if not folder.is_dir():
        raise DuiduError(str(folder), Problem.at(Code.NO_ARTICLES))
    found = Found()
    with telling_unreadable(folder):
        inside = sorted(folder.iterdir())
    for path in inside:
        if path.is_dir() or path.is_symlink():
            _look_into(path, found, was_there)
        elif (path.suffix.lower() in _SOURCES or path.name in _NAMES) and not path.name.startswith("."):
            found.findings.append((str(path), Problem.at(Code.SOURCE_OUTSIDE)))
    if not found.sources and not any(problem.code.error for _, problem in found.findings):
        found.findings.append((str(folder), Problem.at(Code.NO_ARTICLE_YET)))
    return found


def find_misnamed(root: Path) -> tuple[tuple[str, Problem], ...]:
    """The files in a project's folder `root` whose names are almost those that are read, each with a finding.

    Raises `DuiduError` if the folder cannot be read.
    """
    with telling_unreadable(root):
        files = [file for file in sorted(root.iterdir()) if file.is_file()]
    return tuple(
        (str(file), Problem.at(Code.FILE_MISNAMED, meant=meant))
        for file in files
        if (meant := file.name.lower()) in (JOURNAL, NAMES) and file.name != meant
    )


def _look_into(folder: Path, found: Found, was_there: Callable[[str], bool]) -> None:
    try:
        with telling_unreadable(folder):
            source = find_source(folder)
            if source and (wrong := check_slug(folder.name)):
                found.findings.append((str(folder.parent), wrong))  # and it never had pages
                return
            if source and (elsewhere := _elsewhere(folder)):
                raise DuiduError(str(elsewhere), Problem.at(Code.SOURCE_ELSEWHERE))
            found.findings += _misnamed(folder, source)
            if not source and (was_there(folder.name) or any((folder / name).exists() for name in _NAMES)):
                raise DuiduError(str(folder), Problem.at(Code.SOURCE_MISSING))
    except DuiduError as error:
        found.refused.append(folder.name)
        found.findings += ((error.file, problem) for problem in error.problems)
        return
    if source:
        found.sources.append(source)


def _elsewhere(folder: Path) -> Path | None:
    """The first file of an article that is none, but a link to one outside the folder of all articles."""
    files = (file for file in sorted(folder.iterdir()) if file.stem == SOURCE or file.name in _NAMES)
    links = (file for file in files if folder.is_symlink() or file.is_symlink())
    return next((file for file in links if not file.resolve().is_relative_to(folder.parent.resolve())), None)


def _misnamed(folder: Path, source: Path | None) -> Iterator[tuple[str, Problem]]:
    """The files whose names are almost those that are read, and sources of another name if there is none."""
    for file in sorted(folder.iterdir()):
        name, lower = file.name, file.name.lower()
        meant = lower if lower in _NAMES or _is_source(lower) else ""
        if name == meant or name.startswith(".") or file == source or not file.is_file():
            continue
        if not meant and not source and file.suffix.lower() in _SOURCES:
            meant = f"source{file.suffix.lower()}"
        if meant:
            yield str(file), Problem.at(Code.FILE_MISNAMED, meant=meant)


def _is_source(name: str) -> bool:
    return name in {f"source{ending}" for ending in _SOURCES}
