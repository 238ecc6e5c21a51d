"""An article has the same findings in every format: a claim, a missing disclaimer, missing risks, readability."""

from io import BytesIO

import docx
import pytest

from linter.cache import load_program
from linter.checks.setting import Setting
from linter.report import Report
from linter.run import Plan, lint_bytes
from tests.parsers.wxr import export, item

TITLE = "Ketamine infusions for depression"
HARD = (
    "The pharmacological antagonism of glutamatergic neurotransmission facilitates synaptogenesis, which consequently "
    "ameliorates neurobiological dysregulation characteristic of refractory affective symptomatology."
)
PARTS = (
    ("p", "Ketamine cures depression in as little as one session. Our patients love it."),
    ("h", "How it works"),
    ("p", HARD),
    ("h", "What you can expect"),
    ("l", "Better sleep"),
    ("l", "Guaranteed relief from anxiety"),
    ("p", "Book your visit today. Naïve patients are welcome – ask us."),
)


def _tags(parts: tuple[tuple[str, str], ...]) -> str:
    names = {"p": "p", "h": "h2", "l": "li"}
    lines = [f"<{names[kind]}>{text}</{names[kind]}>" for kind, text in parts]
    return "\n".join(lines).replace("</h2>\n<li>", "</h2>\n<ul><li>").replace("</li>\n<p>", "</li></ul>\n<p>")


def _markdown() -> bytes:
    marks = {"p": "", "h": "## ", "l": "- "}
    return f"# {TITLE}\n\n{''.join(f'{marks[kind]}{text}{chr(10) * 2}' for kind, text in PARTS)}".encode()


def _html() -> bytes:
    return f"<h1>{TITLE}</h1>\n{_tags(PARTS)}".encode()


def _word() -> bytes:
    opened, stream = docx.Document(), BytesIO()
    opened.add_paragraph(TITLE, style="Title")
    styles = {"p": None, "h": "Heading 2", "l": "List Bullet"}
    for kind, text in PARTS:
        opened.add_paragraph(text, style=styles[kind])
    opened.save(stream)
    return stream.getvalue()


ARTICLES = {
    "page.html": _html(),
    "page.tsx": f"export default function Page() {{\n  return (<main>{_html().decode()}</main>);\n}}\n".encode(),
    "page.astro": b"---\nconst x = 1\n---\n" + _html(),
    "page.vue": b"<template>" + _html() + b"</template>",
    "page.svelte": b"<script>let x = 1</script>" + _html(),
    "page.liquid": b"{% layout 'page' %}" + _html(),
    "page.docx": _word(),
    "export.xml": export([item(_tags(PARTS), TITLE)]),
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    program = load_program()
    return Plan(program, tuple(program.rules), Setting(today="2026-01-01"))


def findings(report: Report) -> list[tuple[str, str]]:
    assert report.errors == ()
    return [(violation.code, violation.excerpt) for violation in report.open]


@pytest.mark.parametrize("name", ARTICLES)
def test_the_same_article_gives_the_same_findings(name: str, plan: Plan) -> None:
    expected = findings(lint_bytes("page.md", _markdown(), plan))
    families = {violation.family for violation in lint_bytes("page.md", _markdown(), plan).open}
    assert {"efficacy", "risk", "readability"} <= families
    assert findings(lint_bytes(name, ARTICLES[name], plan)) == expected


@pytest.mark.parametrize("name", ARTICLES)
def test_an_excerpt_is_the_article_s_own_text(name: str, plan: Plan) -> None:
    (file,) = lint_bytes(name, ARTICLES[name], plan).files
    assert file.document is not None
    source = file.document.source
    for violation in file.violations:
        assert source.text[violation.span.start : violation.span.end] == violation.excerpt
        assert source.position(violation.span.start) == violation.start
