"""Targets that read files beside articles: rules, configurations, waivers, baselines, diffs, caches."""

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
    """A rule."""
    from linter.rules.load import load_rule

    _read_or_refused("sample-rule.yaml", text, load_rule)


def lexicon_file(text: str) -> None:
    """Classes of words."""
    from pydantic import TypeAdapter

    from linter.rules.schema.lexicon import LexiconFile
    from linter.rules.validated import validate

    _read_or_refused("classes.yaml", text, lambda file: validate(TypeAdapter(LexiconFile), file))


def config_toml(text: str) -> None:
    """A configuration in TOML, and what it says of an article."""
    _read_or_refused("medlint.toml", text, _judging)


def config_yaml(text: str) -> None:
    """A configuration in YAML, and what it says of an article."""
    _read_or_refused("medlint.yaml", text, _judging)


def project_file(text: str) -> None:
    """The part of a project file that speaks of medlint."""
    _read_or_refused("pyproject.toml", text, _judging)


def _judging(file: Path) -> None:
    from linter.checks.setting import Setting
    from linter.config.find import Configurations
    from linter.planning import Planner
    from linter.rules.options import OptionError, with_options

    configurations = Configurations(str(file))
    article = str(file.parent / "blog" / "article.md")
    configurations.excluded(article)
    spoken = configurations.of(article).judgements(article)
    if not any(one.said.options for one in spoken):
        Planner(configurations, Setting()).of(article)
    for one in spoken:
        # with other options all rules are compiled anew, which takes seconds: here they are only checked
        with suppress(OptionError):
            with_options(_rules(), one.said.options)


@cache
def _rules() -> tuple[Any, ...]:
    from linter.rules.load import load_rule, rule_files

    return tuple(load_rule(file) for file in rule_files(ROOT / "lint_rules" / "readability"))


def waivers_file(text: str) -> None:
    """Waivers: where their fingerprints stand, and the file with one more."""
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
    """Approved claims, and an article that uses them."""
    from linter.approved.file import read_claims
    from linter.approved.register import words_of

    def read(file: Path) -> None:
        for claim in read_claims(file).claims:
            words_of(claim.text)
            claim.expired("2026-01-01")
            claim.abroad(("us", "us-ca"))

    _read_or_refused("claims.yaml", text, read)


def baseline_file(text: str) -> None:
    """A baseline: written again, it says the same."""
    from linter.suppressions.baseline.counts import marked, pruned
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
            marked(path, (), baseline)
        pruned(baseline, ((path, ()) for path in baseline.articles), (), ())


def diff(text: str) -> None:
    """What git says of a change."""
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
    """A phrase pattern."""
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
    """An expression of a rule."""
    import re2

    from linter.rules.schema.match.words import PatternMatch

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


def cache_file(text: str) -> None:
    """The compiled program as it lies on disk."""
    from linter.cache import _read

    with on_disk("program", text, "latin-1") as file, suppress(ValueError, RecursionError):
        assert _read.__wrapped__(str(file)).stored()


def earlier_report(text: str) -> None:
    """A report of a run before."""
    from linter.cli.earlier import read_earlier
    from linter.cli.exits import UsageError

    with on_disk("earlier.json", text) as file:
        try:
            read_earlier(str(file))
        except UsageError as error:
            assert "\n" not in str(error)


def _read_or_refused(name: str, text: str, read: Callable[[Path], object]) -> None:
    """A file is read, or refused in one line that tells a place in it."""
    with on_disk(name, text) as file:
        try:
            read(file)
        except DataFileError as error:
            found = re.fullmatch(r"(?:\S*/)?" + re.escape(name) + r":(\d+):(\d+): \S[^\n]*", str(error))
            assert found, f"not one line with its place: {error}"
            assert 1 <= int(found[1]) <= text.count("\n") + text.count("\r") + 2, f"beyond the end: {error}"
            assert int(found[2]) >= 1
