"""The command line: the only room that reads arguments, prints, and exits."""

from __future__ import annotations

import argparse
import json
import os
import shlex
import signal
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from duidu import __version__
from duidu.formats import ALL, NAMES
from duidu.model import TRADITIONAL
from duidu.problems import Code, DuiduError, Exit, Problem

if TYPE_CHECKING:
    from duidu.built import Built
    from duidu.project import Project

_DESCRIPTION = """\
duidu (對讀) turns Chinese journal articles into a reading site.

Articles stand in docs/articles/NAME/, as source.docx, source.pdf or source.txt. “duidu build” recovers each
of them, proves that no character was lost, writes the pages below docs/ and builds the site."""

_EXIT_CODES = (
    "Exit codes: 0 all is well, 1 an invariant is broken or a file is not current, 2 wrong arguments, "
    "3 a file cannot be used, 4 the site could not be built, 130 interrupted."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process by default); its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # whatever the terminal or the pipe asks for
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # names of files need not be it
    options = _parser().parse_args(arguments)
    if arguments is None:  # a process of our own: being told to end is as Ctrl-C, and clears away
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return int(options.run(options))
    except DuiduError as error:
        _report(error.file, error.problems)
        return int(error.exit_code)
    except KeyboardInterrupt:
        return int(Exit.OK if options.run is _serve else Exit.INTERRUPTED)
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
    scripts.add_argument(
        "--processes",
        type=int,
        default=os.cpu_count() or 1,
        metavar="N",
        help="how many convert articles at once (default: as many as there are processors)",
    )
    scripts.add_argument("--verbose", action="store_true", help="report what needs nothing to be done, too")

    new = commands.add_parser("new", help="make a project of your own, in a new folder")
    new.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, or is empty")
    new.add_argument("--sample", action="store_true", help="with an article that shows how a text is read")
    new.set_defaults(run=_new)

    add = commands.add_parser(
        "add", parents=[here], help="make an article of a file, and say what was found in it"
    )
    add.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="a Word document, a PDF or a text layer; or the Word document and the PDF of one article",
    )
    add.add_argument("--slug", default="", metavar="NAME", help="its name in addresses")
    add.set_defaults(run=_add)

    draw = commands.add_parser(
        "draw", parents=[here], help="draw the pages of a PDF with what was recognised on them, as HTML"
    )
    draw.add_argument("source", metavar="SOURCE", help="a PDF, or the name of an article that has one")
    draw.add_argument("-o", dest="out", type=Path, metavar="OUT", help="default: SOURCE-drawn.html, here")
    draw.set_defaults(run=_draw)

    export = commands.add_parser(
        "export", parents=[here], help="write articles in a format in which they can be taken along"
    )
    export.add_argument("format", choices=[*NAMES, ALL], metavar="FORMAT", help="%(choices)s")
    export.add_argument("slugs", nargs="*", metavar="SLUG", help="an article's name (default: all)")
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("exports"),
        metavar="DIR",
        help="where each has a folder of its own (default: %(default)s)",
    )
    export.set_defaults(run=_export)

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
    print(
        f"The project is in {options.folder}. What to fill in is marked in its mkdocs.yml and journal.toml."
    )
    print(f"To see the site: cd {shlex.quote(str(options.folder))} && duidu serve")
    return Exit.OK


def _add(options: argparse.Namespace) -> Exit:
    from duidu.new_article import add_article
    from duidu.report import recognised

    project = _project(options)
    _say(f"Reading {' and '.join(map(str, options.files))} …")
    folder, found = add_article(project.articles, options.files, options.slug)
    _report(found.file, found.problems)
    print("\n".join(recognised(found)))
    if found.pdf is not None:
        print(f"To see what was recognised on each page of the PDF, run “duidu draw {folder.name}”.")
    print(f"The article is in {folder}: look at its article.toml, then run “duidu build”.")
    return Exit.FOUND if found.errors else Exit.OK


def _draw(options: argparse.Namespace) -> Exit:
    from duidu.draw_command import draw_source

    out, found = draw_source(options.source, options.out, lambda: _project(options).articles)
    _report(found.file, found.problems)
    print(f"The drawing is in {out}: open it in a browser.")
    return Exit.FOUND if found.errors else Exit.OK


def _export(options: argparse.Namespace) -> Exit:
    from duidu.export_command import export_articles

    failed = False
    for done in export_articles(_project(options), options.format, options.slugs, options.output):
        _report(done.draft.file, done.draft.errors)
        failed = failed or bool(done.draft.errors)
        for file in done.files:
            print(file)
    return Exit.FOUND if failed else Exit.OK


