"""How heavy the article's page is, and how long the site takes to build: `python scripts/page_benchmark.py`.

The first view is what a browser with an empty cache asks for until all is quiet, when nobody touches the
page: what is loaded when the browser has time counts, what is loaded when a reader needs it does not. Nor
does what the service worker fetches to keep (it is no part of the view, and has its own line). Files are
counted as gzip -9 makes them; KB are 1024 bytes.

The page is compared with the same Markdown as Material alone shows it, without our styles, scripts and
templates: side by side, in turn, with the processor slowed down to a quarter. Of several runs the median is
given. Work is all that the page's main thread does until the page is quiet. Layout shift is measured at the
beginning of the page, and where links into it lead: to a paragraph, to a note, to what a search found.

It needs the packages of the tests, and Chromium. Times depend on what else the machine does.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

import yaml  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402

import measurements  # noqa: E402
from building import COMMANDS, build  # noqa: E402
from measurements import kilobytes, table  # noqa: E402
from search_benchmark.browser import Server, chromium, serving  # noqa: E402

# Of the first two windows, one has the notes in its margin.
SIZES = ((1280, 800), (1270, 800), (390, 844))
WINDOWS = {f"{width} px": {"width": width, "height": height} for width, height in SIZES}
SLOWER = 4  # times
QUIET = 1000  # milliseconds after the network is idle
THEME = ROOT / "scripts" / "duidu" / "theme"
SHIFTS = """new Promise((done) => new PerformanceObserver((list) => {
  done(list.getEntries().reduce((sum, { value }) => sum + value, 0));
}).observe({ type: "layout-shift", buffered: true }) || setTimeout(done, 500, 0))"""
# Links to places at two thirds of the article, where scripts have moved most.
LINKS = """() => {
  const [paragraph, note] = ["p[id^=par]", ".footnote li[id]"].map((kind) => {
    const all = [...document.querySelectorAll(kind)];
    return all[Math.floor((all.length * 2) / 3)];
  });
  const words = paragraph.textContent.match(/\\p{Script=Han}{2}/u)[0];
  return [`#${paragraph.id}`, `#${note.id}`, `?q=${encodeURIComponent(words)}#${paragraph.id}`];
}"""
KEPT = """async () => {
  const keys = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return keys.flat().map(({ url }) => new URL(url).pathname);
}"""


@dataclass(frozen=True)
class View:
    """What a first view of a page took: files and their sizes, milliseconds of work, layout shift."""

    files: dict[str, int]
    work: float
    shift: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--runs", type=int, default=11, help="of the page, in each window (default: %(default)s)"
    )
    parser.add_argument("--builds", type=int, default=5, help="of the site (default: %(default)s)")
    measurements.add_option(parser)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours = build("mkdocs", Path(folder) / "ours")
        alone = build_alone(Path(folder) / "alone")
        rows = [*page_rows(ours, alone, options.runs), *build_rows(ours, alone, options.builds)]
    lines = table(("Measure", "Found", "Target"), rows)
    measurements.report("page", "The article's page, and the build", lines, write=options.write)


def build_alone(project: Path) -> Path:
    """The site of the same Markdown without anything of ours; its folder."""
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("sw.js"))
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    del settings["extra"]
    theme = yaml.safe_load((THEME / "mkdocs_theme.yml").read_text("utf-8"))
    settings["theme"] = {key: theme[key] for key in ("language", "font", "icon", "features", "palette")}
    settings["theme"]["name"] = "material"
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    subprocess.run([sys.executable, "-m", *COMMANDS["mkdocs"]], cwd=project, env=quiet(), check=True)
    return project / "site"


def quiet() -> dict[str, str]:
    """The environment in which MkDocs says nothing that it need not."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "scripts")}


