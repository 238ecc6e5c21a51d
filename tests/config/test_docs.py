"""The guide: its example works, and it names every key, preset and jurisdiction."""

import json
import re
from pathlib import Path

from linter.cli import exits, main
from linter.config.layers import shipped
from linter.config.validate import schema_text

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")


def test_the_example(tmp_path, monkeypatch, capfd):
    from tests.rules.test_load import GOOD

    (example,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house-rules").mkdir()
    (tmp_path / "house-rules" / "sample-rule.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "medlint.toml").write_text(example, encoding="utf-8")
    (tmp_path / "a.md").write_text("There are no side effects.\n", encoding="utf-8")
    assert main(["check", "a.md"]) == exits.VIOLATIONS
    assert "XYZ001" in capfd.readouterr().out
    assert (tmp_path / "report.html").is_file()
    keys = set(json.loads(schema_text())["properties"])
    shown = keys & set(re.findall(r"^\[*([a-z-]+)", example, re.MULTILINE))
    assert keys - shown == {"select", "extend-select", "waivers", "baseline", "claims", "copy-keys", "code-keys"}


def test_every_key_is_described():
    rows = re.findall(r"^\| (`.+?) \|", GUIDE, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([a-z-]+)`", row)}
    assert named == set(json.loads(schema_text())["properties"]) | set(shipped("presets"))


def test_every_jurisdiction_is_named():
    (row,) = re.findall(r"^\| `jurisdictions` \|(.*)$", GUIDE, re.MULTILINE)
    assert set(re.findall(r"`([a-z-]+)`", row)) == set(shipped("presets/jurisdictions"))
