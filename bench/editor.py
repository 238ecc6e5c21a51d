"""Measure the latency in the editor: CPU milliseconds for each response on an article of 900 words.

    python -m bench.editor

The article is joined from the first articles of `bench/articles`. Each time is the best of ten, with the rules loaded.
The delay after a keystroke (0.15 s) and the communication with the editor are not included.
"""

import time
from collections.abc import Callable
from pathlib import Path

from lsprotocol import types

from linter.lsp.actions import Abilities, actions
from linter.lsp.check import Open, check
from linter.lsp.diagnostics import diagnostics
from linter.lsp.grades import grades
from linter.lsp.hover import hover
from linter.lsp.plans import Plans

WORDS = 900
TIMES = 10


def article() -> str:
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("articles/learn/*.md"))]
    lines: list[str] = []
    for line in "\n".join(texts).split("\n"):
        lines.append(line)
        if sum(len(text.split()) for text in lines) >= WORDS:
            break
    return "\n".join(lines)


def fastest(work: Callable[[], object]) -> float:
    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return 1000 * min(once() for _ in range(TIMES))


def main() -> None:
    document, plans = Open("file:///article.md", 1, "article.md", article()), Plans()
    checked = check(document, plans)
    place = checked.positions.range(checked.open[0].span).start
    everything = types.Range(types.Position(0, 0), types.Position(10_000, 0))
    span = checked.positions.span(types.Range(place, place))
    answers = {
        "check": lambda: check(document, plans),
        "diagnostics": lambda: diagnostics(checked, lambda _: ""),
        "hover": lambda: hover(checked, place),
        "actions at a finding": lambda: actions(checked, span, None, lambda _: "", Abilities(versions=True)),
        "grades": lambda: grades(checked, everything),
    }
    print(f"{len(document.text.split())} words, {len(checked.open)} findings; CPU milliseconds, fastest of {TIMES}")
    for name, work in answers.items():
        print(f"{fastest(work):8.2f}  {name}")


if __name__ == "__main__":
    main()
