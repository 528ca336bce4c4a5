"""How fast PDF files are read: `python scripts/pdf_benchmark.py`. A measurement, not a test.

Prints three tables: pages a second beside pdfminer.six's own `extract_text`, which tells no places, and
beside pdftotext, where that is installed; what whole processes take that read an article and lay it out; and
what time and memory that takes for a file of ever more pages. Times are of the processor, each the best of
several runs; those of one row are taken one after the other, so that their ratios hold whatever else the
machine does.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

import typst  # noqa: E402
from pdfminer.high_level import extract_text  # noqa: E402

import measurements  # noqa: E402
from duidu.sources.pdf import read_pdf  # noqa: E402
from measurements import table  # noqa: E402

DOCUMENTS = sorted((ROOT / "tests" / "documents").glob("*.pdf"))
SIZES = (125, 250, 500, 1000)
TARGET_MEGABYTES, TARGET_RATIO, TARGET_SECONDS = 500, 2.2, 2
PARAGRAPH = "潮水漲落有時，船家依燈號出港，其後封港，公倉重開。" * 4 + "#footnote[見《縣志》，頁 12–15。]\n\n"
PAGE = "#set page(width: 17cm, height: 24cm)\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="of each reading (default: %(default)s)")
    parser.add_argument("files", type=Path, nargs="*", default=DOCUMENTS, help="other files to read")
    measurements.add_option(parser)
    options = parser.parse_args(arguments)
    tables = (
        others(options.files, options.runs),
        whole(options.files, options.runs),
        growth(),
    )
    lines = (line for each in tables for line in each)
    measurements.report("pdf", "PDF: how fast files are read", lines, write=options.write)


def others(files: Sequence[Path], runs: int) -> Iterator[str]:
    """Pages a second, and how many times faster that is than others."""
    rows = (_beside_others(path, runs) for path in files)
    head = ("file", "pages", "seconds", "pages a second", "times extract_text", "times pdftotext")
    yield from table(head, rows)


def _beside_others(path: Path, runs: int) -> Sequence[object]:
    content = path.read_bytes()
    pages = len(read_pdf(content, path.name).pages)
    ours = _best(partial(read_pdf, content, path.name), runs)
    theirs = _best(partial(extract_text, path), runs)
    program = shutil.which("pdftotext")
    command = partial(subprocess.run, [program, path, "-"], stdout=subprocess.DEVNULL, check=True)
    other = f"{_best(command, runs) / ours:.2f}" if program else ""
    return path.name, pages, f"{ours:.2f}", f"{pages / ours:.0f}", f"{theirs / ours:.2f}", other


def _best(work: Callable[[], object], runs: int) -> float:
    return min(_timed(work) for _ in range(runs))


def _timed(work: Callable[[], object]) -> float:
    """The time of the processor that work takes here or in a process of its own."""
    start = _spent()
    work()
    return _spent() - start


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def whole(files: Sequence[Path], runs: int) -> Iterator[str]:
    """What whole processes take that read a file and lay it out, Python's own start included."""
    yield (
        "Whole processes that read a file and lay it out; 28 pages are to take less than"
        f" {TARGET_SECONDS} s.\n"
    )
    yield from table(("file", "pages", "seconds", "memory, MB"), (_whole(path, runs) for path in files))


def _whole(path: Path, runs: int) -> Sequence[object]:
    content = path.read_bytes()
    said = [_in_a_process(content).split() for _ in range(runs)]
    seconds = min(float(one[2]) for one in said)
    return path.name, said[0][0], f"{seconds:.2f}", round(int(said[0][3]) / 1000)


def growth() -> Iterator[str]:
    """What a process takes that reads and lays out a made file of ever more pages."""
    yield (
        f"Whole processes that read a made file and lay it out. Time is to grow at most {TARGET_RATIO} times"
        f" for twice the pages, and memory to stay under {TARGET_MEGABYTES} MB for 500.\n"
    )
    yield from table(("pages", "characters", "seconds", "times", "memory, MB"), _growth())


def _growth() -> Iterator[Sequence[object]]:
    before = 0.0
    for pages in SIZES:
        text = PAGE + "#pagebreak()\n".join([PARAGRAPH * 6] * pages)
        said = _in_a_process(typst.compile(text.encode()))
        count, characters, seconds, kilobytes = said.split()
        taken = float(seconds)
        times = f"{taken / before:.2f}" if before else ""
        yield count, characters, f"{taken:.2f}", times, round(int(kilobytes) / 1000)
        before = taken


def _in_a_process(content: bytes) -> str:
    """Pages, characters, seconds and kilobytes of a process that reads this file and lays it out.

    What Linux says of the most memory of a process is right; `getrusage` counts that of its parent too.
    """
    program = (
        "import re, sys, time; from pathlib import Path; from duidu.sources.pdf import read_pdf;"
        " from duidu.recover import recover;"
        " document = read_pdf(sys.stdin.buffer.read(), 'a.pdf');"
        " recover(document);"
        " status = Path('/proc/self/status').read_text();"
        " memory = re.search(r'VmHWM:\\s+(\\d+)', status)[1];"
        " print(len(document.pages), len(document.text), time.process_time(), memory)"
    )
    command = [sys.executable, "-c", program]
    return subprocess.run(
        command, input=content, cwd=ROOT / "scripts", stdout=subprocess.PIPE, check=True
    ).stdout.decode()


if __name__ == "__main__":
    main()
