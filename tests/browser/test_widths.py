"""No page scrolls sideways, in windows of all widths and at all sizes of type."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route

# In steps, and at both sides of where the layout changes.
WIDTHS = [*range(320, 1921, 80), 390, 719, 768, 820, 899, 946, 959, 1219, 1220, 1279]
PAGES = [
    "",
    "zh-hant/all-headings/",
    *(f"zh-hant/{{slug}}/{page}" for page in ("", "parallel/", "about/", "works/", "terms/", "timeline/")),
    *(f"zh-hans/{{slug}}/{page}" for page in ("", "conversions/")),
    *(f"en/{{slug}}/{page}" for page in ("", "terms/")),
]

# In a frame, whose width scripts can change: so a page is loaded once, and nothing waits for paint.
TOO_WIDE = """async ({ address, widths }) => {
  const frame = document.createElement("iframe");
  frame.style = "height: 800px; border: 0";
  frame.src = address;
  document.body.replaceChildren(frame);
  await new Promise((done) => (frame.onload = done));
  const root = frame.contentDocument.documentElement;
  return ["1", "2", "3", "4", "5"].flatMap((size) => {
    root.dataset.size = size;
    return widths.flatMap((width) => {
      frame.style.width = `${width}px`;
      return root.scrollWidth > width ? [[size, width, root.scrollWidth]] : [];
    });
  });
}"""


# As a reader who has chosen a size: then there are rules for all of them.
CHOSEN = """localStorage.setItem("duidu.settings", '{"size": "4"}')"""


def empty(route: Route) -> None:
    route.fulfill(body="<!doctype html><title>Frame</title><body>", content_type="text/html")


@pytest.mark.parametrize("path", PAGES)
def test_no_window_scrolls_sideways(context: BrowserContext, address: str, site: Path, path: str) -> None:
    slug = min(site.glob("zh-hant/*/about/index.html")).parents[1].name
    page = context.new_page()
    page.add_init_script(CHOSEN)
    page.route("**/frame", empty)
    page.goto(f"{address}frame")
    given = {"address": address + path.format(slug=slug), "widths": WIDTHS}
    assert page.evaluate(TOO_WIDE, given) == []
