"""The weights that ship are those that the labelled articles give."""

from ruamel.yaml import YAML

from bench.weights import RULE, learn

DRIFT = 0.15
"""A word more in a lexicon moves a weight by less; ``python -m bench.weights`` writes them anew."""


def test_the_weights_that_ship_are_learnt_from_the_articles() -> None:
    shipped = YAML(typ="safe").load(RULE)["match"]["weights"]
    learnt = learn()
    drifted = {
        name: (shipped.get(name), learnt.get(name))
        for name in {*shipped, *learnt}
        if abs(shipped.get(name, 0) - learnt.get(name, 0)) > DRIFT
    }
    assert drifted == {}
