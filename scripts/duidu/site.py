"""Pages → site: MkDocs, called as a program of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from duidu.problems import Code, DuiduError, Exit, Problem
from duidu.project import Project
from duidu.settings import Settings

# Material prints an advertisement for its successor on every build otherwise; and what MkDocs says is
# read as UTF-8, whatever the terminal's encoding.
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
_MOST_REASONS = 3  # that are told when it fails


def build_site(project: Project) -> Path:
    """Build the site of the project with MkDocs and return its folder.

    It is built aside first: what was there stays until the new site is whole. Raises `DuiduError` with
    what MkDocs said if it fails.
    """
    site = project.site
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=site.parent, prefix=".duidu-") as temporary:
            built = Path(temporary, "new")
            _run_mkdocs(project.root, built)
            _swap(site.resolve(), built, Path(temporary, "old"))
    except OSError as error:
        file = str(error.filename or site)
        raise DuiduError(file, Problem.at(Code.UNWRITABLE, reason=error.strerror)) from None
    return site


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


def _swap(site: Path, built: Path, old: Path) -> None:
    """Put the folder `built` in the place of `site`, and that aside, but for its hidden files.

    MkDocs leaves hidden files where they are: the site's folder may be a work tree of Git.
    """
    if not site.exists():
        built.rename(site)
        return
    site.rename(old)
    try:
        built.rename(site)
    except BaseException:
        old.rename(site)
        raise
    for file in old.glob(".*"):
        if not (site / file.name).exists():
            file.rename(site / file.name)


def check_settings(settings: Settings) -> tuple[Problem, ...]:
    """What is to be said of the settings: whether they tell where the site will be."""
    return () if settings.address.strip() else (Problem.at(Code.SITE_URL_MISSING),)


def serve_site(root: Path, address: str) -> subprocess.Popen[bytes]:
    """Start MkDocs' own server, which builds anew whenever a page changes, and return its process."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    return subprocess.Popen(command, cwd=root, env=os.environ | _ENVIRONMENT)


def require_free(address: str) -> None:
    """Raise `DuiduError` if `address` (host:port) is no address, or something serves there already."""
    host, _, port = address.rpartition(":")
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, ValueError, OverflowError):
        raise DuiduError(address, Problem.at(Code.ADDRESS_TAKEN), exit_code=Exit.USAGE) from None
