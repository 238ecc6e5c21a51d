"""Suppressions written into articles: once they have a reason, they suppress their finding, and are invisible."""

import pytest

from linter.checks.setting import Setting
from linter.discovery.names import is_article
from linter.engine import lint_document
from linter.parsers import parse
from linter.parsers.components import Copy
from linter.source import SourceText
from linter.suppressions.comments.write import BEFORE_REASON, comment_of, suppression_edit
from tests.conftest import ROOT

CLAIM = "Ketamine is completely safe."
PLACES = {
    "paragraph.md": f"# Title\n\n{CLAIM}\n",
    "wrapped.md": f"Some words before it that\nfill a line. {CLAIM}\nAnd more words.\n",
    "heading.md": f"# {CLAIM}\n\nText.\n",
    "underlined.md": f"{CLAIM}\n====\n\nText.\n",
    "second-item.md": f"- One thing.\n- {CLAIM}\n- Another.\n",
    "table.md": f"| a | b |\n|---|---|\n| {CLAIM} | b |\n",
    "quotation.md": f"> {CLAIM}\n",
    "front-matter.md": f"---\ntitle: {CLAIM}\n---\n\nText.\n",
    "listed-already.md": f"---\nmedlint-ignore:\n  - EFF001 -- a quotation\ntitle: {CLAIM}\n---\n\nText.\n",
    "windows.md": f"# Title\r\n\r\n{CLAIM}\r\n",
    "component.mdx": f"<Box>\n\n{CLAIM}\n\n</Box>\n",
    "item.mdx": f"- One thing.\n- {CLAIM}\n",
    "page.html": f"<title>{CLAIM}</title><p>One <b>thing</b>.</p><p>{CLAIM} <em>Yes.</em></p>",
    "picture.html": f'<p>Look.</p><img alt="{CLAIM}">',
    "template.liquid": f"<p>{{{{ greeting }}}} {CLAIM}</p>\n",
    "page.tsx": f"export default () => <main>\n  <p>{CLAIM}</p>\n</main>;\n",
    "page.astro": f"---\nconst a = 1;\n---\n<main>\n  <p>{CLAIM}</p>\n</main>\n",
    "page.svelte": f"<main>\n  <p>{CLAIM}</p>\n</main>\n",
    "page.vue": f"<template>\n  <p>{CLAIM}</p>\n</template>\n",
    "data.tsx": f'const services = [\n  {{ title: "{CLAIM}" }},\n];\n',
}
PATHS = sorted(path for path in ROOT.glob("content/drafts/*") if is_article(path.name))
ARTICLES = PLACES | {path.name: path.read_text(encoding="utf-8") for path in PATHS if path.suffix != ".txt"}


def lint(name, text, program):
    report = lint_document(parse(SourceText(name, text)), program, program.rules, Setting(today="2026-01-01"))
    return report.document, report.violations


def complaints(violations):
    return [one.message for one in violations if one.family == "suppression"]


def test_under_a_key_that_a_project_reads_as_copy(program):
    copy = Copy(more=("blurb",))
    document = parse(SourceText("a.tsx", f'const a = [\n  {{ blurb: "{CLAIM}" }},\n];\n'), None, copy)
    report = lint_document(document, program, program.rules, Setting(today="2026-01-01"))
    violation = next(one for one in report.violations if one.code == "SAF001")
    assert suppression_edit(violation, document) is None
    assert "medlint: ignore SAF001" in suppression_edit(violation, document, copy).text


@pytest.mark.parametrize(
    ("form", "comment"),
    [
        ("markdown", "<!-- medlint: ignore -->"),
        ("mdx", "{/* medlint: ignore */}"),
        ("tsx", "{/* medlint: ignore */}"),
        ("wxr", "<!-- medlint: ignore -->"),
        ("docx", "medlint: ignore"),
        ("text", ""),
    ],
)
def test_a_comment_in_the_form_of_each_format(form, comment):
    assert comment_of("ignore", form) == comment


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_written_suppresses(name, program):
    document, violations = lint(name, ARTICLES[name], program)
    suppressible = {rule.code for rule in program.rules if rule.suppressible}
    open_ones = [one for one in violations if one.suppressed is None and one.code in suppressible]
    assert open_ones
    # only a few of those that are alike, because each needs its own run
    firsts = {(one.code, one.start.line): one for one in open_ones}
    for violation in list(firsts.values())[:8]:
        edit = suppression_edit(violation, document)
        assert edit is not None, violation
        words = edit.text.replace(BEFORE_REASON, f"{BEFORE_REASON}quoted", 1)
        at = edit.span.start
        _, after = lint(name, ARTICLES[name][:at] + words + ARTICLES[name][at:], program)
        suppressed = [one for one in after if one.suppressed is not None]
        assert (violation.code, violation.excerpt) in [(one.code, one.excerpt) for one in suppressed]
        assert complaints(after) == complaints(violations)


def test_without_a_reason_it_suppresses_nothing(program):
    document, violations = lint("a.md", CLAIM, program)
    violation = next(one for one in violations if one.code == "SAF001")
    edit = suppression_edit(violation, document)
    _, after = lint("a.md", edit.text + CLAIM, program)
    assert "SAF001" in [one.code for one in after if one.suppressed is None]
    assert "suppression" in [one.family for one in after]


def test_plain_text_has_no_comments(program):
    document, violations = lint("a.txt", CLAIM, program)
    assert [suppression_edit(violation, document) for violation in violations if violation.code == "SAF001"] == [None]
