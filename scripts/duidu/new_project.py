"""A project of one's own: the files in `starter/`, copied into a new folder."""

from __future__ import annotations

from pathlib import Path

from duidu.problems import Code, DuiduError, Exit, Problem

STARTER = Path(__file__).with_name("starter")
_DOT = "dot-"  # in `starter/`, stands for the dot at the beginning of a name


def make_project(folder: Path) -> None:
    """Make a project in `folder`, which may exist if it is empty or holds only a `.git`.

    Raises `DuiduError` if it holds anything else, or cannot be written.
    """
    try:
        if folder.is_dir() and any(entry.name != ".git" for entry in folder.iterdir()):
            raise DuiduError(str(folder), Problem.at(Code.FOLDER_NOT_EMPTY), exit_code=Exit.USAGE)
        if folder.exists() and not folder.is_dir():
            raise DuiduError(str(folder), Problem.at(Code.NOT_A_FOLDER), exit_code=Exit.USAGE)
        for file in sorted(STARTER.rglob("*")):
            if file.is_file():
                _copy(file, folder.joinpath(*map(_named, file.relative_to(STARTER).parts)))
    except OSError as error:
        raise DuiduError(str(folder), Problem.at(Code.UNWRITABLE, reason=error.strerror)) from None


def _named(part: str) -> str:
    return f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.read_bytes())
