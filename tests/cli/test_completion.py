"""Shell completion: the script completes commands, options and files in a real shell."""

import shutil
import subprocess
import sys

import pytest

from linter.cli import exits, main


def script(capfd, shell):
    assert main(["completion", shell]) == exits.CLEAN
    return capfd.readouterr().out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["ch"], "check"),
        (["check", "--fail"], "--fail-on"),
        (["check", "--fail-on", "w"], "warning"),
        (["check", "-f", "sa"], "sarif"),
        (["x"], ""),
    ],
)
def test_bash_completes(tmp_path, capfd, words, expected):
    file = tmp_path / "medlint.bash"
    file.write_text(script(capfd, "bash"), encoding="utf-8")
    line = " ".join(f"'{word}'" for word in ["medlint", *words])
    ask = f"source {file}; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _shtab_medlint; echo ${{COMPREPLY[@]}}"
    result = subprocess.run(["bash", "-c", ask], check=False, capture_output=True, text=True)
    assert result.stdout.strip() == expected


@pytest.mark.parametrize(("shell", "mark"), [("zsh", "#compdef medlint"), ("fish", "complete -c medlint")])
def test_other_shells(tmp_path, capfd, shell, mark):
    text = script(capfd, shell)
    assert mark in text
    assert "statistics" in text
    if shutil.which(shell):
        (tmp_path / "script").write_text(text, encoding="utf-8")
        subprocess.run([shell, "-n", str(tmp_path / "script")], check=True)


def test_without_the_extra(capfd, monkeypatch):
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == exits.USAGE
    assert "pip install 'medlint[completion]'" in capfd.readouterr().err
