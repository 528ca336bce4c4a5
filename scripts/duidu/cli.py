"""The command line: the only room that reads arguments, prints, and exits."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from duidu.model import Paragraph
from duidu.problems import Code, DuiduError, Exit, Problem

if TYPE_CHECKING:
    import subprocess

    from duidu.workspace import Recovered

_DESCRIPTION = """\
duidu (對讀) turns the text layer of Chinese journal articles into a reading site.

Articles stand in docs/articles/NAME/source.txt. “duidu build” recovers each of them, proves that
no character was lost, writes the pages below docs/ and builds the site."""

_POLL_SECONDS = 0.5

_EXIT_CODES = "Exit codes: 0 all is well, 1 a law is broken or a file is not current, 2 wrong arguments, \
3 a file cannot be used, 4 MkDocs failed."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process by default); its exit code."""
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
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    here = argparse.ArgumentParser(add_help=False)
    here.add_argument(
        "--root", type=Path, metavar="DIR", help="the project's folder (default: found from here)"
    )

    build = commands.add_parser(
        "build", parents=[here], help="convert all articles, check them, build the site"
    )
    build.set_defaults(run=_build)

    serve = commands.add_parser(
        "serve", parents=[here], help="build, then serve, and again when a source changes"
    )
    serve.add_argument(
        "--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="default: %(default)s"
    )
    serve.set_defaults(run=_serve)

    check = commands.add_parser(
        "check", parents=[here], help="check all laws, and that the written pages are current; write nothing"
    )
    check.set_defaults(run=_check)

    model = commands.add_parser("model", help="print what was recovered from one file, as JSON")
    model.add_argument("source", type=Path, metavar="SOURCE", help="a text layer (UTF-8 text)")
    model.set_defaults(run=_model)
    return parser


# Each command imports what it needs itself, so that `duidu model` starts fast.


def _build(options: argparse.Namespace) -> Exit:
    from duidu.site import build_site

    root = _root(options)
    if not _convert(root):
        return Exit.FOUND
    _say("Building the site with MkDocs …")
    site = build_site(root)
    print(f"The site is in {site}: open {site / 'index.html'}, or run “duidu serve”.")
    return Exit.OK


def _serve(options: argparse.Namespace) -> Exit:
    from duidu.site import serve_site

    root = _root(options)
    if not _convert(root):
        return Exit.FOUND
    _say(f"Serving on http://{options.address}/ (stop with Ctrl-C) …")
    server = serve_site(root, options.address)
    try:
        _watch(root, server)
    finally:
        server.terminate()
        server.wait()
    return Exit.TOOL if server.returncode not in (0, -15) else Exit.OK


def _check(options: argparse.Namespace) -> Exit:
    from duidu.workspace import differing

    root = _root(options)
    articles = _lawful(root)
    if articles is None:
        return Exit.FOUND
    outdated = differing(root, _pages(articles))
    for path in outdated:
        _report(str(root / "docs" / path), [Problem.at(Code.NOT_CURRENT)])
    if outdated:
        return Exit.FOUND
    print(f"All laws hold, and all pages are current (articles: {len(articles)}).")
    return Exit.OK


def _model(options: argparse.Namespace) -> Exit:
    from duidu.publish.model_json import model_json
    from duidu.workspace import read_article

    found = read_article(options.source)
    json.dump(
        model_json(found.article, found.ledger, found.problems), sys.stdout, ensure_ascii=False, indent=1
    )
    print()
    _report(found.file, found.problems)
    return Exit.FOUND if found.errors else Exit.OK


def _root(options: argparse.Namespace) -> Path:
    from duidu.workspace import find_root

    start: Path = options.root or Path.cwd()
    return find_root(start.resolve())


def _lawful(root: Path) -> Sequence[Recovered] | None:
    """All articles, their findings reported; None if any breaks a law."""
    from duidu.workspace import read_articles

    articles = read_articles(root)
    for article in articles:
        _report(article.file, article.problems)
    return None if any(article.errors for article in articles) else articles


def _pages(articles: Sequence[Recovered]) -> Mapping[str, str]:
    from duidu.publish import Edition, site_pages

    return site_pages([Edition(found.slug, found.article, found.ledger) for found in articles])


def _convert(root: Path) -> bool:
    """Recover, check and write all articles, and say what was done; False if a law is broken."""
    from duidu.workspace import write_pages

    _say("Reading the articles …")
    articles = _lawful(root)
    if articles is None:
        _say("Nothing was written.")
        return False
    for found in articles:
        print(_summary(found))
    changed = write_pages(root, _pages(articles))
    print(f"Pages written below {root / 'docs'}: {changed} changed.")
    return True


def _summary(found: Recovered) -> str:
    """One line on what became of an article."""
    article, ledger = found.article, found.ledger
    counts = {
        "pages": len(article.pages),
        "paragraphs": sum(isinstance(block, Paragraph) for block in article.blocks),
        "notes": len(article.notes),
        "pieces moved": len(article.moves),
        "places mended": len(article.mends),
    }
    listed = ", ".join(f"{count} {name}" for name, count in counts.items())
    total, aside = ledger.source_characters, ledger.set_aside
    return (
        f"{found.slug}: {listed}; {total} characters, {total - aside} in the text, {aside} set aside, 0 lost"
    )


def _watch(root: Path, server: subprocess.Popen[bytes]) -> None:
    """Convert again whenever a source changes, as long as the server runs."""
    sources = root / "docs" / "articles"
    state = _times(sources)
    while server.poll() is None:
        time.sleep(_POLL_SECONDS)
        if (now := _times(sources)) != state:
            state = now
            try:
                _convert(root)
            except DuiduError as error:
                _report(error.file, error.problems)


def _times(folder: Path) -> Mapping[Path, int]:
    """When each file was last changed, in nanoseconds."""
    times = {}
    for file in folder.rglob("*"):
        try:
            times[file] = file.stat().st_mtime_ns
        except FileNotFoundError:  # an editor is just replacing it
            continue
    return times


def _report(file: str, problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem.report(file), file=sys.stderr)


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
