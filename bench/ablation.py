"""Measure what each layer of the claim check adds: ``python -m bench.ablation`` or ``bench.quality --ablation``.

Each row runs the claim rules on the development articles without one layer, and scores efficacy claims like
bench/quality.py. The last row has only the lexicon.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.corpora import DEFAULT_CORPUS
from linter.cache import load_program
from linter.checks.article import Article
from linter.checks.claim.frames import Frame, Kind, frame_of
from linter.checks.setting import Setting
from linter.engine import lint_document
from linter.knowledge.promotion import Purpose
from linter.language.clauses import Clauses
from linter.language.reading import BlockReading
from linter.language.scope import Cue
from linter.parsers import parse
from linter.rules.program import Program
from linter.source import decode

CHECK = "linter.checks.claim"
WEIGHED = "linter.checks.weighed"
COUNTED = ("EFF", "CER", "SUP001", "DEV001", "VUL002", "VUL007", "REG002")
_CUES = Article.cues


def _whole_sentences(article: Article, reading: BlockReading) -> tuple[Cue, ...]:
    """Let every cue govern its whole sentence."""
    cues = []
    for cue in _CUES(article, reading):
        sentence = reading.sentence_at(cue.first)
        cues.append(Cue(cue.kind, cue.first, cue.last, sentence.first, sentence.last, cue.name))
    return tuple(cues)


def _no_cues(*_: Any) -> tuple[Cue, ...]:
    return ()


def _no_clauses(*_: Any) -> Clauses:
    return Clauses((), ())


def _no_frame(*arguments: Any) -> Frame:
    return Frame(Kind.NONE, False, frame_of(*arguments).in_list)


def _yes(*_: Any) -> bool:
    return True


def _sells(*_: Any) -> Purpose:
    return Purpose.SELLS


def _none(*_: Any) -> tuple[()]:
    return ()


SCOPE = {"linter.checks.article.Article.cues": _whole_sentences}
CUES = {"linter.checks.article.Article.cues": _no_cues}
CLAUSES = {"linter.checks.article.find_clauses": _no_clauses}
HEADINGS = {f"{CHECK}.frame_of": _no_frame, f"{WEIGHED}.frame_of": _no_frame}
TOPIC = {f"{CHECK}.purpose_of": _sells, f"{WEIGHED}.purpose_of": _sells}
FORM = {f"{CHECK}.judge.asserts": _yes}
WEIGHTS = {f"{WEIGHED}._unasserted": _none}
LAYERS: Mapping[str, Mapping[str, Any]] = {
    "everything": {},
    "without scope (a cue governs its sentence)": SCOPE,
    "without cues": CUES,
    "without clauses": CLAUSES,
    "without heading context": HEADINGS,
    "without the page's purpose": TOPIC,
    "without form and subject": FORM,
    "without learned weights": WEIGHTS,
    "the lexicon alone": {**CUES, **CLAUSES, **HEADINGS, **TOPIC, **FORM, **WEIGHTS},
}


def print_ablation(corpus: Path) -> None:
    """Print precision, recall, F1 and the recall of strong claims as a Markdown table."""
    program = load_program()
    print("| efficacy on the development articles | P | R | F1 | strong claims found |\n|---|---|---|---|---|")
    for name, patches in LAYERS.items():
        with ExitStack() as stack:
            for target, value in patches.items():
                stack.enter_context(patch(target, value))
            figures = _score(corpus, list(_findings(program, corpus / "dev" / "text")))
        row = figures["efficacy"]
        print(f"| {name} | {row['p']:.3f} | {row['r']:.3f} | {row['f1']:.3f} | {figures['strong_recall']:.3f} |")


def _findings(program: Program, articles: Path) -> Iterator[dict[str, Any]]:
    rules = tuple(rule for rule in program.rules if rule.code.startswith(COUNTED))
    for path in sorted(articles.glob("*.md")):
        document = parse(decode(str(path), path.read_bytes()))
        for found in lint_document(document, program, rules, Setting()).violations:
            place = {"path": found.path, "line": found.start.line, "end_line": found.end.line}
            yield {**place, "code": found.code, "severity": str(found.severity), "suppressed": bool(found.suppressed)}


def _score(corpus: Path, findings: list[dict[str, Any]]) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile("w", suffix=".json") as found:
        json.dump({"violations": findings}, found)
        found.flush()
        command = [sys.executable, str(corpus / "score.py"), str(corpus / "dev" / "gold.jsonl"), found.name, "--json"]
        result = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(result.stdout)
    return figures


if __name__ == "__main__":
    print_ablation(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_CORPUS)
