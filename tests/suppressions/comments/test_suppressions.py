"""Suppressions in comments and front matter, as authors write them."""

import pytest

from linter.checks.setting import Setting
from linter.engine import lint_document
from linter.parsers import parse
from linter.source import SourceText
from linter.suppressions.comments.directives import read_directives
from tests.cpu_time import grows_within

CASES = {
    "next block": ("a.md", "<!-- medlint: ignore SAF001 -- a letter -->\nIt is completely safe.\n", ["a letter"]),
    "next block after a blank line": (
        "a.md",
        "<!-- medlint: ignore SAF001 -- a letter -->\n\nIt is completely safe.\n\nIt is perfectly safe.\n",
        ["a letter", None],
    ),
    "capitals and a space": ("a.md", "<!-- Medlint : ignore SAF001 -- x -->\nIt is completely safe.\n", ["x"]),
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
    "one finding by its words": (
        "a.md",
        '<!-- medlint: ignore SAF001 "completely safe" -- a letter -->\nIt is **completely** safe. Totally safe.\n',
        ["a letter", None],
    ),
    "words in curly quotes, then another rule": (
        "a.md",
        "<!-- medlint: ignore SAF001 “Totally safe”, EFF001 -- x -->\nIt is completely safe. It is totally safe.\n",
        [None, "x"],
    ),
    "a dash among the words": (
        "a.md",
        '<!-- medlint: ignore SAF001 "safe -- really" -- x -->\nIt is completely safe.\n',
        [None],
    ),
    "next block: a whole table": (
        "a.md",
        "<!-- medlint: ignore SAF001 -- x -->\n\n| a | b |\n|---|---|\n| 1 | Totally safe. |\n\nTotally safe.\n",
        ["x", None],
    ),
    "next block: a whole list": (
        "a.md",
        "<!-- medlint: ignore SAF001 -- x -->\n\n- Easy.\n- It is completely safe.\n\nIt is totally safe.\n",
        ["x", None],
    ),
    "between two items: the next one": (
        "a.md",
        "- Totally safe.\n<!-- medlint: ignore SAF001 -- x -->\n- It is completely safe.\n- Perfectly safe.\n",
        [None, "x", None],
    ),
    "own line of a table": (
        "a.md",
        "| a |\n|---|\n| It is completely safe. <!-- medlint: ignore SAF001 -- x --> |\n| It is totally safe. |\n",
        ["x", None],
    ),
    "HTML on one line: the block that it stands in": (
        "a.html",
        "<p>Totally safe.</p><p>It is completely safe. <!-- medlint: ignore SAF001 -- x --></p><p>Totally safe.</p>",
        [None, "x", None],
    ),
    "HTML on one line, within the text": (
        "a.html",
        "<p>It is completely <!-- medlint: ignore SAF001 -- x --> safe.</p><p>It is perfectly safe.</p>",
        ["x", None],
    ),
    "HTML on one line, between blocks": (
        "a.html",
        "<p>It is totally safe.</p><!-- medlint: ignore SAF001 -- x --><p>It is perfectly safe.</p>",
        [None, "x"],
    ),
    "MDX, same line": (
        "a.mdx",
        "It is completely safe. {/* medlint: ignore SAF001 -- x */}\n\nIt is perfectly safe.\n",
        ["x", None],
    ),
    "MDX, range": (
        "a.mdx",
        "{/* medlint: ignore-start SAF001 -- x */}\n\nTotally safe.\n\n{/* medlint: ignore-end */}\n\nTotally safe.\n",
        ["x", None],
    ),
    "a dash that Word has made of two": (
        "a.md",
        (
            "<!-- medlint: ignore SAF001 — x -->\nIt is completely safe.\n\n"
            "<!-- medlint: ignore SAF001 “completely” – y -- z -->\nIt is completely safe.\n"
        ),
        ["x", "y -- z"],
    ),
    "TOML front matter": ("a.md", '+++\nmedlint-ignore = ["SAF001 -- x"]\n+++\n\nIt is completely safe.\n', ["x"]),
    "a line moved by a reformatter": (
        "a.md",
        "<!-- medlint: ignore SAF001 -- x -->\n\n\n\nHere\nit\nis\ncompletely\nsafe.\n",
        ["x"],
    ),
    "nothing after it": ("a.md", "It is completely safe.\n\n<!-- medlint: ignore SAF001 -- x -->\n", [None]),
    "no code": ("a.md", "<!-- medlint: ignore -- x -->\nIt is completely safe.\n", [None]),
    "all rules at once": ("a.md", "<!-- medlint: ignore all -- x -->\nIt is completely safe.\n", [None]),
    "no reason": ("a.md", "<!-- medlint: ignore SAF001 -->\nIt is completely safe.\n", [None]),
    "expired": ("a.md", "<!-- medlint: ignore SAF001 -- x; until: 2026-01-01 -->\nIt is completely safe.\n", [None]),
    "unreadable": ("a.md", "<!-- medlint: ignoer SAF001 -- x -->\nIt is completely safe.\n", [None]),
    "strange field": ("a.md", "<!-- medlint: ignore SAF001 -- x; bye: me -->\nIt is completely safe.\n", [None]),
    "one code unknown": ("a.md", "<!-- medlint: ignore SAF999, SAF001 -- x -->\nIt is completely safe.\n", ["x"]),
    "range without end": ("a.md", "<!-- medlint: ignore-start SAF001 -- x -->\n\nIt is completely safe.\n", [None]),
    "front matter of another shape": ("a.md", "---\nmedlint-ignore: SAF001\n---\n\nIt is completely safe.\n", [None]),
}


