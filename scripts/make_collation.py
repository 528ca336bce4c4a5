"""Writes `duidu/enrich/collation.tsv`: the strokes of the ideographs, and their order by pinyin.

The source is the collation of the Unicode CLDR (https://cldr.unicode.org/, Unicode Licence v3), as the ICU of
an installed Chromium has it: the orders `zh-Hant-u-co-stroke` and `zh-Hans-u-co-pinyin`. Between their
groups CLDR sets index markers: U+FDD0 and U+2800 plus the number of strokes, or U+FDD0 and a letter.

To make the file anew: `python scripts/make_collation.py` (with the packages of the tests, and Chromium).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

FILE = Path(__file__).parent / "duidu" / "enrich" / "collation.tsv"
NAMES = ("chromium", "chromium-browser", "google-chrome")
FIRST, LAST = 0x4E00, 0x9FA5  # what came after these in Unicode has no place in the orders of CLDR
MARK = "\ufdd0"
MOST_STROKES = 48
SORT = "([strings, order]) => strings.sort(new Intl.Collator(order).compare)"
HEAD = "# Made by scripts/make_collation.py of data of the Unicode CLDR. © Unicode, Inc., Unicode Licence v3."


def main() -> None:
    """Ask the browser, and write the file."""
    ideographs = [chr(code) for code in range(FIRST, LAST + 1)]
    strokes = [MARK + chr(0x2800 + count) for count in range(1, MOST_STROKES + 1)]
    letters = [MARK + letter for letter in "ABCDEFGHJKLMNOPQRSTWXYZ"]
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        by_strokes = page.evaluate(SORT, [ideographs + strokes, "zh-Hant-u-co-stroke"])
        by_pinyin = page.evaluate(SORT, [ideographs + letters, "zh-Hans-u-co-pinyin"])
        browser.close()
    lines = (HEAD, f"strokes\t{_counts(by_strokes)}", f"pinyin\t{_groups(by_pinyin)}")
    FILE.write_text("\n".join(lines) + "\n", "utf-8")


def _counts(ordered: list[str]) -> str:
    """The strokes of each ideograph from the first on, one character each: U+0030 plus their number."""
    counts: dict[str, int] = {}
    count = 0
    for entry in ordered:
        if entry.startswith(MARK):
            count = ord(entry[1]) - 0x2800
        else:
            counts[entry] = count
    return "".join(chr(ord("0") + counts[chr(code)]) for code in range(FIRST, LAST + 1))


def _groups(ordered: list[str]) -> str:
    """The ideographs in order, each group after its letter."""
    return "".join(entry.removeprefix(MARK) for entry in ordered)


if __name__ == "__main__":
    main()
