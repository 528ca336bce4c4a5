"""What `duidu export` reads and writes: articles in one format, each in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from duidu.article_folders import Found, find_articles
from duidu.formats import ALL, FORMATS, Format
from duidu.pipeline import Draft, process
from duidu.problems import Code, DuiduError, Exit, Problem
from duidu.project import Project
from duidu.publish.editions import by_slug
from duidu.publish.markdown.context import PICTURES
from duidu.workspace import read_article, telling_unwritable


@dataclass(frozen=True, slots=True)
class Exported:
    """An article that was exported: what was found in it, and its files; none if a finding is an error."""

    draft: Draft
    files: tuple[Path, ...] = ()


def export_articles(
    project: Project, name: str, slugs: Sequence[str], out: Path, *, simplified: bool = True
) -> Iterator[Exported]:
    """Write the articles with these `slugs`, or every article, in the format of this `name` below `out`.

    `ALL` names every format. Each article has a folder, called as it is. Raises `DuiduError` if there is no
    such article, if a source cannot be used, or if a file cannot be written; and, of every article, when the
    others are written, if one cannot be found.
    """
    formats = [each for each in FORMATS if name in (each.name, ALL)]
    found = find_articles(project.articles)
    for source in _chosen(found, project, slugs):
        draft = process(
            read_article(source, project.journal),
            until="convert",
            simplified=simplified,
            settings=project.settings,
        )
        files = () if draft.errors else tuple(_write(draft, formats, project, out / draft.slug))
        yield Exported(draft, files)
    lost = ((file, problem) for file, problem in found.findings if problem.code.error)
    for file, problem in () if slugs else lost:
        raise DuiduError(file, problem, exit_code=Exit.FOUND)


def _chosen(found: Found, project: Project, slugs: Iterable[str]) -> list[Path]:
    sources = {source.parent.name: source for source in found.sources}
    if unknown := [slug for slug in slugs if slug not in sources]:
        raise DuiduError(
            str(project.articles),
            Problem.at(Code.EXPORT_UNKNOWN, found=", ".join(unknown), expected=", ".join(sources)),
        )
    return [sources[slug] for slug in dict.fromkeys(slugs)] or list(sources.values())


def _write(draft: Draft, formats: Iterable[Format], project: Project, folder: Path) -> Iterator[Path]:
    ((_, work),) = by_slug(draft.editions).items()
    with telling_unwritable(folder):
        for each in formats:
            files = each.make(work, project.settings)
            if files and each.pictures:
                files |= {f"{PICTURES}{name}": content for name, content in draft.source.pictures.items()}
            for name, content in files.items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                yield path
