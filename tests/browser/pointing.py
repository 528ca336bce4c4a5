"""A reader's hand in a browser that is driven by `webdriver`: a mouse, a keyboard, and eyes."""

from __future__ import annotations

import time
from typing import Any

from browser.webdriver import SECONDS, SHORT, Driver, RefusedError

ENTER = "\ue007"

# The middle of the last line of an element that can be seen and is not covered; scrolled to, if it must be.
MIDDLE = """
const [selector, words] = arguments;
const isMeant = (one) => one.checkVisibility() && one.textContent.includes(words);
const place = [...document.querySelectorAll(selector)].find(isMeant);
if (!place) return null;
const middle = () => {
  const { left, top, width, height } = [...place.getClientRects()].at(-1);
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};
const isFree = ([x, y]) => place.contains(document.elementFromPoint(x, y));
if (!isFree(middle()) && !place.closest(".md-header")) place.scrollIntoView({ block: "center" });
return isFree(middle()) ? middle() : null;
"""


class Reader:
    """Uses pages as a reader does. What is not there yet is waited for."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def resize(self, width: int, height: int) -> None:
        self._driver.resize(width, height)

    def open(self, address: str) -> None:
        """Open a page anew, wherever one was before, and wait until it has loaded."""
        self._driver.run("Navigate", url="about:blank")
        self._driver.run("Navigate", url=address)
        self.until("return location.href === arguments[0] && document.readyState === 'complete'", address)

    def back(self) -> None:
        self._driver.run("Back")

    def see(self, script: str, *given: object) -> Any:
        """What a script returns that is the body of a function."""
        return self._driver.run("ExecuteScript", script=script, args=list(given))

    def until(self, script: str, *given: object) -> Any:
        """What a script returns, as soon as that is true. While a page is left there is none to be asked."""
        end = time.monotonic() + SECONDS
        while True:
            try:
                if found := self.see(script, *given):
                    return found
            except RefusedError as error:
                found = error
            assert time.monotonic() < end, f"never: {script} with {given}: {found}"
            time.sleep(SHORT)

    def point_at(self, selector: str, words: str = "") -> None:
        """Move the mouse to the first such element with these words."""
        self._use_mouse(self._move_to(selector, words))

    def click(self, selector: str, words: str = "") -> None:
        move = self._move_to(selector, words)
        self._use_mouse(move, *({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")))

    def type(self, keys: str) -> None:
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._driver.run("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def _move_to(self, selector: str, words: str) -> dict[str, Any]:
        x, y = self.until(MIDDLE, selector, words)
        return {"type": "pointerMove", "x": x, "y": y, "duration": 0}

    def _use_mouse(self, *steps: dict[str, Any]) -> None:
        mouse = {
            "type": "pointer",
            "id": "mouse",
            "parameters": {"pointerType": "mouse"},
            "actions": list(steps),
        }
        self._driver.run("PerformActions", actions=[mouse])
