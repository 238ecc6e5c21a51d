"""Measure how well medlint finds what reviewers find: ``python -m bench.quality [--list FAMILY] [--ablation]``.

Scores the development articles (``--list`` shows misses and false alarms), the check articles (figures only: their
texts are never shown) and the project's own articles (bench/articles), counts findings on the controls, and prints the
hedging tables (bench/hedging.py). ``--ablation`` prints only what each layer of the claim check adds
(bench/ablation.py). The corpus is beside the repository (``../shared/corpus``) or given by ``--corpus``, with the data
sets beside it.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.ablation import print_ablation
from bench.corpora import ARTICLES, DEFAULT_CORPUS, write_findings
from bench.hedging import print_hedging

READ = ("dev", "learn")
"""The parts whose misses may be read."""
_EVERYWHERE = {"therapy", "treatment", "treatments", "injection", "injections", "medicine", "with", "and", "for", "the"}
FAMILIES = ("efficacy", "safety", "approval", "superiority", "testimonial", "evidence", "disclaimer", "risk")


def main() -> int:
    parser = argparse.ArgumentParser(description="Score medlint against gold labels.")
    parser.add_argument("--corpus", type=Path, default=DEFAULT_CORPUS)
    parser.add_argument("--list", choices=FAMILIES, metavar="FAMILY", help="show misses and false alarms of dev, learn")
    parser.add_argument("--ablation", action="store_true", help="show what each layer of the claim check adds")
    options = parser.parse_args()
    if not (options.corpus / "score.py").is_file():
        print(f"no corpus at {options.corpus}; name it with --corpus", file=sys.stderr)
        return 2
    if options.ablation:
        print_ablation(options.corpus)
        return 0
    parts = [(part, options.corpus / part, options.corpus / part / "text") for part in ("dev", "check")]
    parts += [(f"own articles: {part}", ARTICLES / part, ARTICLES / part) for part in ("learn", "measure")]
    for name, gold, texts in parts:
        with tempfile.TemporaryDirectory() as folder:
            found = Path(folder) / "found.json"
            write_findings(texts, found)
            print(f"== {name}", flush=True)
            listing = ["--list", options.list, "--text", str(texts)] if options.list and gold.name in READ else []
            score(options.corpus, gold, found, listing)
            print_controls(found)
            print_promoted(gold / "gold.jsonl", found)
    datasets = options.corpus.parent / "datasets"
    if datasets.is_dir():
        print_hedging(datasets)
    else:
        print(f"no data sets at {datasets}; hedging is not measured", file=sys.stderr)
    return 0


def score(corpus: Path, gold: Path, found: Path, listing: list[str]) -> None:
    subprocess.run(
        [sys.executable, str(corpus / "score.py"), str(gold / "gold.jsonl"), str(found), *listing], check=True
    )


def print_controls(found: Path) -> None:
    """Print the error findings on the controls (public bodies and textbooks; ids ``k…``) per 1,000 words."""
    data = json.loads(found.read_text())
    controls = [file for file in data["files"] if Path(file["path"]).name.startswith("k")]
    if not controls:
        return
    words = sum(file["words"] for file in controls)
    paths = {file["path"] for file in controls}
    errors = sum(entry["path"] in paths and entry["severity"] == "error" for entry in data["violations"])
    rate = 1000 * errors / max(1, words)
    print(f"controls: {errors} errors in {words} words of {len(controls)} articles = {rate:.2f} per 1,000 words")


def print_promoted(gold: Path, found: Path) -> None:
    """Score the promoted treatments; one matches if it shares a word of three letters or more with a gold name."""
    files = {Path(file["path"]).stem: file["treatments"] for file in json.loads(found.read_text())["files"]}
    counts = {"gold": 0, "named": 0, "found": 0, "right": 0}
    for article in map(json.loads, gold.read_text().splitlines()):
        wanted = [_content_words(name) for name in article["doc"]["promoted"] or ()]
        named = [
            _content_words(" ".join((fact["id"], fact["name"], *fact["written"])))
            for fact in files[article["id"]]
            if fact["promoted"]
        ]
        counts["gold"] += len(wanted)
        counts["found"] += sum(any(words & other for other in named) for words in wanted)
        counts["named"] += len(named)
        counts["right"] += sum(any(words & other for other in wanted) for words in named)
    recall, precision = counts["found"] / max(1, counts["gold"]), counts["right"] / max(1, counts["named"])
    print(f"promoted treatments: P {precision:.3f} R {recall:.3f} ({counts['named']} named, {counts['gold']} in gold)")


def _content_words(name: str) -> set[str]:
    return {word for word in re.split(r"[^a-z0-9]+", name.lower()) if len(word) >= 3 and word not in _EVERYWHERE}


if __name__ == "__main__":
    sys.exit(main())
