"""The project's folder: where articles are read from and files are written to.

With `cli`, the only room that opens files. They are written to a temporary folder first and then
moved, so that no reader and no crash ever meets half a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from duidu.check import Ledger, check_laws, make_ledger
from duidu.enrich.apparatus import with_apparatus
from duidu.mends import apply_mends, parse_mends
from duidu.metadata import Metadata, parse_metadata
from duidu.model import Article
from duidu.problems import Code, DuiduError, Exit, Problem
from duidu.recover import recover
from duidu.recover.decode import decode

SOURCE, MENDS, METADATA = "source.txt", "mends.toml", "article.toml"
# What `duidu build` owns below docs/: it writes all of these and removes what it did not write.
GENERATED = ("zh-hant", "zh-hans", "en", "search")
# What the site is made of besides, but for the articles.
LOOK = ("assets", "overrides")
SETTINGS = "mkdocs.yml"


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Recovered:
    """An article from a file: its source, the model, its ledger, and every finding."""

    slug: str
    file: str
    article: Article
    ledger: Ledger
    problems: tuple[Problem, ...]
    metadata: Metadata

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The findings for which nothing may be written."""
        return tuple(problem for problem in self.problems if problem.code.error)

    def enriched(self) -> Recovered:
        """The article with its apparatus, and what is to be said of that; as it is, if it breaks a law."""
        if self.errors:
            return self  # where notes are lost, what refers to them would be reported too
        article, problems = with_apparatus(self.article)
        return replace(self, article=article, problems=(*self.problems, *problems))


def find_root(start: Path) -> Path:
    """The project's folder: `start` or the nearest folder above it that holds a mkdocs.yml.

    Raises `DuiduError` if there is none.
    """
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise DuiduError(str(start), Problem.at(Code.NO_PROJECT), exit_code=Exit.USAGE)


def read_article(path: Path) -> Recovered:
    """The article whose text layer is the file `path`, with what its editor says in files beside it.

    Raises `DuiduError` if the file cannot be used.
    """
    name = str(path)
    text = decode(_read(path), name)
    article = recover(text)
    if mends := _read_beside(path, MENDS, parse_mends):
        article = apply_mends(article, mends, str(path.with_name(MENDS)))
    return Recovered(
        path.parent.name,
        name,
        article,
        make_ledger(text, article),
        check_laws(text, article),
        _read_beside(path, METADATA, parse_metadata) or Metadata(),
    )


def _read_beside(path: Path, name: str, parse: Callable[[str, str], Value]) -> Value | None:
    """What the file `name` beside `path` says; None if there is none."""
    file = path.with_name(name)
    if not file.is_file():
        return None
    data = _read(file)
    return parse(decode(data, str(file)) if data.strip() else "", str(file))


def read_articles(root: Path) -> tuple[Recovered, ...]:
    """Every article of a project, by slug. Raises `DuiduError` if there is none."""
    folder = root / "docs" / "articles"
    paths = sorted(folder.glob(f"*/{SOURCE}"))
    if not paths:
        raise DuiduError(str(folder), Problem.at(Code.NO_ARTICLES))
    return tuple(read_article(path) for path in paths)


def read_look(root: Path) -> dict[str, bytes]:
    """What the site looks like: assets, overrides and settings, as paths below docs/ and contents."""
    docs = root / "docs"
    files = [file for folder in LOOK for file in (docs / folder).rglob("*") if file.is_file()]
    look = {file.relative_to(docs).as_posix(): _read(file) for file in files if file.name[0] != "."}
    return look | {f"../{SETTINGS}": _read(root / SETTINGS)}


def read_settings(root: Path) -> str:
    """The text of a project's mkdocs.yml."""
    return decode(_read(root / SETTINGS), str(root / SETTINGS))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise DuiduError(str(path), Problem.at(Code.IS_A_FOLDER)) from None
    except FileNotFoundError:
        raise DuiduError(str(path), Problem.at(Code.NO_SUCH_FILE)) from None
    except OSError as error:
        raise DuiduError(str(path), Problem.at(Code.UNREADABLE, reason=error.strerror)) from None


def write_files(root: Path, files: Mapping[str, bytes]) -> int:
    """Make docs/ hold exactly `files` where duidu writes; the number of files that changed.

    Raises `DuiduError` if a file cannot be written.
    """
    stale = differing(root, files)
    try:
        _write([path for path in stale if path in files], root, files)
        for path in stale:
            if path not in files:
                (root / "docs" / path).unlink()
                _remove_empty((root / "docs" / path).parent)
    except OSError as error:
        file = str(error.filename or root / "docs")
        raise DuiduError(file, Problem.at(Code.UNWRITABLE, reason=error.strerror)) from None
    return len(stale)


def _write(paths: Sequence[str], root: Path, files: Mapping[str, bytes]) -> None:
    """Write all of `paths` aside, then move them into place."""
    import tempfile  # not needed to read an article, and slow to load

    with tempfile.TemporaryDirectory(dir=root, prefix=".duidu-") as temporary:
        for path in paths:
            draft = Path(temporary, path)
            draft.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(files[path])
        for path in paths:
            (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
            Path(temporary, path).replace(root / "docs" / path)


def _remove_empty(folder: Path) -> None:
    """Remove a folder if it is empty, and those above it that become so."""
    while not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def differing(root: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The paths below docs/ whose file is not what `files` says, or should not be there."""
    docs = root / "docs"
    there = {
        file.relative_to(docs).as_posix()
        for folder in GENERATED
        for file in (docs / folder).rglob("*")
        if file.is_file()
    }
    wrong = {
        path
        for path, content in files.items()
        if not (docs / path).is_file() or (docs / path).read_bytes() != content
    }
    return tuple(sorted(wrong | (there - set(files))))
