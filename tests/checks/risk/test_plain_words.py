"""Risks in plain words count, symptoms of the illness do not."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

PLAIN = YAML(typ="safe").load((Path(__file__).parent / "plain_words.yaml").read_text(encoding="utf-8"))
PAGE = "# {title}\n\n{sells}\n\n{text}\n"


@pytest.mark.parametrize("passage", PLAIN["named"], ids=lambda passage: passage["title"])
def test_risks_are_named(program, matches, passage):
    assert not matches(program, "RSK001", PAGE.format(**passage))


@pytest.mark.parametrize("passage", PLAIN["unnamed"], ids=lambda passage: passage["title"])
def test_no_risks_are_named(program, matches, passage):
    assert matches(program, "RSK001", PAGE.format(**passage))


@pytest.mark.parametrize("passage", PLAIN["whole"], ids=lambda passage: passage["title"])
def test_what_is_owed_is_named(program, matches, passage):
    assert not [code for code in ("RSK001", "RSK002", "RSK003") if matches(program, code, PAGE.format(**passage))]


@pytest.mark.parametrize("passage", PLAIN["short"], ids=lambda passage: passage["title"])
def test_what_is_owed_is_missing(program, matches, passage):
    assert [code for code in ("RSK002", "RSK003") if matches(program, code, PAGE.format(**passage))]
