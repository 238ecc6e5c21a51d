"""Targets that read articles: parsers, front matter, directives, rules, reports, editor positions, fixes."""

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from fuzz import words
from fuzz.invariants import check_document, check_lines, check_positions, check_reports, check_violations
from linter.outcome import Kind
from linter.parsers import documents, parse
from linter.report import Report
from linter.source import SourceError, SourceText, decode, refuse_damage

if TYPE_CHECKING:
    from linter.run import Plan
    from linter.violation import Violation


def parser(name: str) -> Callable[[str], None]:
    """Return a target that parses a format and reads the directives of the document."""

    def run(text: str) -> None:
        from linter.suppressions.comments.directives import read_directives

        source = SourceText("article", text)
        try:
            document = parse(source, name)
        except SourceError as error:  # code that cannot be parsed
            assert "\n" not in str(error)
            return
        check_document(document)
        check_lines(source)
        for request in read_directives(document):
            assert 0 <= request.span.start <= request.span.end <= len(text)

    return run


def decoded(text: str) -> None:
    """Decode bytes."""
    data = text.encode("latin-1", "replace")
    try:
        source = decode("article.md", data)
        check_lines(source)
        refuse_damage(source, data)
    except SourceError as error:
        assert "\n" not in str(error)


def front_matter(text: str) -> None:
    """Parse YAML and TOML front matter."""
    for fence in ("---", "+++"):
        document = parse(SourceText("a.md", f"{fence}\n{text}\n{fence}\n\nText.\n"))
        check_document(document)


def simple_yaml(text: str) -> None:
    """Compare the fast reader of front matter with the full one."""
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
    """Read directives in a comment and in front matter."""
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
    """Read a Word file whose body is the text, parsed leniently as XML."""
    _contained("article.docx", words.packed(text))


def packed_word(text: str) -> None:
    """Read a Word file with mutated bytes."""
    _contained("article.docx", text.encode("latin-1", "replace"))


def export(text: str) -> None:
    """Read a WordPress export."""
    _contained("export.xml", text.encode("utf-8", "surrogatepass"))


def _contained(name: str, data: bytes) -> None:
    try:
        for document in documents(name, BytesIO(data)):
            check_document(document)
            check_lines(document.source)
    except SourceError as error:
        assert "\n" not in str(error)


def article(text: str) -> None:
    """Check an article with all rules; the first character of the text chooses the format."""
    suffix = ("md", "mdx", "html", "txt", "tsx", "vue", "liquid")[ord(text[:1] or "a") % 7]
    report = _judged(f"article.{suffix}", text, portrait=False)
    for file in report.files:
        check_violations(file, file.document.source.text if file.document else "")


def reports(text: str) -> None:
    """Check an article with all rules, and write every report format."""
    check_reports(_judged(f"{text[:9]}.md", text, portrait=True))


def fixed(text: str) -> None:
    """Apply all fixes and drafts to an article; applying them again must change nothing."""
    from linter.fixes import apply_fixes

    def lint(draft: str) -> "Sequence[Violation]":
        (file,) = _judged("article.md", draft, portrait=False).files
        return file.violations

    once = apply_fixes(text.encode("utf-8", "replace").decode(), lint, suggested=True)
    assert apply_fixes(once.text, lint, suggested=True).text == once.text


def positions(text: str) -> None:
    """Convert offsets to editor positions and back."""
    check_positions(text)


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