def page_rows(ours: Path, alone: Path, runs: int) -> Iterator[tuple[str, ...]]:
    """The lines of the table that are about the page."""
    page = f"{min(ours.glob('zh-hant/*/about')).parent.relative_to(ours).as_posix()}/"
    with chromium() as browser, serving(ours) as server, serving(alone) as other:
        links = links_into(browser, server, page)
        for name, window in WINDOWS.items():
            views: list[tuple[View, View]] = [
                (view(browser, server, page, window), view(browser, other, page, window)) for _ in range(runs)
            ]
            files = views[0][0].files
            program = {path: size for path, size in files.items() if is_ours(path)}
            if name == next(iter(WINDOWS)):
                bare = sum(views[0][1].files.values())
                yield "First view, gzip", f"{sizes(files)} (Material alone {kilobytes(bare)})", "≤ 110 KB"
                yield "of it our CSS and JS", sizes(program), "≤ 25 KB"
            shift = max(mine.shift for mine, _ in views)
            yield f"Layout shift (CLS), {name}", f"{shift:.4f} at most", "< 0.01"
            deep = max(view(browser, server, page + link, window).shift for link in links)
            yield f"Layout shift (CLS) on links into the page, {name}", f"{deep:.4f} at most", "< 0.01"
            mine, theirs = (median(pair[which].work for pair in views) for which in (0, 1))
            more = median(pair[0].work - pair[1].work for pair in views)
            found = f"{mine:.0f} ms (Material alone {theirs:.0f} ms): {more:+.0f} ms"
            yield f"Main-thread work at a quarter of the speed, {name}", found, "≤ +0 ms"
        kept = server.sizes(kept_paths(browser, server, page))
        yield "Kept afterwards for reading without a network, gzip", sizes(kept), ""


def links_into(browser: Browser, server: Server, page: str) -> list[str]:
    """What follows the address of `page` in links to places far down on it."""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{server.address}{page}")
        links: list[str] = tab.evaluate(LINKS)
        return links


def is_ours(path: str) -> bool:
    """Whether a file that was asked for is a style or a script of ours."""
    return path.endswith((".css", ".js")) and (THEME / path.lstrip("/")).is_file()


def sizes(files: dict[str, int]) -> str:
    """How much, and in how many files."""
    return f"{kilobytes(sum(files.values()))} KB in {len(files)} files"


def view(browser: Browser, server: Server, page: str, window: dict[str, int]) -> View:
    """A first view of `page`, in a browser without a cache and without a service worker."""
    with browser.new_context(viewport=window, service_workers="block") as context:  # type: ignore[arg-type]
        tab = context.new_page()
        tab.goto(f"{server.address}none")  # so that the process is there, and its start is not counted
        devtools = context.new_cdp_session(tab)
        devtools.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
        devtools.send("Performance.enable")
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

        def work() -> float:
            metrics = devtools.send("Performance.getMetrics")["metrics"]
            return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))

        begun, before = len(server.asked), work()
        tab.goto(f"{server.address}{page}")
        tab.wait_for_load_state("networkidle")
        tab.wait_for_timeout(QUIET)
        done = work() - before
        asked = list(dict.fromkeys(server.asked[begun:]))
        paths = [f"{path}index.html" if path.endswith("/") else path for path in asked]
        return View(server.sizes(paths), done * 1000, tab.evaluate(SHIFTS))


def kept_paths(browser: Browser, server: Server, page: str) -> list[str]:
    """What the service worker keeps after a visit."""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{server.address}{page}")
        before: list[str] = []
        while True:
            tab.wait_for_timeout(2 * QUIET)
            kept: list[str] = tab.evaluate(KEPT)
            if kept and len(kept) == len(before):
                return [f"{path}index.html" if path.endswith("/") else path for path in kept]
            before = kept


def build_rows(ours: Path, alone: Path, builds: int) -> Iterable[tuple[str, ...]]:
    """The lines of the table that are about the build."""
    mkdocs = [sys.executable, "-m", *COMMANDS["mkdocs"]]
    duidu = [sys.executable, "-m", "duidu", "build"]
    runs = [(seconds(mkdocs, ours), seconds(duidu, ours), seconds(mkdocs, alone)) for _ in range(builds)]
    pages, whole, theirs = (median(each) for each in zip(*runs, strict=True))
    said = f"(Material alone {theirs:.2f} s)"
    yield "Build of the site by MkDocs", f"{pages:.2f} s {said}: {pages / theirs:.2f} times", "≤ 1.3 times"
    yield "The same with all of “duidu build”", f"{whole:.2f} s: {whole / theirs:.2f} times", ""


def seconds(command: list[str], site: Path) -> float:
    """How long a command takes in the project of a site."""
    start = time.perf_counter()
    subprocess.run(command, cwd=site.parent, env=quiet(), check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
