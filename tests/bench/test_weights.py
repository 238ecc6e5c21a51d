"""The shipped weights are those learned from the labeled articles."""

from ruamel.yaml import YAML

from bench.weights import RULE, learn

DRIFT = 0.15
"""More than a new lexicon word changes a weight; ``python -m bench.weights`` updates them."""


def test_the_weights_that_ship_are_learned_from_the_articles() -> None:
    shipped = YAML(typ="safe").load(RULE)["match"]["weights"]
    learned = learn()
    drifted = {
        name: (shipped.get(name), learned.get(name))
        for name in {*shipped, *learned}
        if abs(shipped.get(name, 0) - learned.get(name, 0)) > DRIFT
    }
    assert drifted == {}