def lint(path, text, program, honor_suppressions=True):
    setting = Setting(today="2026-11-22", honor_suppressions=honor_suppressions)
    return lint_document(parse(SourceText(path, text)), program, program.rules, setting).violations


@pytest.mark.parametrize(("path", "text", "reasons"), CASES.values(), ids=CASES)
def test_what_is_suppressed(path, text, reasons, program):
    found = [violation for violation in lint(path, text, program) if violation.code == "SAF001"]
    assert [one.suppressed.reason if one.suppressed else None for one in found] == reasons


PROBLEMS = {
    "no reason": ("ignore SAF001", ("IGN003", "write the reason after --")),
    "empty reason": ("ignore SAF001 -- ; by: me", ("IGN003", "write the reason after --")),
    "unknown": ("ignore SAF0O1 -- x", ("IGN001", "'SAF0O1' is not the code or name of a rule")),
    "unknown code": ("ignore SAF999 -- x", ("IGN002", "no rule 'SAF999'; did you mean 'SAF")),
    "unknown name": (
        "ignore absolut-safety-claim -- x",
        ("IGN002", "'absolute-safety-claim'?)."),
    ),
    "expired": ("ignore SAF001 -- x; until: 2026-11-21", ("IGN004", "it expired on 2026-11-21")),
    "unused": ("ignore SAF002 -- x", ("IGN005", "no finding of SAF002 there")),
    "unused words": ('ignore SAF001 "mostly safe" -- x', ("IGN005", 'no finding of SAF001 "mostly safe"')),
    "refused": ("ignore IGN005 -- x", ("IGN006", "IGN005 may not be suppressed")),
    "misspelt": ("ignroe SAF001 -- x", ("IGN001", "unknown directive 'ignroe SAF001 -- x'")),
    "misspelt field": ("ignore SAF001 -- x; utnil: 2027-01-01", ("IGN001", "cannot read 'utnil: 2027-01-01'")),
    "no date": ("ignore SAF001 -- x; until: soon", ("IGN001", "'soon' is not a date")),
    "no dashes": ("ignore SAF001 because", ("IGN001", "'SAF001 because' is not the code or name of a rule")),
    "end alone": ("ignore-end", ("IGN001", "ignore-end without ignore-start")),
}


