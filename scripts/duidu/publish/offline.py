"""Files of the site → `sw.js`, with which browsers keep pages for reading without a network.

What it does is in `theme/assets/worker.js`; here it is told the version of the site, and which files all
pages may need. A browser takes a worker with other bytes for a new one, so the version follows from the
content of all files, and from nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from urllib.parse import quote

from duidu.publish.search.search_files import FOLDER as SEARCH
from duidu.publish.search.search_files import site_is_loaded_whole

WORKER = "sw.js"  # at the site's root: a worker is in charge of its own folder
_ASSETS = "assets/"
_PROGRAM = (".css", ".js")
_DIGITS = 16


def service_worker(files: Mapping[str, str]) -> bytes:
    """The worker of the site that is made from `files`: their paths in it, and the SHA-256 of each."""
    kept = [quote(path) for path in sorted(files) if _is_for_any_page(path, files)]
    version, paths = json.dumps(_version(files)), json.dumps(kept, indent=2)
    return f'importScripts("{_ASSETS}worker.js");\nstartWorker({version}, {paths});\n'.encode()


def _is_for_any_page(path: str, files: Iterable[str]) -> bool:
    """Whether `path` is a part of our program, or of a search that loads all texts at once."""
    if path.startswith(f"{SEARCH}/"):
        return site_is_loaded_whole(files)
    return path.startswith(_ASSETS) and path.endswith(_PROGRAM)


def _version(files: Mapping[str, str]) -> str:
    digest = sha256()
    for path, content in sorted(files.items()):
        digest.update(f"{path}\n{content}\n".encode())
    return digest.hexdigest()[:_DIGITS]
