"""Firefox and WebKit, driven by the protocol that each speaks by itself, so that no package is needed for it.

Both take the commands of WebDriver: Firefox in Marionette's form (what geckodriver hands on), WebKit by HTTP.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from browser.waiting import PATIENCE

T = TypeVar("T")
SECONDS = PATIENCE / 1000
SHORT = 0.05  # seconds between two looks

MINI_BROWSERS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"
PREFERENCES = {
    "marionette.port": 0,  # any that is free
    "ui.primaryPointerCapabilities": 6,  # a mouse, which there is not without a screen
    "ui.allPointerCapabilities": 6,
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "dom.serviceWorkers.enabled": False,  # as in the other tests: pages come from the server alone
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
ERROR = re.compile(r"\[JavaScript Error.*http://127\.0\.0\.1:", re.DOTALL)
BROKEN_OFF = (
    "error loading dynamically imported module"  # by leaving the page; other tests see to missing files
)
# MiniBrowser's tool bar would have no window narrower than 447 pixels.
SMALL_TOOLS = "* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 4px; }"
SMALL_ICONS = "[Settings]\ngtk-icon-sizes=gtk-button=4,4:gtk-small-toolbar=4,4:gtk-large-toolbar=4,4\n"
# Commands as HTTP has them, below the address of the session.
PATHS = {
    "ExecuteScript": "execute/sync",
    "Navigate": "url",
    "Back": "back",
    "PerformActions": "actions",
    "SetWindowRect": "window/rect",
    "SetTimeouts": "timeouts",
}


class RefusedError(Exception):
    """A browser did not do what a command asked for."""


class MissingError(Exception):
    """A program that is needed is not on this machine."""


class Driver(Protocol):
    """A browser that does what it is told."""

    def run(self, command: str, **parameters: Any) -> Any:
        """Give a command of WebDriver and return the answer; `RefusedError` if the browser does not do it."""

    def resize(self, width: int, height: int) -> None:
        """Make the page so large, in CSS pixels."""

    def errors(self) -> list[str]:
        """What went wrong on the site's pages since last asked, if the browser tells."""


def wait_for(condition: Callable[[], T], what: object) -> T:
    """What `condition` returns as soon as that is true; a failure if that takes too long."""
    end = time.monotonic() + SECONDS
    while not (value := condition()):
        assert time.monotonic() < end, f"never: {what}"
        time.sleep(SHORT)
    return value


def program(*names: str) -> str:
    """The path of the first of these programs that there is."""
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        raise MissingError(f"none of {', '.join(names)} is on the PATH")
    return path


