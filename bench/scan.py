"""Measure the speed and memory of a scan on generated Parquet files, for several numbers of workers.

    python -m bench.scan [--pages 20000] [--words 20] [--claiming 100] [--workers 1,2] [--runner local] [--minutes 50]

Prints pages per second, CPU time per page, the peak memory of all processes at several stages, the CPU time for a month
of a web crawl, and the time of a second run, which finds everything finished. Shared memory is counted once for each
process, so actual use is lower. A run stopped by ``--minutes`` reports how far it got.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from linter.value import Struct

SUBJECTS = ("Ketamine", "Our NAD+ drip", "Semaglutide", "The laser", "This serum", "A visit", "The team", "Magnesium")
VERBS = ("cures", "may ease", "supports", "is used for", "is given for", "relieves", "does not cure", "was studied in")
PLAIN = (
    "We are open on weekdays from nine to five.",
    "Parking is behind the house.",
    "The library has moved to Elm Street.",
    "Bring a photo of your old kitchen.",
    "The next meeting of the garden club is in March.",
    "All prices include delivery.",
)
"""Sentences of pages on other subjects, as most of a crawl are."""
OBJECTS = ("depression", "back pain", "poor sleep", "low energy", "weight gain", "wrinkles", "anxiety", "migraine")
ROWS_PER_FILE = 10_000
"""Rows of a file; each file is a part of the scan."""
MONTH = 2_500_000_000
"""Approximate number of pages in a month of Common Crawl."""
LEVELS = (10, 50, 100)
"""The percentages of the pages at which peak memory is printed."""


class Run(Struct, frozen=True):
    """A scan: finished pages, seconds of wall and CPU time, and peak ``memory`` (MB) by number of finished pages."""

    pages: int
    seconds: float
    cpu: float
    memory: tuple[tuple[int, float], ...]


def make_pages(folder: Path, count: int, words: int, claiming: float = 100) -> None:
    """Write pages to Parquet files, reproducibly; ``claiming`` is the percentage of pages with claims."""
    import daft

    dice = random.Random(7)  # noqa: S311 - sample text, not a secret
    for first in range(0, count, ROWS_PER_FILE):
        numbers = range(first, min(count, first + ROWS_PER_FILE))
        texts = [page(dice, words, dice.random() * 100 < claiming) for _ in numbers]
        table = daft.from_pydict({"url": [f"https://clinic.example/{number}" for number in numbers], "markdown": texts})
        table.write_parquet(str(folder / f"pages-{first:09}"))


def page(dice: random.Random, words: int = 20, claiming: bool = True) -> str:
    """A page of about ``words`` words: a heading, and paragraphs of three sentences."""
    text = f"# {dice.choice(SUBJECTS) if claiming else 'Welcome'}"
    while text.count(" ") < words - 5:
        sentences = [_sentence(dice) if claiming else dice.choice(PLAIN) for _ in range(3)]
        text += f"\n\n{' '.join(sentences)} Call us on {dice.randrange(100, 999)} to book."
    return text + "\n"


def _sentence(dice: random.Random) -> str:
    return f"{dice.choice(SUBJECTS)} {dice.choice(VERBS)} {dice.choice(OBJECTS)}."


def scan(source: Path, out: Path, workers: int, runner: str, minutes: float) -> Run:
    """Scan the pages, for at most ``minutes``."""
    command = [sys.executable, "-m", "linter", "scan", str(source), "--out", str(out), "--part-size", "0"]
    start, cpu = time.monotonic(), _cpu()
    process = subprocess.Popen(
        [*command, "--workers", str(workers), "--runner", runner], stderr=subprocess.PIPE, text=True
    )
    stop = threading.Timer(minutes * 60, process.terminate)
    stop.start()
    memory: list[float] = [0.0]
    threading.Thread(target=_watch, args=(process, memory), daemon=True).start()
    pages, samples = 0, []
    for line in process.stderr or ():
        if ": part " in line:
            pages += int(line.split(" articles")[0].split()[-1].replace(",", ""))
            samples.append((pages, max(memory)))
        else:
            sys.stderr.write(line)
    process.wait()
    stop.cancel()
    return Run(pages, time.monotonic() - start, _cpu() - cpu, tuple(samples) or ((0, max(memory)),))


def _watch(process: subprocess.Popen[str], memory: list[float]) -> None:
    while process.poll() is None:
        memory.append(sum(_tree(process.pid)) / 1024)
        time.sleep(1)


def _tree(root: int) -> Iterator[int]:
    """The memory (KB) of a process and each of its descendants."""
    listed = subprocess.run(["ps", "-e", "-o", "pid=,ppid=,rss="], check=True, capture_output=True, text=True).stdout
    children = defaultdict(list)
    sizes = {}
    for pid, parent, size in (map(int, line.split()) for line in listed.splitlines()):
        children[parent].append(pid)
        sizes[pid] = size
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        yield sizes.get(pid, 0)
        waiting += children[pid]


def _cpu() -> float:
    """The CPU seconds of all finished child processes."""
    cpu = resource.getrusage(resource.RUSAGE_CHILDREN)
    return cpu.ru_utime + cpu.ru_stime


def print_run(run: Run, total: int, workers: int, runner: str) -> None:
    print(f"{run.pages:,} of {total:,} pages, {workers} workers ({runner}): {run.pages / run.seconds:,.0f} a second")
    if not run.pages:
        return
    each = run.cpu / run.pages
    print(f"  {each * 1000:.2f} ms of CPU a page; {MONTH:,} of them: {MONTH * each / 86_400:,.0f} days of a core")
    levels = [(percent, run.pages * percent / 100) for percent in LEVELS]
    shown = [
        f"{percent} % {next(size for done, size in run.memory if done >= least):,.0f} MB" for percent, least in levels
    ]
    print(f"  memory at its highest up to then: {', '.join(shown)}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Time medlint scan on generated pages.")
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--words", type=int, default=20, help="about how many words a page has")
    parser.add_argument("--claiming", type=float, default=100, help="percent of the pages that claim something")
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--runner", default="local")
    parser.add_argument("--minutes", type=float, default=1440, help="stop a run after so long")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_pages(folder / "pages", options.pages, options.words, options.claiming)
        for workers in map(int, options.workers.split(",")):
            out = folder / f"out-{workers}"
            run = scan(folder / "pages", out, workers, options.runner, options.minutes)
            print_run(run, options.pages, workers, options.runner)
            if run.pages == options.pages:
                again = scan(folder / "pages", out, workers, options.runner, options.minutes)
                print(f"  a second run, with all finished: {again.seconds:.1f} s")


if __name__ == "__main__":
    main()
