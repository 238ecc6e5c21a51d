import datetime
from collections import Counter, defaultdict

import pytest
from pydantic import TypeAdapter

from linter.files.data import DataFileError
from linter.knowledge.base import Knowledge
from linter.knowledge.compile import check_conditions, full_terms, term_key
from linter.knowledge.schema.conditions import ConditionFile
from linter.knowledge.schema.treatments import EntryFile
from linter.rules.schema.regulations import RegulationFile
from linter.rules.validated import builtin_root, validate
from linter.text_table import TextTable, packed
from tests.facts import CONDITIONS, TREATMENTS

TODAY = datetime.date.today()
CONDITION_IDS = {condition.id for condition in CONDITIONS.conditions}


def test_what_is_compiled_fits_in_a_table(data):
    assert dict(TextTable(packed(data))) == data
    knowledge = Knowledge.load(data)
    assert list(knowledge.treatment_ids) == [treatment.id for treatment in TREATMENTS.treatments]
    assert {knowledge.condition(condition.id).id for condition in CONDITIONS.conditions} == CONDITION_IDS


def test_ids_are_unique():
    for entries in (TREATMENTS.treatments, CONDITIONS.conditions):
        assert [key for key, count in Counter(entry.id for entry in entries).items() if count > 1] == []


def test_a_name_is_of_one_treatment():
    owners = defaultdict(set)
    for treatment in TREATMENTS.treatments:
        guarded = {term_key(guard.term) for guard in treatment.terms_need_context}
        for name in {term_key(name) for name in full_terms(treatment)} - guarded:
            owners[name].add(treatment.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_there_is_enough_of_it():
    assert len(TREATMENTS.treatments) >= 115
    assert len(CONDITIONS.conditions) >= 185


def test_an_unknown_condition_is_reported_with_its_place(tmp_path):
    file = tmp_path / "services.yaml"
    file.write_text("treatments:\n- id: tea\n  off_label_conditions: [mdd, ptsdd]\n", encoding="utf-8")
    tea = TREATMENTS.treatments[0].model_copy(update={"on_label": [], "off_label_conditions": ["mdd", "ptsdd"]})
    with pytest.raises(DataFileError) as caught:
        check_conditions(file, [tea], CONDITION_IDS)
    assert str(caught.value) == f"{file}:3:3: no condition 'ptsdd'; did you mean 'ptsd'?"


@pytest.mark.parametrize("treatment", TREATMENTS.treatments, ids=lambda treatment: treatment.id)
def test_a_treatment_says_where_its_facts_come_from(treatment):
    assert "://" in treatment.source or "RECALLED" in treatment.source


@pytest.mark.parametrize("treatment", TREATMENTS.treatments, ids=lambda treatment: treatment.id)
def test_a_treatment_that_owes_a_status_line_offers_one(treatment):
    assert treatment.disclaimer or not treatment.owes_status_disclaimer


def test_no_fact_is_from_the_future():
    for content in (TREATMENTS, CONDITIONS, validate(TypeAdapter(RegulationFile), _file("regulations"))):
        assert content.as_of <= max(TODAY, datetime.date(2026, 11, 22))


def test_also_risk_terms_are_terms():
    for condition in CONDITIONS.conditions:
        assert set(condition.also_risk) <= set(condition.terms), condition.id


def test_regulations_are_short_citations_about_known_treatments():
    content = validate(TypeAdapter(RegulationFile), _file("regulations"))
    for key, regulation in content.regulations.items():
        assert set(regulation.about) <= {treatment.id for treatment in TREATMENTS.treatments}, key
        assert not any(mark in regulation.title + regulation.says for mark in ("**", "VERIFIED", "RECALLED")), key


def _file(name):
    return builtin_root() / "knowledge" / f"{name}.yaml"


@pytest.mark.parametrize(
    ("name", "model", "old", "new", "message"),
    [
        ("treatments/ketamine", EntryFile, "  kind: drug\n", "  kind: potion\n", "kind"),
        (
            "treatments/ketamine",
            EntryFile,
            "  rems: false\n",
            "  remz: false\n",
            "unknown key 'remz'; did you mean 'rems'?",
        ),
        ("treatments/ketamine", EntryFile, "  min_risks: 4\n", "  min_risks: 99\n", "min_risks 99 is more than"),
        ("treatments/ketamine", EntryFile, "  looked_up: true\n", "  looked_up: false\n", "'RECALLED' in source"),
        ("conditions", ConditionFile, "id: mdd,", "id: MDD!,", "id"),
    ],
)
def test_a_mistake_is_reported_with_its_place(tmp_path, name, model, old, new, message):
    text = _file(name).read_text(encoding="utf-8")
    assert old in text
    # only the first entries, because reading a whole file with positions takes seconds
    cut = text.index("\n\n- id:", text.index("\n- id:") + 10) if model is EntryFile else text.index("- {id: trd")
    file = tmp_path / "facts.yaml"
    file.write_text(text[:cut].replace(old, new, 1) + "\n", encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        validate(TypeAdapter(model), file)
    place = str(caught.value).removeprefix(f"{file}:").split(":")
    assert message in str(caught.value)
    assert int(place[0]) > 1
    assert int(place[1]) >= 1


def test_a_key_is_the_words_of_a_term():
    assert term_key("Treatment-Resistant depression") == "treatment resistant depression"
    assert term_key("BPC157") == term_key("BPC-157")


def test_what_a_draft_words_anew_is_a_key_risk():
    names = {risk.risk for treatment in TREATMENTS.treatments for risk in treatment.key_risks}
    draft = TREATMENTS.risk_draft
    boxed = {topic.topic for treatment in TREATMENTS.treatments for topic in treatment.boxed_warning or ()}
    assert draft.phrases.keys() <= names
    assert draft.sentences.keys() <= names | boxed
    assert not draft.phrases.keys() & draft.sentences.keys()
