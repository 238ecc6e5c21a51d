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
        ("TENS eases the pain. It tens of times.", ["electrotherapy"]),
        ("TENS of people came.", []),
        ("We quell fears. Quell is a wearable for fibromyalgia.", ["electrotherapy"]),
        ("Quell the noise of the day.", []),
        ("CBT, one kind of therapy", ["talk_therapy"]),
        ("The CBT form is on the shelf.", []),
        ("IFS with a trauma therapist", ["talk_therapy"]),
        ("Healing touch sessions", ["talk_therapy"]),
        ("We offer a healing touch to each guest.", []),
        ("Genio for sleep apnea", ["ear_procedure"]),
        ("Our cook Genio bakes bread.", []),
        ("Forma heats the skin by radiofrequency.", ["rf_skin"]),
        ("Forma is a gym. Evoke a smile.", []),
        ("Venus Versa smooths skin.", ["rf_skin"]),
        ("AviClear and the Accure laser", ["acne_laser", "acne_laser"]),
        ("Do not secure or cure the clip. Accure is a firm.", []),
        ("PDT is photodynamic therapy.", ["photodynamic", "photodynamic"]),
        ("Call before 5 PDT.", []),
        ("Photodynamic therapy of a tumor of the lung", []),
        ("HydraGel gives the hips more volume.", ["foreign_filler"]),
        ("Cool hydragel eye patches", []),
        ("Sensus radiation against skin cancer", ["radiation_treatment"]),
        ("Sensus communis", []),
        ("Iontophoresis against sweaty palms", ["iontophoresis"]),
        ("Iontophoresis drives the drug into the heel.", []),
        ("A compression suit flushes toxins.", ["compression_suit"]),
        ("Swimmers wear a compression suit.", []),
        ("Sensate is a device worn on the chest.", ["wellness_wearable"]),
        ("Sensate focus is an exercise for couples.", []),
        ("A light box of 10,000 lux", ["light_box"]),
        ("Slides lie on the light box.", []),
        ("A bridge device for opioid withdrawal", ["withdrawal_stimulator"]),
        ("A bridge device joins two networks.", []),
        ("The NET Device is worn in detox from opioids; opioid withdrawal passes.", ["withdrawal_stimulator"]),
        ("A net device rests on the table.", []),
        ("Rapid detox from opioids under anesthesia", ["rapid_detox"]),
        ("A rapid detox of your inbox", []),
        ("FMT is a stool transplant.", ["fecal_transplant", "fecal_transplant"]),
        ("The film's FMT code", []),
        ("NK cells are given in an infusion.", ["immune_cells"]),
        ("NK cells are part of the immune system.", []),
        ("WATCHMAN closes the appendage in AFib.", ["heart_and_lung_procedure"]),
        ("The night watchman has a key.", []),
        ("Nalu is a nerve stimulator.", ["spinal_injection"]),
        ("Nalu means wave.", []),
        ("A CGM shows your glucose.", ["diagnostics"]),
        ("CGM Grading Services", []),
        ("Game Ready wraps of ice", ["recovery_lounge"]),
        ("Get game ready by Friday.", []),
        ("Byte aligners straighten teeth. Byte ships them.", ["orthodontics", "orthodontics"]),
        ("A byte has eight bits.", []),
        ("Grounding therapy on a mat", ["castor_and_magnets"]),
        ("A grounding technique, a grounding therapy that therapists teach", []),
        ("A nerve scan at our chiropractor", ["functional_tests", "chiropractic"]),
        ("The retina and nerve scan", []),
        ("Grounding on our earthing bed", ["castor_and_magnets"]),
        ("Grounding exercises calm you; walk barefoot.", []),
        ("Cord blood is given as an infusion.", ["stem_cells"]),
        ("A bank stores cord blood; an infusion is no matter of ours.", []),
        ("Phototherapy clears psoriasis.", ["phototherapy"]),
        ("Newborns with jaundice get phototherapy.", []),
        ("An oral appliance against snoring", ["sleep_appliance"]),
        ("An oral appliance for a palate", []),
        ("Swift is a microwave for a wart.", ["foot_procedure"]),
        ("A swift recovery from a wart", []),
        ("Brain mapping shows the brainwaves.", ["neurofeedback"]),
        ("Brain mapping before surgery; EEG", []),
        ("MeRT for veterans", ["mert"]),
        ("The Mert family", []),
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
