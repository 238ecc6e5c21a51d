"""CPU time of the claim checks: ``python -m bench.claim_cpu [FOLDER]`` (default: the sample and bench articles).

The time of an article is the best of several runs, scaled to 900 words. Work shared by all checks is excluded: words,
sentences, terms and topics. Cues and clauses are included, because claim checks are the first to need them.
"""

import gc
import statistics
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from linter.cache import load_program
from linter.checks import check_of
from linter.checks.article import Article
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.rules.program import Program, Rule
from linter.source import decode

RUNS = 5
WORDS = 900
KINDS = ("claim", "panacea", "weighed")
HERE = Path(__file__).parent


def main() -> int:
    folders = [Path(name) for name in sys.argv[1:]] or [HERE / "articles", HERE.parent / "content"]
    gc.set_threshold(100_000, 20, 20)  # as in the command
    program = load_program()
    # tuples, as in the engine: results derived from rules are cached by their tuple
    rules = {kind: tuple(rule for rule in program.rules if rule.kind == kind) for kind in KINDS}
    paths = sorted(path for folder in folders for path in folder.rglob("*.md") if path.name != "README.md")
    times = sorted(scaled(path, program, rules) for path in paths)
    if not times:
        print("no articles", file=sys.stderr)
        return 2
    print(f"claim checks, CPU for {WORDS} words, {len(times)} articles, best of {RUNS} runs each:")
    print(f"median {statistics.median(times):.2f} ms, longest {times[-1]:.2f} ms")
    return 0


def scaled(path: Path, program: Program, rules: Mapping[str, tuple[Rule, ...]]) -> float:
    """Milliseconds for this article, scaled to 900 words."""
    document = parse(decode(str(path), path.read_bytes()))
    best = float("inf")
    words = 1
    for _ in range(RUNS):
        article = Article(document, program, Setting())
        words = max(1, sum(len(reading.words) for reading in article.readings))
        _ = article.topics.main
        start = time.process_time()
        for kind, of_kind in rules.items():
            list(check_of(kind)(of_kind, article))
        best = min(best, time.process_time() - start)
    return 1000 * best * WORDS / words


if __name__ == "__main__":
    sys.exit(main())
