"""A run on one article imports nothing that it does not need."""

import json
import subprocess
import sys

import pytest

ARTICLE = """---
title: Before your first visit
---

# Before your first visit

Ketamine is given in the clinic. Bring [the form](https://example.org/form) and leave two hours for the visit.
"""
SHOWN = "import json, sys; from linter.cli import main; main(sys.argv[1:]); print(json.dumps(sorted(sys.modules)))"
HEAVY = {
    # our modules that this run does not need
    "linter.rules.load",
    "linter.rules.schema",
    "linter.rules.compile",
    "linter.rules.options",
    "linter.language.index.build",
    "linter.language.index.patterns",
    "linter.knowledge.compile",
    "linter.cli.arguments",
    "linter.config.read",
    "linter.config.validate",
    "linter.cli.parser",
    "linter.files.atomic",
    "linter.suppressions.baseline",
    "linter.suppressions.ledger",
    "linter.suppressions.comments.apply",
    "linter.reports.html",
    "linter.reports.json_report",
    "linter.parsers.html",
    "linter.parsers.mdx",
    "linter.parsers.mdx_scan",
    # libraries that take a large part of the run to import
    "argparse",
    "asyncio",
    "contextlib",
    "dataclasses",
    "datetime",
    "decimal",
    "email",
    "gettext",
    "hashlib",
    "importlib",
    "importlib.metadata",
    "importlib.resources",
    "inspect",
    "jinja2",
    "locale",
    "logging",
    "multiprocessing",
    "pathlib",
    "pathspec",
    "pickle",
    "pydantic",
    "random",
    "re2",  # needed only for sentences that rules with regular expressions may match; this article has none
    "ruamel",
    "ruamel.yaml",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "textstat",
    "textwrap",
    "tomllib",
    "traceback",
    "typing",
    "typing_extensions",
    "unittest",
    "urllib.parse",
    "uuid",
    "warnings",
    "xml",
}


@pytest.fixture(scope="module")
def runs(program, tmp_path_factory):
    """The modules of two runs on the same article, with the compiled program in the cache."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "a.md").write_text(ARTICLE, encoding="utf-8")
    # -S: exclude what the environment imports at every start (finder of an editable install, coverage)
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}; {SHOWN}", "check", "a.md"]
    runs = [subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True) for _ in range(2)]
    return [set(json.loads(run.stdout.splitlines()[-1])) for run in runs]


@pytest.fixture(scope="module")
def loaded(runs):
    """The modules of a run that checks an article."""
    return runs[0]


def test_an_unchanged_article_costs_no_knowledge_and_no_check(runs):
    first, again = runs
    costly = ("linter.knowledge", "linter.checks.claim", "linter.checks.phrase", "linter.parsers.markdown")
    assert {name for name in costly if name in first} == set(costly)
    assert [name for name in sorted(again) if name.startswith(costly)] == []
    assert len([name for name in again if name.startswith("linter")]) <= 60


def test_a_run_loads_nothing_heavy(loaded):
    assert sorted(loaded & HEAVY) == []


def test_a_run_loads_few_modules(loaded):
    ours = {name for name in loaded if name.startswith(("linter", "lint_rules"))}
    assert len(ours) <= 173
    assert len(loaded - ours) <= 80
