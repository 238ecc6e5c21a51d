"""``medlint config``: show a path's configuration and where each value comes from."""

import json

import pytest

from linter.cli import exits, main


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    files = {
        "medlint.toml": 'extends = "strict"\njurisdictions = ["us-ca"]\nignore = ["RDB"]\nexclude = ["drafts/"]\n'
        '[severity]\nEFF001 = "info"\n[profile]\nsells = "ketamine"\n'
        '[[overrides]]\npaths = ["blog/"]\nseverity = {EFF001 = "warning"}\n',
        "own/pyproject.toml": '[tool.medlint]\nselect = ["SAF"]\nextend-select = ["EFF001"]\nfail-on = "warning"\n',
        "blog/a.md": "", "own/a.md": "", "drafts/a.md": "",
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def lines(capfd, *arguments):
    assert main(["config", *arguments]) == exits.CLEAN
    out, err = capfd.readouterr()
    assert err == ""
    return out.splitlines()


def test_an_article(site, capfd):
    shown = lines(capfd, "blog/a.md")
    assert shown[0] == "# blog/a.md: preset recommended, then preset strict, then medlint.toml"
    assert 'jurisdictions = ["us-ca"]  # medlint.toml:2:1' in shown
    assert 'ignore = ["RDB"]  # medlint.toml:3:1' in shown
    assert 'profile.sells = "ketamine"  # medlint.toml:8:1' in shown
    assert 'severity.EFF001 = "warning"  # medlint.toml:11:13' in shown
    assert 'fail-on = "info"  # preset strict:4:1' in shown
    assert [line for line in shown if "EFF001" in line and "info" in line] == []
    assert "rules of us, us-ca; off: " in shown[-1]
    assert "RDB001" in shown[-1]


def test_folders(site, capfd):
    assert 'severity.EFF001 = "info"  # medlint.toml:6:1' in lines(capfd)
    assert "# excluded: never checked" in lines(capfd, "drafts")
    shown = lines(capfd, "own/a.md")
    assert shown[0] == "# own/a.md: own/pyproject.toml"
    assert 'exclude = ["drafts/"]  # medlint.toml:4:1' in shown
    assert lines(capfd, "--config", "medlint.toml", "own")[0].endswith("then medlint.toml")


def test_select_replaces_what_was_said_before(site, capfd):
    (site / "own" / "medlint.toml").write_text('extends = "pyproject.toml"\nselect = ["VUL"]\n', encoding="utf-8")
    text = (site / "own" / "pyproject.toml").read_text(encoding="utf-8")
    (site / "own" / "pyproject.toml").rename(site / "own" / "base.toml")
    (site / "own" / "base.toml").write_text(text.replace("[tool.medlint]\n", ""), encoding="utf-8")
    (site / "own" / "medlint.toml").write_text('extends = "./base.toml"\nselect = ["VUL"]\n', encoding="utf-8")
    assert [line for line in lines(capfd, "own") if "select" in line] == ['select = ["VUL"]  # own/medlint.toml:2:1']


def test_nothing_is_configured(tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shown = lines(capfd)
    assert shown[0] == "# .: no configuration"
    assert shown[1].endswith("rules of us; off: INT001 REG003 TST002")
    assert main(["config", "none.md"]) == exits.USAGE


def test_schema(capfd):
    assert "max-warnings" in json.loads("\n".join(lines(capfd, "--schema")))["properties"]
