"""``python -m fuzz``: fuzz all targets; failures are saved in tests/broken/fuzzed, and the exit code is then 1."""

import argparse
import importlib.util
import sys
from collections.abc import Callable

from fuzz.campaign import Outcome, by_hypothesis, by_mutation, keep
from fuzz.guided import by_coverage
from fuzz.target import Target
from fuzz.targets import targets
from linter.cache import load_program

ENGINES: dict[str, tuple[Callable[[Target, int, int], Outcome], float]] = {
    "mutation": (by_mutation, 0.6),
    "hypothesis": (by_hypothesis, 0.1),
    "atheris": (by_coverage, 0.3),
}
"""Each engine with its share of the inputs."""


def main() -> int:
    known = targets()
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"default: all of {', '.join(known)}")
    parser.add_argument("--inputs", type=int, default=20_000, help="in all (default: 20,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=ENGINES, action="append", help="default: those that are installed")
    options = parser.parse_args()
    unknown = [name for name in options.targets if name not in known]
    if unknown:
        parser.error(f"no target '{unknown[0]}'; there are {', '.join(known)}")
    chosen = [known[name] for name in options.targets or known]
    engines = options.engine or [name for name in ENGINES if name == "mutation" or importlib.util.find_spec(name)]
    whole = sum(ENGINES[name][1] for name in engines) * sum(target.share for target in chosen)
    load_program()  # compile it now, so that no input exceeds the time limit
    total = failed = 0
    for name in engines:
        run, part = ENGINES[name]
        for target in chosen:
            outcome = run(target, max(1, round(options.inputs * part * target.share / whole)), options.seed)
            total += outcome.inputs
            failed += len(outcome.finds)
            print(
                f"{name:<10} {target.name:<14} {outcome.inputs:>8} inputs, slowest {outcome.slowest:.2f} s", flush=True
            )
            for find in outcome.finds:
                print(f"  {find.failure}\n  kept as {keep(target, find)}", flush=True)
    print(f"{total} inputs, {failed} finds")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
