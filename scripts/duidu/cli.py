"""The command line: the only room that reads arguments, prints, and exits."""

from __future__ import annotations

import argparse
import json
import shlex
import signal
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from duidu import __version__
from duidu.model import TRADITIONAL, Paragraph
from duidu.problems import Code, DuiduError, Exit, Problem

if TYPE_CHECKING:
    from duidu.convert import Converted
    from duidu.pipeline import Draft
    from duidu.project import Project

_DESCRIPTION = """\
duidu (對讀) turns Chinese journal articles into a reading site.

Articles stand in docs/articles/NAME/, as source.docx, source.pdf or source.txt. “duidu build” recovers each
of them, proves that no character was lost, writes the pages below docs/ and builds the site."""

_EXIT_CODES = (
    "Exit codes: 0 all is well, 1 an invariant is broken or a file is not current, 2 wrong arguments, "
    "3 a file cannot be used, 4 MkDocs failed."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process by default); its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # whatever the terminal or the pipe asks for
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except DuiduError as error:
        _report(error.file, error.problems)
        return int(error.exit_code)
    except KeyboardInterrupt:
        return int(Exit.OK)
    except BrokenPipeError:
        sys.stderr.close()
        return int(Exit.OK)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="duidu",
        description=_DESCRIPTION,
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"duidu {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    here = argparse.ArgumentParser(add_help=False)
    here.add_argument(
        "--root", type=Path, metavar="DIR", help="the project's folder (default: found from here)"
    )
    scripts = argparse.ArgumentParser(add_help=False, parents=[here])
    scripts.add_argument(
        "--only",
        choices=[TRADITIONAL.lower()],
        help="leave out the pages in Simplified, but for articles written in it",
    )

    new = commands.add_parser("new", help="make a project of your own, in a new folder")
    new.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, or is empty")
    new.add_argument("--sample", action="store_true", help="with an article that shows how a text is read")
    new.set_defaults(run=_new)

    add = commands.add_parser(
        "add", parents=[here], help="make an article of a file, and say what was found in it"
    )
    add.add_argument("file", type=Path, metavar="FILE", help="a Word document, a PDF or a text layer")
    add.add_argument("--slug", default="", metavar="NAME", help="its name in addresses")
    add.set_defaults(run=_add)

    build = commands.add_parser(
        "build", parents=[scripts], help="convert all articles, check them, build the site"
    )
    build.set_defaults(run=_build)

    serve = commands.add_parser(
        "serve", parents=[scripts], help="build, then serve, and again when something changes"
    )
    serve.add_argument(
        "--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="default: %(default)s"
    )
    serve.set_defaults(run=_serve)

    check = commands.add_parser(
        "check",
        parents=[scripts],
        help="check all invariants, and that the written pages are current; write nothing",
    )
    check.set_defaults(run=_check)

    model = commands.add_parser("model", help="print what was recovered from one file, as JSON")
    model.add_argument("source", type=Path, metavar="SOURCE", help="a Word document, a PDF or a text layer")
    model.set_defaults(run=_model)
    return parser


# Each command imports what it needs itself, so that `duidu model` starts fast.


def _new(options: argparse.Namespace) -> Exit:
    from duidu.new_project import make_project

    make_project(options.folder, sample=options.sample)
    print(f"The project is in {options.folder}. What to fill in is marked in its mkdocs.yml.")
    print(f"To see the site: cd {shlex.quote(str(options.folder))} && duidu serve")
    return Exit.OK


def _add(options: argparse.Namespace) -> Exit:
    from duidu.new_article import add_article
    from duidu.report import recognised

    project = _project(options)
    _say(f"Reading {options.file} …")
    folder, found = add_article(project.articles, options.file, options.slug)
    _report(str(options.file), found.problems)
    print("\n".join(recognised(found)))
    print(f"The article is in {folder}: look at its article.toml, then run “duidu build”.")
    return Exit.FOUND if found.errors else Exit.OK


