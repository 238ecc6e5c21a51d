"""Changed lines from a real git, and the findings on them."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.changes import Changes, ChangesError, read_changes, touched
from linter.parsers import SUFFIXES, parse
from linter.source import SourceText, Span


def git(*arguments):
    identity = ("-c", "user.name=Jane Roe", "-c", "user.email=jane@clinic.example", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)  # the tests may run in a git hook
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet", "--initial-branch", "main")
    write("a.md", "one\ntwo\nthree\nfour\n")
    commit()
    return tmp_path


def write(name, text):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8", newline="")


def commit():
    git("add", "--all")
    git("commit", "--quiet", "--message", "x")


def lines(path, since="HEAD"):
    return read_changes(since, SUFFIXES).of(path)


EDITS = {
    "nothing": ("one\ntwo\nthree\nfour\n", ()),
    "a line changed": ("one\n2\nthree\nfour\n", ((2, 2),)),
    "lines added": ("one\ntwo\na\nb\nthree\nfour\n", ((3, 4),)),
    "a line taken out": ("one\nthree\nfour\n", ((1, 2),)),
    "the first line taken out": ("two\nthree\nfour\n", ((1, 1),)),
    "two places": ("1\ntwo\nthree\n4\n", ((1, 1), (4, 4))),
    "content that looks like a diff": ("one\n+++ b/x.md\n@@ -1 +9 @@\nfour\n", ((2, 3),)),
    "no line feed at the end": ("one\ntwo\nthree\nfour", ((4, 4),)),
}


@pytest.mark.parametrize(("text", "expected"), EDITS.values(), ids=EDITS)
def test_edits(repository, text, expected):
    write("a.md", text)
    assert lines("a.md") == expected
    git("add", "a.md")  # staged and unstaged
    assert lines("a.md") == expected


def test_new_files_are_new_as_a_whole(repository):
    for name in ("b.md", "new/folder/c.md", "ignored.md"):
        write(name, "one\n")
    write(".gitignore", "ignored.md\n")
    assert [lines(name) for name in ("b.md", "new/folder/c.md", "ignored.md")] == [None, None, None]
    git("add", "b.md")
    assert lines("b.md") == ((1, 1),)


def test_files_that_git_was_not_asked_about(repository):
    write("notes", "one\n")
    commit()
    assert lines("notes") is None
    assert lines("../elsewhere.md") is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_LITERAL_PATHSPECS", "1"),
        ("GIT_NOGLOB_PATHSPECS", "1"),
        ("GIT_GLOB_PATHSPECS", "1"),
        ("GIT_DIFF_OPTS", "--unified=9"),
    ],
)
def test_the_environment_hides_no_change(repository, monkeypatch, name, value):
    write("deep/b.md", "one\ntwo\n")
    commit()
    write("deep/b.md", "one\n2\n")
    monkeypatch.setenv(name, value)
    assert lines("deep/b.md") == ((2, 2),)


def test_settings_of_the_user_join_no_changes(repository):
    git("config", "diff.interHunkContext", "9")
    write("a.md", "1\ntwo\nthree\n4\n")
    assert lines("a.md") == ((1, 1), (4, 4))


def test_a_submodule_is_new_as_a_whole(repository):
    git("clone", "--quiet", ".", "other")
    git("add", "other")
    git("commit", "--quiet", "--message", "x")
    write("other/a.md", "one\n2\n")
    assert lines("other/a.md") is None
    assert lines("a.md") == ()


@pytest.mark.parametrize("name", ["with space.md", "ünï.md", 'quo"te.md', "tab\there.md", "-dash.md", "UPPER.MD"])
def test_names(repository, name):
    write(name, "one\ntwo\n")
    commit()
    assert lines(name) == ()
    write(name, "one\n2\n")
    assert lines(name) == ((2, 2),)


def test_a_file_that_was_moved_keeps_its_old_lines(repository):
    write("b.md", "".join(f"line {number}\n" for number in range(50)))
    commit()
    git("mv", "b.md", "c.md")
    write("c.md", "".join(f"line {number}\n" for number in range(49)) + "new\n")
    assert lines("c.md") == ((50, 50),)


def test_only_the_branch_counts_not_what_others_did_meanwhile(repository):
    git("checkout", "--quiet", "-b", "branch")
    write("b.md", "one\n")
    commit()
    git("checkout", "--quiet", "main")
    write("a.md", "one\ntwo\nthree\n4\n")
    commit()
    git("checkout", "--quiet", "branch")
    assert lines("a.md", "main") == ()
    assert lines("b.md", "main") == ((1, 1),)


def test_from_a_folder_below(repository, monkeypatch):
    write("below/b.md", "one\n")
    commit()
    write("below/b.md", "1\n")
    monkeypatch.chdir(repository / "below")
    assert lines("b.md") == ((1, 1),)
    assert lines(str(repository / "below" / "b.md")) == ((1, 1),)


def test_settings_of_the_user_change_nothing(repository):
    for key, value in {
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "color.ui": "always",
        "diff.external": "false",
        "diff.context": "9",
        "diff.relative": "true",
        "core.quotePath": "false",
    }.items():
        git("config", key, value)
    write(".gitattributes", "*.md -diff\n")
    write("a.md", "one\n2\nthree\nfour\n")
    assert lines("a.md") == ((2, 2),)


@pytest.mark.parametrize(
    ("since", "problem"),
    [
        ("nonsense", "git finds no commit 'nonsense'$"),
        ("", "git finds no commit ''$"),
        ("--output=x", "'--output=x' is not a commit"),
        ("^HEAD", "'.HEAD' is not a commit"),
    ],
)
def test_commits_that_are_none(repository, since, problem):
    with pytest.raises(ChangesError, match=problem):
        read_changes(since, SUFFIXES)
    assert sorted(path.name for path in repository.iterdir()) == [".git", "a.md"]


def test_a_shallow_clone_is_named_as_the_cause(repository, tmp_path_factory, monkeypatch):
    git("commit", "-q", "--allow-empty", "-m", "second")
    clone = tmp_path_factory.mktemp("clone")
    git("clone", "-q", "--depth", "1", repository.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    with pytest.raises(ChangesError, match="git finds no commit 'HEAD~1'; this clone is shallow"):
        read_changes("HEAD~1", SUFFIXES)


def test_outside_a_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ChangesError, match="not a git repository"):
        read_changes("HEAD", SUFFIXES)


def test_without_git(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ChangesError, match="cannot run git"):
        read_changes("HEAD", SUFFIXES)


TEXT = "# One\n\nfirst line\nsecond line\n\n- item\n- other\n\r\nlast\n"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ((), []),
        (((1, 1),), ["One"]),
        (((3, 3),), ["first", "second"]),  # a paragraph is one block
        (((2, 2),), []),
        (((6, 6),), ["item"]),
        (((7, 8),), ["other"]),
        (((9, 9),), ["last"]),
        (((1, 999),), ["One", "first", "second", "item", "other", "last"]),
        (((500, 500),), []),
        (((9, 9), (1, 1)), ["One", "last"]),
    ],
)
def test_findings_on_changed_lines(changed, words):
    document = parse(SourceText("a.md", TEXT))
    every = ["One", "first", "second", "item", "other", "last"]
    places = [Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in every]
    result = touched(places, document, changed)
    assert [word for word, new in zip(every, result, strict=True) if new] == words


@given(st.text("ab \n\r#-|>", max_size=60), st.lists(st.tuples(st.integers(1, 30), st.integers(0, 5)), max_size=4))
def test_every_character_of_a_changed_line_is_touched(text, hunks):
    changed = tuple((first, first + more) for first, more in hunks)
    document = parse(SourceText("a.md", text))
    places = [Span(offset, offset + 1) for offset in range(len(text))]
    for place, new in zip(places, touched(places, document, changed), strict=True):
        line = text[: place.start].count("\n") + 1
        assert new or not any(first <= line <= last for first, last in changed)


def test_everything_is_reported_in_a_file_outside():
    assert Changes("x", "/nowhere", frozenset({".md"}), {}).of("a.md") is None
