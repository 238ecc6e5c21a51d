from functools import partial

import pytest

from tests.cpu_time import grows_within
from tests.labeled import LABELED

PAGE = {"page": "full"}
RISK = LABELED["risk_section"]
TOPICS = {
    "Spravato": "Spravato",
    "hyperbaric": "Hyperbaric oxygen",
    "dermal filler": "Dermal fillers",
    "laser": "Cold laser",
}


def page(text):
    """A page about the treatment of a sample risk text."""
    topic = next((name for word, name in TOPICS.items() if word in text), "Ketamine")
    return f"# {topic}\n{topic} may help some people.\n\n{text}"


@pytest.fixture(scope="module")
def found(program, matches):
    return lambda code, text: matches(program, code, text, profile=PAGE)


@pytest.mark.parametrize("text", RISK["adequate"])
def test_adequate(found, text):
    assert not found("RSK001", page(text))
    assert not found("RSK002", page(text))
    assert not found("RSK003", page(text))


@pytest.mark.parametrize("text", [entry["text"] for entry in RISK["inadequate"]])
def test_inadequate(found, text):
    assert found("RSK002", page(text))


@pytest.mark.parametrize(
    ("risks", "missing"),
    [
        ("As with any treatment, there are risks. Our team will discuss them with you.", True),
        ("Side effects are mild and fade within an hour.", True),
        ("Side effects include nausea and headache.", False),
        ("It can cause nausea, dizziness and a fast heartbeat.", False),
        ("It does not cause nausea, dizziness or headache.", True),
        ("Reduces the risk of headache, stroke and nausea.", True),
        ("Untreated depression can cause insomnia, fatigue and heart disease.", True),
        ("Antidepressants can cause nausea, fatigue and headache.", True),
        ("Side effects may include:\n\n- nausea\n- dizziness", False),
        ("If you have headaches, nausea or dizziness, call us.", True),
        ("You should not have it if you have psychosis or a pacemaker.", False),
    ],
)
def test_two_risks_in_one_place(found, risks, missing):
    assert bool(found("RSK001", f"# Ketamine\nKetamine may lift mood.\n\n{risks}")) == missing


def test_the_scaffold_names_what_is_missing_boxed_first(found):
    (match,) = found("RSK003", "# Spravato\nSpravato may lift depression. It can cause nausea and high blood pressure.")
    assert match.values["product"] == "Spravato"
    assert "sedation" in match.values["topic"]
    assert "boxed warning about sedation, dissociation" in match.suggestion
    assert match.insertion in match.suggestion


def test_a_heading_on_harms_and_on_who_should_not_have_it_tells_harms(found):
    text = (
        "# Ketamine\nKetamine may lift mood.\n\n## Side effects and who should not have it\n\nNausea, hallucinations."
    )
    assert not found("RSK001", text)


def test_a_harm_in_people_who_take_another_drug_is_one_of_the_product(found):
    text = (
        "# Spravato\nSpravato may lift depression.\n\n## Boxed warnings\n\nSedation, dissociation, slowed breathing, "
        "abuse and misuse, and suicidal thoughts in young people who take antidepressants."
    )
    assert not found("RSK003", text)


def test_the_scaffold_is_in_sentences(found):
    (match,) = found("RSK001", "# Tirzepatide\nOur tirzepatide heals you.")
    assert ", nausea, allergic reactions and harm to an unborn baby. It can make birth control pills" in match.insertion


def test_who_should_not_have_it_is_drafted_alone(found):
    (match,) = found("RSK006", "# Tirzepatide\nOur tirzepatide heals you.")
    assert match.insertion == "You should not have Tirzepatide if … (complete this)."


def test_a_boxed_warning_that_is_not_called_one_is_drafted(found):
    (match,) = found("RSK003", "# Ozempic\nOzempic lowers blood sugar. Risks: thyroid C-cell tumors and nausea.")
    assert "boxed warning about thyroid C-cell tumors." in match.insertion


