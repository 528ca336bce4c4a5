"""What browsers keep for reading without a network: `sw.js`, and `offline/NAME.json` for what it keeps.

`theme/assets/worker.js` does the work. `sw.js` tells it the version of the shell, which is what every page
needs: with a new one, whatever a browser holds is fetched anew. A browser takes a worker with other bytes for
a new one, so the version follows from the content of the look, and from nothing else. What belongs to an
article, or to the site itself, has a list of its own: its addresses, each with what tells whether the file
has changed. So of an article that changed only what changed is fetched again, and of the others nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import quote

from duidu.publish.search.search_files import SITE

WORKER = "sw.js"  # at the site's root: a worker is in charge of its own folder
FOLDER = "offline"
_ASSETS = "assets/"
_PROGRAM = (".css", ".js")
_PAGE, _HOME = ".md", "index.md"
_DIGITS = 16


def service_worker(look: Mapping[str, str]) -> bytes:
    """The worker of a site with this `look`: the paths of its files in it, and the SHA-256 of each."""
    shell = [_quoted(path) for path in sorted(look) if path.startswith(_ASSETS) and path.endswith(_PROGRAM)]
    version, paths = json.dumps(_version(look)), json.dumps(shell, indent=2)
    return f'importScripts("{_ASSETS}worker.js");\nstartWorker({version}, {paths});\n'.encode()


def kept_list(files: Mapping[str, str], slug: str = SITE) -> dict[str, bytes]:
    """The list of what a browser keeps of an article, or of the site: `files`, given as `service_worker` has
    them.
    """
    told = {_address(path): files[path][:_DIGITS] for path in sorted(files)}
    return {f"{FOLDER}/{slug}.json": json.dumps(told, indent=0).encode() + b"\n"}


def _address(path: str) -> str:
    """Where the file `path` below docs/ is on the site, from its root."""
    if path.endswith(_PAGE):
        path = path.removesuffix(_HOME) if path.endswith(_HOME) else f"{path.removesuffix(_PAGE)}/"
    return _quoted(path)


def _quoted(path: str) -> str:
    return quote(os.fsencode(path))  # a name need not be UTF-8


def _version(files: Mapping[str, str]) -> str:
    digest = sha256()
    for path, content in sorted(files.items()):
        digest.update(b"%b\n%b\n" % (os.fsencode(path), content.encode()))
    return digest.hexdigest()[:_DIGITS]
