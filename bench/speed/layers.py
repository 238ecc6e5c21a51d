"""Measure how the time of a run is distributed over the layers, in percent."""

import time

from bench.speed.corpus import article
from linter.cache import load_program
from linter.checks import check_of
from linter.checks.article import Article
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.source import decode


def layers(count: int = 40) -> dict[str, float]:
    """The percentage of CPU time of each layer, with everything loaded."""
    program = load_program()
    kinds = [kind for kind in dict.fromkeys(rule.kind for rule in program.rules) if kind != "suppression"]
    seconds: dict[str, float] = {}

    def record(name: str, start: float) -> None:
        seconds[name] = seconds.get(name, 0.0) + time.process_time() - start

    for _ in range(2):  # the first round loads what is read lazily
        seconds.clear()
        for number in range(count):
            data = article(number).encode()
            start = time.process_time()
            document = parse(decode("a.md", data))
            record("parse", start)
            read = Article(document, program, Setting(today="2026-01-01"))
            for name in ("readings", "topics"):
                start = time.process_time()
                getattr(read, name)
                record(name, start)
            for kind in kinds:
                start = time.process_time()
                list(check_of(kind)([rule for rule in program.rules if rule.kind == kind], read))
                record(f"check {kind}", start)
    whole = sum(seconds.values())
    return {name: 100 * spent / whole for name, spent in sorted(seconds.items(), key=lambda item: -item[1])}
