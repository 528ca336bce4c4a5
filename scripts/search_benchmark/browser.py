"""A search, asked in Chromium on a site served on this machine. `search_benchmark` measures by it."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from duidu.publish.words import WORDS, Words
from serving import Quiet
from serving import Server as PatientServer

NAMES = ("chromium", "chromium-browser", "google-chrome")
ALONE = "--no-sandbox --disable-gpu --no-first-run --disable-ipc-flooding-protection"
SILENT = "--disable-background-networking --disable-component-update --disable-sync"
SCRIPT = Path(__file__).with_name("page.js")
LONGEST = 60_000  # milliseconds that anything may take
OFFER = 3_000  # milliseconds after which no offer is expected any more
QUIET = 300  # milliseconds after a result, in which a search may ask for more

# Index and program of a search. The others load them with every page, whether it is searched or not.
_OF_SEARCH = re.compile(r"/search/|/search\.json|/workers/|/lunr/")
_OF_PAGE = re.compile(r"/favicon\.")  # is asked for late, but not for the search


@dataclass(frozen=True)
class Site:
    """A built site and its search: which it is (see `page.js`), the folder, a page's path."""

    name: str
    folder: Path
    page: str = ""


@dataclass(frozen=True)
class Answer:
    """What a search shows: each result's address and what it stands under, the first ones before the rest.

    `first` is how many are shown at once, `status` what the search says of them. `changed` is after how
    many milliseconds the page had them, `drawn` after how many the next frame was made.
    """

    results: list[tuple[str, str]]
    first: int
    status: str
    changed: float
    drawn: float


@dataclass(frozen=True)
class Offers:
    """What a search offers besides results: the words and the fragment of each; and how many it found."""

    links: list[tuple[str, str]]
    found: int


class _Remembering(Quiet):
    """Serves files, and remembers which."""

    server: Server

    def do_GET(self) -> None:  # noqa: N802 (the name is http.server's)
        self.server.asked.append(unquote(urlsplit(self.path).path))
        super().do_GET()


class Server(PatientServer):
    """Serves a folder on 127.0.0.1; `asked` are the paths that were asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Remembering, directory=str(folder)))
        self.folder = folder
        self.asked: list[str] = []
        self.address = f"http://127.0.0.1:{self.server_port}/"

    def sizes(self, paths: list[str]) -> dict[str, int]:
        """Of each file that was sent, how many bytes it has on its way, compressed by gzip -9."""
        files = {path: self.folder / path.lstrip("/") for path in paths}
        return {path: compressed_size(file) for path, file in files.items() if file.is_file()}


@cache
def compressed_size(file: Path) -> int:
    """How many bytes a file has after gzip -9. The file must not change later."""
    return len(gzip.compress(file.read_bytes(), 9))


def chromium_path() -> str:
    """That of the environment's CHROMIUM, or the system's."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        raise SystemExit(f"no Chromium: none of {', '.join(NAMES)} is on the PATH, and CHROMIUM is not set")
    return path


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        arguments = f"{ALONE} {SILENT}".split()
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=arguments)
        yield browser
        browser.close()


class Reader:
    """A reader with a fresh browser on a page of a site, who has opened its search."""

    def __init__(self, page: Page, server: Server, site: Site) -> None:
        """Open the page, wait until all is quiet, and open the search by its key."""
        self._page, self._server, self._name = page, server, site.name
        begun = len(server.asked)
        page.set_default_timeout(LONGEST)
        page.goto(f"{server.address}{site.page}")
        page.wait_for_load_state("networkidle")
        page.evaluate(SCRIPT.read_text("utf-8"))
        page.evaluate("nothing => (searching.nothing = nothing)", self.words().found_nothing)
        self._before = [path for path in server.asked[begun:] if _OF_SEARCH.search(path)]
        self._opened = len(server.asked)
        page.keyboard.press("/")
        page.wait_for_function("name => searching.isOpen(name)", arg=site.name)

    def ask(self, query: str, *, every: bool = False) -> Answer:
        """What the search answers; if `every`, all its results are read, and not the first only.

        Our results follow on those of the query before, as when one types on; the others' are emptied
        first, since they do not say to which query they belong.
        """
        command = "([name, query, every]) => searching.ask(name, query, every)"
        return Answer(**self._page.evaluate(command, [self._name, query, every]))

    def offers(self, query: str) -> Offers:
        """What the search offers where it finds nothing, or before what it finds."""
        return Offers(**self._page.evaluate("([q, time]) => searching.offers(q, time)", [query, OFFER]))

    def words(self) -> Words:
        """The words of our site in the language of the page."""
        return WORDS[self._page.evaluate("document.documentElement.lang")]

    def first_result(self, query: str) -> dict[str, int]:
        """Enter `query` at once, as an input method does, and wait for a result.

        Returns the files that were needed for it, and the size of each: all those asked for since the
        search was opened, and those of the search that came with the page.
        """
        self._page.keyboard.insert_text(query)
        self._page.keyboard.press("Shift")  # Material waits for a key
        self._page.wait_for_function("name => searching.hasResult(name)", arg=self._name)
        self._page.wait_for_timeout(QUIET)
        asked = [path for path in self._server.asked[self._opened :] if not _OF_PAGE.search(path)]
        return self._server.sizes([*self._before, *asked])


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A server of `folder`, in a thread of its own."""
    with Server(folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@contextmanager
def reading(browser: Browser, server: Server, site: Site) -> Iterator[Reader]:
    """A reader; see there. The policy of our pages would not let the measuring wait for anything."""
    with browser.new_context(
        viewport={"width": 1280, "height": 800}, bypass_csp=True, service_workers="block"
    ) as context:
        yield Reader(context.new_page(), server, site)
