"""A value that does not match its tag is refused with its place, whatever the library does."""

import pytest
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from linter.files.yaml_values import reader

TAGS = ("int", "float", "bool", "timestamp", "binary", "null", "set", "omap", "pairs", "map", "seq", "str", "merge")
VALUES = ("", "x", "{}", "[]", "[a]", "{a: b}", "-", "+", "0x", "0b", "1:", "=", ".")


@pytest.mark.parametrize("positions", [False, True])
@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_is_no_crash(positions, tag):
    for value in VALUES:
        for text in (f"a: !!{tag} {value}\n", f"- !!{tag} {value}\n", f"!!{tag} {value}: 1\n"):
            try:
                reader(positions).load(text)
            except YAMLError as error:
                assert isinstance(error, MarkedYAMLError)
                assert error.problem_mark is not None or error.context_mark is not None


@pytest.mark.parametrize(
    ("text", "problem"),
    [("a: !!bool x", "'x' is not a '!!bool'"), ("a: !!int", "'' is not a '!!int'"), ("a: 2024-02-31", "2024-02-31")],
)
@pytest.mark.parametrize("positions", [False, True])
def test_what_is_wrong(positions, text, problem):
    with pytest.raises(MarkedYAMLError) as refused:
        reader(positions).load(text)
    assert problem in refused.value.problem
    assert (refused.value.problem_mark.line, refused.value.problem_mark.column) == (0, 3)
