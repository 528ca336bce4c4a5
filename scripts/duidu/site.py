"""Pages → site: MkDocs, called as a program of its own."""

from __future__ import annotations

import importlib.util
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

from duidu.problems import Code, DuiduError, Exit, Problem

# Material prints an advertisement for its successor on every build otherwise.
_QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def build_site(root: Path) -> Path:
    """Build the site of the project `root` with MkDocs and return its folder.

    Raises `DuiduError` with what MkDocs said if it fails or is not installed.
    """
    _require_mkdocs(root)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--clean"]
    done = subprocess.run(
        command, cwd=root, env=os.environ | _QUIET, capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = " ".join((done.stderr or done.stdout).split()) or f"MkDocs ended with {done.returncode}"
        raise DuiduError(str(root), Problem.at(Code.SITE_FAILED, reason=reason), exit_code=Exit.TOOL)
    return root / "site"


def check_settings(settings: str) -> tuple[Problem, ...]:
    """What is to be said of the text of a mkdocs.yml: whether it tells where the site will be."""
    address = re.search(r"^site_url:[ \t]*([^\s#].*)", settings, re.MULTILINE)
    known = address and address[1].strip("\"' \t")
    return () if known else (Problem.at(Code.SITE_URL_MISSING),)


def serve_site(root: Path, address: str) -> subprocess.Popen[bytes]:
    """Start MkDocs' own server, which builds anew whenever a page changes, and return its process."""
    _require_mkdocs(root)
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    return subprocess.Popen(command, cwd=root, env=os.environ | _QUIET)


def require_free(address: str) -> None:
    """Raise `DuiduError` if `address` (host:port) is no address, or something serves there already."""
    host, _, port = address.rpartition(":")
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, ValueError, OverflowError):
        raise DuiduError(address, Problem.at(Code.ADDRESS_TAKEN), exit_code=Exit.USAGE) from None


def _require_mkdocs(root: Path) -> None:
    if importlib.util.find_spec("mkdocs") is None:
        reason = "MkDocs is not installed; run “pip install -e .”"
        raise DuiduError(str(root), Problem.at(Code.SITE_FAILED, reason=reason), exit_code=Exit.TOOL)
