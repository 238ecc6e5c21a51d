"""Files kept for the next run are read back completely or not at all."""

import os

import pytest

from linter.files.kept import HEAD, map_whole, read_whole, write_whole

TEXT = b"a text of a few words"


def mapped(file):
    found = map_whole(file)
    return None if found is None else found[HEAD:]


@pytest.mark.parametrize("read", [read_whole, mapped])
def test_what_was_written_is_read(tmp_path, read):
    file = str(tmp_path / "deep" / "kept")
    assert read(file) is None
    write_whole(file, TEXT)
    assert read(file) == TEXT
    assert [one.name for one in (tmp_path / "deep").iterdir()] == ["kept"]


@pytest.mark.parametrize("read", [read_whole, mapped])
@pytest.mark.parametrize(
    "damage", [lambda kept: kept[:0], lambda kept: kept[:-1], lambda kept: kept[:-1] + b"!", lambda kept: b"0" + kept]
)
def test_what_is_damaged_is_as_good_as_none(tmp_path, read, damage):
    file = tmp_path / "kept"
    write_whole(str(file), TEXT)
    file.write_bytes(damage(file.read_bytes()))
    assert read(str(file)) is None


def test_what_a_killed_run_left_is_in_no_ones_way(tmp_path):
    """In containers a program has the same process number each time."""
    file = tmp_path / "kept"
    (tmp_path / f"kept.{os.getpid()}").write_bytes(b"half")
    assert write_whole(str(file), TEXT)
    assert read_whole(str(file)) == TEXT
