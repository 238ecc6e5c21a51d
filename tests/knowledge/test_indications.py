from pathlib import Path

import pytest

from linter.files.data import read_yaml
from tests.facts import CONDITIONS, DRUGS

BY_HAND = Path(__file__).parents[2] / "scripts" / "indications.yaml"


def test_there_are_many_drugs():
    assert len(DRUGS) >= 900


def test_every_condition_is_known():
    known = {condition.id for condition in CONDITIONS.conditions}
    for drug in DRUGS:
        assert known.issuperset(drug.conditions), drug.name
        assert drug.sources, drug.name


def test_no_drug_is_a_treatment_of_our_own_but_for_classes(topics_of, knowledge):
    for drug in DRUGS:
        for name in (drug.name, *drug.brands):
            for topic in topics_of(name).treatments:
                treatment = knowledge.treatment(topic.id)
                assert (treatment.fda_status, treatment.owes_status_disclaimer) == ("approved", False), name


def test_a_brand_is_of_one_drug():
    brands = [brand.lower() for drug in DRUGS for brand in drug.brands]
    assert len(brands) == len(set(brands)) >= 500
    assert set(brands).isdisjoint(drug.name for drug in DRUGS)


def test_the_table_holds_what_is_kept_by_hand(knowledge):
    kept = read_yaml(BY_HAND)
    own = {product.lower() for key in knowledge.treatment_ids for product in knowledge.treatment(key).products}
    brands = [brand for row in kept["drugs"] for brand in row["brands"]]
    assert len(brands) == len(set(brands))
    for row in kept["drugs"]:
        drug = knowledge.drug(row["drug"])
        assert set(drug.conditions).issuperset(row.get("uses", ())), drug.name
        assert set(row["brands"]) <= {*drug.brands, *(brand for brand in row["brands"] if brand.lower() in own)}, drug
        assert drug.conditions or drug.indications, drug.name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zoloft and ZOLOFT are sertraline.", ["sertraline"] * 3),
        ("Humira is a brand.", ["adalimumab"]),
        ("Spironolactone clears acne.", []),  # covered by our own entry
        ("Spironolactone lowers blood pressure.", ["spironolactone"]),
        ("Ketamine is no drug of the table.", []),
        ("Low-dose naltrexone is one of our own too.", []),
    ],
)
def test_a_drug_is_named_by_its_brands_too(topics_of, text, names):
    assert [mention.id for mention in topics_of(text).drugs] == names


def test_an_unlisted_use_is_a_hint(topics_of):
    topics = topics_of("Propranolol lowers high blood pressure. Propranolol also eases autism.")
    assert [mention.id for mention in topics.drugs] == ["propranolol", "propranolol"]
    assert [(pair.treatment, pair.condition) for pair in topics.drug_pairs] == [("propranolol", "autism")]


def test_loose_words_and_distant_uses_are_no_hints(topics_of):
    assert topics_of("Propranolol helps with stress.").drug_pairs == ()
    assert topics_of("Propranolol is a drug.\n\nAutism is something else.").drug_pairs == ()
