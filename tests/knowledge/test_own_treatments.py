"""Treatments that a rule folder adds: they are judged, drafted and explained as the shipped ones are."""

from pathlib import Path

import pytest

from linter.cli import exits, main
from linter.files.data import DataFileError
from linter.knowledge.compile import knowledge_files

ENTRY = """\
treatments:
- id: glowbeam
  name: Glowbeam light bath
  synonyms: [Glowbeam, glow bath]
  kind: device
  fda_status: unapproved
  off_label_conditions: [acne]
  key_risks:
  - {risk: burns, words: [burn, burns], must_name: true}
  - {risk: eye damage, words: [eye damage], must_name: true}
  min_risks: 2
  owes_status_disclaimer: true
  disclaimer: The FDA has not cleared or approved {treatment} for {condition}.
  source: https://example.org/glowbeam
  looked_up: true
  confidence: high
"""
PAGE = "# Glowbeam for acne\n\nBook your glow bath today. Glowbeam clears acne.\n"


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A site with a rule folder that adds a treatment; returns its file."""
    monkeypatch.chdir(tmp_path)
    Path("house/knowledge").mkdir(parents=True)
    Path("medlint.toml").write_text('rules = ["house"]\n', encoding="utf-8")
    Path("a.md").write_text(PAGE, encoding="utf-8")
    file = Path("house/knowledge/glow.yaml")
    file.write_text(ENTRY, encoding="utf-8")
    return file


def test_a_page_on_it_owes_its_status_and_its_risks(house, capfd):
    assert main(["check", "--select", "FDA001,RSK001"]) == exits.VIOLATIONS
    out = capfd.readouterr().out
    assert "promotes Glowbeam light bath for acne" in out
    assert "The FDA has not cleared or approved Glowbeam for acne." in out
    assert "Glowbeam can cause burns and eye damage" in out
    assert main(["explain", "glow bath"]) == exits.CLEAN
    assert "burns, eye damage" in capfd.readouterr().out


def test_a_folder_with_treatments_alone_tests_all_rules(house, capfd, monkeypatch):
    monkeypatch.setattr("linter.trial.try_rule", lambda *_: ())
    assert main(["rules", "test", "house"]) == exits.CLEAN


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: glowbeam", "id: ketamine", "2:3: treatment 'ketamine' is already defined"),
        ("glow bath]", "Botox]", "4:24: 'Botox' already means the treatment 'botulinum'"),
        ("[acne]", "[acme]", "7:3: no condition 'acme'; did you mean 'acne'?"),
        ("synonyms", "synonym", "4:3: unknown key 'synonym'; did you mean 'synonyms'?"),
    ],
)
def test_a_mistake_is_reported_with_its_place(house, old, new, problem):
    house.write_text(ENTRY.replace(old, new), encoding="utf-8")
    with pytest.raises(DataFileError) as error:
        knowledge_files(Path("house"))
    assert str(error.value) == f"{house}:{problem}"


@pytest.mark.parametrize("folder", ["knowledge", "lexicon"])
def test_a_file_that_would_be_left_out_is_refused(house, folder, capfd):
    Path("house", folder).mkdir(exist_ok=True)
    Path("house", folder, "more.yml").write_text(ENTRY, encoding="utf-8")
    assert main(["check"]) == exits.USAGE
    assert f"house/{folder}/more.yml: its name must end in .yaml" in capfd.readouterr().err
