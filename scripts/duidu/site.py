"""Pages → site: the engine of the project, called as a program of its own."""

from __future__ import annotations

import errno
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path

from duidu.alone import alone
from duidu.engines import Engine
from duidu.problems import Code, DuiduError, Exit, Problem
from duidu.project import SETTINGS, Project
from duidu.settings import Settings
from duidu.workspace import telling_unwritable

# Material prints an advertisement for its successor on every build otherwise; and what an engine says is
# read as UTF-8, whatever the terminal's encoding.
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
# What an editor has of an article may hold what is nobody's business: what is to be published of it stands
# among the pages. What mkdocs.yml says comes after it, and may say otherwise.
_PRIVATE = "/articles/**\n"
_MOST_REASONS = 3  # that are told when it fails
# A folder beside the site, and what is in it: the new site in a place of this process, since an engine goes
# on writing when the one before was killed that had called it.
_ASIDE, _NEW, _OLD = ".duidu-site", f"new-{os.getpid()}", "old"


def build_site(project: Project, waiting: Callable[[], object] = lambda: None) -> Path:
    """Build the site of the project and return its folder.

    It is built aside first: what was there stays until the new site is whole. If another command is writing,
    `waiting` is called, and it is waited for. Raises `DuiduError` with what the engine said if it fails.
    """
    site = project.site.resolve()
    aside = site.parent / _ASIDE
    with telling_unwritable(site), alone(project, waiting):
        site.parent.mkdir(parents=True, exist_ok=True)
        _clear_away(site, aside)
        try:
            _run(project, aside / _NEW)
            _swap(site, aside)
        finally:
            _clear_away(site, aside)
    return project.site


def _clear_away(site: Path, aside: Path) -> None:
    """Remove what a build has left, and put the old site back if it was killed between two moves."""
    if (aside / _OLD).exists() and not site.exists():
        (aside / _OLD).rename(site)
    shutil.rmtree(aside, ignore_errors=True)  # such an engine may be writing there


def _run(project: Project, site: Path) -> None:
    engine, file = project.settings.engine, project.root / ".duidu-build.yml"
    file.write_text(_settings(project, site), "utf-8")
    # Not quiet: that would hide warnings from `--strict`, too.
    command = [sys.executable, "-m", engine.module, "build", "--strict", "--config-file", str(file)]
    try:
        done = subprocess.run(
            command,
            cwd=project.root,
            env=os.environ | _ENVIRONMENT,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    finally:
        file.unlink()
    if done.returncode:
        reason = _reason(engine, done.stderr or done.stdout) or f"{engine.name} ended with {done.returncode}"
        raise DuiduError(str(project.root), Problem.at(Code.SITE_FAILED, reason=reason), exit_code=Exit.TOOL)


def _reason(engine: Engine, output: str) -> str:
    """Why the engine failed, on one line."""
    told = list(engine.reasons(output)) or [line.strip() for line in output.splitlines() if line.strip()]
    more = f"; and {len(told) - _MOST_REASONS} more" if len(told) > _MOST_REASONS else ""
    return "; ".join(told[:_MOST_REASONS]) + more


def _settings(project: Project, site: Path, inherited: str = SETTINGS, **extra: object) -> str:
    """Settings that say what the `inherited` ones say, where the site is built, and what is `extra`.

    They are to stand beside mkdocs.yml, as what that names is found from there.
    """
    said = {"INHERIT": inherited, "site_dir": str(site), "exclude_docs": _PRIVATE + project.settings.excluded}
    return json.dumps(said | ({"extra": extra} if extra else {}))  # JSON is YAML


def _swap(site: Path, aside: Path) -> None:
    """Put the new site in the place of the old one, and that aside, but for its hidden files.

    Engines leave hidden files where they are: the site's folder may be a work tree of Git.
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
    """The engine's own server, which builds anew whenever a page changes.

    It reads a copy of mkdocs.yml as that was when it could last be read: where it cannot, engines get stuck.
    """

    def __init__(self, project: Project, address: str) -> None:
        engine = project.settings.engine
        self._project: Project | None = None
        self._settings, self._inherited = (
            project.root / f".duidu-serve{end}.yml" for end in ("", "-as-read")
        )
        self._site = project.root / ".duidu-served"  # of Zensical; MkDocs has its own place for that
        self._said = ""
        self.tell(project, ())
        command = [sys.executable, "-m", engine.module, "serve", *engine.live, "--dev-addr", address]
        command += ["--config-file", str(self._settings)]
        self._process = subprocess.Popen(command, cwd=project.root, env=os.environ | _ENVIRONMENT)

    def is_up(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def tell(self, project: Project, errors: Sequence[str]) -> None:
        """Serve the project, and show these errors at the foot of every page, and none else."""
        if project is not self._project:  # else it could not be opened again
            shutil.copyfile(project.settings_file, self._inherited)
            self._project = project
        said = _settings(project, self._site, self._inherited.name, errors=errors, preview=True)
        if said != self._said:  # else the engine builds anew for nothing
            self._settings.write_text(said, "utf-8")
            self._said = said

    def end(self) -> None:
        """Stop it, and leave nothing behind."""
        self._process.terminate()
        self._process.wait()
        for file in (self._settings, self._inherited):
            file.unlink(missing_ok=True)
        shutil.rmtree(self._site, ignore_errors=True)


@contextmanager
def serving(project: Project, address: str) -> Iterator[Server]:
    """The server of the project at `address` (host:port), as long as the context lasts."""
    server = Server(project, address)
    try:
        yield server
    finally:
        server.end()


def require_free(address: str) -> None:
    """Raise `DuiduError` if `address` (host:port) is no address of this machine, or nothing can be served
    there: most often something is already. A host is a number, or localhost: names are for no engine.
    """
    host, _, port = address.rpartition(":")
    try:
        place = ip_address("127.0.0.1" if host == "localhost" else host.strip("[]"))
        with socket.socket(socket.AF_INET if place.version == 4 else socket.AF_INET6) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((str(place), int(port)))
    except (ValueError, OverflowError):
        problem = Problem.at(Code.ADDRESS_WRONG)
    except OSError as error:
        taken = Problem.at(Code.ADDRESS_TAKEN, reason=error.strerror)
        problem = Problem.at(Code.ADDRESS_WRONG) if error.errno == errno.EADDRNOTAVAIL else taken
    else:
        return
    raise DuiduError(address, problem, exit_code=Exit.USAGE)