@pytest.mark.parametrize(("directive", "problem"), PROBLEMS.values(), ids=PROBLEMS)
@pytest.mark.parametrize("form", ["<!-- medlint: %s -->", "{/* medlint: %s */}"])
def test_what_is_wrong_with_a_directive(directive, problem, form, program):
    path = "a.mdx" if form.startswith("{") else "a.md"
    found = lint(path, f"{form % directive}\n\nIt is completely safe.\n", program)
    told = [(one.code, one.message) for one in found if one.code.startswith("IGN")]
    assert len(told) == 1
    code, text = problem
    assert told[0][0] == code
    assert text in told[0][1]
    (place,) = [one for one in found if one.code == code]
    assert place.excerpt == form % directive
    assert all(one.suppressed is None for one in found)


@pytest.mark.parametrize("text", ["medlint-ignore SAF001 -- x", "medlint ignore SAF001 -- x", "MedLint-disable"])
def test_a_directive_without_its_colon(text, program):
    found = lint("a.md", f"<!-- {text} -->\nIt is completely safe.\n", program)
    assert [one.message for one in found if one.code == "IGN001"] == [
        (
            f"This directive cannot be read, so it suppresses nothing: '{text}' lacks a colon after medlint; "
            "write: ignore CODE -- reason; by: name; until: 2027-06-30."
        )
    ]
    assert [one.suppressed for one in found if one.code == "SAF001"] == [None]


def test_what_does_not_speak_to_medlint(program):
    text = "<!-- medlint is run on this page --> <!-- markdownlint-disable -->\nIt is completely safe.\n"
    assert [one.code for one in lint("a.md", text, program) if one.code.startswith("IGN")] == []


def test_the_next_block_is_a_whole_quotation():
    text = "<!-- medlint: ignore SAF001 -- x -->\n\n> One.\n>\n> Two.\n\nThree.\n"
    (request,) = read_directives(parse(SourceText("a.md", text)))
    covered = text[request.target.start : request.target.end]
    assert "One." in covered
    assert "Two." in covered
    assert "Three." not in covered


def test_directives_and_findings_by_the_thousand_take_linear_time(program):
    rules = [rule for rule in program.rules if rule.code in ("SAF001", "IGN005")]
    line = "<!-- medlint: ignore SAF001 -- x -->\n\nIt is completely safe.\n\n"

    def suppressed(times):
        document = parse(SourceText("a.md", line * times))
        return lambda: lint_document(document, program, rules, Setting(today="2026-11-22"))

    assert grows_within(suppressed, 250, 2500, 25)


def test_who_and_until_when(program):
    text = "<!-- medlint: ignore SAF001 -- a letter; by: Jane Roe; until: 2027-06-30 -->\nIt is completely safe.\n"
    (suppressed,) = [one.suppressed for one in lint("a.md", text, program) if one.code == "SAF001"]
    assert (suppressed.by, suppressed.until, suppressed.means) == ("Jane Roe", "2027-06-30", "comment")


def test_an_audit_honors_nothing_and_complains_of_nothing(program):
    text = "<!-- medlint: ignore SAF001 -- a letter -->\nIt is completely safe.\n\n<!-- medlint: nonsense -->\n"
    found = lint("a.md", text, program, honor_suppressions=False)
    assert [one.suppressed for one in found if one.code == "SAF001"] == [None]
    assert not any(one.code.startswith("IGN") for one in found)


def test_a_rule_that_did_not_run_makes_nothing_unused(program):
    text = "<!-- medlint: ignore SAF001 -- a letter -->\nWe are open.\n"
    rules = [rule for rule in program.rules if rule.code == "IGN005"]
    report = lint_document(parse(SourceText("a.md", text)), program, rules, Setting(today="2026-11-22"))
    assert report.violations == ()
