"""What Lighthouse says of the site on a telephone: `python scripts/lighthouse_trial.py`.

The site is built for the address at which it is then served, on this machine and compressed. Of several runs
of each page the median is told, and the least where it is less. Lighthouse must be on the PATH (`npm install
--global lighthouse@12`), and Chromium too. What it says of speed depends on what else the machine does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from statistics import median_low
from typing import BinaryIO

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

import measurements  # noqa: E402
from building import build  # noqa: E402
from measurements import table  # noqa: E402
from search_benchmark.browser import ALONE, SILENT, chromium_path  # noqa: E402
from serving import Lasting, serving  # noqa: E402

SLUG = "anglo-american-special-relationship"
PAGES = {
    "home": "",
    "article": f"zh-hant/{SLUG}/",
    "article in Simplified": f"zh-hans/{SLUG}/",
    "side by side": f"zh-hant/{SLUG}/parallel/",
    "English front": f"en/{SLUG}/",
}
GOALS = {"performance": "≥ 95", "accessibility": "100", "best-practices": "100", "seo": "100"}
REMARKS = (
    "Of 100; the median of the runs, and the least where one was less.",
    "“Side by side” tells search engines not to list it, since the article has a page of its own: the only",
    "thing that Lighthouse's “seo” finds there.",
)
PACKED = (".png", ".epub", ".woff2")


class Compressing(Lasting):
    """Serves files as most hosts do: compressed, unless they are by themselves."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer, and give back what is to be sent."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file() or file.suffix in PACKED:
            return super().send_head()
        content = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="of each page (default: %(default)s)")
    measurements.add_option(parser)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder) / "site", Compressing) as address:
        build("mkdocs", Path(folder), settings=f"\nsite_url: {address}\n")
        lines = [*table(("Page", *GOALS), rows(address, options.runs)), *REMARKS]
        measurements.report("lighthouse", "What Lighthouse says", lines, write=options.write)


def rows(address: str, runs: int) -> Iterator[tuple[str, ...]]:
    """What is said of each page."""
    for name, path in PAGES.items():
        found = [scores(address + path) for _ in range(runs)]
        yield name, *(_told([each[category] for each in found]) for category in GOALS)
    yield "goal", *GOALS.values()


def scores(address: str) -> dict[str, int]:
    """What Lighthouse gives a page in each category, of 100."""
    flags = f"--chrome-flags=--headless=new {ALONE} {SILENT}"
    command = ["lighthouse", address, "--quiet", "--output=json", flags]
    environment = os.environ | {"CHROME_PATH": chromium_path()}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    categories = json.loads(done.stdout)["categories"]
    return {name: round(100 * categories[name]["score"]) for name in GOALS}


def _told(found: list[int]) -> str:
    middle, least = median_low(found), min(found)
    return f"{middle} (once {least})" if least < middle else str(middle)


if __name__ == "__main__":
    main()
