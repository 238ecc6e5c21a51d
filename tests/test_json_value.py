"""JSON that we wrote is read as ``json`` reads it, and nothing else is."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.json_value import value_of

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
BAD = ["", " 1", "1 ", "[1", "[1] 2", "{1:2}", "x", '"\x01"', '"a', "tru"]


@given(VALUES, st.booleans())
def test_what_was_written_is_read(value, ascii_only):
    assert value_of(json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":"))) == value


@pytest.mark.parametrize("text", BAD)
def test_other_texts_are_refused(text):
    with pytest.raises(ValueError, match=r"JSON|Expecting|Invalid|Unterminated|property name"):
        value_of(text)


def test_other_texts_are_refused_where_json_is_not_loaded():
    code = f"""
import sys; sys.path[:] = {sys.path!r}
from linter.json_value import value_of
for text in {BAD!r}:
    try:
        value_of(text)
    except ValueError:
        sys.stdout.write("refused ")
"""
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["refused"] * len(BAD)
