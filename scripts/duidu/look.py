"""What the site looks like: the files of the theme that comes with duidu, and the project's own.

MkDocs and Zensical put them one over the other: the theme, the project's own templates (`custom_dir`), and
what an editor has in docs/ besides articles. Where a path is there twice, the later one counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from duidu.project import ARTICLES, SETTINGS, Project
from duidu.workspace import GENERATED, is_own_robots, read_file

THEME = Path(__file__).with_name("theme")


def template_folders(project: Project) -> tuple[Path, ...]:
    """The theme's folder and, if the project has one, that of its own templates."""
    templates = project.settings.templates
    own = (project.root / templates).resolve()
    return (THEME, own) if templates and own != THEME.resolve() else (THEME,)


def read_look(project: Project) -> dict[str, bytes]:
    """The files that make the look of the project's site, by the path that they have in it."""
    docs = project.docs
    look = {f"../{SETTINGS}": read_file(project.settings_file)}
    for folder in template_folders(project):
        look |= {path: read_file(folder / path) for path in _paths(folder)}
    own = (path for path in _paths(docs, (ARTICLES, *GENERATED)) if not is_own_robots(docs / path))
    return look | {path: read_file(docs / path) for path in own}


def source_folders(project: Project) -> tuple[Path, ...]:
    """The folders that have sources of the site; its mkdocs.yml stands outside them."""
    return (*template_folders(project), project.docs)


def is_source(project: Project, file: Path) -> bool:
    """Whether the site is made from `file`: an article, the look, the settings, or what holds for all."""
    if file in (project.settings_file, project.names_file, project.journal):
        return True
    inside = (file.relative_to(folder) for folder in source_folders(project) if file.is_relative_to(folder))
    written = (project.docs / name for name in GENERATED)
    return any(map(_counts, inside)) and not any(map(file.is_relative_to, written))


def _paths(folder: Path, without: Sequence[str] = ()) -> Iterator[str]:
    """The files below `folder` that count, as paths from there on; what is called as one of `without` is not
    looked into: below docs/ that may be tens of thousands of files.
    """
    for top in folder.glob("*"):
        if top.name not in without:
            for file in (top, *top.rglob("*")):
                path = file.relative_to(folder)
                if file.is_file() and _counts(path):
                    yield path.as_posix()


def _counts(path: Path) -> bool:
    """Whether a path is none of those that systems and Python leave behind."""
    return not any(part.startswith((".", "__pycache__")) for part in path.parts)
