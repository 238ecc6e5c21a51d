from linter.knowledge.terms import knowledge_terms
from linter.language.index.patterns import expand
from tests.facts import CONDITIONS, DRUGS, TREATMENTS

TERMS = list(knowledge_terms(TREATMENTS, CONDITIONS, DRUGS))


def test_every_term_is_a_pattern():
    for _, _, text, _ in TERMS:
        assert expand(text)


def test_classes():
    assert {owner for owner, *_ in TERMS} == {
        "treatment",
        "condition",
        "use",
        "mask",
        "drug",
        "frame.risk",
        "frame.risk.loose",
        "frame.exclusion",
        "frame.exclusion.loose",
    }


def test_no_term_is_given_twice():
    terms = [entry for entry in TERMS if entry[0] in ("treatment", "condition")]
    assert len(terms) == len(set(terms))


def test_abbreviations_and_colliding_names_are_exact():
    exact = {(owner, key): spelling for owner, key, _, spelling in TERMS if spelling}
    assert ("treatment", "mdma") in exact
    spellings = {spelling for *_, spelling in TERMS}
    assert {"SAINT", "PRP", "MSCs", "PTSD"} <= spellings
    assert "Spravato" not in spellings
