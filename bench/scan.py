"""How fast a scan is: generated short pages as Parquet, by some numbers of workers.

    python -m bench.scan [--pages 20000] [--workers 1,2] [--runner local] [--keep DIR]

Prints pages a second of CPU-bound work, the memory that the scan took at its highest, and the time of a second run,
which finds everything finished.
"""

import argparse
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SUBJECTS = ("Ketamine", "Our NAD+ drip", "Semaglutide", "The laser", "This serum", "A visit", "The team", "Magnesium")
VERBS = ("cures", "may ease", "supports", "is used for", "is given for", "relieves", "does not cure", "was studied in")
OBJECTS = ("depression", "back pain", "poor sleep", "low energy", "weight gain", "wrinkles", "anxiety", "migraine")
ROWS_A_FILE = 50_000


def make_pages(folder: Path, count: int) -> None:
    """Parquet files of short pages, the same for the same count."""
    import daft

    dice = random.Random(7)  # noqa: S311 - sample text, no secret
    for first in range(0, count, ROWS_A_FILE):
        numbers = range(first, min(count, first + ROWS_A_FILE))
        texts = [page(dice) for _ in numbers]
        table = daft.from_pydict({"url": [f"https://clinic.example/{number}" for number in numbers], "markdown": texts})
        table.write_parquet(str(folder / f"pages-{first:09}"))


def page(dice: random.Random) -> str:
    """A page of a heading and three sentences."""
    said = [f"{dice.choice(SUBJECTS)} {dice.choice(VERBS)} {dice.choice(OBJECTS)}." for _ in range(3)]
    return f"# {dice.choice(SUBJECTS)}\n\n{' '.join(said)} Call us on {dice.randrange(100, 999)} to book.\n"


def scan(source: Path, out: Path, workers: int, runner: str) -> tuple[float, float]:
    """Seconds and peak memory (MB, of the largest process) of a scan."""
    command = [sys.executable, "-m", "linter", "scan", str(source), "--out", str(out), "--part-size", "4", "--quiet"]
    start = time.monotonic()
    subprocess.run([*command, "--workers", str(workers), "--runner", runner], check=True)
    return time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description="Time medlint scan on generated pages.")
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--runner", default="local")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_pages(folder / "pages", options.pages)
        for workers in map(int, options.workers.split(",")):
            out = folder / f"out-{workers}"
            seconds, memory = scan(folder / "pages", out, workers, options.runner)
            again, _ = scan(folder / "pages", out, workers, options.runner)
            rate = options.pages / seconds
            print(f"{options.pages:,} pages, {workers} workers ({options.runner}): {rate:,.0f} a second")
            print(f"  largest process {memory:,.0f} MB; a second run, with all finished: {again:.1f} s")
            shutil.rmtree(out)


if __name__ == "__main__":
    main()
