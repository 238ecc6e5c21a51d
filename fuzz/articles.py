"""Targets that read articles: every format's parser, front matter, directives, all rules, reports, editors, fixes."""

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from fuzz import words
from fuzz.invariants import check_border, check_document, check_lines, check_reports, check_violations
from linter.outcome import Kind
from linter.parsers import documents, parse
from linter.report import Report
from linter.source import SourceError, SourceText, decode, refuse_damage

if TYPE_CHECKING:
    from linter.run import Plan
    from linter.violation import Violation


def parser(name: str) -> Callable[[str], None]:
    """The reader of a format, and what its documents ask to suppress."""

    def run(text: str) -> None:
        from linter.suppressions.comments.directives import read_directives

        source = SourceText("article", text)
        try:
            document = parse(source, name)
        except SourceError as error:  # code that is broken beyond reading
            assert "\n" not in str(error)
            return
        check_document(document)
        check_lines(source)
        for request in read_directives(document):
            assert 0 <= request.span.start <= request.span.end <= len(text)

    return run


def decoded(text: str) -> None:
    """Bytes as text."""
    data = text.encode("latin-1", "replace")
    try:
        source = decode("article.md", data)
        check_lines(source)
        refuse_damage(source, data)
    except SourceError as error:
        assert "\n" not in str(error)


def front_matter(text: str) -> None:
    """YAML and TOML before an article."""
    for fence in ("---", "+++"):
        document = parse(SourceText("a.md", f"{fence}\n{text}\n{fence}\n\nText.\n"))
        check_document(document)


def simple_yaml(text: str) -> None:
    """The quick reader of front matter says what the full one says."""
    from ruamel.yaml import YAML

    from linter.parsers.simple_yaml import NotSimpleError, load_simple

    try:
        simple = load_simple(text)
    except NotSimpleError:
        return
    full = YAML(typ="safe", pure=True).load(text) or {}
    assert simple == full, f"{simple} is not {full}"
    assert [type(value) for value in simple.values() if not isinstance(value, list)] == [
        type(value) for value in full.values() if not isinstance(value, list)
    ]


def directive(text: str) -> None:
    """What a comment and front matter ask to suppress."""
    from linter.suppressions.comments.apply import Allowance, suppress
    from linter.suppressions.comments.directives import read_directives

    inside = text.replace("\n---", "").replace("'", "''")
    article = f"---\nmedlint-ignore:\n- '{inside}'\n---\n\nIt is safe.\n\n<!-- medlint: {text} -->\n\nIt is safe.\n"
    document = parse(SourceText("a.md", article))
    requests = read_directives(document)
    names = {"SAF001": "SAF001", "absolute-safety-claim": "SAF001"}
    _, problems = suppress((), requests, Allowance(names, {"SAF001"}, {"SAF001"}, "2026-01-01"))
    for found in (*requests, *problems):
        assert 0 <= found.span.start <= found.span.end <= len(article)


def word(text: str) -> None:
    """A Word file whose body is the XML that can be read out of a text."""
    _contained("article.docx", words.packed(text))


def packed_word(text: str) -> None:
    """A Word file some of whose bytes are others."""
    _contained("article.docx", text.encode("latin-1", "replace"))


def export(text: str) -> None:
    """A WordPress export."""
    _contained("export.xml", text.encode("utf-8", "surrogatepass"))


def _contained(name: str, data: bytes) -> None:
    try:
        for document in documents(name, BytesIO(data)):
            check_document(document)
            check_lines(document.source)
    except SourceError as error:
        assert "\n" not in str(error)


def article(text: str) -> None:
    """All rules over one article; its first character says in which format it is written."""
    suffix = ("md", "mdx", "html", "txt", "tsx", "vue", "liquid")[ord(text[:1] or "a") % 7]
    report = _judged(f"article.{suffix}", text, portrait=False)
    for file in report.files:
        check_violations(file, file.document.source.text if file.document else "")


def reports(text: str) -> None:
    """All rules, and every format of report."""
    check_reports(_judged(f"{text[:9]}.md", text, portrait=True))


def mended(text: str) -> None:
    """An article with all that is suggested: mended once more, it stays."""
    from linter.fixes import mend

    def lint(draft: str) -> "Sequence[Violation]":
        (file,) = _judged("article.md", draft, portrait=False).files
        return file.violations

    once = mend(text.encode("utf-8", "replace").decode(), lint, suggested=True)
    assert mend(once.text, lint, suggested=True).text == once.text


def border(text: str) -> None:
    """Places as editors count them."""
    check_border(text)


def _judged(name: str, text: str, portrait: bool) -> Report:
    from linter.run import lint_bytes

    report = lint_bytes(name, text.encode("utf-8", "replace"), _plan(portrait))
    assert not [error for error in report.errors if error.kind is Kind.INTERNAL], report.errors
    return report


@cache
def _plan(portrait: bool) -> "Plan":
    from linter.cache import load_program
    from linter.checks.setting import Setting
    from linter.run import Plan

    program = load_program()
    setting = Setting(regions=("us", "uk", "eu"), today="2026-06-01", portrait=portrait)
    return Plan(program, program.rules, setting)
