"""The ablation of the claim check, on a small corpus."""

import json
from pathlib import Path

import pytest

from bench.ablation import LAYERS, print_ablation

SCORER = """
import json, pathlib, sys

gold, found = sys.argv[1:3]
wanted = {(article["id"], int(line)) for article in map(json.loads, open(gold)) for line in article["lines"]}
named = {
    (pathlib.Path(entry["path"]).stem, entry["line"])
    for entry in json.load(open(found))["violations"]
    if entry["severity"] != "info"
}
right = len(wanted & named)
print(json.dumps({
    "efficacy": {"p": right / max(1, len(named)), "r": right / len(wanted), "f1": 2 * right / len([*wanted, *named])},
    "strong_recall": 1.0,
}))
"""
ARTICLES = {
    "clinic": (
        ("Ketamine relieves depression.", True),
        ("Ketamine might relieve anxiety.", False),
        ("The dose does not change, but ketamine relieves depression.", True),
        ("Doctors relieve pain every day.", False),
        ("## Risks", False),
        ("Ketamine relieves pain.", False),
    ),
    "library": (*(("The shelf holds books on many subjects.", False),) * 60, ("Ketamine relieves depression.", False)),
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus for print_ablation: articles with a sentence on each line, gold labels, a scorer."""
    texts = tmp_path / "dev" / "text"
    texts.mkdir(parents=True)
    gold = []
    for name, lines in ARTICLES.items():
        (texts / f"{name}.md").write_text("\n\n".join(text for text, _ in lines), encoding="utf-8")
        labels = {str(2 * number + 1): ["E1"] for number, (_, claims) in enumerate(lines) if claims}
        gold.append(json.dumps({"id": name, "lines": labels}))
    (tmp_path / "dev" / "gold.jsonl").write_text("\n".join(gold), encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def table(corpus: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list[float]]:
    print_ablation(corpus)
    rows = [line.strip("| ").split(" | ") for line in capsys.readouterr().out.splitlines()[2:]]
    return {name: [float(figure) for figure in figures] for name, *figures in rows}


def test_each_layer_keeps_claims_right(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = table(corpus, capsys)
    assert list(rows) == list(LAYERS)
    precision, recall = ({name: row[place] for name, row in rows.items()} for place in (0, 1))
    assert precision["everything"] == recall["everything"] == 1
    assert recall["without scope (a cue governs its sentence)"] < 1
    for layer in ("cues", "heading context", "the page's purpose", "form and subject"):
        assert precision[f"without {layer}"] < 1, layer
    assert precision["the lexicon alone"] == min(precision.values())


def test_what_was_switched_off_is_switched_on_again(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert table(corpus, capsys) == table(corpus, capsys)