def _build(options: argparse.Namespace) -> Exit:
    from duidu.site import build_site, check_settings

    project = _project(options)
    built = _write(project, options)
    if not built.files:
        return Exit.FOUND
    _report(str(project.settings_file), check_settings(project.settings))
    _say(f"Building the site with {project.settings.engine.name} …")
    site = build_site(project, _say_waiting)
    print(f"The site is in {site}: open {site / 'index.html'}, or run “duidu serve”.")
    return Exit.OK if built.sound else Exit.FOUND


def _serve(options: argparse.Namespace) -> Exit:
    from duidu.site import require_free, serving
    from duidu.watch import Watch

    project = _project(options)
    require_free(options.address)
    with Watch(project) as watch:
        built = _write(project, options)
        while not built.files:
            _say("Waiting for the sources to change …")
            while not watch.wait():
                pass
            project, built = _write_again(project, options, built)
        _say(f"Serving on http://{options.address}/ (stop with Ctrl-C) …")
        with serving(project, options.address) as server:
            # Whatever changes, a page does too, or the version in docs/sw.js; and that engines see.
            while server.is_up():
                server.tell(project, built.errors)
                if watch.wait():
                    project, built = _write_again(project, options, built)
                    watch.follow(project)
    return Exit.TOOL


def _check(options: argparse.Namespace) -> Exit:
    from duidu.currency import check_pages
    from duidu.enrich.direction import DIRECTIONS
    from duidu.enrich.other_script import idle_overrides

    project = _project(options)
    built = check_pages(project, simplified=_simplified(options), processes=options.processes)
    _report_all(built, options)
    if options.verbose:
        for direction in DIRECTIONS:
            _report(direction.table, idle_overrides(direction))
    for path in built.outdated:
        _report(str(project.docs / path), [Problem.at(Code.NOT_CURRENT)])
    if built.outdated or not built.sound:
        return Exit.FOUND
    print(f"All invariants hold, and all files are current (articles: {len(built.articles)}).")
    return Exit.OK


def _model(options: argparse.Namespace) -> Exit:
    from duidu.api import examine
    from duidu.publish.model_json import model_json

    found = examine(options.source)
    model = model_json(found.article, found.ledger, found.problems)
    print(json.dumps(model, ensure_ascii=False, indent=1))
    _report(found.file, found.problems)
    return Exit.FOUND if found.errors else Exit.OK


def _project(options: argparse.Namespace) -> Project:
    from duidu.project import find_root, open_project

    start: Path = options.root or Path.cwd()
    return open_project(find_root(start.resolve()))


def _simplified(options: argparse.Namespace) -> bool:
    return bool(options.only != TRADITIONAL.lower())


def _write(project: Project, options: argparse.Namespace) -> Built:
    """Convert and write what changed, and say what was done and what was found."""
    from duidu.build import build_pages

    _say("Reading the articles …")
    built = build_pages(
        project,
        simplified=_simplified(options),
        processes=options.processes,
        waiting=_say_waiting,
    )
    _report_all(built, options)
    for article in built.articles:
        if article.slug in built.converted:
            print(
                f"{article.slug}: " + ", ".join(f"{name} {count}" for name, count in article.counts.items())
            )
    if same := sum(article.sound for article in built.articles) - len(built.converted):
        print(f"Articles unchanged: {same}.")
    if built.failed:
        it_has = "they have" if built.failed[1:] else "it has"
        print(f"Not converted: {', '.join(built.failed)}. What pages {it_has} are those from before.")
    if built.files:
        print(f"Files written below {project.docs}: {built.files}, of them changed: {built.changed}.")
    else:
        _say("Nothing was written.")
    return built


def _say_waiting() -> None:
    _say("Waiting for another command that is writing …")


def _write_again(project: Project, options: argparse.Namespace, before: Built) -> tuple[Project, Built]:
    """The project as it is after a change, converted and written. Problems are reported, and it goes on."""
    from duidu.project import open_project

    try:
        project = open_project(project.root)
        return project, _write(project, options)
    except DuiduError as error:  # the editor will mend it
        _report(error.file, error.problems)
        return project, replace(before, findings=tuple((error.file, problem) for problem in error.problems))


def _report_all(built: Built, options: argparse.Namespace) -> None:
    for file, problem in built.every_finding:
        if options.verbose or not problem.code.minor:
            _report(file, [problem])


def _report(file: str, problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem.report(file), file=sys.stderr)


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