def test_a_place_harms_nobody(found):
    (match,) = found("RSK001", "# Drip bar\nOur drip bar gives you energy.")
    assert "of IV vitamin therapy: IV vitamin therapy can cause" in match.insertion


def test_a_topic_of_a_product_that_is_not_named_is_not_owed(found):
    assert not found("RSK003", "# Testosterone therapy\nTestosterone therapy may help men with low testosterone.")
    assert found("RSK003", "# Aveed\nAveed is testosterone therapy for men with low testosterone.")


@pytest.mark.parametrize(
    ("text", "buried"),
    [
        ("# Ketamine\nKetamine may lift mood.\n\n[Book now](/b)\n\nSide effects include nausea and headache.", True),
        ("# Ketamine\nSide effects include nausea and headache.\n\n[Book now](/b)", False),
        ("# Ketamine\nKetamine may lift mood. See [side effects](/risks).", True),
    ],
)
def test_prominence(found, text, buried):
    assert bool(found("RSK005", text)) == buried


def test_many_named_harms_are_read_in_linear_time(found):
    line = "Side effects include nausea, headache, fatigue and bruising.\n\n"
    assert grows_within(lambda size: partial(found, "RSK001", "# Ketamine\n\n" + line * size), 200, 2000, 25)


def test_a_supplement_that_a_page_sells_with_claims_gets_an_info_finding_on_risks(found):
    (match,) = found("RSK001", "# Vita Dew\nVita Dew boosts your energy.\n\nOnly $49 per bottle. Add to cart.")
    assert match.severity == "info"


def test_complications_of_an_illness_are_no_risks_of_the_treatment(found):
    text = (
        "# Sinus surgery\nSinus surgery opens the nose. Book now.\n\n## Complications of sinusitis\n- Infection\n- Pain"
    )
    assert found("RSK001", text)


@pytest.mark.parametrize(
    ("text", "owes"),
    [
        # who should not have a treatment, described as circumstances
        (
            (
                "# CoolSculpting\nCoolSculpting freezes fat. Book now.\n\n"
                "Circumstances when it should be avoided include:\n\n- You have cryoglobulinemia\n- You are pregnant"
            ),
            False,
        ),
        # a risk factor of an illness is not a risk of its treatment
        (
            (
                "# Microneedling\nMicroneedling smooths scars. Book now.\n\nRisk factors:\n\n"
                "- Infection of the skin\n- Dark skin (risk of scarring and swelling)"
            ),
            True,
        ),
        # symptoms that it treats, and effects of a lack of the hormone
        (
            "# TRT\nTRT helps. Book now.\n\nIt treats symptoms associated with low T, such as:\n\n- Fatigue\n- Anxiety",
            True,
        ),
        ("# TRT\nTRT helps. Book now.\n\nCommon effects of low hormones may include:\n\n- Fatigue\n- Hair loss", True),
        # what people feel, called side effects only in the next sentence
        ("# Ketamine\nBook now.\n\nSome may feel dizzy or nauseous. We have a medicine for these side effects.", False),
        # lasting damage from a treated illness
        ("# Ozone therapy\nBook now.\n\nIt is not uncommon to have ongoing symptoms of fatigue and muscle pain.", True),
        # harms of one part of the body are still two
        ("# TRT\nTRT helps. Book now.\n\nIt comes with risks such as acne and breast growth.", False),
        (
            "# Peptide therapy\nBook now.\n\nWhoever is pregnant or has cancer should not undergo peptide therapy.",
            False,
        ),
        ("# Brook tincture\nOur shop opens at nine. Book now.", False),
        # braces are for teeth or knees
        ("# Heel pain\nWe ease heel pain. Book now.\n\n## Braces\n- Braces for the night\n- Supports", False),
    ],
)
def test_what_counts_as_a_risk_of_what(found, text, owes):
    assert bool(found("RSK001", text)) is owes
