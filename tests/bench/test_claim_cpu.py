"""The CPU timing of the claim checks, on a small article."""

import sys
from pathlib import Path

import pytest

from bench.claim_cpu import WORDS, main, scaled
from linter.cache import load_program


def timed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["claim_cpu", str(folder)])
    return main()


def test_articles_of_a_folder_are_timed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two", "README"):
        (tmp_path / f"{name}.md").write_text("# Ketamine\n\nKetamine relieves depression.\n", encoding="utf-8")
    assert timed(tmp_path, monkeypatch) == 0
    said = capsys.readouterr().out
    assert "2 articles" in said
    assert "median" in said


def test_a_folder_without_articles_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert timed(tmp_path, monkeypatch) == 2
    assert capsys.readouterr().err == "no articles\n"


def test_time_is_that_of_as_many_words(tmp_path: Path) -> None:
    """The time of a short article is scaled up."""
    article = tmp_path / "short.md"
    article.write_text("Ketamine relieves depression.", encoding="utf-8")
    program = load_program()
    rules = {"claim": tuple(rule for rule in program.rules if rule.kind == "claim")}
    clock = iter(range(1000))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bench.claim_cpu.time.process_time", lambda: next(clock) / 1000)
        milliseconds = scaled(article, program, rules)
    assert milliseconds == pytest.approx(WORDS / 4)  # one tick for four words: punctuation counts
