"""Damaged files other than articles (configurations, baselines, waivers …): each is refused in one line with its name
and a place in it, with exit code 2 and without control characters."""

import json
import os
import re
from pathlib import Path

import pytest

from linter.cli import exits, main
from tests.conftest import ROOT

BASELINE = {"medlint_baseline": 1, "written": "2026-01-01", "by": "", "reason": "", "articles": {"a.md": []}}
SINCE = ("--since", "since.json", "-f", "html")
SOUND = {
    "medlint.toml": ('ignore = ["EFF001"]\n', ()),
    "medlint.yaml": ("ignore: [EFF001]\n", ()),
    "pyproject.toml": ('[tool.medlint]\nignore = ["EFF001"]\n', ()),
    "named.toml": ('ignore = ["EFF001"]\n', ("--config", "named.toml")),
    "medlint-baseline.json": (json.dumps(BASELINE, indent=1), ()),
    "medlint-waivers.yaml": ("waivers:\n- fingerprint: 01234\n", ()),
    "claims.yaml": ("claims:\n- id: mine\n", ()),
    "rules/mine.yaml": ((ROOT / "lint_rules/safety/absolute-safety-claim.yaml").read_text(encoding="utf-8"), ()),
    "since.json": (json.dumps({"violations": []}, indent=1), SINCE),
}
"""Each kind of file: a valid text to damage, and the arguments that make medlint read it."""


def _inserted(text, what):
    return text[:3].encode() + what + text[3:].encode()


DAMAGE = {
    "cut off": lambda text: text[:-4].encode(),
    "another encoding": lambda text: _inserted(text, b"\xe9"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without its mark": lambda text: text.encode("utf-16-le"),
    "a NUL": lambda text: _inserted(text, b"\0"),
    "only NULs": b"\0" * 1_000,
    "a merge conflict": lambda text: f"<<<<<<< ours\n{text}=======\n>>>>>>> theirs\n[tool.medlint]\n".encode(),
    "a page of HTML": b"<!doctype html><title>Log in to medlint</title>\n",
    "other data": b"[1, 2]\n[tool.medlint]\n",
    "brackets without end": b"medlint = " + b"[" * 50_000,
    "braces without end": b'{"a":' * 50_000 + b"medlint",
    "an escape sequence": lambda text: _inserted(text, b"\x1b[31m"),
    "a key that turns the line": '"\u202ekey" = 1\n[tool.medlint]\n"\u202ekey" = 1\n'.encode(),
    "100 MB": None,
}
READ = {("UTF-16", "medlint-baseline.json"), ("UTF-16", "since.json"), ("cut off", "pyproject.toml")}
READ |= {("UTF-16 without its mark", name) for name in ("pyproject.toml", "medlint-baseline.json", "since.json")}
READ |= {("only NULs", "pyproject.toml")}
"""Not damage: JSON may be UTF-16, and a project file without a medlint section is not ours."""
NO_FILES = {
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("missing"),
    "a device": lambda path: path.symlink_to("/dev/zero"),
}
OURS = ("medlint.toml", "medlint.yaml", "named.toml", "medlint-baseline.json", "medlint-waivers.yaml", "claims.yaml")


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("It is safe.\n", encoding="utf-8")
    Path("rules").mkdir()
    return tmp_path


def refusal(capfd, name):
    if name.startswith("rules/"):
        Path("medlint.toml").write_text('rules = ["rules"]\n', encoding="utf-8")
    code = main(["check", "a.md", "--select", "SAF001", *SOUND[name][1]])
    out, err = capfd.readouterr()
    assert (code, out) == (exits.USAGE, ""), err
    lines = err.split("\n")[:-1]
    assert 1 <= len(lines) <= 2  # some kinds of damage cause two errors
    assert all(line.startswith("medlint: ") and line.isprintable() and len(line) < 1_500 for line in lines)
    return err


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", SOUND)
def test_a_damaged_file_is_refused_with_its_place(place, capfd, name, damage):
    if (damage, name) in READ:
        pytest.skip("no damage to this file")
    with Path(name).open("wb") as file:
        if DAMAGE[damage] is None:
            file.truncate(100_000_000)
        else:
            data = DAMAGE[damage]
            file.write(data if isinstance(data, bytes) else data(SOUND[name][0]))
    assert re.match(rf"medlint: (?:\S*/)?{re.escape(name)}:\d+:\d+: \S", refusal(capfd, name))


@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("name", OURS)
def test_what_is_not_a_file_is_refused(place, capfd, name, kind):
    NO_FILES[kind](place / name)
    err = refusal(capfd, name)
    assert name in err


def test_advice(place, capfd):
    Path("medlint.toml").write_bytes('ignore = ["EFF001"]\n'.encode("utf-16"))
    assert refusal(capfd, "medlint.toml") == "medlint: medlint.toml:1:1: is in UTF-16; save it as UTF-8\n"
    Path("medlint.toml").write_bytes('# é\n# é "'.encode() + b"\xe9")
    expected = "medlint: medlint.toml:2:6: byte 0xe9 is not UTF-8; save the file as UTF-8\n"
    assert refusal(capfd, "medlint.toml") == expected


def test_a_path_that_no_file_can_have(place, capfd):
    keys = {"fingerprint": "0" * 12, "path": "x" * 5_000, "code": "SAF001", "reason": "a", "by": "b"}
    waiver = "".join(f"  {key}: '{value}'\n" for key, value in keys.items())
    Path("medlint-waivers.yaml").write_text(f"waivers:\n-{waiver[1:]}  until: 2999-01-01\n", encoding="utf-8")
    assert main(["check", "a.md", "--select", "SAF001"]) in (exits.CLEAN, exits.VIOLATIONS)
    Path("b.json").write_text(json.dumps({**BASELINE, "articles": {"x" * 5_000: []}}), encoding="utf-8")
    assert main(["baseline", "a.md", "--prune", "-o", "b.json"]) == exits.CLEAN
    assert "Traceback" not in capfd.readouterr().err
