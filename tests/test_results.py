"""The result cache: it changes the duration of a run, never its output."""

import json
import os
import shutil
from pathlib import Path

import pytest

from linter.cache import MAX_PROGRAMS, load_program
from linter.cli import main
from linter.files.kept import make_room
from linter.knowledge.base import knowledge_of
from linter.rules.validated import builtin_root
from linter.value import replace
from tests.catalogue import CATALOGUE

FLAWED = """---
title: Ketamine
---

Ketamine cures depression in one session.

<!-- medlint: ignore EFF001 -- x -->

It cures PTSD.
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """A cache with only the compiled rules."""
    folder = tmp_path_factory.mktemp("compiled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEDLINT_CACHE_DIR", str(folder))
        load_program()
    return folder


@pytest.fixture
def article(compiled, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "cache"))
    shutil.copytree(compiled, "cache")
    Path("a.md").write_text(FLAWED, encoding="utf-8")
    return Path("a.md")


def test_knowledge_that_is_edited_while_medlint_runs_is_read_again(tmp_path, monkeypatch):
    """A language server runs while rules are edited, and shares its cache with other runs."""
    file = Path(shutil.copytree(str(builtin_root() / "knowledge"), tmp_path / "rules" / "knowledge"), "treatments.yaml")
    monkeypatch.setattr("linter.knowledge.compile.builtin_root", lambda: tmp_path / "rules")
    monkeypatch.setattr("linter.cache._shipped_root", lambda: str(tmp_path / "rules"))
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "cache"))
    no_rules = replace(CATALOGUE, rules=(), lexicon={})
    before = knowledge_of(load_program(catalogue=no_rules)).as_of
    file.write_text(file.read_text(encoding="utf-8").replace(f"as_of: {before}", "as_of: 1999-12-31"), encoding="utf-8")
    assert knowledge_of(load_program(catalogue=no_rules)).as_of == "1999-12-31"


def test_a_program_that_cannot_be_kept_is_reported(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    notes = {}
    load_program(catalogue=replace(CATALOGUE, rules=(), lexicon={}), notes=notes)
    (line,) = notes
    assert line.startswith(f"cannot write to {tmp_path}/file/cache, so ")


def run(*options):
    main(["check", "a.md", "-f", "json=out.json", "-f", "sarif=out.sarif", "-f", "rdjson=out.rdjson", "-q", *options])
    return [Path(name).read_bytes() for name in ("out.json", "out.sarif", "out.rdjson")]


def entries():
    return [file for file in Path("cache/results").rglob("*") if file.is_file()]


def test_a_known_article_gives_the_same_bytes(article, capsys):
    plain = run("--no-cache")
    assert entries() == []
    assert run() == plain
    assert len(entries()) == 1
    assert run() == plain
    main(["check", "a.md"])
    first = capsys.readouterr().out
    main(["check", "a.md", "--no-cache"])
    assert capsys.readouterr().out == first


def test_what_decides_on_a_report_decides_on_its_entry(article):
    run()
    run("--ignore", "EFF001")
    run("--no-suppressions")
    article.write_text(FLAWED + "\nMore.\n", encoding="utf-8")
    run()
    os.utime(article, (1, 1))
    run()
    assert len(entries()) == 4


@pytest.mark.parametrize("damage", [b"", b"x", b"00000000\n[]", b"\xff" * 40])
def test_a_damaged_entry_is_as_good_as_none(article, damage):
    whole = run()
    (entry,) = entries()
    entry.write_bytes(damage)
    assert run() == whole
    assert entry.read_bytes() != damage


def test_an_entry_of_another_shape_is_passed_over(article):
    from linter.files.kept import write_whole

    whole = run()
    (entry,) = entries()
    write_whole(str(entry), json.dumps({"a": 1}).encode())
    assert run() == whole


def test_entries_are_for_their_owner_only(article):
    run()
    (entry,) = entries()
    assert entry.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_no_error(article):
    Path("cache/results").parent.mkdir(exist_ok=True)
    Path("cache/results").write_text("a file", encoding="utf-8")
    assert run() == run("--no-cache")


def test_a_part_that_is_full_drops_its_older_half(tmp_path):
    (tmp_path / "other").write_text("x", encoding="utf-8")
    for number in range(4):
        (tmp_path / f"a{number}").write_text("x", encoding="utf-8")
        os.utime(tmp_path / f"a{number}", (number, number))
    make_room(str(tmp_path), 5, "a")
    assert len(list(tmp_path.iterdir())) == 5
    make_room(str(tmp_path), 4, "a")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a2", "a3", "other"]


def test_compiled_rule_sets_do_not_pile_up(tmp_path, monkeypatch):
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path))
    for number in range(MAX_PROGRAMS):
        (tmp_path / f"program-{number}").write_text("old", encoding="utf-8")
        os.utime(tmp_path / f"program-{number}", (number, number))
    load_program()
    assert len(list(tmp_path.iterdir())) == MAX_PROGRAMS // 2 + 1


def test_the_cache_is_shown_and_cleared(article, capsys):
    run()
    capsys.readouterr()
    assert main(["cache", "info"]) == 0
    assert "1 results" in capsys.readouterr().out
    (article.parent / "cache" / "kept.txt").write_text("not ours", encoding="utf-8")
    assert main(["cache", "clear"]) == 0
    assert [file.name for file in Path("cache").rglob("*") if file.is_file()] == ["kept.txt"]
