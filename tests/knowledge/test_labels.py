import pytest

from linter.knowledge.labels import on_label, products_named
from tests.facts import CONDITIONS


@pytest.mark.parametrize(
    ("treatment", "condition", "near", "passes"),
    [
        ("cbd", "epilepsy", "CBD gummies treat epilepsy", False),
        ("cbd", "epilepsy", "Epidiolex is approved for seizures of Dravet syndrome", True),
        ("ketamine", "depression", "Ketamine helps depression", False),
        ("esketamine", "trd", "Spravato for treatment-resistant depression", True),
        ("esketamine", "mdd", "Spravato for major depressive disorder", False),
        ("esketamine", "mdd", "Spravato for MDD with acute suicidal thoughts", True),
        ("esketamine", "ptsd", "Spravato for PTSD", False),
        ("semaglutide", "obesity", "Wegovy for weight loss", True),
        ("semaglutide", "obesity", "Ozempic for weight loss", False),
        ("semaglutide", "obesity", "semaglutide for weight loss", False),
        ("semaglutide", "obesity", "Wegovy for weight loss in children", False),
        ("semaglutide", "obesity", "Wegovy for weight loss in teens", True),
        ("botulinum", "migraine", "Botox for chronic migraine", True),
        ("botulinum", "migraine", "Botox for migraine", False),
        ("botulinum", "migraine", "Botox Cosmetic for chronic migraine", False),
        ("testosterone", "low_t", "Testosterone therapy for low testosterone", True),
        ("testosterone", "low_t", "Compounded testosterone for low testosterone", False),
        ("ed_drugs", "ed", "Sildenafil gummies for ED", False),
        ("hbot", "wounds", "Hyperbaric oxygen for wounds that do not heal", True),
        ("hbot", "autism", "Hyperbaric oxygen for autism", False),
        ("tms", "depression", "TMS for depression", True),
        ("ces", "anxiety", "Alpha-Stim for anxiety", True),
        ("ces", "ptsd", "Alpha-Stim for PTSD", False),
        ("microneedling", "acne_scars", "SkinPen for acne scars in teens", False),
    ],
)
def test_on_label(knowledge, treatment, condition, near, passes):
    label = on_label(knowledge.treatment(treatment), knowledge.condition(condition), near, knowledge.ages)
    assert (label is not None) == passes


def test_a_loose_state_never_gets_credit(knowledge):
    for entry in CONDITIONS.conditions:
        condition = knowledge.condition(entry.id)
        if condition.no_label_credit:
            for treatment in knowledge.treatment_ids:
                assert on_label(knowledge.treatment(treatment), condition, condition.name) is None


def test_the_longest_product_name_counts(knowledge):
    botulinum = knowledge.treatment("botulinum")
    assert products_named(botulinum, "Botox Cosmetic for lines") == ("Botox Cosmetic",)
    assert set(products_named(botulinum, "Botox Cosmetic, or Botox and Dysport")) == {
        "Botox Cosmetic",
        "Botox",
        "Dysport",
    }


def test_the_topics_read_both_sentences(topics_of):
    topics = topics_of("Wegovy comes as a weekly shot. It supports weight loss.")
    (pair,) = topics.pairs
    assert topics.label(pair) is not None
