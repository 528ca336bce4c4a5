"""Pages → site: MkDocs, called as a program of its own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from duidu.problems import Code, DuiduError, Exit, Problem
from duidu.project import SETTINGS, Project
from duidu.settings import Settings
from duidu.workspace import telling_unwritable

# Material prints an advertisement for its successor on every build otherwise; and what MkDocs says is
# read as UTF-8, whatever the terminal's encoding.
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
_MOST_REASONS = 3  # that are told when it fails
_ASIDE, _NEW, _OLD = ".duidu-site", "new", "old"  # a folder beside the site, and what is in it


def build_site(project: Project) -> Path:
    """Build the site of the project with MkDocs and return its folder.

    It is built aside first: what was there stays until the new site is whole. Raises `DuiduError` with
    what MkDocs said if it fails.
    """
    site, aside = project.site.resolve(), project.site.parent / _ASIDE
    with telling_unwritable(site):
        site.parent.mkdir(parents=True, exist_ok=True)
        _clear_away(site, aside)
        try:
            _run_mkdocs(project.root, aside / _NEW)
            _swap(site, aside)
        finally:
            _clear_away(site, aside)
    return project.site


def _clear_away(site: Path, aside: Path) -> None:
    """Remove what a build has left, and put the old site back if it was killed between two moves."""
    if (aside / _OLD).exists() and not site.exists():
        (aside / _OLD).rename(site)
    if aside.exists():
        shutil.rmtree(aside)


def _run_mkdocs(root: Path, site: Path) -> None:
    # Not quiet: that would hide warnings from `--strict`, too.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    environment = os.environ | _ENVIRONMENT
    done = subprocess.run(
        command,
        cwd=root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        reason = _reason(done.stderr or done.stdout) or f"MkDocs ended with {done.returncode}"
        raise DuiduError(str(root), Problem.at(Code.SITE_FAILED, reason=reason), exit_code=Exit.TOOL)


def _reason(output: str) -> str:
    """Why MkDocs failed, on one line: its warnings and errors, and the last line of a traceback."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    told = [line.partition("-")[2].strip() for line in lines if line.startswith(("WARNING", "ERROR"))]
    if any(line.startswith("Traceback ") for line in lines):
        told.append(lines[-1])
    told = told or lines
    more = f"; and {len(told) - _MOST_REASONS} more" if len(told) > _MOST_REASONS else ""
    return "; ".join(told[:_MOST_REASONS]) + more


def _swap(site: Path, aside: Path) -> None:
    """Put the new site in the place of the old one, and that aside, but for its hidden files.

    MkDocs leaves hidden files where they are: the site's folder may be a work tree of Git.
    """
    old = aside / _OLD
    if site.exists():
        site.rename(old)
    (aside / _NEW).rename(site)
    for file in old.glob(".*"):
        if not (site / file.name).exists():
            file.rename(site / file.name)


def check_settings(settings: Settings) -> tuple[Problem, ...]:
    """What is to be said of the settings: whether they tell where the site will be."""
    return () if settings.address.strip() else (Problem.at(Code.SITE_URL_MISSING),)


class Server:
    """MkDocs' own server, which builds anew whenever a page changes."""

    def __init__(self, project: Project, address: str) -> None:
        # Beside mkdocs.yml, since what that names is found from there.
        self._settings = project.root / ".duidu-serve.yml"
        self._told = ""
        self.tell(())
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
        command += ["--config-file", str(self._settings)]
        self._process = subprocess.Popen(command, cwd=project.root, env=os.environ | _ENVIRONMENT)

    def is_up(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def tell(self, errors: Sequence[str]) -> None:
        """Show these errors above every page, and none else."""
        settings = {"INHERIT": SETTINGS, "extra": {"errors": list(errors)}}
        if (told := json.dumps(settings)) != self._told:  # JSON is YAML
            self._told = told
            self._settings.write_text(told, "utf-8")

    def end(self) -> None:
        """Stop it, and leave nothing behind."""
        self._process.terminate()
        self._process.wait()
        self._settings.unlink(missing_ok=True)


@contextmanager
def serving(project: Project, address: str) -> Iterator[Server]:
    """The server of the project at `address` (host:port), as long as the context lasts."""
    server = Server(project, address)
    try:
        yield server
    finally:
        server.end()


def require_free(address: str) -> None:
    """Raise `DuiduError` if `address` (host:port) is no address, or something serves there already."""
    host, _, port = address.rpartition(":")
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, ValueError, OverflowError):
        raise DuiduError(address, Problem.at(Code.ADDRESS_TAKEN), exit_code=Exit.USAGE) from None
