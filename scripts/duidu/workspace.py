"""What is read and written in a project's folder: the files of articles, and those of the site.

With `project`, `look`, `new_project`, `new_article`, `draw_command` and `cli`, the only room that opens
files. Those of the site are written to a temporary folder first and then moved, so that no reader and no
crash ever meets half a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from duidu.pipeline import CORRECTIONS, FORMER_CORRECTIONS, ArticleFiles, SourceFile
from duidu.problems import Code, DuiduError, Problem

SOURCE, METADATA = "source", "article.toml"
WRITTEN, PRINTED = f"{SOURCE}.docx", f"{SOURCE}.pdf"  # two files of one article: its words, and its pages
# What `duidu build` owns below docs/: it writes all of these and removes what it did not write.
GENERATED = ("zh-hant", "zh-hans", "en", "search", "index.md", "manifest.json", "sw.js")


def read_article(path: Path) -> ArticleFiles:
    """The article whose source is the file `path`, with what its editor says in files beside it.

    Raises `DuiduError` if a file cannot be read.
    """
    corrections = _read_beside(path, CORRECTIONS) or _read_beside(path, FORMER_CORRECTIONS)
    printed = _read_beside(path, PRINTED) if path.name == WRITTEN else None
    return ArticleFiles(SourceFile(path, read_file(path)), corrections, _read_beside(path, METADATA), printed)


def _read_beside(path: Path, name: str) -> SourceFile | None:
    file = path.with_name(name)
    return SourceFile(file, read_file(file)) if file.is_file() else None


def read_articles(folder: Path) -> tuple[ArticleFiles, ...]:
    """Every article of a project, by slug; each has a folder of its own in `folder`.

    Raises `DuiduError` if there is no folder for them: then this is a site of another kind, in which
    nothing may be overwritten; if an article's folder has a name that cannot be one, or several sources.
    """
    from duidu.slugs import check_slug  # it knows the names of pages, which are slow to load

    if not folder.is_dir():
        raise DuiduError(str(folder), Problem.at(Code.NO_ARTICLES))
    sources = _sources(folder)
    if wrong := tuple(filter(None, (check_slug(path.parent.name) for path in sources))):
        raise DuiduError(str(folder), *wrong)
    return tuple(read_article(path) for path in sources)


def _sources(folder: Path) -> tuple[Path, ...]:
    """The source of each article: the file that is called so, whatever its format; of two, the Word file."""
    found: dict[Path, list[str]] = {}
    for path in sorted(folder.glob(f"*/{SOURCE}.*")):
        if path.is_file() and path.stem == SOURCE and not path.name.endswith("~"):
            found.setdefault(path.parent, []).append(path.name)
    for article, names in found.items():
        if names == [WRITTEN, PRINTED]:
            names.remove(PRINTED)
        if len(names) > 1:
            raise DuiduError(str(article), Problem.at(Code.SOURCES_SEVERAL, found=", ".join(names)))
    return tuple(article / name for article, (name,) in found.items())


def read_file(path: Path) -> bytes:
    """The content of a file. Raises `DuiduError` if it cannot be read."""
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise DuiduError(str(path), Problem.at(Code.IS_A_FOLDER)) from None
    except FileNotFoundError:
        raise DuiduError(str(path), Problem.at(Code.NO_SUCH_FILE)) from None
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> DuiduError:
    return DuiduError(str(path), Problem.at(Code.UNREADABLE, reason=error.strerror))


def write_files(docs: Path, files: Mapping[str, bytes]) -> int:
    """Make the folder `docs` hold exactly `files` where duidu writes; the number of files that changed.

    Raises `DuiduError` if a file cannot be written.
    """
    stale = differing(docs, files)
    try:
        _write([path for path in stale if path in files], docs, files)
        for path in stale:
            if path not in files:
                (docs / path).unlink()
                _remove_empty((docs / path).parent)
    except OSError as error:
        file = str(error.filename or docs)
        raise DuiduError(file, Problem.at(Code.UNWRITABLE, reason=error.strerror)) from None
    return len(stale)


def _write(paths: Sequence[str], docs: Path, files: Mapping[str, bytes]) -> None:
    """Write all of `paths` aside, then move them into place below `docs`."""
    import tempfile  # not needed to read an article, and slow to load

    with tempfile.TemporaryDirectory(dir=docs.parent, prefix=".duidu-") as temporary:
        for path in paths:
            draft = Path(temporary, path)
            draft.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(files[path])
        for path in paths:
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            Path(temporary, path).replace(docs / path)


def _remove_empty(folder: Path) -> None:
    """Remove a folder if it is empty, and those above it that become so."""
    while not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def differing(docs: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The paths below `docs` whose file is not what `files` says, or should not be there."""
    owned = [docs / name for name in GENERATED]
    owned += (file for folder in owned if folder.is_dir() for file in folder.rglob("*"))
    there = {file.relative_to(docs).as_posix() for file in owned if file.is_file()}
    wrong = {
        path
        for path, content in files.items()
        if not (docs / path).is_file() or (docs / path).read_bytes() != content
    }
    return tuple(sorted(wrong | (there - set(files))))
