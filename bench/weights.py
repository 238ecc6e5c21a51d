"""Learn the weights of claim features: ``python -m bench.weights``.

Fits a logistic regression over the signs of ``linter.checks.weighed`` to the project's own labeled articles
(``bench/articles``), which anybody may read, use and change, and writes the weights into the rule that uses them.
Needs scikit-learn, which is in the extra ``dev``.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.corpora import ARTICLES
from linter.cache import load_program
from linter.checks.article import Article
from linter.checks.setting import Setting
from linter.checks.weighed import ASSERTED, BIAS, claim_signs, claims_by_sentence, page_signs, place_signs, word_signs
from linter.parsers import parse
from linter.rules.program import Program
from linter.source import decode

RULE = Path(__file__).parents[1] / "lint_rules" / "efficacy" / "reads-as-claim.yaml"
TRAINING_PARTS = ("learn", "train")
CLAIMS = {"E1", "E2"}
NEITHER = {"V", "T"}
"""Labels of lines that are excluded, as in the corpus's score.py."""
SIGNS = frozenset(
    """
    claim:absolute claim:informative claim:plain clause.relative clause.subordinate comparison.advantage
    comparison.better comparison.others comparison.provider condition cue cue.hedge cue.hedge.modal cue.negation
    cue.negation.without cue.weak cue.weak.can decoy effect effect.adjective effect.adjective.way
    effect.adjective.works effect.cure effect.improve effect.modifier.more effect.noun.less effect.outcome
    effect.outcome.practice effect.outcome.works effect.outcome.works.success effect.reduce effect.reduce.change
    effect.restore effect.whole form:adjective form:finite form:imperative form:noun frame:benefit frame:condition
    frame:risk grammar.adjunct grammar.adverbial grammar.and grammar.be grammar.carrier grammar.finite grammar.have
    grammar.help grammar.modal grammar.to head.neutral page:density passive promo.price pseudo purpose:informs risk
    risk.after risk.disease risk.disease-heading risk.gain risk.harm risk.none risk.service safety.danger
    safety.degree scope:heading scope:list-item subject subject.other subject.pronoun subject.team subject.tissue
    subject.treatment.remedy subject:none subject:treatment target target.bad.physiology target.bad.trouble
    target.body.part target.good target.mechanism treatment
    """.split()
)
"""The signs that may have a weight. They were selected by a regression with an L1 penalty over 11,348 labeled sentences
of published pages, which are not in this repository, so the selection cannot be reproduced from it (ADR 9). The weights
are learned from our own articles."""
RIDGE = 0.1
"""The inverse of the L2 penalty: smaller values give smaller weights."""
OWN = {f"claim:{strength}" for strength in ASSERTED}
"""Signs of claims that other rules report: included in training, so that words do not absorb them, then dropped."""


def rows(folder: Path, program: Program) -> Iterator[tuple[dict[str, float], bool]]:
    """Yield the signs of each included sentence in the articles of a folder, and whether it is a claim."""
    for entry in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        path = folder / f"{entry['id']}.md"
        source = decode(str(path), path.read_bytes())
        article = Article(parse(source), program, Setting())
        page = page_signs(article)
        found = claims_by_sentence(article)
        for reading in article.readings:
            classes = [name for name in reading.families if name in SIGNS]
            for sentence in reading.sentences:
                place = reading.block.view.span(sentence.start, sentence.end).start
                line = str(source.position(place).line)
                labels, disputed = (set(entry[key].get(line, ())) for key in ("lines", "disputed"))
                claims = bool(labels & CLAIMS)
                if disputed & {*CLAIMS, "EC"} or (labels & NEITHER and not claims):
                    continue
                claim = claim_signs(found.get((reading.block.index, sentence.first), ()))
                words = word_signs(reading, sentence, classes)
                signs = (*words, *claim, *place_signs(reading, article), *page)
                yield {name: value for name, value in signs if name in SIGNS}, claims


def learn() -> dict[str, float]:
    """Return the rounded weights by sign: first the bias, then the others, largest magnitude first."""
    program = load_program()
    samples = [row for name in TRAINING_PARTS for row in rows(ARTICLES / name, program)]
    vectors = DictVectorizer(sparse=False)
    known = vectors.fit_transform([signs for signs, _ in samples])
    model = LogisticRegression(C=RIDGE, max_iter=2000).fit(known, [claims for _, claims in samples])
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {str(name): round(float(value), 2) for name, value in named if abs(value) >= 0.005 and name not in OWN}
    print(f"{len(samples)} sentences, {sum(claims for _, claims in samples)} claims, {len(weights)} weights")
    return {BIAS: round(float(model.intercept_[0]), 2)} | dict(
        sorted(weights.items(), key=lambda weight: (-abs(weight[1]), weight[0]))
    )


def main() -> None:
    yaml = YAML()
    yaml.width = 4096
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    rule = yaml.load(RULE)
    rule["match"]["weights"] = learn()
    yaml.dump(rule, RULE)


if __name__ == "__main__":
    main()
