"""Rerun the texts that once broke a target: the files in its folder below tests/broken/fuzzed."""

import pytest

from fuzz.campaign import FINDS, failure_of
from fuzz.targets import targets

TARGETS = targets()
KEPT = sorted(file for file in FINDS.rglob("*") if file.is_file())


@pytest.mark.parametrize("file", KEPT, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_once_found(program, file):
    text = file.read_bytes().decode("utf-8", "surrogatepass")
    assert failure_of(TARGETS[file.parent.name], text) == ""


def test_every_find_has_its_target():
    assert {file.parent.name for file in KEPT} <= set(TARGETS)
