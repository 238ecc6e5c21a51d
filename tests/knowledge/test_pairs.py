import pytest


def found(topics):
    return [(pair.treatment, pair.condition or pair.use, pair.level) for pair in topics.pairs]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Ketamine helps depression.", [("ketamine", "depression", "sentence")]),
        ("Ketamine is here. It helps with PTSD.", [("ketamine", "ptsd", "block")]),
        ("## NAD+ drips\n\nLess brain fog.", [("nad_iv", "brain_fog", "section")]),
        ("## Migraine\n\nWe use ketamine.", [("ketamine", "migraine", "section")]),
        ("# Ketamine\n\n## Who comes to us\n\nPeople with PTSD.", [("ketamine", "ptsd", "section")]),
        ("Ketamine and PRP. Depression.", [("prp", "depression", "block")]),
        ("A mood reset with ketamine.", [("ketamine", "mood reset", "sentence")]),
        ("A mood reset with PRP.", []),
        ("PTSD is hard.", []),
    ],
)
def test_levels(topics_of, text, pairs):
    assert found(topics_of(text)) == pairs


def test_the_heading_of_the_section_goes_before_a_passing_mention(topics_of):
    topics = topics_of("## NAD+ drips\n\nThey are no ketamine.\n\n- Brain fog\n")
    assert found(topics) == [("nad_iv", "brain_fog", "section")]


def test_a_topic_of_the_setting_is_paired(topics_of):
    (pair,) = topics_of("It lifts depression.", "ketamine").pairs
    assert (pair.treatment, pair.level, pair.treatment_at) == ("ketamine", "title", None)


def test_pairs_know_the_words_of_the_use(topics_of):
    (pair,) = topics_of("Ketamine for panic attacks.").pairs
    assert (pair.block, pair.first, pair.last, pair.use) == (0, 2, 4, "panic attacks")
    assert pair.treatment_at is not None
    assert pair.treatment_at.text == "Ketamine"


def test_an_endless_sentence_gives_each_treatment_once_a_use(topics_of):
    topics = topics_of("ketamine and depression and " * 300)
    assert len(topics.pairs) == 300
