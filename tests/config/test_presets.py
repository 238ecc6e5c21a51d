"""The shipped presets: each can be extended, and each jurisdiction is known to rules."""

from typing import get_args

import pytest

from linter.config.layers import load_config, shipped
from linter.config.read import read_jurisdiction
from linter.rules.schema.fields import Region

JURISDICTIONS = shipped("presets/jurisdictions")


def test_the_presets():
    assert set(shipped("presets")) == {"minimal", "recommended", "strict"}
    assert all(load_config(file) for file in shipped("presets").values())


def test_every_region_of_the_rules_can_be_chosen():
    assert set(JURISDICTIONS) == set(get_args(Region))


@pytest.mark.parametrize("name", JURISDICTIONS)
def test_a_jurisdiction_includes_itself_and_what_it_lies_in(name):
    regions = read_jurisdiction(JURISDICTIONS[name])
    assert regions[-1] == name
    assert regions == (("us", name) if name.startswith("us-") else (name,))


def test_presets_differ(tmp_path, monkeypatch, capfd):
    from linter.cli import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("It is completely safe.\n", encoding="utf-8")
    seen = {}
    for name in ("minimal", "recommended", "strict"):
        (tmp_path / "medlint.toml").write_text(f'extends = "{name}"\n', encoding="utf-8")
        main(["config", "a.md"])
        seen[name] = capfd.readouterr().out
    assert "options.RDB001.target = 6" in seen["strict"]
    assert "off: " in seen["minimal"]
    assert "RDB002" in seen["minimal"]
    assert "RDB002" not in seen["recommended"]
