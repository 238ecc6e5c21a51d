"""The GitHub action and the CI examples in the docs: their scripts run, and their options exist."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from linter.cli.output import targets_of
from linter.cli.parser import build_parser
from linter.reports import FORMATS

ROOT = Path(__file__).resolve().parent.parent
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
ACTION = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))


def run(tmp_path, **inputs):
    """The arguments that the action's last step passes to medlint."""
    program = tmp_path / "medlint" / "bin" / "medlint"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/bash\nprintf "%s\\0" "$@" > "$RUNNER_TEMP/seen"\nexit 1\n', encoding="utf-8")
    program.chmod(0o755)
    step = ACTION["runs"]["steps"][-1]
    values = {name: entry["default"] for name, entry in ACTION["inputs"].items()} | inputs
    environment = {
        name: values[re.fullmatch(r"\$\{\{ inputs\.(\S+) \}\}", source)[1]] for name, source in step["env"].items()
    }
    script = tmp_path / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    # like the runner for a step with shell bash
    result = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        check=False,
        cwd=tmp_path,
        env={**os.environ, **environment, "RUNNER_TEMP": str(tmp_path)},
    )
    assert result.returncode == 1
    return (tmp_path / "seen").read_text(encoding="utf-8").split("\0")[:-1]


def test_defaults(tmp_path):
    assert run(tmp_path) == ["check", "-f", "github", "--", "."]


def test_inputs_are_data(tmp_path):
    hostile = 'a b.md\n$(touch owned)\n"; touch owned; "\n--output=x\n'
    seen = run(
        tmp_path,
        paths=hostile,
        reports="sarif=my report.sarif\nhtml=r.html\n",
        arguments="--max-warnings\n3",
        **{"fail-on": "warning"},
    )
    assert seen == [
        "check", "-f", "github", "--fail-on", "warning", "-f", "sarif=my report.sarif", "-f", "html=r.html",
        "--max-warnings", "3", "--", "a b.md", "$(touch owned)", '"; touch owned; "', "--output=x",
    ]  # fmt: skip
    assert not (tmp_path / "owned").exists()
    options = build_parser().parse_args(seen)
    assert options.paths[0] == "a b.md"
    assert [name for name, _ in targets_of(options.format, None)] == ["github", "sarif", "html"]


def test_no_input_is_pasted_into_a_script():
    assert [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")] == []


def test_the_docs_name_every_input():
    assert set(re.findall(r"^\| `(\S+)` \|", CI, re.MULTILINE)) == set(ACTION["inputs"])


def test_every_format_is_described():
    table = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\| \[`(\w+)`\]", table, re.MULTILINE)) == FORMATS


@pytest.mark.parametrize("block", re.findall(r"^```yaml\n(.*?)^```", CI, re.MULTILINE | re.DOTALL))
def test_examples_are_yaml(block):
    assert isinstance(YAML(typ="safe").load(block), dict)


@pytest.mark.parametrize("command", re.findall(r"\bmedlint (check [^|\n#]+)", CI))
def test_commands_in_the_docs_are_understood(command):
    options = build_parser().parse_args(shlex.split(command.split("`")[0]))
    targets_of(options.format or ["text"], options.output)
