"""The project's folder: where articles are read from and pages are written to.

With `cli`, the only room that opens files. Pages are written to a temporary folder first and then
moved, so that no reader and no crash ever meets half a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from duidu.check import Ledger, check_laws, make_ledger
from duidu.mends import apply_mends, parse_mends
from duidu.model import Article
from duidu.problems import Code, DuiduError, Exit, Problem
from duidu.recover import recover
from duidu.recover.decode import decode

SOURCE, MENDS = "source.txt", "mends.toml"
# What `duidu build` owns below docs/: it writes all of these and removes what it did not write.
GENERATED = ("zh-hant", "zh-hans", "en")


@dataclass(frozen=True, slots=True)
class Recovered:
    """An article from a file: its source, the model, its ledger, and every finding."""

    slug: str
    file: str
    article: Article
    ledger: Ledger
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The findings for which nothing may be written."""
        return tuple(problem for problem in self.problems if problem.code.error)


def find_root(start: Path) -> Path:
    """The project's folder: `start` or the nearest folder above it that holds a mkdocs.yml.

    Raises `DuiduError` if there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise DuiduError(str(start), Problem.at(Code.NO_PROJECT), exit_code=Exit.USAGE)


def read_article(path: Path) -> Recovered:
    """The article whose text layer is the file `path`, with the mends.toml beside it, if any.

    Raises `DuiduError` if the file cannot be used.
    """
    name = str(path)
    text = decode(_read(path), name)
    article = recover(text)
    mends = path.with_name(MENDS)
    if mends.is_file():
        article = apply_mends(article, parse_mends(_read(mends).decode("utf-8"), str(mends)), str(mends))
    return Recovered(path.parent.name, name, article, make_ledger(text, article), check_laws(text, article))


def read_articles(root: Path) -> tuple[Recovered, ...]:
    """Every article of a project, by slug. Raises `DuiduError` if there is none."""
    folder = root / "docs" / "articles"
    paths = sorted(folder.glob(f"*/{SOURCE}"))
    if not paths:
        raise DuiduError(str(folder), Problem.at(Code.NO_ARTICLES))
    return tuple(read_article(path) for path in paths)


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise DuiduError(str(path), Problem.at(Code.IS_A_FOLDER))
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DuiduError(str(path), Problem.at(Code.NO_SUCH_FILE)) from None
    except OSError as error:
        raise DuiduError(str(path), Problem.at(Code.UNREADABLE, reason=error.strerror)) from None


def write_pages(root: Path, pages: Mapping[str, str]) -> int:
    """Make docs/ hold exactly `pages` where duidu writes; the number of files that changed."""
    import tempfile  # not needed to read an article, and slow to load

    stale = differing(root, pages)
    changed = [path for path in stale if path in pages]
    with tempfile.TemporaryDirectory(dir=root, prefix=".duidu-") as temporary:
        for path in changed:
            draft = Path(temporary, path)
            draft.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(pages[path], encoding="utf-8", newline="\n")
        for path in changed:
            (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
            Path(temporary, path).replace(root / "docs" / path)
    for path in stale:
        if path not in pages:
            (root / "docs" / path).unlink()
    return len(stale)


def differing(root: Path, pages: Mapping[str, str]) -> tuple[str, ...]:
    """The paths below docs/ whose file is not what `pages` says, or should not be there."""
    docs = root / "docs"
    there = {
        file.relative_to(docs).as_posix()
        for folder in GENERATED
        for file in (docs / folder).rglob("*")
        if file.is_file()
    }
    wrong = {
        path
        for path, text in pages.items()
        if not (docs / path).is_file() or (docs / path).read_bytes() != text.encode("utf-8")
    }
    return tuple(sorted(wrong | (there - set(pages))))
