"""Following many links in one go, within the page: what the pointer would meet is clicked, as it would be.

A click from outside costs several frames, and each frame of a long page is dear.
"""

from __future__ import annotations

from playwright.sync_api import Page

# What tests say in the page: `click` an element, scrolled to if it cannot be met where it is; wait for two
# `frames`, or `until` something holds; ask whether a place begins `inSight`, and not under the header.
IN_PAGE = """
  const scripts = document.documentElement.classList.contains("js");
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const settled = () => (scripts ? frames() : null);
  const until = async (holds) => {
    for (const start = performance.now(); !holds(); await new Promise((done) => setTimeout(done, 20))) {
      if (performance.now() - start > 60_000) throw new Error(`never: ${holds}`);
    }
  };
  const meet = (element) => {
    const { left, top, width, height } = element.getClientRects()[0];
    const met = document.elementFromPoint(left + width / 2, top + height / 2);
    return element.contains(met) ? met : null;
  };
  const click = async (element, pointerType) => {
    if (!meet(element)) element.scrollIntoView({ block: "center", behavior: "instant" });
    const met = meet(element);
    if (!met) throw new Error(`covered: ${element.outerHTML}`);
    const kind = { bubbles: true, cancelable: true, composed: true, view: window, detail: 1, pointerType };
    met.dispatchEvent(new PointerEvent("click", kind));
    await settled();
  };
  const inSight = (place) => {
    const { left, top, right } = place.getBoundingClientRect();
    const { bottom } = document.querySelector(".md-header").getBoundingClientRect();
    return bottom <= top && top < innerHeight && left < innerWidth && right > 0;
  };
"""

_FOLLOW = f"""async (ways) => {{
  {IN_PAGE}
  const failed = [];
  for (const [link, goal] of ways) {{
    await click(document.querySelector(link), "mouse");
    if (location.hash !== `#${{goal}}`) failed.push(`${{link}} leads to ${{location.hash}}`);
    if (!inSight(document.getElementById(goal))) failed.push(`${{link}} leaves ${{goal}} out of sight`);
  }}
  return failed;
}}"""


def expect_to_lead(page: Page, ways: list[tuple[str, str]]) -> None:
    """Each link, a selector, leads to the place with its id."""
    assert page.evaluate(_FOLLOW, ways) == []
