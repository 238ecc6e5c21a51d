"""The sample articles: published ones are clean, drafts get the findings that a reviewer expects."""

import os
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from linter.checks.setting import Setting
from linter.run import Plan, lint_paths

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = sorted(path for path in (ROOT / "content" / "published").iterdir() if path.suffix != ".yaml")
DRAFTS = sorted(
    path for path in (ROOT / "content" / "drafts").iterdir() if path.suffix in (".md", ".mdx", ".html", ".txt")
)
TODAY = "2026-11-22"


def check(path, program):
    report = lint_paths([(str(path), Plan(program, program.rules, Setting(today=TODAY)))])
    assert report.errors == ()
    (file,) = report.files
    return file


def lines(file):
    """One line for each finding: place, code, severity, excerpt."""
    return [
        f"{found.start.line}:{found.start.column} {found.code} {found.severity.value} {' '.join(found.excerpt.split())}"
        for found in file.violations
    ]


def test_there_are_enough():
    assert len(PUBLISHED) >= 6
    assert len(DRAFTS) >= 6


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.name)
def test_published_articles_are_clean(path, program):
    file = check(path, program)
    assert lines(file) == []
    assert file.readability["flesch_kincaid_grade"] <= 8


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_drafts_get_what_a_reviewer_expects(path, program):
    """Entries marked ``gap: true`` are known misses; the mark must be removed once medlint finds one."""
    found = check(path, program).violations
    text = path.read_text(encoding="utf-8")
    wrong = []
    for entry in YAML(typ="safe").load(path.with_suffix(".expected.yaml").read_text(encoding="utf-8")):
        start = text.find(entry["text"]) if "text" in entry else 0
        end = start + len(entry["text"]) if "text" in entry else len(text)
        hit = any(one.code == entry["code"] and one.span.start < end and start < one.span.end for one in found)
        if hit == entry.get("gap", False):
            wrong.append(entry)
    assert wrong == []


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_drafts_get_exactly_the_expected_findings(path, program):
    """``MEDLINT_UPDATE_GOLDEN=1`` rewrites the files; read the diff before you commit it."""
    golden = path.with_suffix(".findings")
    now = "\n".join(lines(check(path, program))) + "\n"
    if os.environ.get("MEDLINT_UPDATE_GOLDEN"):
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")
