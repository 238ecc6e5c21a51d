from linter.knowledge.compile import knowledge_files
from linter.knowledge.indications import drugs


def test_there_are_many_drugs():
    assert len(drugs()) >= 900


def test_every_condition_is_known():
    known = {condition.id for condition in knowledge_files()[1].conditions}
    for drug in drugs().values():
        assert drug.conditions <= known, drug.name
        assert drug.sources, drug.name


def test_no_drug_is_a_treatment_of_our_own(topics_of):
    for name in drugs():
        assert topics_of(name).treatments == (), name


def test_a_use_that_nobody_lists_is_a_hint(topics_of):
    topics = topics_of("Propranolol lowers high blood pressure. Propranolol also eases autism.")
    assert [mention.id for mention in topics.drugs] == ["propranolol", "propranolol"]
    assert [(pair.treatment, pair.condition) for pair in topics.drug_pairs] == [("propranolol", "autism")]


def test_loose_words_and_distant_uses_are_no_hints(topics_of):
    assert topics_of("Propranolol helps with stress.").drug_pairs == ()
    assert topics_of("Propranolol is a drug.\n\nAutism is something else.").drug_pairs == ()
