import pytest

from tests.labeled import labeled

PAGE = {"page": "full"}
VIALS = "# Weight loss\nOur semaglutide vials, mixed by our partner pharmacy, cost $199 a month.\n\n{}"
SUPPLEMENT = (
    "These statements have not been evaluated by the Food and Drug Administration. "
    "This product is not intended to diagnose, treat, cure, or prevent any disease."
)
CAPSULES = "# NMN\nOur NMN capsules support cellular energy. Add to cart.\n\n{}"


@pytest.fixture(scope="module")
def found(program, matches):
    def of(code, text, **profile):
        return matches(program, code, text, profile={**PAGE, **profile})

    return of


@pytest.mark.parametrize("text", labeled("compounded_status", "accept"))
def test_compounded_notice(found, text):
    assert not found("CPD001", VIALS.format(text))


@pytest.mark.parametrize("text", labeled("compounded_status", "reject"))
def test_no_compounded_notice(found, text):
    assert found("CPD001", VIALS.format(text))


@pytest.mark.parametrize("text", labeled("dshea", "accept"))
def test_supplement_statement(found, text):
    assert not found("SUP002", CAPSULES.format(text), sells="oral supplement")


@pytest.mark.parametrize("text", labeled("dshea", "reject"))
def test_no_supplement_statement(found, text):
    assert found("SUP002", CAPSULES.format(text), sells="oral supplement")


def test_the_finding_offers_the_sentence_for_this_use(found):
    (match,) = found("FDA001", "# Ketamine for PTSD\nKetamine eases PTSD. Results may vary.")
    assert match.block.view.text[match.start : match.end] == "Ketamine"
    assert match.insertion.startswith("Ketamine is approved by the FDA only as an anesthetic.")
    assert "for PTSD" in match.insertion or "post-traumatic" in match.insertion
    assert match.insert_after is not None
    assert not match.safe


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# Ketamine for PTSD\nKetamine eases PTSD.", "FDA001"),
        ("# Ketamine for PTSD\nKetamine is an FDA-approved medicine. It eases PTSD.", "FDA002"),
        (
            "# Ketamine for PTSD\nKetamine is an FDA-approved drug that people use for PTSD. It eases PTSD.",
            "FDA002",
        ),
        ("# Ketamine for PTSD\nKetamine eases PTSD. Some treatments on this site may be off-label.", "FDA009"),
        ("# Exosomes for hair loss\nExosomes thicken hair.", "REG001"),
        ("# Compounded semaglutide\nWe offer compounded semaglutide for weight loss.", "CPD001"),
        (
            "# Compounded semaglutide\nFor weight loss. The FDA has not fully evaluated compounded semaglutide.",
            "CPD001",
        ),
    ],
)
def test_one_owner_for_one_omission(found, text, code):
    reported = [owner for owner in ("FDA001", "FDA002", "FDA009", "REG001", "CPD001") if found(owner, text)]
    assert reported == [code]


def test_a_use_that_is_a_verb_reads_well_behind_for(found):
    (match,) = found("REG001", "# Stem cells\nOur stem cells regrow cartilage. Book now.")
    assert "for regrowing cartilage is not FDA-approved" in match.insertion


def test_the_title_of_a_source_offers_no_compounded_product(found):
    told = "Using ketamine for PTSD is off-label: the FDA has not approved ketamine for this use."
    text = f"# Ketamine for PTSD\nKetamine eases PTSD. {told}\n\n## References\n- FDA warning on compounded ketamine"
    assert not any(found(code, text) for code in ("FDA001", "FDA009", "CPD001"))


