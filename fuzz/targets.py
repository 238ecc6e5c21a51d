"""What is fuzzed: every reader of text that somebody else wrote, with seeds, the signs of its grammar and its promise.

A target takes a text and raises only if something is wrong: any exception is a find, and so is a run over the limit.
"""

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from fuzz import tokens
from fuzz.invariants import check_document, check_lines, check_reports, check_violations
from linter.parsers import parse
from linter.source import SourceError, SourceText, decode
from linter.value import Struct

ROOT = Path(__file__).resolve().parent.parent


class Target(Struct, frozen=True):
    """One reader: ``run`` gets a text; ``share`` says how many of a campaign's inputs it gets, beside the others."""

    name: str
    run: Callable[[str], None]
    seeds: Callable[[], Sequence[str]]
    tokens: Sequence[str]
    share: float
    longest: int = 160


def _articles(*suffixes: str) -> Callable[[], list[str]]:
    def read() -> list[str]:
        folders = (ROOT / "content" / "published", ROOT / "content" / "drafts", ROOT / "tests" / "positions")
        broken = ROOT / "tests" / "broken" / "articles"
        files = sorted(file for folder in (*folders, broken) for file in folder.iterdir() if file.suffix in suffixes)
        return [text for file in files if (text := file.read_bytes().decode("utf-8", "replace").replace("\0", " "))]

    return read


def _files(folder: str) -> Callable[[], list[str]]:
    return lambda: [file.read_text(encoding="utf-8") for file in sorted((ROOT / folder).rglob("*.yaml"))]


def _parser(name: str) -> Callable[[str], None]:
    def run(text: str) -> None:
        from linter.suppressions.directives import read_directives

        source = SourceText("article", text)
        document = parse(source, name)
        check_document(document)
        check_lines(source)
        for request in read_directives(document):
            assert 0 <= request.span.start <= request.span.end <= len(text)

    return run


def _decode(text: str) -> None:
    data = text.encode("latin-1", "replace")
    try:
        source = decode("article.md", data)
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        check_lines(source)


def _front_matter(text: str) -> None:
    for fence in ("---", "+++"):
        document = parse(SourceText("a.md", f"{fence}\n{text}\n{fence}\n\nText.\n"))
        check_document(document)


def _simple_yaml(text: str) -> None:
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


def _directive(text: str) -> None:
    from linter.suppressions.apply import suppress
    from linter.suppressions.directives import read_directives

    inside = text.replace("\n---", "").replace("'", "''")
    article = f"---\nmedlint-ignore:\n- '{inside}'\n---\n\nIt is safe.\n\n<!-- medlint: {text} -->\n\nIt is safe.\n"
    document = parse(SourceText("a.md", article))
    requests = read_directives(document)
    names = {"SAF001": "SAF001", "absolute-safety-claim": "SAF001"}
    _, problems = suppress((), requests, names, {"SAF001"}, {"SAF001"}, "2026-01-01")
    for found in (*requests, *problems):
        assert 0 <= found.span.start <= found.span.end <= len(article)


class _RuleText(Struct, frozen=True):
    """A file that is not on disk."""

    text: str
    name: str = "sample-rule.yaml"

    def read_bytes(self) -> bytes:
        return self.text.encode("utf-8", "surrogatepass")

    def __str__(self) -> str:
        return self.name


def _refused_in_one_line(load: Callable[[], object]) -> None:
    from linter.rules.load import RuleFileError

    try:
        load()
    except RuleFileError as error:
        assert re.match(r"sample-rule\.yaml:\d+:\d+: \S[^\n]*\Z", str(error)), f"not one line with its place: {error}"


def _rule_file(text: str) -> None:
    from linter.rules.load import load_rule

    _refused_in_one_line(lambda: load_rule(_RuleText(text)))  # type: ignore[arg-type]


def _lexicon_file(text: str) -> None:
    from pydantic import TypeAdapter

    from linter.rules.load import validate
    from linter.rules.schema.lexicon import LexiconFile

    _refused_in_one_line(lambda: validate(TypeAdapter(LexiconFile), _RuleText(text)))  # type: ignore[arg-type]


def _pattern(text: str) -> None:
    from linter.language.indexing import build
    from linter.language.patterns import MAX_EXPANSIONS, PatternError, expand

    try:
        patterns = expand(text)
    except PatternError as error:
        assert str(error)
    else:
        assert 0 < len(patterns) <= MAX_EXPANSIONS
        build(("owner", "term", pattern, "") for pattern in patterns[:50])


def _regex(text: str) -> None:
    import re2

    from linter.rules.schema.match import PatternMatch

    try:
        PatternMatch(regex=[text])
    except ValueError:
        return
    sum(1 for _ in re2.compile(text, _quiet()).finditer("a1 b-" * 400))


def _quiet() -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    return options


def _cache_file(text: str) -> None:
    from linter.cache import _read

    with tempfile.NamedTemporaryFile(prefix="medlint-fuzz-") as file:
        file.write(text.encode("latin-1", "replace"))
        file.flush()
        program = _read(Path(file.name))
        assert program is None or program.stored()


def _cache_seeds() -> list[str]:
    from linter.cache import _checksum
    from linter.rules.program import Program

    program = Program({"rules": [], "abbreviations": [], "hash": "0" * 16}, "knowledge", {"a": "1", "b": "2"})
    text = program.stored().encode()
    return [(_checksum(text) + b"\n" + text).decode("latin-1")]


