"""Suppressions from comments and front matter, as an author writes them."""

import pytest

from linter.checks.article import Setting
from linter.engine import lint_document
from linter.parsers import parse
from linter.source import SourceText

CASES = {
    "next block": ("a.md", "<!-- medlint: ignore SAF001 -- a letter -->\nIt is completely safe.\n", ["a letter"]),
    "next block after a blank line": (
        "a.md",
        "<!-- medlint: ignore SAF001 -- a letter -->\n\nIt is completely safe.\n\nIt is perfectly safe.\n",
        ["a letter", None],
    ),
    "same line": (
        "a.md",
        "It is completely safe. <!-- medlint: ignore SAF001 -- a letter -->\nIt is perfectly safe.\n",
        ["a letter", None],
    ),
    "same list item": (
        "a.md",
        "- It is completely safe. <!-- medlint: ignore SAF001 -- a letter -->\n- It is perfectly safe.\n",
        ["a letter", None],
    ),
    "range": (
        "a.md",
        (
            "<!-- medlint: ignore-start SAF001 -- letters -->\n\nIt is completely safe.\n\nIt is perfectly safe.\n\n"
            "<!-- medlint: ignore-end -->\n\nIt is totally safe.\n"
        ),
        ["letters", "letters", None],
    ),
    "file": (
        "a.md",
        '---\nmedlint-ignore:\n  - "SAF001 -- all letters; by: Jane Roe"\n---\n\nIt is completely safe.\n',
        ["all letters"],
    ),
    "several codes, by name": (
        "a.md",
        "<!-- medlint: ignore EFF001, absolute-safety-claim -- a letter -->\nIt is completely safe.\n",
        ["a letter"],
    ),
    "MDX": ("a.mdx", "{/* medlint: ignore SAF001 -- a letter */}\n\nIt is completely safe.\n", ["a letter"]),
    "HTML": (
        "a.html",
        "<!-- medlint: ignore SAF001 -- a letter --><p>It is completely safe.</p><p>It is perfectly safe.</p>",
        ["a letter", None],
    ),
    "no reason": ("a.md", "<!-- medlint: ignore SAF001 -->\nIt is completely safe.\n", [None]),
    "expired": ("a.md", "<!-- medlint: ignore SAF001 -- x; until: 2026-01-01 -->\nIt is completely safe.\n", [None]),
    "unreadable": ("a.md", "<!-- medlint: ignoer SAF001 -- x -->\nIt is completely safe.\n", [None]),
    "strange field": ("a.md", "<!-- medlint: ignore SAF001 -- x; bye: me -->\nIt is completely safe.\n", [None]),
    "one code unknown": ("a.md", "<!-- medlint: ignore SAF999, SAF001 -- x -->\nIt is completely safe.\n", ["x"]),
    "range without end": ("a.md", "<!-- medlint: ignore-start SAF001 -- x -->\n\nIt is completely safe.\n", [None]),
    "front matter of another shape": ("a.md", "---\nmedlint-ignore: SAF001\n---\n\nIt is completely safe.\n", [None]),
}


def lint(path, text, program, honour=True):
    return lint_document(
        parse(SourceText(path, text)), program, program.rules, Setting(today="2026-11-22"), honour
    ).violations


@pytest.mark.parametrize(("path", "text", "reasons"), CASES.values(), ids=CASES)
def test_what_is_suppressed(path, text, reasons, program):
    found = [violation for violation in lint(path, text, program) if violation.code == "SAF001"]
    assert [one.suppressed.reason if one.suppressed else None for one in found] == reasons


def test_who_and_until_when(program):
    text = "<!-- medlint: ignore SAF001 -- a letter; by: Jane Roe; until: 2027-06-30 -->\nIt is completely safe.\n"
    (suppressed,) = [one.suppressed for one in lint("a.md", text, program) if one.code == "SAF001"]
    assert (suppressed.by, suppressed.until, suppressed.means) == ("Jane Roe", "2027-06-30", "comment")


def test_an_audit_honours_nothing_and_complains_of_nothing(program):
    text = "<!-- medlint: ignore SAF001 -- a letter -->\nIt is completely safe.\n\n<!-- medlint: nonsense -->\n"
    found = lint("a.md", text, program, honour=False)
    assert all(one.suppressed is None for one in found)
    assert not any(one.code.startswith("IGN") for one in found)


def test_a_rule_that_did_not_run_makes_nothing_unused(program):
    text = "<!-- medlint: ignore SAF001 -- a letter -->\nWe are open.\n"
    rules = [rule for rule in program.rules if rule.code == "IGN005"]
    report = lint_document(parse(SourceText("a.md", text)), program, rules, Setting(today="2026-11-22"))
    assert report.violations == ()