def test_a_false_approval_is_not_reported_again_as_borrowed(found):
    text = "# Ketamine for PTSD\nWe offer FDA-approved ketamine for PTSD. It eases PTSD."
    assert [code for code in ("FDA001", "FDA002", "FDA003") if found(code, text)] == ["FDA001", "FDA003"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("# CBD oil\nOur CBD oil eases anxiety. Add to cart.", ["FDA011"]),
        ("# Ketamine drips\nOur ketamine drips ease anxiety. Book now.", ["FDA001", "FDA011"]),
    ],
)
def test_the_supplement_statement_on_what_is_none(found, text, codes):
    told = f"{text}\n\n{SUPPLEMENT}"
    assert [code for code in ("FDA001", "FDA002", "FDA009", "FDA011") if found(code, told)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "# Acupuncture for migraine\nAcupuncture eases migraine for some people.",
        "# Spravato for treatment-resistant depression\nSpravato lifts treatment-resistant depression.",
        "# Our clinic\nWe opened in 2012. Parking is free.",
        "# BPC-157\nBPC-157 for tendon pain. For research use only. Not for human consumption.",
        # a text without sales or claims, and an illness that a practice only lists
        "# Homeopathy\n" + "Homeopathy is old. Its bottles are small. It was made up in 1796 in Saxony. " * 12,
        "# Acupuncture\nOur acupuncture eases pain. Book now.\n\n## We see\n- Infertility\n- Depression",
        "# Laser hair removal\nOur laser hair removal ends future hair growth at the root. Book now.",
        "# Egrifta\nEgrifta reduces belly fat in adults with HIV and lipodystrophy. Book now.",
        # an effect of an illness is not a use of the treatment
        "# Testosterone therapy\nWe treat low testosterone.\n\n## Signs of low testosterone\n- Fatigue\n- Low libido",
        # nor is a contraindication, even at the end
        "# Shockwave therapy\nWe treat heel pain. If you are under cancer care, shockwave therapy may not be for you.",
        # what the page says that it does not treat
        "# CoolSculpting\nCoolSculpting thins a roll of fat. It is no plan for weight loss. Book now.",
        # an approval of an ingredient, beside a denial for the product
        "# Allergy drops\nOur allergy drops are FDA-approved extracts. The drops are not FDA-approved. Book now.",
        # hair loss that a laser treats
        "# Laser hair removal\nOur laser hair removal brings lasting hair loss on the legs. Book now.",
        # a symptom of the approved use
        "# Botox for migraines\nBotox for chronic migraine. These are crushing headaches.\n\nHeadaches ruin weeks.",
    ],
)
def test_nothing_is_owed(found, text):
    assert not any(found(code, text) for code in ("FDA001", "FDA002", "FDA009", "REG001", "CPD001", "SUP002"))


@pytest.mark.parametrize(
    "text",
    [
        "# Functional mushrooms\nFunctional mushrooms improve sleep and boost immunity.",
        "# Vita Dew\nVita Dew boosts your energy.\n\nOnly $49 per bottle. Add to cart.",
    ],
)
def test_a_supplement_without_a_shop_or_a_known_name(found, text):
    assert found("SUP002", text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # reducing a risk is a use, beside an approved one
        ("# Chelation\nChelation therapy treats lead poisoning and lowers the risk of heart disease.", "FDA001"),
        ("# Soft chamber\nOur soft-sided hyperbaric chamber lifts fatigue. Book now.", "FDA001"),
        ("# CBD oil\nWe sell CBD oil. CBD oil is good for your health. Shop now.", "FDA001"),
        ("# Hormones\nWe compound bio-identical hormones for every woman. Book now.", "CPD001"),
        ("# Foot bath\nThe ionic foot bath draws toxins out. Book now.", "FDA001"),
        ("# Ear candle\nOne ear candle a side eases tinnitus and vertigo. Book now.", "FDA001"),
        ("# Laser\nOur chiropractor uses laser therapy for fibromyalgia. Book now.", "FDA001"),
        ("# Kava\nKava eases worry. Only $3 / oz.", "SUP002"),
        ("# CBD for sleep\nCBD for sleep works. Shop now.", "FDA001"),
        ("# Garden notes\nI sell my tonic in jars, $9 each. It has black cohosh for hot flushes.", "SUP002"),
    ],
)
def test_a_use_that_is_promoted_in_other_words(found, text, code):
    assert found(code, text)


def test_a_practice_offered_for_an_illness_at_length(found):
    text = "# Acupuncture for infertility\nAcupuncture treats infertility.\n\nAcupuncture helped in infertility before."
    assert found("FDA001", text)


@pytest.mark.parametrize(
    ("text", "buried"),
    [
        ("# Ketamine for PTSD\nKetamine eases PTSD.\n\n<small>Ketamine is not FDA-approved for PTSD.</small>", True),
        ("# Ketamine for PTSD\n[Book now](/b)\n\nKetamine is not FDA-approved for PTSD.", True),
        ("# Ketamine for PTSD\nKetamine is not FDA-approved for PTSD.\n\n[Book now](/b)", False),
        ("# Ketamine for PTSD\nKetamine eases PTSD.", False),
    ],
)
def test_buried(found, text, buried):
    assert bool(found("FDA010", text)) == buried


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Silver Brook Method\nThe Silver Brook Method cures insomnia. Book now.", True),
        ("# Silver Brook Method\nThe Silver Brook Method cures insomnia.", False),
        ("# Silver Brook Method\nWe meet on Tuesdays. Book now.", False),
        ("# Massage\nMassage cures insomnia. Book now.", False),
        ("# Our clinic\nOur surgery cures insomnia. Surgery is done here. Book now.\n\n## Surgery", False),
        ("# Silver capsules\nOne capsule a day cures insomnia. Add to cart, $49 per bottle.", False),
    ],
)
def test_a_page_that_sells_nothing_known_says_that_it_is_not_judged(found, text, expected):
    assert bool(found("FDA014", text)) is expected


def test_a_page_that_names_only_a_product_is_told_of_it(program, matches):
    (match,) = matches(program, "FDA001", "# Mounjaro\n\nBook your visit today. We prescribe Mounjaro for weight loss.")
    assert match.values["treatment"] == "Mounjaro"
