"""Targets that read other files: rules, configurations, waivers, baselines, diffs, caches."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from fuzz.target import ROOT, on_disk
from linter.files.data import DataFileError
from linter.source import Span


def rule_file(text: str) -> None:
    """Load a rule file."""
    from linter.rules.load import load_rule

    _read_or_refused("sample-rule.yaml", text, load_rule)


def lexicon_file(text: str) -> None:
    """Load a lexicon file."""
    from pydantic import TypeAdapter

    from linter.rules.schema.lexicon import LexiconFile
    from linter.rules.validated import validate

    _read_or_refused("classes.yaml", text, lambda file: validate(TypeAdapter(LexiconFile), file))


def config_toml(text: str) -> None:
    """Load a TOML configuration, and apply it to an article."""
    _read_or_refused("medlint.toml", text, _read_config)


def config_yaml(text: str) -> None:
    """Load a YAML configuration, and apply it to an article."""
    _read_or_refused("medlint.yaml", text, _read_config)


def project_file(text: str) -> None:
    """Load the medlint section of a project file, and apply it to an article."""
    _read_or_refused("pyproject.toml", text, _read_config)


def _read_config(file: Path) -> None:
    from linter.checks.setting import Setting
    from linter.config.find import Configurations
    from linter.planning import Planner
    from linter.rules.options import OptionError, with_options

    configurations = Configurations(str(file))
    article = str(file.parent / "blog" / "article.md")
    configurations.excluded(article)
    applied = configurations.of(article).applied(article)
    if not any(entry.settings.options for entry in applied):
        Planner(configurations, Setting()).of(article)
    for entry in applied:
        # changed options would compile all rules, which takes seconds, so only validate them
        with suppress(OptionError):
            with_options(_rules(), entry.settings.options)


@cache
def _rules() -> tuple[Any, ...]:
    from linter.rules.load import load_rule, rule_files

    return tuple(load_rule(file) for file in rule_files(ROOT / "lint_rules" / "readability"))


def waivers_file(text: str) -> None:
    """Read waivers, locate their fingerprints, and add another."""
    from linter.files.records import places_of
    from linter.suppressions.waivers import Waiver
    from linter.suppressions.waivers.file import KEY, read_waivers, with_waivers

    def read(file: Path) -> None:
        waivers = read_waivers(file)
        if waivers:
            source, spans = places_of(file, KEY, "fingerprint")
            assert len(spans) == len(waivers)
            assert all(0 <= span.start <= span.end <= len(source.text) for span in spans)
        added = Waiver("0" * 12, "a.md", "SAF001", "a reason", "Jane Roe", date(2027, 6, 30))
        longer = with_waivers(file, [added])
        with on_disk("longer.yaml", longer) as second:
            assert {*read_waivers(second)} >= {added}

    _read_or_refused("medlint-waivers.yaml", text, read)


def claims_file(text: str) -> None:
    """Read approved claims, and call their methods."""
    from linter.approved.file import read_claims
    from linter.approved.register import words_of

    def read(file: Path) -> None:
        for claim in read_claims(file).claims:
            words_of(claim.text)
            claim.expired("2026-01-01")
            claim.abroad(("us", "us-ca"))

    _read_or_refused("claims.yaml", text, read)


def baseline_file(text: str) -> None:
    """Read a baseline; writing and reading it again must give the same."""
    from linter.suppressions.baseline.counts import apply_baseline, pruned
    from linter.suppressions.baseline.file import BaselineError, baseline_text, read_baseline

    with on_disk("medlint-baseline.json", text) as file:
        try:
            baseline = read_baseline(file)
        except BaselineError as error:
            assert "\n" not in str(error)
            return
        with on_disk("again.json", baseline_text(baseline)) as second:
            assert read_baseline(second) == baseline
        for path in baseline.articles:
            apply_baseline(path, (), baseline)
        pruned(baseline, ((path, ()) for path in baseline.articles), (), ())


def diff(text: str) -> None:
    """Parse a diff."""
    from linter.changes import _read_diff, touched
    from linter.parsers import parse
    from linter.source import SourceText

    document = parse(SourceText("a.md", "# Title\n\nOne paragraph\nof two lines.\n\n- item\n"))
    places = [Span(block.span.start, block.span.end) for block in document.blocks]
    for path, lines in _read_diff(text.encode("utf-8", "surrogatepass").split(b"\n")):
        assert path
        assert all(first >= 1 for first, _ in lines)
        assert len(touched(places, document, lines)) == len(places)


def pattern(text: str) -> None:
    """Expand a phrase pattern, and index the result."""
    from linter.language.index.build import build
    from linter.language.index.patterns import MAX_EXPANSIONS, PatternError, expand

    try:
        patterns = expand(text)
    except PatternError as error:
        assert str(error)
    else:
        assert 0 < len(patterns) <= MAX_EXPANSIONS
        build(("owner", "term", found, "") for found in patterns[:50])


def regex(text: str) -> None:
    """Validate a regular expression of a rule, and apply it."""
    import re2

    from linter.rules.schema.match.words import PatternMatch

    try:
        PatternMatch.model_validate({"regex": [text]})
    except ValueError:
        return
    sum(1 for _ in re2.compile(text, _quiet()).finditer("a1 b-" * 400))


def _quiet() -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    return options


def cache_file(text: str) -> None:
    """Read a cached program."""
    from linter.cache import _read

    with on_disk("program", text, "latin-1") as file, suppress(ValueError, RecursionError):
        assert _read.__wrapped__(str(file)).stored()


def earlier_report(text: str) -> None:
    """Read an earlier report."""
    from linter.cli.earlier import read_earlier
    from linter.cli.exits import UsageError

    with on_disk("earlier.json", text) as file:
        try:
            read_earlier(str(file))
        except UsageError as error:
            assert "\n" not in str(error)


def _read_or_refused(name: str, text: str, read: Callable[[Path], object]) -> None:
    """Read a file; an error must be one line with a place in the file."""
    with on_disk(name, text) as file:
        try:
            read(file)
        except DataFileError as error:
            found = re.fullmatch(r"(?:\S*/)?" + re.escape(name) + r":(\d+):(\d+): \S[^\n]*", str(error))
            assert found, f"not one line with its place: {error}"
            assert 1 <= int(found[1]) <= text.count("\n") + text.count("\r") + 2, f"beyond the end: {error}"
            assert int(found[2]) >= 1
