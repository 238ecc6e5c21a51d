"""A table of texts returns what was put into it, and nothing else."""

from copy import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text_table import TextTable, packed

NAMES = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]))
TEXTS = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))


@given(st.dictionaries(NAMES, TEXTS), st.text(), st.binary(max_size=9))
def test_it_is_the_dictionary_that_it_was(texts, other, before):
    table = TextTable(before + packed(texts), len(before))
    assert dict(table) == texts
    assert table.get(other) == texts.get(other)
    assert len(table) == len(texts)


def test_another_process_gets_it_whole():
    table = copy(TextTable(packed({"a": "1", "b": "2"})))
    assert [table.get(name) for name in "abc"] == ["1", "2", None]


def test_half_a_pair_is_no_name():
    assert TextTable(packed({"a": "1"})).get("\ud800") is None


@pytest.mark.parametrize("data", [b"", b"\0\0\0\0", b"\3\0\0\0" + bytes(99), packed({"a": "1"})[:8]])
def test_other_bytes_are_refused(data):
    with pytest.raises(ValueError, match="no table"):
        TextTable(data)
