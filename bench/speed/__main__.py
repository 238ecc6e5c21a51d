"""Print time and memory ratios of medlint and installed linters to ``python -c pass`` and to each other.

    python -m bench.speed            # all rows; the 10,000 files take a while
    python -m bench.speed --files 500 --rounds 5

Every figure compares whole processes that run alternately; it is the median of ``--rounds`` pairs.
"""

import argparse
import tempfile
from pathlib import Path

from bench.speed.corpus import folder_of, long_article
from bench.speed.installed import installed
from bench.speed.layers import layers
from bench.speed.peers import bare_loop, peers
from bench.speed.timing import Run, paired, ratio, timed


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m bench.speed")
    options.add_argument("--files", type=int, default=10_000, help="files of the large corpus; the small has a tenth")
    options.add_argument("--rounds", type=int, default=10, help="runs of each command")
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        _table(Path(place), arguments.files, arguments.rounds)
    print("\nper cent of an article's time by layer")
    for name, share in layers().items():
        print(f"  {name:<20} {share:5.1f}")


def _table(place: Path, files: int, rounds: int) -> None:
    python, medlint = map(str, installed(place / "installed"))
    start, check = [python, "-c", "pass"], [python, medlint, "check"]
    environment = {
        "MEDLINT_CACHE_DIR": str(place / "cache"),
        # an installed program has compiled modules, whatever the shell's settings
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(place / "compiled"),
    }
    small, large = folder_of(place / "small", files // 10), folder_of(place / "large", files)
    article = str(small / "00000.md")
    row("first run of all, rules compiled", [timed([*check, article], environment)], [timed(start)])
    row("one file, compiled rules, all rules", *paired([*check, article, "--no-cache"], start, rounds, environment))
    row("one file, unchanged", *paired([*check, article], start, rounds, environment))
    for name, command in peers().items():
        peer = [*command, article]
        row(f"one file, {name}", *paired(peer, start, rounds))
        row(f"medlint to {name}", *paired([*check, article, "--no-cache"], peer, rounds, environment))
    few = timed([*check, "--no-cache", str(small)], environment)
    row(f"{files // 10:,} files", [few], [once := timed(start)])
    print(f"{'articles in the time of python -c pass':<44} {files // 10 * once.wall / few.wall:14.2f}")
    for name, command in peers(prose=True).items():
        peer = [*command, *map(str, small.iterdir())]
        row(f"{files // 10:,} files: medlint to {name}", [few], [timed(peer)])
    if loop := bare_loop():
        row(f"{files // 10:,} files: medlint to the bare loop", [few], [timed([*loop, str(small)], environment)])
    many = timed([*check, str(large)], environment)
    row(f"{files:,} to {files // 10:,} files", [many], [few])
    row(f"{files:,} files unchanged to read", [timed([*check, str(large)], environment)], [many])
    mega, ten = long_article(place / "1.md", 1_000_000), long_article(place / "10.md", 10_000_000)
    row("an article of 1 MB", [base := timed([*check, "--no-cache", str(mega)], environment)], [timed(start)])
    row("an article of 10 MB to one of 1 MB", [timed([*check, "--no-cache", str(ten)], environment)], [base])


def row(name: str, first: list[Run], second: list[Run]) -> None:
    """Print a row: the ratios of wall time, CPU time and peak memory."""
    print(
        f"{name:<44} wall ×{ratio(first, second, 'wall'):8.2f}  cpu ×{ratio(first, second, 'cpu'):8.2f}"
        f"  memory ×{ratio(first, second, 'peak'):6.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
