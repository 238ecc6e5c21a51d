import re
from pathlib import Path

import pytest

from linter.knowledge import facts

LINTER = Path(facts.__file__).resolve().parent.parent

DOCUMENTATION_ONLY = {
    "Boxed.note": "for the reader of the file: why a topic is worded as it is",
}


@pytest.mark.parametrize(
    "model",
    [
        facts.Guard,
        facts.Label,
        facts.Boxed,
        facts.Risk,
        facts.Schedule,
        facts.Treatment,
        facts.Condition,
        facts.AgeGroup,
    ],
    ids=lambda model: model.__name__,
)
def test_every_field_is_used_or_said_to_be_documentation(model):
    told = (LINTER / "knowledge" / "facts.py", *(LINTER / "knowledge" / "schema").iterdir())
    files = [file for file in LINTER.rglob("*.py") if file not in told]
    code = "\n".join(file.read_text(encoding="utf-8") for file in files)
    unused = {f"{model.__name__}.{field}" for field in model.__struct_fields__ if not re.search(rf"\.{field}\b", code)}
    assert unused <= set(DOCUMENTATION_ONLY)


def test_no_approved_product_is_not_the_same_as_no_boxed_warning(knowledge):
    assert knowledge.treatment("exosomes").boxed_warning is None
    assert knowledge.treatment("ketamine").boxed_warning == ()


def test_products_are_longest_first(knowledge):
    products = knowledge.treatment("botulinum").products
    assert products.index("Botox Cosmetic") < products.index("Botox")


def test_firm_facts_are_neither_low_nor_volatile(knowledge):
    for key in knowledge.treatment_ids:
        treatment = knowledge.treatment(key)
        assert treatment.firm == (treatment.confidence != "low" and not treatment.volatile)


def test_what_a_page_owes_for_a_treatment(knowledge):
    owed = {
        key: (knowledge.treatment(key).takes_uses, knowledge.treatment(key).owes_risks)
        for key in ("ketamine", "massage", "cupping", "homeopathy", "herbal_medicine")
    }
    assert owed == {
        "ketamine": (True, True),
        "massage": (False, False),
        "cupping": (False, True),
        "homeopathy": (True, False),
        "herbal_medicine": (True, False),
    }


@pytest.mark.parametrize(
    ("treatment", "noun"),
    [
        ("ketamine", "ketamine"),
        ("botulinum", "botulinum toxin"),
        ("bpc157", "BPC-157"),
        ("hbot", "hyperbaric oxygen therapy"),
    ],
)
def test_a_treatment_within_a_sentence(knowledge, treatment, noun):
    assert knowledge.treatment(treatment).noun == noun


@pytest.mark.parametrize(
    ("condition", "noun"),
    [("depression", "depression"), ("alzheimers", "Alzheimer's disease and dementia"), ("lyme", "Lyme disease")],
)
def test_a_condition_within_a_sentence(knowledge, condition, noun):
    assert knowledge.condition(condition).noun == noun
