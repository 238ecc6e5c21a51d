"""Measure how well the cues recognize hedged sentences in published data sets: ``python -m bench.hedging``.

The data sets are beside the repository (``../shared/datasets``) or given by ``--datasets``; docs/hedging.md describes
them. Each is split by a hash of the document id into a part for tuning the cues and a hold-out part. Only figures are
printed, no sentences.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from linter.cache import load_program
from linter.language.reading import BlockReading, read_text
from linter.language.scope import Cue, find_cues
from linter.rules.program import Program

DEFAULT_DATASETS = Path(__file__).resolve().parents[2] / "shared" / "datasets"
PARTS = ("tune", "hold-out", "all")
SPECULATIVE = (
    *("hedge.modal", "hedge.verb", "hedge.evidence", "hedge.adverb", "hedge.adjective", "hedge.likelihood"),
    "speculation",
)
"""Cues that make a sentence speculative; study scope, limits and typicality are hedges only on clinic pages."""
CONDITIONAL = ("hedge.modal", "hedge.verb", "hedge.adverb", "hedge.likelihood", "speculation.would")
"""Cues that make a causal statement conditional. The annotators labeled "the results suggest that X reduces Y" and "X
can reduce Y" as direct."""
WEIGHTS = {
    "hedge": 1.0,
    "hedge.modal": 2.0,
    "hedge.limit": 0.0,
    "hedge.who": 0.0,
    "speculation": 1.0,
    "weak.can": 1.0,
    "condition": 1.0,
}
"""How much a cue reduces the certainty of a sentence; the longest matching name applies."""
PUBLISHED = {
    "causal-pubmed": "lexicon without scope 0.78; BioBERT macro-F1 over four classes 0.883 (Yu et al. 2019)",
    "causal-press": "lexicon without scope 0.81; BioBERT macro-F1 over four classes 0.892 (Yu et al. 2020)",
    "bioscope": "cue matching 0.635, bigram SVM 0.881 (one published comparison); plain lexicon 0.65",
    "certainty": "count of hedges, correlation 0.54 (own measurement; Pei and Jurgens 2021)",
}
_AFTERTHOUGHT = frozenset(",;(-\u2013\u2014")
Judged = tuple[str, bool, bool]
"""A part, the prediction and the gold label."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Score medlint's cues on published sets.")
    parser.add_argument("--datasets", type=Path, default=DEFAULT_DATASETS)
    options = parser.parse_args()
    if not (options.datasets / "bioscope.jsonl").is_file():
        print(f"no data sets at {options.datasets}; name them with --datasets", file=sys.stderr)
        return 2
    print_hedging(options.datasets)
    return 0


def print_hedging(datasets: Path) -> None:
    """Print a table for every data set, with the published figures below it."""
    read = _reader(load_program())
    for name in ("causal-pubmed", "causal-press"):
        print(f"== {name}: conditional among causal sentences")
        _print_scores(_causal(_rows(datasets, name), read))
        print(f"  published: {PUBLISHED[name]}")
    print("== bioscope: a sentence has a hedge cue")
    judged = list(_bioscope(_rows(datasets, "bioscope"), read))
    for source in sorted({source for source, _ in judged}):
        _print_scores([entry for other, entry in judged if other == source], f" {source}")
    _print_scores(entry for _, entry in judged)
    print(f"  published: {PUBLISHED['bioscope']}")
    print("== certainty: rank correlation with human scores")
    _print_correlations(_rows(datasets, "certainty"), read)
    print(f"  published: {PUBLISHED['certainty']}")


Reader = Callable[[str], tuple[BlockReading, tuple[Cue, ...]]]


def _reader(program: Program) -> Reader:
    """Return a function that reads a sentence into its words and cues."""

    def read(text: str) -> tuple[BlockReading, tuple[Cue, ...]]:
        reading = read_text(text, program.index, program.abbreviations)
        return reading, find_cues(reading, program.attributes)

    return read


def is_conditional(reading: BlockReading, cues: Sequence[Cue]) -> bool:
    """Whether the main statement of a causal sentence is hedged."""
    return any(cue.name in CONDITIONAL and not _is_aside(cue, reading, cues) for cue in cues)


def _is_aside(cue: Cue, reading: BlockReading, cues: Sequence[Cue]) -> bool:
    """Whether a cue does not hedge the main statement: it is negated or opens an aside (``, possibly by …``)."""
    if cue.first and cue.name == "hedge.adverb" and reading.words.words[cue.first - 1] in _AFTERTHOUGHT:
        return True
    return cue.name == "hedge.verb" and any(other.kind == "negation" and other.last == cue.first for other in cues)


def is_speculative(cues: Iterable[Cue]) -> bool:
    """Whether a sentence has a cue that the BioScope guidelines annotate."""
    return any(cue.name.startswith(SPECULATIVE) for cue in cues)


def doubt(cues: Iterable[Cue]) -> float:
    """How much the cues reduce the certainty of a sentence."""
    return sum(_weight(cue.name) for cue in cues)


def _weight(name: str) -> float:
    fitting = [known for known in WEIGHTS if name == known or name.startswith(f"{known}.")]
    return WEIGHTS[max(fitting, key=len)] if fitting else 0.0


def rank_correlation(left: Sequence[float], right: Sequence[float]) -> float:
    """Spearman's rank correlation, with mean ranks for ties; 0 if one side is constant."""
    first, second = _ranks(left), _ranks(right)
    mean = (len(first) + 1) / 2
    spread = sum((a - mean) ** 2 for a in first) * sum((b - mean) ** 2 for b in second)
    shared = sum((a - mean) * (b - mean) for a, b in zip(first, second, strict=True))
    return float(shared / spread**0.5) if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    places: dict[float, list[int]] = {}
    for place, value in enumerate(sorted(values), 1):
        places.setdefault(value, []).append(place)
    return [sum(places[value]) / len(places[value]) for value in values]


