"""Where the time of a run goes: each layer of an article's way, in per cent."""

import time

from bench.speed.corpus import article
from linter.cache import load_program
from linter.checks import check_of
from linter.checks.article import Article
from linter.checks.setting import Setting
from linter.parsers import parse
from linter.source import decode


def layers(count: int = 40) -> dict[str, float]:
    """Per cent of the processor time of some articles by layer, once everything is loaded."""
    program = load_program()
    kinds = [kind for kind in dict.fromkeys(rule.kind for rule in program.rules) if kind != "suppression"]
    spent: dict[str, float] = {}

    def note(name: str, start: float) -> None:
        spent[name] = spent.get(name, 0.0) + time.process_time() - start

    for _ in range(2):  # the first time loads what is read lazily
        spent.clear()
        for number in range(count):
            data = article(number).encode()
            start = time.process_time()
            document = parse(decode("a.md", data))
            note("parse", start)
            read = Article(document, program, Setting(today="2026-01-01"))
            for name in ("readings", "topics"):
                start = time.process_time()
                getattr(read, name)
                note(name, start)
            for kind in kinds:
                start = time.process_time()
                list(check_of(kind)([rule for rule in program.rules if rule.kind == kind], read))
                note(f"check {kind}", start)
    whole = sum(spent.values())
    return {name: 100 * seconds / whole for name, seconds in sorted(spent.items(), key=lambda item: -item[1])}