@contextmanager
def started(command: list[str], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A program that runs until it is no longer needed, and says nothing."""
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, text=True, **options) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


class Marionette:
    """Firefox: messages are JSON after their length."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._answers = connection.makefile("rb")
        self._number = 0
        self._read()  # it says who it is
        self.run("NewSession")

    def run(self, command: str, **parameters: Any) -> Any:
        return self._send(f"WebDriver:{command}", parameters)

    def resize(self, width: int, height: int) -> None:
        self.run("SetWindowRect", width=max(width, 1280), height=height + 200)
        size = (
            f"width: {width}px; height: {height}px; max-width: {width}px; max-height: {height}px; flex: none"
        )
        self._privileged("gBrowser.selectedBrowser.style.cssText = arguments[0]", size)

    def errors(self) -> list[str]:
        said = self._privileged(
            "const said = Services.console.getMessageArray().map(String);"
            "Services.console.reset(); return said"
        )
        return [words for words in said if ERROR.match(words) and BROKEN_OFF not in words]

    def quit(self) -> None:
        self._send("Marionette:Quit", {"flags": ["eForceQuit"]})

    def _privileged(self, script: str, *given: object) -> Any:
        """Run a script in the browser's own window."""
        self._send("Marionette:SetContext", {"value": "chrome"})
        try:
            return self.run("ExecuteScript", script=script, args=list(given))
        finally:
            self._send("Marionette:SetContext", {"value": "content"})

    def _send(self, name: str, parameters: dict[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, name, parameters]).encode()
        self._connection.sendall(b"%d:%s" % (len(message), message))
        _, number, error, answer = self._read()
        assert number == self._number
        if error:
            raise RefusedError(error)
        return answer.get("value", answer) if isinstance(answer, dict) else answer

    def _read(self) -> Any:
        length = b""
        while (digit := self._answers.read(1)) != b":":
            assert digit, "Firefox has gone"
            length += digit
        return json.loads(self._answers.read(int(length)))


class Http:
    """WebKit: commands are addresses."""

    def __init__(self, port: int, binary: str) -> None:
        self._address = f"http://127.0.0.1:{port}/session"
        options = {"webkitgtk:browserOptions": {"binary": binary, "args": ["--automation"]}}
        session = self._ask("POST", "", {"capabilities": {"alwaysMatch": options}})["sessionId"]
        self._address += f"/{session}"

    def run(self, command: str, **parameters: Any) -> Any:
        return self._ask("POST", f"/{PATHS[command]}", parameters)

    def resize(self, width: int, height: int) -> None:
        outer = [width, height]

        def fits() -> bool:
            self.run("SetWindowRect", x=0, y=0, width=outer[0], height=outer[1])
            time.sleep(5 * SHORT)  # the page has its size a little later
            inner = self.run("ExecuteScript", script="return [innerWidth, innerHeight]", args=[])
            outer[:] = [outer[0] + width - inner[0], outer[1] + height - inner[1]]
            return bool(inner == [width, height])

        wait_for(fits, f"a page of {width} × {height}")

    def errors(self) -> list[str]:
        return []  # it does not tell

    def quit(self) -> None:
        self._ask("DELETE", "", None)

    def _ask(self, method: str, path: str, body: object) -> Any:
        data = None if body is None else json.dumps(body).encode()
        try:
            with urlopen(Request(self._address + path, data, method=method), timeout=SECONDS) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise RefusedError(error.read().decode()) from None


@contextmanager
def firefox(folder: Path) -> Iterator[Driver]:
    """Firefox without a window, with a new profile in `folder`; `MissingError` if it is not there."""
    binary = program("firefox-esr", "firefox")
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
    (folder / "user.js").write_text("".join(lines), "utf-8")
    arguments = ["--headless", "--no-remote", "--marionette", "-remote-allow-system-access", "--profile"]
    port = folder / "MarionetteActivePort"
    with started([binary, *arguments, str(folder)], stdout=subprocess.DEVNULL, env=own(folder)):
        number = wait_for(lambda: port.is_file() and port.read_text(), "Firefox is ready")
        with closing(socket.create_connection(("127.0.0.1", int(number)), SECONDS)) as connection:
            driver = Marionette(connection)
            yield driver
            driver.quit()


@contextmanager
def webkit(folder: Path) -> Iterator[Driver]:
    """WebKitGTK in a window on a screen of its own; `MissingError` if anything of it is not there."""
    screen, binary = program("Xvfb"), program("WebKitWebDriver")
    browser = min(map(str, Path("/").glob(MINI_BROWSERS[1:])), default=None)
    if browser is None:
        raise MissingError(f"there is no {MINI_BROWSERS}")
    (folder / "gtk-3.0").mkdir()
    (folder / "gtk-3.0/gtk.css").write_text(SMALL_TOOLS, "utf-8")
    (folder / "gtk-3.0/settings.ini").write_text(SMALL_ICONS, "utf-8")
    with ExitStack() as stack:
        shown = stack.enter_context(
            started([screen, "-displayfd", "1", "-screen", "0", "1400x1100x24"], stdout=subprocess.PIPE)
        )
        assert shown.stdout
        environment = own(folder) | {"DISPLAY": f":{shown.stdout.readline().strip()}"}
        port = free_port()
        stack.enter_context(started([binary, f"--port={port}"], stdout=subprocess.DEVNULL, env=environment))
        wait_for(lambda: answers(port), "WebKit is ready")
        driver = Http(port, browser)
        yield driver
        driver.quit()


def own(folder: Path) -> dict[str, str]:
    """An environment in which a program finds and leaves things in `folder` alone."""
    return os.environ | {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/status", timeout=SECONDS):
            return True
    except HTTPError:
        return True
    except (URLError, OSError):
        return False
