"""What is read in a project's folder: the files of articles, and which files are the site's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from duidu.pipeline import CORRECTIONS, FORMER_CORRECTIONS, ArticleFiles, SourceFile
from duidu.problems import Code, DuiduError, Problem
from duidu.sources.decode import decode

if TYPE_CHECKING:
    from duidu.publish.search.name_table import NameRow

SOURCE, METADATA = "source", "article.toml"
WRITTEN, PRINTED = f"{SOURCE}.docx", f"{SOURCE}.pdf"  # two files of one article: its words, and its pages
ROBOTS = "robots.txt"
ROBOTS_MARK = "# Written by duidu: leave out this line, and the file is yours and stays as it is."
# What `duidu build` owns below docs/: it writes all of these and removes what it did not write. A robots.txt
# is its own only where it says so, since an editor may have one.
GENERATED = ("zh-hant", "zh-hans", "en", "search", "offline", "index.md", "manifest.json", "sw.js")


def read_article(path: Path, journal: Path | None = None) -> ArticleFiles:
    """The article whose source is the file `path`, with what its editor says in files beside it, and the
    file `journal` for all articles, if there is one.

    Raises `DuiduError` if a file cannot be read.
    """
    corrections = _read_beside(path, CORRECTIONS) or _read_beside(path, FORMER_CORRECTIONS)
    source, metadata = SourceFile(path, read_file(path)), _read_beside(path, METADATA)
    printed = _read_beside(path, PRINTED) if path.name == WRITTEN else None
    said = _read_if_there(journal) if journal else None
    return ArticleFiles(source, corrections, metadata, printed, said)


def _read_beside(path: Path, name: str) -> SourceFile | None:
    return _read_if_there(path.with_name(name))


def _read_if_there(file: Path) -> SourceFile | None:
    return SourceFile(file, read_file(file)) if is_there(file) else None


def is_there(file: Path) -> bool:
    """Whether something stands there, be it a link that leads nowhere."""
    return file.exists() or file.is_symlink()


def find_source(folder: Path) -> Path | None:
    """The source of the article in `folder`: the file that is called so, whatever its format, or the Word
    file of one with its PDF; None if there is none.

    Raises `DuiduError` if there are several, or one that is no file, `OSError` if the folder cannot be read.
    """
    if not folder.exists():
        raise DuiduError(str(folder), Problem.at(Code.LINK_BROKEN))
    inside = sorted(folder.iterdir())
    called_so = [path for path in inside if path.stem == SOURCE and path.suffix and path.name[-1] != "~"]
    found = [path for path in called_so if path.is_file()]
    for path in () if found else called_so[:1]:
        raise DuiduError(str(path), Problem.at(Code.IS_A_FOLDER if path.is_dir() else Code.LINK_BROKEN))
    names = [path.name for path in found]
    if names[1:] and names != [WRITTEN, PRINTED]:
        raise DuiduError(str(folder), Problem.at(Code.SOURCES_SEVERAL, found=", ".join(names)))
    return found[0] if found else None


def read_names(file: Path) -> tuple[tuple[NameRow, ...], tuple[tuple[str, Problem], ...]]:
    """The names of one person, place or thing: those of duidu, and those in the project's own `file`; and
    what is wrong with that, each finding with its file. Then none of its rows counts.
    """
    from duidu.publish.search.name_table import default_names, parse_names  # slow to load

    if not is_there(file):
        return default_names(), ()
    name = str(file)
    try:
        own = parse_names(decode(read_file(file), name, "a table of names"), name)
    except DuiduError as error:
        return default_names(), tuple((error.file, problem) for problem in error.problems)
    return (*default_names(), *own), ()


def read_file(path: Path) -> bytes:
    """The content of a file. Raises `DuiduError` if it cannot be read."""
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise DuiduError(str(path), Problem.at(Code.IS_A_FOLDER)) from None
    except FileNotFoundError:
        code = Code.LINK_BROKEN if path.is_symlink() else Code.NO_SUCH_FILE
        raise DuiduError(str(path), Problem.at(code)) from None
    except OSError as error:
        raise _unreadable(path, error) from None


@contextmanager
def telling_unwritable(folder: Path) -> Iterator[None]:
    """Whatever cannot be written below `folder` raises `DuiduError`."""
    try:
        yield
    except OSError as error:
        file = str(error.filename or folder)
        raise DuiduError(file, Problem.at(Code.UNWRITABLE, reason=error.strerror)) from None


@contextmanager
def telling_unreadable(path: Path) -> Iterator[None]:
    """What cannot be read at `path` or below it raises `DuiduError`."""
    try:
        yield
    except OSError as error:
        raise _unreadable(Path(error.filename or path), error) from None


def _unreadable(path: Path, error: OSError) -> DuiduError:
    return DuiduError(str(path), Problem.at(Code.UNREADABLE, reason=error.strerror))


def owned_files(docs: Path) -> tuple[str, ...]:
    """The files below `docs` that duidu has written, as paths from there on."""
    owned = [name for name in GENERATED if (docs / name).is_file()]
    if is_own_robots(docs / ROBOTS):
        owned.append(ROBOTS)
    for name in GENERATED:
        for folder, _, files in os.walk(docs / name):
            inside = Path(folder).relative_to(docs).as_posix()
            owned += (f"{inside}/{file}" for file in files)
    return tuple(sorted(owned))


def is_own_robots(file: Path) -> bool:
    """Whether `file` is a robots.txt that duidu has written."""
    return file.name == ROBOTS and file.is_file() and read_file(file).startswith(ROBOTS_MARK.encode())
