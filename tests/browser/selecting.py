"""Selecting as a reader does it, and what the clipboard then holds."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from browser.waiting import wait_until

# Where the words `text` stand in the block: the start of the first, and the end of the last.
_PLACE = """(block, text) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("sup")) nodes.push(walker.currentNode);
  }
  const start = nodes.map((node) => node.data).join("").indexOf(text);
  const boxOf = (offset) => {
    for (const node of nodes) {
      if (offset < node.length) {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        return range.getBoundingClientRect();
      }
      offset -= node.length;
    }
  };
  if (start < 0) return null;
  const [first, last] = [boxOf(start), boxOf(start + text.length - 1)];
  if (getComputedStyle(block).writingMode !== "horizontal-tb") {
    return [first.left + first.width / 2, first.top + 1, last.left + last.width / 2, last.bottom - 1];
  }
  return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
}"""


def select(block: Locator, text: str, last: Locator | None = None, end: str = "") -> None:
    """Draw the mouse over `text` in `block`; or from its beginning to that of `end` in the block `last`."""
    page = block.page
    (last or block).evaluate("block => block.scrollIntoView({ block: 'center' })")
    start = block.evaluate(_PLACE, text)
    stop = (last or block).evaluate(_PLACE, end or text)
    assert start is not None, text
    assert stop is not None, end
    page.mouse.move(start[0], start[1])
    page.mouse.down()
    page.mouse.move(stop[2], stop[3], steps=5)
    page.mouse.up()


def select_by_touch(block: Locator, text: str) -> None:
    """Touch the block, after which the system has selected `text`: its own gesture cannot be made here."""
    block.evaluate("block => block.scrollIntoView({ block: 'center' })")
    block.dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
    block.evaluate(
        """(block, text) => {
          getSelection().removeAllRanges();
          getSelection().collapse(block, 0);
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(text);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + text.length);
            return;
          }
        }""",
        text,
    )
    block.dispatch_event("pointercancel", {"pointerType": "touch", "bubbles": True})


def copied(page: Page, button: Locator) -> list[str]:
    """What is copied when `button` is clicked, by line, the address of the server left out."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('nothing yet')")
    button.click()
    return clipboard(page)


def clipboard(page: Page) -> list[str]:
    """The same, when something is there."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wait_until(page, "async () => (await navigator.clipboard.readText()) !== 'nothing yet'")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text.replace(page.evaluate("location.origin"), "").replace("\r\n", "\n").split("\n")


def record(status: Locator) -> None:
    """Keep what `status` says from now on, since it says it for a moment only."""
    status.evaluate(
        """status => {
          window.said = [];
          const keep = () => status.textContent && window.said.push(status.textContent);
          new MutationObserver(keep).observe(status, { childList: true });
        }"""
    )


def expect_recorded(page: Page, words: str) -> None:
    wait_until(page, "words => window.said.includes(words)", words)
