"""Draws the site's icons from `icon.svg`, in Chromium: `python scripts/make_icons.py`.

The drawing keeps clear of its edges, so systems may cut any shape out of it (`maskable`).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ICONS = Path(__file__).resolve().parent / "duidu" / "theme" / "assets" / "icons"
SIZES = {"favicon": 48, "apple-touch-icon": 180, "icon-192": 192, "icon-512": 512}


def main() -> None:
    """Write all of them."""
    drawing = (ICONS / "icon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for name, size in SIZES.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{drawing}")
            page.screenshot(path=ICONS / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
