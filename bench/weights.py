"""Learn what weighs for a claim: ``python -m bench.weights``.

Logistic regression over the signs of ``linter.checks.weighed``, from the labelled articles of the project's own
(``bench/articles``), which anybody may read, use and change. The weights are written into the rule that uses them.
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
LEARNT_FROM = ("learn", "train")
CLAIMS = {"E1", "E2"}
NEITHER = {"V", "T"}
"""Labels of lines that count for neither side, as in the corpus's score.py."""
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
"""The signs that may have a weight. A regression with an L1 penalty over 11,348 labelled sentences of published pages
kept them; those pages are not ours and not here, so that this choice cannot be made again from this repository (ADR 9).
How much each weighs is learnt from our own."""
RIDGE = 0.1
"""The inverse of the L2 penalty: smaller makes smaller weights."""
OWN = {f"claim:{strength}" for strength in ASSERTED}
"""Signs of claims that have findings of their own: learnt, so that words do not answer for them, but not needed."""


def rows(folder: Path, program: Program) -> Iterator[tuple[dict[str, float], bool]]:
    """The signs of each sentence that counts in the articles of a folder, and whether it claims."""
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
                told = claim_signs(found.get((reading.block.index, sentence.first), ()))
                words = word_signs(reading, sentence, classes)
                signs = (*words, *told, *place_signs(reading, article), *page)
                yield {name: value for name, value in signs if name in SIGNS}, claims


def learn() -> dict[str, float]:
    """The weights by sign, rounded, those of the greatest weight first; the bias stands before them."""
    program = load_program()
    learnt = [row for name in LEARNT_FROM for row in rows(ARTICLES / name, program)]
    vectors = DictVectorizer(sparse=False)
    known = vectors.fit_transform([signs for signs, _ in learnt])
    model = LogisticRegression(C=RIDGE, max_iter=2000).fit(known, [claims for _, claims in learnt])
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {str(name): round(float(value), 2) for name, value in named if abs(value) >= 0.005 and name not in OWN}
    print(f"{len(learnt)} sentences, {sum(claims for _, claims in learnt)} claims, {len(weights)} weights")
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
