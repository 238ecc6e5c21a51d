"""No input can load code: medlint's source has no way to execute data, and no trap in an input is triggered.

Only the command line can load code (``--plugin``); see ``tests/checks/test_python.py``.
"""

import ast
import json
from functools import cache
from pathlib import Path

import pytest

import linter
from linter.checks import KINDS
from linter.cli import exits, main
from linter.files.data import DataFileError
from linter.rules.load import json_schema, load_rule
from tests.rules.test_load import GOOD

ROOT = Path(linter.__file__).parent
RUNS_DATA = {"eval", "exec", "compile", "system", "popen", "execv", "spawnv", "entry_points", "run_path"}
UNPICKLES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "runpy", "code"}
TRAP = "!!python/object/apply:pathlib.Path.touch [trapped]"


@cache
def nodes():
    """Each call and import in medlint's source, with its place."""
    wanted = (ast.Call, ast.Import, ast.ImportFrom)
    return [
        (f"{path.relative_to(ROOT)}:{node.lineno}", node)
        for path in sorted(ROOT.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, wanted)
    ]


def calls():
    return [(place, node) for place, node in nodes() if isinstance(node, ast.Call)]


def name_of(call):
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def test_no_module_runs_data():
    found = [place for place, call in calls() if name_of(call) in RUNS_DATA and not _is_expression(call)]
    # plug-ins are named on the command line; the other one generates the __init__ of value classes from field names
    assert [place.partition(":")[0] for place in found] == ["plugins.py", "value.py"]


def test_only_the_command_line_loads_plug_ins():
    calling = [place.partition(":")[0] for place, call in calls() if name_of(call) in ("load_plugins", "plugins_of")]
    assert {*calling} == {
        *(f"cli/{name}.py" for name in ("settings", "check", "survey", "rules", "output")),
        "reports/plugged.py",
    }
    loading = {ast.unparse(call.args[0]) for _, call in calls() if name_of(call) == "load_plugins"}
    # a configuration can only name built-in formats
    assert loading == {"options.plugin", "[name.removeprefix(_PLUGIN)]", "[name]"}


def _is_expression(call):
    """Whether a call is ``re.compile`` or ``re2.compile``."""
    return isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in ("re", "re2")


def test_no_module_reads_a_format_that_holds_code():
    imports = [(place, node) for place, node in nodes() if not isinstance(node, ast.Call)]
    found = [
        place
        for place, node in imports
        for name in [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
        if name.split(".")[0] in UNPICKLES
    ]
    assert imports
    assert found == []


def test_only_modules_of_ours_are_imported_by_name():
    names = [(place, call.args[0]) for place, call in calls() if name_of(call) in ("import_module", "__import__")]
    assert names
    assert [place for place, name in names if not ast.unparse(name).startswith("f'linter.")] == []


def test_no_shell():
    assert [place for place, call in calls() if any(keyword.arg == "shell" for keyword in call.keywords)] == []


def test_kinds_are_a_closed_list():
    assert {*json_schema()["discriminator"]["mapping"]} == {*KINDS, "suppression"}


def test_the_table_of_kinds_has_each_of_them_once():
    table = (ROOT.parent / "docs/writing-rules.md").read_text(encoding="utf-8").partition("## Kinds")[2]
    rows = [line.split("|")[1] for line in table.partition("###")[0].splitlines() if line.startswith("| `")]
    named = [kind.strip(" `") for row in rows for kind in row.split(",")]
    assert sorted(named) == sorted([*KINDS, "suppression"])


@pytest.mark.parametrize("match", ["call: os.system", "plugin: 'os:system'", "plugin: trap.py:run", "plugin: ../trap"])
def test_a_rule_names_a_plug_in_and_no_function(tmp_path, match):
    text = GOOD.replace("kind: phrase", "kind: python").replace('any: ["no side effects"]', match)
    (tmp_path / "sample-rule.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=r"sample-rule\.yaml:13:3: (unknown key 'call'|match\.plugin: )"):
        load_rule(tmp_path / "sample-rule.yaml")


@pytest.mark.parametrize("key", ["plugin", "plugins", "load", "require", "parser", "processor"])
def test_a_configuration_has_no_word_for_code(tmp_path, capfd, monkeypatch, key):
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("Text.\n", encoding="utf-8")
    Path("medlint.toml").write_text(f'{key} = ["trap.py"]\n', encoding="utf-8")
    assert main(["check", "."]) == exits.USAGE
    assert f"unknown key '{key}'" in capfd.readouterr().err


@pytest.mark.parametrize(
    "name", ["medlint.yaml", "medlint-waivers.yaml", "claims.yaml", "rules/mine.yaml", "a.md", "b.md"]
)
def test_a_trap_does_not_go_off(tmp_path, capfd, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    Path("rules").mkdir()
    Path("a.md").write_text("Text.\n", encoding="utf-8")
    if name != "medlint.yaml":
        Path("medlint.yaml").write_text("rules: [rules]\n", encoding="utf-8")
    text = {"a.md": f"---\nauthor: {TRAP}\n---\n\nText.\n", "b.md": f"---\nmedlint-ignore: [{TRAP}]\n---\n\nText.\n"}
    Path(name).write_text(text.get(name, f"claims: {TRAP}\nwaivers: {TRAP}\n"), encoding="utf-8")
    code = main(["check", ".", "-f", "json"])
    assert code in (exits.USAGE, exits.CLEAN, exits.VIOLATIONS)
    out = capfd.readouterr().out
    assert not out or json.loads(out)["tool"]
    assert not Path("trapped").exists()
