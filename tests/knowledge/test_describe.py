import pytest

from linter.knowledge.describe import describe, nearest
from linter.knowledge.stale import stale


@pytest.mark.parametrize("name", ["ketamine", "Ketamine", "IV ketamine", "Ketalar", "ketamine-infusion"])
def test_a_treatment_is_found_by_any_of_its_names(knowledge, name):
    page = describe(name, knowledge)
    assert page is not None
    assert page.startswith("Ketamine (racemic, injection) (ketamine)")


def test_a_page_shows_what_is_known(knowledge):
    page = describe("spravato", knowledge)
    assert page is not None
    for part in ("Status:", "Approved for:", "Boxed warning:", "Key risks:", "Schedule III", "REMS:", "Disclaimer:"):
        assert part in page
    assert "https://" in page
    assert "as of 2026-" in page


@pytest.mark.parametrize("name", ["Zoloft", "sertraline", "ZOLOFT"])
def test_a_drug_of_the_table_has_a_page(knowledge, name):
    page = describe(name, knowledge)
    assert page is not None
    assert page.startswith("sertraline\nBrands:\n  Zoloft\n")
    for part in ("Depression", "DrugCentral", "as of 2026-"):
        assert part in page


def test_a_brand_of_a_class_has_both_pages(knowledge):
    page = describe("Humira", knowledge)
    assert page is not None
    assert "(biologic_injection)" in page
    assert "\n\nadalimumab\n" in page


def test_a_practice_owes_no_status_line(knowledge):
    page = describe("massage", knowledge)
    assert page is not None
    assert "No status notice required:" in page


def test_every_treatment_has_a_page(knowledge):
    for key in knowledge.treatment_ids:
        page = describe(key, knowledge)
        assert page is not None
        assert max(len(line) for line in page.splitlines()[1:] if "://" not in line) <= 100


def test_a_condition_lists_what_is_approved_for_it(knowledge):
    page = describe("treatment-resistant depression", knowledge)
    assert page is not None
    assert page.startswith("Treatment-resistant depression (trd)")
    on_label, _, promoted = page.partition("Promoted for it without approval:")
    assert "Spravato" in on_label
    assert "Ketamine" in promoted


def test_what_is_promoted_beyond_its_label_is_listed_apart(knowledge):
    page = " ".join((describe("hair loss", knowledge) or "").split())
    assert "Finasteride / minoxidil / dutasteride (in other products, doses or people);" in page
    assert "Platelet-rich plasma;" in page


def test_every_condition_has_a_page(knowledge):
    for key in knowledge.condition_ids:
        assert knowledge.condition(key).name in (describe(key, knowledge) or "")


def test_an_unknown_name_has_a_near_one(knowledge):
    assert describe("ketamin", knowledge) is None
    assert nearest("ketamin", knowledge) == "ketamine"
    assert nearest("exosme", knowledge) == "exosome"
    assert nearest("Zolofd", knowledge) == "zoloft"
    assert [nearest(word, knowledge) for word in ("xxxxxxxxxxxx", "cure", "heal", "clinic", "laser beam")] == [""] * 5


def test_facts_grow_stale(knowledge):
    assert stale(knowledge, knowledge.as_of, 12) == ()
    later = stale(knowledge, "2027-07-01", 12)
    assert later
    assert all(entry.volatile or entry.confidence == "low" for entry in later)
    assert len(stale(knowledge, "2028-01-01", 12)) == len(knowledge.treatment_ids)
