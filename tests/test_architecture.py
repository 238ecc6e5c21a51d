"""The architecture: imports go one way, values are frozen, positions come from one place."""

import ast
import re
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import linter

ROOT = Path(linter.__file__).parent
LAYERS = (
    ("typed",),
    ("digest", "expression", "value", "text_table"),
    ("source", "version", "hints", "fingerprint"),
    ("view",),
    ("files",),
    ("document", "violation", "workers", "plugins"),
    ("outcome",),
    ("report",),
    ("parsers",),
    ("language",),
    ("knowledge.facts", "knowledge"),
    ("rules",),
    ("approved",),
    ("checks",),
    ("changes",),
    ("suppressions", "edits"),
    ("engine",),
    ("config",),
    ("chosen",),
    ("cache",),
    ("results",),
    ("discovery", "run", "fixes"),
    ("planning", "project", "trial"),
    ("reports",),
    ("lsp", "scan"),
    ("cli",),
)
# knowledge is compiled by the rule loader, and a program contains the knowledge, so the two are one layer
SIBLINGS = {"knowledge", "rules"}


@cache
def modules():
    """The name and path of every module of medlint."""
    paths = sorted(ROOT.rglob("*.py"))
    names = (".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths)
    return [(name.removesuffix(".__init__"), path) for name, path in zip(names, paths, strict=True)]


def imported(path):
    """The medlint modules that a module imports, including imports inside functions and for types only."""
    known = {name for name, _ in modules()}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith("linter."):
            target = node.module.partition(".")[2]
            members = (f"{target}.{alias.name}".lstrip(".") for alias in node.names)
            yield from (member if member in known else target or "__init__" for member in members)


def layer(name):
    top = name.split(".")[0]
    for number, members in enumerate(LAYERS):
        if top in members:
            return number
    return None


def test_every_module_has_a_layer():
    assert [name for name, _ in modules() if layer(name) is None and name not in ("__init__", "__main__")] == []


def test_the_table_of_the_docs_has_every_module():
    table = (ROOT.parent / "docs/architecture.md").read_text(encoding="utf-8").partition("## Values")[0]
    listed = {name.rstrip("/") for name in re.findall(r"`([a-z_]+/?)`", table)}
    assert {name.split(".")[0] for name, _ in modules()} - {"__init__", "__main__"} - listed == set()


def test_imports_go_down():
    wrong = []
    for name, path in modules():
        if name in ("__init__", "__main__"):
            continue
        for target in imported(path):
            tops = {name.split(".")[0], target.split(".")[0]}
            same = len(tops) == 1 or tops <= SIBLINGS
            if not same and layer(target) >= layer(name):
                wrong.append(f"{name} imports {target}")
    assert wrong == []


def test_imports_run_in_no_circle():
    """Also within a layer; ``CycleError`` lists the modules of a cycle."""
    TopologicalSorter({name: set(imported(path)) for name, path in modules()}).prepare()


def test_modules_import_each_other_by_their_whole_names():
    """Only imports that :func:`imported` recognizes."""
    other = re.compile(r"^\s*(from \.|import linter)", re.MULTILINE)
    assert [name for name, path in modules() if other.search(path.read_text(encoding="utf-8"))] == []


def test_values_are_frozen():
    """Every struct is declared frozen; the type checker enforces it."""
    assert [name for name, path in modules() if "frozen=False" in path.read_text(encoding="utf-8")] == []


def test_there_is_one_kind_of_value():
    """Others compile code for every class at each start, or are slow to import; see docs/adr/0005."""
    imported = re.compile(r"^\s*(from|import) (dataclasses|msgspec|attr)", re.MULTILINE)
    assert [name for name, path in modules() if imported.search(path.read_text(encoding="utf-8"))] == []


def test_lines_are_counted_in_one_place():
    offenders = [
        name
        for name, path in modules()
        if name != "source" and re.search(r"\.splitlines\(|count\(\"\\n\"\)", path.read_text(encoding="utf-8"))
    ]
    # messages of other libraries may be split into lines like this; articles may not
    assert [name for name in offenders if name != "files.data" and not name.startswith("knowledge.")] == []


def test_checks_make_no_spans():
    makers = [
        name
        for name, path in modules()
        if name.startswith("checks") and re.search(r"\bSpan\(", path.read_text(encoding="utf-8"))
    ]
    assert makers == []


def test_no_catch_all_names():
    banned = {"utils", "helpers", "common", "manager", "misc"}
    assert [name for name, _ in modules() if banned & set(name.split("."))] == []


def test_version_is_the_distribution_s():
    import tomllib

    from linter.version import VERSION

    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION


def test_what_ships_names_this_version():
    """Examples to copy name no tag, because a tag exists only after a release."""
    import json

    from linter.version import VERSION

    folder = ROOT.parent
    for name in ("README.md", "docs/ci.md"):
        assert not re.search(r"(rev: |medlint@)v\d", (folder / name).read_text(encoding="utf-8")), name
    for name in ("package.json", "package-lock.json"):
        assert json.loads((folder / "editors/vscode" / name).read_text(encoding="utf-8"))["version"] == VERSION, name
    assert f"\n## {VERSION} (" in (folder / "CHANGELOG.md").read_text(encoding="utf-8")


def test_python_is_new_enough():
    assert sys.version_info >= (3, 11)
