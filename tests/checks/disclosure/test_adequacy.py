import pytest

from linter.checks.disclosure.adequacy import Requirement, parts_for
from tests.labeled import labeled

MIND = frozenset({"mental_health"})
KETAMINE = Requirement(frozenset({"ketamine"}), frozenset({"ptsd", "depression"}), MIND | {"pain"}, main=True)
DEVICES = (
    Requirement(frozenset({"tms"}), frozenset({"ptsd"}), MIND, main=True),
    Requirement(frozenset({"hbot"}), frozenset({"long_covid"}), frozenset(), main=True),
    Requirement(frozenset({"prp"}), frozenset({"hair_loss"}), frozenset(), frozenset({"hair"}), main=True),
    Requirement(frozenset({"low_level_laser"}), frozenset({"peripheral_neuropathy"}), frozenset(), main=True),
)
CELLS = Requirement(
    frozenset({"stem_cells", "exosomes", "birth_tissue"}),
    frozenset({"joint_pain"}),
    frozenset(),
    main=True,
    never_approved=True,
)
DUTIES = {"off_label_status": (KETAMINE,), "device_status": DEVICES, "unapproved_biologic_status": (CELLS,)}


def parts(article, text, *duties):
    page = article(text)
    return [part for duty in duties for part in parts_for(duty, page)]


@pytest.mark.parametrize(
    ("notice", "text"),
    [(notice, text) for notice in DUTIES for text in labeled(notice, "accept", "accept_but_other_rule")],
)
def test_accepted(article, notice, text):
    # short names ("this laser") count if the page is about the product
    duties = DUTIES[notice]
    assert any(part.adequate for part in parts(article, text, *duties))


@pytest.mark.parametrize(
    ("notice", "text"), [(notice, text) for notice in DUTIES for text in labeled(notice, "reject")]
)
def test_rejected(article, notice, text):
    assert not any(part.adequate for part in parts(article, text, *DUTIES[notice]))


@pytest.mark.parametrize(
    ("text", "product", "use"),
    [
        ("Ketamine is not FDA-approved for weight loss.", True, False),
        ("Not everything we offer is approved by the FDA.", False, False),
        ("Unlike ketamine, Spravato is not FDA-approved for PTSD.", None, None),
        ("Ketamine is old. It is well known. It is not FDA-approved for PTSD.", True, True),
        ("None of the treatments on this page is FDA-approved for the conditions described.", True, True),
        ("| Use | FDA status |\n|---|---|\n| Ketamine for PTSD | not approved |\n", True, True),
        ("> Critics say that ketamine is not FDA-approved for PTSD.", None, None),
        ("Is ketamine not FDA-approved for PTSD?", None, None),
        ("## Is ketamine FDA-approved for PTSD?\n\nNot yet.", True, True),
        ("Ketamine is not approved by the MHRA for PTSD.", None, None),
        ("Ketamine hasn’t been approved by the F.D.A. for PTSD.", True, True),
        ("Ketamine for PTSD is offlabel.", True, True),
    ],
)
def test_parts(article, text, product, use):
    found = parts(article, text, KETAMINE)
    if product is None:
        assert not found
    else:
        assert [(part.product, part.use) for part in found[-1:]] == [(product, use)]
