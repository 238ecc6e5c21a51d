import pytest


def test_topics_are_in_order_of_first_mention(topics_of):
    topics = topics_of("PRP injections, then ketamine. PRP again.")
    assert [(topic.id, topic.mentions) for topic in topics.treatments] == [("prp", 2), ("ketamine", 1)]
    assert topics.treatments[0].first is not None
    assert topics.treatments[0].first.text == "PRP injections"


def test_a_topic_has_the_names_that_the_article_gives_it(topics_of):
    (prp, _) = topics_of("PRP injections, then ketamine. PRP again, and platelet-rich plasma, PRP.").treatments
    assert prp.written == ("prp", "prp injections", "platelet-rich plasma")


@pytest.mark.parametrize(
    ("hint", "main"),
    [
        ("nad_iv", ("nad_iv",)),
        ("NAD+ infusion", ("nad_iv",)),
        ("compounded semaglutide", ("compounded_glp1",)),
        ("our newsletter", ()),
        ("", ()),
    ],
)
def test_a_topic_named_by_the_setting(topics_of, hint, main):
    assert topics_of("It is popular.", hint).main == main


def test_what_a_page_is_about(topics_of):
    assert topics_of("# Ketamine\n\nText.").main == ("ketamine",)
    assert topics_of("PRP here. " * 4 + "And ketamine. Platelet-rich plasma.").main == ("prp",)
    assert topics_of("PRP injections here and ketamine.").main == ()


def test_an_empty_page_has_no_topics(topics_of):
    topics = topics_of("")
    assert topics.treatments == topics.mentions == topics.pairs == topics.promoted == ()


def test_talk_and_touch_take_no_use_from_a_treatment(topics_of):
    topics = topics_of("# Ketamine\n\nWe add talk therapy and massage to it.\n\n- Depression\n- Anxiety")
    assert {(pair.treatment, pair.condition) for pair in topics.pairs} == {
        ("ketamine", "depression"),
        ("ketamine", "anxiety"),
    }