def _rows(datasets: Path, name: str) -> list[dict[str, Any]]:
    with (datasets / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def part_of(key: str) -> str:
    """The part that a document or sentence belongs to."""
    return PARTS[hashlib.sha256(key.encode()).digest()[0] % 2]


def _causal(rows: Iterable[dict[str, Any]], read: Reader) -> Iterator[Judged]:
    for row in rows:
        if row["label_name"] in ("conditional_causal", "direct_causal"):
            yield part_of(row["id"]), is_conditional(*read(row["text"])), row["label_name"] == "conditional_causal"


def _bioscope(rows: Iterable[dict[str, Any]], read: Reader) -> Iterator[tuple[str, Judged]]:
    """Split by document, so that its sentences are in one part."""
    for row in rows:
        yield row["corpus"], (part_of(row["doc_id"]), is_speculative(read(row["text"])[1]), row["speculative"])


def _print_scores(judged: Iterable[Judged], source: str = "") -> None:
    entries = list(judged)
    for part in PARTS:
        chosen = [(found, right) for name, found, right in entries if part in (name, "all")]
        both = sum(found and right for found, right in chosen)
        found, right = sum(found for found, _ in chosen), sum(right for _, right in chosen)
        precision, recall = both / max(found, 1), both / max(right, 1)
        score = 2 * both / max(found + right, 1)
        print(f"  {part:8}{source} P {precision:.3f} R {recall:.3f} F1 {score:.3f}  ({right} of {len(chosen)} hedged)")


def _print_correlations(rows: Sequence[dict[str, Any]], read: Reader) -> None:
    scored = [(part_of(row["id"]), -doubt(read(row["text"])[1]), float(row["certainty"])) for row in rows]
    for part in PARTS:
        chosen = [(ours, human) for name, ours, human in scored if part in (name, "all")]
        rho = rank_correlation([ours for ours, _ in chosen], [human for _, human in chosen])
        print(f"  {part:8} rho {rho:.3f}  ({len(chosen)} sentences)")


if __name__ == "__main__":
    sys.exit(main())
