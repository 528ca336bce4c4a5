"""A project of one's own: the files in `starter/`, copied into a new folder."""

from __future__ import annotations

from pathlib import Path

from duidu.problems import Code, DuiduError, Exit, Problem

STARTER = Path(__file__).with_name("starter")
SAMPLE = Path(__file__).with_name("sample")
SAMPLE_SLUG = "how-a-text-is-read"
_DOT = "dot-"  # in `starter/`, stands for the dot at the beginning of a name


def make_project(folder: Path, *, sample: bool = False) -> None:
    """Make a project in `folder`, which may exist if it is empty or holds only a `.git`.

    With a `sample`, it has an article that explains by its own example how a text is read. Raises
    `DuiduError` if the folder holds anything else, or cannot be written.
    """
    try:
        if folder.is_dir() and any(entry.name != ".git" for entry in folder.iterdir()):
            raise DuiduError(str(folder), Problem.at(Code.FOLDER_NOT_EMPTY), exit_code=Exit.USAGE)
        if folder.exists() and not folder.is_dir():
            raise DuiduError(str(folder), Problem.at(Code.NOT_A_FOLDER), exit_code=Exit.USAGE)
        for file in sorted(STARTER.rglob("*")):
            if file.is_file():
                _copy(file, folder.joinpath(*map(_named, file.relative_to(STARTER).parts)))
        for file in sorted(SAMPLE.iterdir()) if sample else ():
            _copy(file, folder / "docs" / "articles" / SAMPLE_SLUG / file.name)
    except OSError as error:
        raise DuiduError(str(folder), Problem.at(Code.UNWRITABLE, reason=error.strerror)) from None


def starter_file(name: str) -> bytes:
    """The content of a file as a new project has it; `name` is its path there."""
    path = Path(name)
    return (STARTER / path.with_name(path.name.replace(".", _DOT, 1))).read_bytes()


def _named(part: str) -> str:
    return f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.read_bytes())
