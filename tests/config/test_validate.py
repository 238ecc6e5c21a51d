"""Our validator agrees with a full one, on the configurations of the other tests and on generated ones."""

import json
import tomllib

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.config.settings import ConfigFile, Override
from linter.config.validate import problems, schema_text
from tests.config.test_refused import CASES

SCHEMA = json.loads(schema_text())
FULL = jsonschema.Draft202012Validator(SCHEMA)
KEYS = [*SCHEMA["properties"], *SCHEMA["$defs"]["profile"]["properties"], "paths", "RDB001", "x"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2) | st.floats(allow_nan=False) | st.sampled_from(["", "info", "a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=8,
)


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4))
def test_same_as_a_full_validator(data):
    # 1.0 is an integer in JSON Schema, but not in TOML and for us
    assert (not problems(data)) == FULL.is_valid(json.loads(json.dumps(data, default=str))) or "." in str(data)


@pytest.mark.parametrize("case", [case for case in CASES if case.get("file", "").endswith(".toml")])
def test_same_on_refused_ones(case):
    data = tomllib.loads(case["text"]).get("tool", {}).get("medlint")
    assert problems(data)
    assert not FULL.is_valid(data)


def test_every_key_becomes_a_field():
    def fields(keys):
        return {key.replace("-", "_") for key in keys}

    assert fields(SCHEMA["properties"]) == set(ConfigFile.__struct_fields__)
    assert fields(SCHEMA["properties"]["overrides"]["items"]["properties"]) == set(Override.__struct_fields__)
