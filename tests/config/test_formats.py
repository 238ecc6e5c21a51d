"""A configured severity appears in every format: in the finding, and in the rule if the format has rules."""

import json

import pytest

from linter.cli import main
from linter.reports import FORMATS

EXPECTED = {
    "text": ("info    SAF001", "error   SAF001"),
    "json": ('"severity": "info"', '"severity": "error"'),
    "sarif": ('"level": "note"', '"level": "error"'),
    "junit": ('failures="0"', "<failure"),
    "gitlab": ('"severity": "info"', '"severity": "critical"'),
    "github": ("::notice ", "::error "),
    "checkstyle": ('severity="info"', 'severity="error"'),
    "rdjson": ('"severity": "INFO"', '"severity": "ERROR"'),
    "html": ("info", ""),
}


def written(tmp_path, name):
    main(["check", "a.md", "--select", "SAF001", "-f", f"{name}={tmp_path / 'out'}"])
    return (tmp_path / "out").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_severity(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("It is completely safe.\n", encoding="utf-8")
    own = written(tmp_path, name)
    (tmp_path / "medlint.toml").write_text('[severity]\nSAF001 = "info"\n', encoding="utf-8")
    configured = written(tmp_path, name)
    there, gone = EXPECTED[name]
    assert there in configured
    if gone:
        assert gone in own
        assert gone not in configured
    else:
        assert own != configured


def test_the_rule_is_described_with_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("It is completely safe.\n", encoding="utf-8")
    (tmp_path / "medlint.toml").write_text('[severity]\nSAF001 = "info"\n', encoding="utf-8")
    (run,) = json.loads(written(tmp_path, "sarif"))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["defaultConfiguration"]["level"] == "note"