def _build(options: argparse.Namespace) -> Exit:
    from duidu.site import build_site, check_settings

    project = _project(options)
    if not _write(project, options):
        return Exit.FOUND
    _report(str(project.settings_file), check_settings(project.settings))
    _say("Building the site with MkDocs …")
    site = build_site(project)
    print(f"The site is in {site}: open {site / 'index.html'}, or run “duidu serve”.")
    return Exit.OK


def _serve(options: argparse.Namespace) -> Exit:
    from duidu.site import require_free, serve_site
    from duidu.watch import Watch

    project = _project(options)
    require_free(options.address)
    with Watch(project) as watch:
        if not _write(project, options):
            return Exit.FOUND
        _say(f"Serving on http://{options.address}/ (stop with Ctrl-C) …")
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: the server must end as well
        server = serve_site(project.root, options.address)
        try:  # whatever changes, the version in docs/sw.js does too, and that MkDocs sees
            while server.poll() is None:
                if watch.wait():
                    project = _write_again(project, options)
                    watch.follow(project)
        finally:
            server.terminate()
            server.wait()
    return Exit.TOOL


def _check(options: argparse.Namespace) -> Exit:
    from duidu.workspace import differing

    project = _project(options)
    converted = _convert(project, options)
    if not converted.sound:
        return Exit.FOUND
    outdated = differing(project.docs, converted.files)
    for path in outdated:
        _report(str(project.docs / path), [Problem.at(Code.NOT_CURRENT)])
    if outdated:
        return Exit.FOUND
    print(f"All invariants hold, and all files are current (articles: {len(converted.articles)}).")
    return Exit.OK


def _model(options: argparse.Namespace) -> Exit:
    from duidu.pipeline import process
    from duidu.publish.model_json import model_json
    from duidu.workspace import read_article

    found = process(read_article(options.source), until="annotate")
    model = model_json(found.article, found.ledger, found.problems)
    print(json.dumps(model, ensure_ascii=False, indent=1))
    _report(found.file, found.problems)
    return Exit.FOUND if found.errors else Exit.OK


def _project(options: argparse.Namespace) -> Project:
    from duidu.project import find_root, open_project

    start: Path = options.root or Path.cwd()
    return open_project(find_root(start.resolve()))


def _convert(project: Project, options: argparse.Namespace) -> Converted:
    """All articles converted, and every finding reported."""
    from duidu.convert import convert

    converted = convert(project, simplified=options.only != TRADITIONAL.lower())
    for file, problem in converted.findings:
        _report(file, [problem])
    return converted


def _write(project: Project, options: argparse.Namespace) -> bool:
    """Convert and write all articles, and say what was done; False if an invariant is broken."""
    from duidu.workspace import write_files

    _say("Reading the articles …")
    converted = _convert(project, options)
    if not converted.sound:
        _say("Nothing was written.")
        return False
    for found in converted.articles:
        print(_summary(found))
    changed = write_files(project.docs, converted.files)
    print(f"Files written below {project.docs}: {len(converted.files)}, of them changed: {changed}.")
    return True


def _write_again(project: Project, options: argparse.Namespace) -> Project:
    """The project as it is after a change, converted and written. Problems are reported, and it goes on."""
    from duidu.project import open_project

    try:
        project = open_project(project.root)
        _write(project, options)
    except DuiduError as error:  # the editor will mend it
        _report(error.file, error.problems)
    return project


def _summary(found: Draft) -> str:
    """One line on what became of an article."""
    article, ledger = found.article, found.ledger
    counts = {
        "pages": len(article.pages),
        "paragraphs": sum(isinstance(block, Paragraph) for block in article.blocks),
        "notes": len(article.notes),
        "pieces moved": len(article.moves),
        "places corrected": len(article.corrections),
        "characters": ledger.source_characters,
        "in the text": ledger.placed,
        "set aside": ledger.set_aside,
        "lost": ledger.source_characters - ledger.placed - ledger.set_aside,
    }
    return f"{found.slug}: " + ", ".join(f"{name} {count}" for name, count in counts.items())


def _report(file: str, problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem.report(file), file=sys.stderr)


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
