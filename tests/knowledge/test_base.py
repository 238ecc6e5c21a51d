import pytest


def test_a_treatment_is_read_when_it_is_asked_for(knowledge):
    treatment = knowledge.treatment("esketamine")
    assert treatment.brands == ("Spravato",)
    assert treatment.rems
    assert [label.conditions for label in treatment.on_label] == [("trd",), ("mdd",)]
    assert treatment.boxed_warning is not None
    assert treatment.boxed_warning[0].topic == "sedation"
    assert treatment.schedule[0].schedule == "III"
    assert treatment is knowledge.treatment("esketamine")


def test_unknown_ids_are_refused(knowledge):
    with pytest.raises(KeyError):
        knowledge.treatment("snake_oil")
    with pytest.raises(KeyError):
        knowledge.condition("vapours")
