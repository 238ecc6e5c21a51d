import pytest

from tests.cpu_time import grows_within


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Ketamine infusions are offered.", ["ketamine"]),
        ("Ask about S-ketamine nasal spray.", ["esketamine"]),
        ("(S)-ketamine is its mirror image.", []),
        ("Ketamine nasal spray from a pharmacy", ["ketamine_compounded"]),
        ("KAP is not spelled out here.", []),
        ("Ketamine-assisted psychotherapy, or KAP for short.", ["ketamine", "ketamine"]),
        ("A first aid kit and ketamine. KIT works.", ["ketamine", "ketamine"]),
        ("NAD+ and nad+ drips", ["nad_iv", "nad_iv"]),
        ("Morpheus 8 and Morpheus8", ["rf_microneedling", "rf_microneedling"]),
        ("BPC157, BPC-157 and BPC 157", ["bpc157", "bpc157", "bpc157"]),
        ("SPRAVATO® is given here.", ["esketamine"]),
        ("Spravato's label", ["esketamine"]),
        ("Botox Cosmetic", ["botulinum"]),
        ("a saint and a halo", []),
        ("Meet us in the CBD for lunch.", []),
        ("CBD gummies and CBD oil. CBD is popular.", ["cbd", "cbd", "cbd"]),
        ("We opened in the central business district (CBD). CBD offices of oil firms.", []),
        ("Hyaluronic acid injections for the knee", ["hyaluronic_knee"]),
        ("Hyaluronic acid injections for fuller lips", ["dermal_filler"]),
        ("Collagen peptides in coffee", ["dietary_supplement"]),
        ("Wegovy is a GLP-1 drug.", ["semaglutide"]),
        ("GLP-1 drugs are popular.", ["glp1_class"]),
        ("Patients should avoid cannabis.", []),
        ("Cannabis is offered.", ["medical_cannabis"]),
        ("Compounded semaglutide is mixed to order.", ["compounded_glp1"]),
        ("Laser therapy for pain", ["low_level_laser"]),
        ("Laser therapy for pain of the eye", []),
    ],
)
def test_treatments(topics_of, text, ids):
    assert [mention.id for mention in topics_of(text).mentions] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Relief from treatment resistant depression", ["trd"]),
        ("Help with PTSD", ["ptsd"]),
        ("GAD is not spelled out.", []),
        ("Generalised anxiety disorder (GAD): GAD is common.", ["gad", "gad", "gad"]),
        ("Respiratory depression is watched for.", []),
        ("Sleep problems and a sad bed", ["insomnia"]),
        ("It can cause headaches and nausea.", []),
        ("Headaches have been reported.", []),
        ("If you have fibromyalgia, ask us.", ["fibromyalgia"]),
        ("Tell us if you have glaucoma.", []),
        ("Do not have it if you are prone to seizures.", []),
        ("Sports injuries", ["sports_injury"]),
        ("MULTIPLE SCLEROSIS AND MS CARE", ["ms"]),
        ("Low T-cell counts", []),
        ("Hearing AIDS and visual aids", []),
        ("Call the American Cancer Society.", []),
        ("It is important to stress this.", []),
    ],
)
def test_conditions(topics_of, text, ids):
    assert [mention.id for mention in topics_of(text).conditions] == ids


def test_a_risk_section_names_no_uses(topics_of):
    topics = topics_of("## Side effects\n\n- Headache\n- Anxiety\n\n## Uses\n\n- Migraine\n")
    assert [mention.id for mention in topics.conditions] == ["migraine"]


def test_references_are_passed_over(topics_of):
    assert topics_of("Rest helps.\n\n## References\n\n1. Ketamine for depression. 2014.\n").treatments == ()


def test_a_line_in_capitals_wants_full_terms(topics_of):
    assert topics_of("Our low-dose naltrexone.\n\nTHE LDN AND THE BIG SALE").mentions[-1].block == 0


def test_mentions_know_their_words(topics_of):
    (mention,) = topics_of("We give ketamine infusions here.").mentions
    assert (mention.block, mention.first, mention.last, mention.text) == (0, 2, 4, "ketamine infusions")


def test_time_is_linear_in_an_endless_sentence(topics_of):
    def named(count):
        text = "CBD oil and peptides for stress and laser therapy against pain and " * count
        return lambda: topics_of(text)

    assert grows_within(named, 200, 2000, 25)
