"""Lexicon classes that code and rules use exist, so that renaming one does not silence a check."""

import ast
import re
from collections import Counter
from pathlib import Path

import linter
from linter.checks import panacea
from linter.checks.claim import judge
from linter.language.index.patterns import expand
from tests.catalogue import CATALOGUE

FROM_KNOWLEDGE = {"treatment", "condition", "use", "mask", "drug", "frame.risk", "frame.exclusion"}
CLASS = re.compile(
    r"<([a-z][a-z0-9.-]*)>|(?<=[\"'\s,\[])([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)(?=[\"'\s,\]}]|$)", re.MULTILINE
)
"""References to a class in rules and other classes."""
NAMED = re.compile(r"[a-z]+(\.[a-z_-]+)+")


def families():
    known = set()
    for name in (*CATALOGUE.lexicon, *FROM_KNOWLEDGE):
        parts = name.split(".")
        known.update(".".join(parts[:length]) for length in range(1, len(parts) + 1))
    return known


def test_code_asks_for_classes_that_exist():
    known = families()
    tops = {name.split(".")[0] for name in known}
    unknown = []
    for path in Path(linter.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "of":
                names = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and NAMED.fullmatch(node.value):
                names = [node.value] if node.value.split(".")[0] in tops else []
            else:
                continue
            unknown += [f"{path.name}:{node.lineno}: {name}" for name in names if not known & {name, f"cue.{name}"}]
    assert unknown == []


def test_code_asks_for_kinds_of_cue_that_exist():
    signs = {"question", "quotation"}
    known = signs | {name.split(".")[1] for name in CATALOGUE.lexicon if name.startswith("cue.")}
    used = {*judge.SILENCING, *judge._WEAKENING, *panacea._SILENCING}
    for path in Path(linter.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare) and ast.unparse(node.left) == "cue.kind":
                used |= {one.value for one in node.comparators if isinstance(one, ast.Constant)}
    assert used - known == set()


def test_every_class_is_used():
    """Each class is used by code, a rule or another class, directly or through a parent class."""
    used = {
        name
        for path in Path("lint_rules").rglob("*.yaml")
        for found in CLASS.findall(path.read_text())
        for name in found
    }
    for path in Path(linter.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                used.add(node.value.rstrip("."))  # also f"risk.harm.{name}"
    parts = {name: name.split(".") for name in CATALOGUE.lexicon}
    above = {name: {".".join(of[:length]) for length in range(1, len(of) + 1)} for name, of in parts.items()}
    assert [name for name in above if used.isdisjoint({name, *above[name]})] == []


def test_no_wording_is_twice_in_a_class():
    twice = []
    for name, entry in CATALOGUE.lexicon.items():
        wordings = Counter((one.before, one.anchor, one.after) for text in entry.terms for one in set(expand(text)))
        twice += [f"{name}: {' '.join(sum(wording, ()))}" for wording, count in wordings.items() if count > 1]
    assert twice == []
