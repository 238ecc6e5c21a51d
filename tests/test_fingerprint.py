from pathlib import Path

import pytest

from linter.fingerprint import fingerprint, fold_excerpt, project_path

NAME = ("posts/a.md", "EFF001", "cures depression", 0)


@pytest.mark.parametrize("excerpt", ["Cures depression", "cures\n  depression", " cures depression "])
def test_case_and_white_space_do_not_count(excerpt):
    path, code, said, number = NAME
    assert fold_excerpt(excerpt) == said
    assert fingerprint(path, code, excerpt, number) == fingerprint(*NAME)


@pytest.mark.parametrize("place", range(len(NAME)))
def test_each_part_counts(place):
    other = list(NAME)
    other[place] = 1 if place == 3 else other[place] + "x"
    assert fingerprint(*other) != fingerprint(*NAME)


def test_half_a_character_has_a_name():
    assert len(fingerprint("a.md", "EFF001", "\ud800", 0)) == 16


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("./posts//a.md", "posts/a.md"),
        ("posts/../a.md", "a.md"),
        ("../a.md", "../a.md"),
        (str(Path("posts/a.md").resolve()), "posts/a.md"),
        (str(Path("../a.md").resolve()), Path("../a.md").resolve().as_posix()),
    ],
)
def test_a_path_as_its_project_names_it(path, named):
    assert project_path(path) == named


def test_a_project_has_a_folder(tmp_path):
    assert project_path(str(tmp_path / "posts" / "a.md"), str(tmp_path)) == "posts/a.md"