def _earlier_report(text: str) -> None:
    from linter.cli.commands import UsageError
    from linter.cli.earlier import read_earlier

    with tempfile.NamedTemporaryFile(prefix="medlint-fuzz-") as file:
        file.write(text.encode("utf-8", "surrogatepass"))
        file.flush()
        try:
            read_earlier(file.name)
        except UsageError as error:
            assert "\n" not in str(error)


@cache
def _plan(portrait: bool) -> "Plan":  # type: ignore[name-defined] # noqa: F821
    from linter.cache import load_program
    from linter.checks.article import Setting
    from linter.run import Plan

    program = load_program()
    setting = Setting(regions=("us", "uk", "eu"), today="2026-06-01")
    return Plan(program, program.rules, setting, portrait=portrait)


def _article(text: str) -> None:
    """All rules over one article; its first character says in which format it is written."""
    from linter.run import lint_bytes

    suffix = ("md", "mdx", "html", "txt")[ord(text[:1] or "a") % 4]
    report = lint_bytes(f"article.{suffix}", text.encode("utf-8", "replace"), _plan(False))
    assert not [error for error in report.errors if error.kind.value == "internal"], report.errors
    for file in report.files:
        check_violations(file, file.document.source.text if file.document else "")


def _reports(text: str) -> None:
    """All rules, and every format of report."""
    from linter.run import lint_bytes

    report = lint_bytes(f"{text[:9]}.md", text.encode("utf-8", "replace"), _plan(True))
    assert not [error for error in report.errors if error.kind.value == "internal"], report.errors
    check_reports(report)


def _expressions(text: str) -> None:
    """Every regular expression of medlint over one text whose last characters are repeated: time must be linear."""
    from fuzz.expressions import expressions, is_slow, pumped

    slow = [name for name, expression in expressions().items() if is_slow(expression, pumped(text))]
    assert not slow, f"not linear: {slow}"


def targets() -> dict[str, Target]:
    """All targets by name."""
    return {target.name: target for target in _targets()}


def _targets() -> Iterator[Target]:
    markdown, html, plain = _articles(".md"), _articles(".html"), _articles(".txt")
    every = _articles(".md", ".mdx", ".html", ".txt")
    yield Target("markdown", _parser("markdown"), markdown, tokens.MARKDOWN, 20)
    yield Target("mdx", _parser("mdx"), _articles(".mdx", ".md"), tokens.MDX, 20)
    yield Target("html", _parser("html"), html, tokens.HTML, 20)
    yield Target("text", _parser("text"), plain, tokens.TEXT, 10)
    yield Target("decode", _decode, every, [*tokens.WORDS, "\xff\xfe", "\xfe\xff", "\xef\xbb\xbf", "\0", "\x81"], 8)
    yield Target("front-matter", _front_matter, _metadata, [*tokens.YAML, " = ", "[x]\n", '"""', "'''"], 8, 100)
    yield Target("simple-yaml", _simple_yaml, _metadata, tokens.YAML, 8, 100)
    yield Target("directive", _directive, _directives, tokens.DIRECTIVE, 8, 100)
    yield Target("rule-file", _rule_file, _files("lint_rules"), tokens.RULE, 3, 2_500)
    yield Target("lexicon-file", _lexicon_file, _files("lint_rules/lexicon"), tokens.RULE, 2, 1_000)
    yield Target("pattern", _pattern, _wordings, tokens.PATTERN, 8, 80)
    yield Target("regex", _regex, _wordings, tokens.REGEX, 4, 60)
    yield Target("cache-file", _cache_file, _cache_seeds, tokens.JSON, 4, 400)
    yield Target("earlier-report", _earlier_report, _earlier_seeds, tokens.JSON, 4, 200)
    yield Target("article", _article, every, [*tokens.MARKDOWN, *tokens.HTML, *tokens.MDX], 3, 600)
    yield Target("reports", _reports, every, [*tokens.MARKDOWN, *tokens.SIGNS], 0.5, 400)
    yield Target("expressions", _expressions, lambda: ["a"], tokens.SIGNS, 0.3, 8)


def _metadata() -> list[str]:
    return ['title: "A: b"\nslug: knee-pain\ndraft: false\norder: 3\ndate: 2024-01-02\n\ntags: [a, "b, c"]\n'] + [
        "more:\n  - x y\n  - 'z'\nempty:\nauthor: {name: Jane Roe, degree: MD}\n",
        "medlint-ignore:\n  - 'SAF001 -- a reason; by: Jane; until: 2027-06-30'\n",
        'title = "x"\n[author]\nname = "Jane"\ndate = 2024-01-02\ntags = ["a", "b"]\n',
        "a: &a [x, y]\nb: *a\nc: |\n  text\n  more\nd: >-\n  folded\n",
    ]


def _directives() -> list[str]:
    return [
        "ignore SAF001 -- quoted from a letter; by: Jane Roe; until: 2027-06-30",
        "ignore absolute-safety-claim, EFF001 -- reason",
        "ignore-start SAF001 -- reason --> It is safe. <!-- medlint: ignore-end",
    ]


def _wordings() -> list[str]:
    return [
        "no (known|real) side effects?",
        "(is|are) ... safe",
        "<treatment> cures <condition>",
        "heal* _ # ^ be $",
    ] + [
        r"(?i)\b(\d{1,3})% of (patients|people)\b",
        r"[A-Z][a-z]+, (MD|DO)",
    ]


def _earlier_seeds() -> list[str]:
    return [
        '{"violations": [{"fingerprint": "a1", "family": "safety", "suppressed": null}]}',
        "[]",
        '{"violations": {}}',
    ]
