"""Many articles: read, parsed and checked, each on its own, so that one bad file never stops the others."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from linter.checks.article import Setting
from linter.engine import lint_document
from linter.parsers import parse
from linter.report import FileError, FileReport, Kind, Report, RuleFact
from linter.rules.program import Program, Rule
from linter.source import SourceError, SourceText, decode
from linter.version import VERSION
from linter.violation import Severity

MAX_ARTICLE = 20_000_000
"""Largest article that is read, in bytes."""


def lint_paths(
    paths: Iterable[str], program: Program, rules: Sequence[Rule], setting: Setting, fail_on: Severity
) -> Report:
    """Check files by path."""
    return _report((_lint_path(path, program, rules, setting) for path in paths), program, rules, setting, fail_on)


def lint_bytes(
    name: str, data: bytes, program: Program, rules: Sequence[Rule], setting: Setting, fail_on: Severity
) -> Report:
    """Check one article that was handed over, as from standard input; ``name`` gives its path and format."""
    return _report([_lint_data(name, data, program, rules, setting)], program, rules, setting, fail_on)


def _report(
    outcomes: Iterable[FileReport | FileError],
    program: Program,
    rules: Sequence[Rule],
    setting: Setting,
    fail_on: Severity,
) -> Report:
    files: list[FileReport] = []
    errors: list[FileError] = []
    for outcome in outcomes:
        if isinstance(outcome, FileReport):
            files.append(outcome)
        else:
            errors.append(outcome)
    facts = tuple(
        RuleFact(
            rule.code,
            rule.id,
            rule.family,
            rule.severity,
            rule.message,
            rule.why,
            rule.suggestion,
            rule.kind,
            citations=rule.cited(setting.regions),
            jurisdictions=rule.jurisdictions,
        )
        for rule in rules
        if set(rule.jurisdictions) & set(setting.regions)
    )
    return Report(
        VERSION,
        program.hash,
        fail_on,
        tuple(files),
        tuple(errors),
        facts,
        regions=setting.regions,
        grade_target=_grade_target(rules),
    )


def _grade_target(rules: Sequence[Rule]) -> float:
    """The school grade that the readability rule aims at; 8, as the rule's own default, in a run without it."""
    targets = [rule.match["target"] for rule in rules if rule.kind == "readability" and rule.match["metric"] == "grade"]
    return float(targets[0]) if targets else 8.0


def _lint_path(path: str, program: Program, rules: Sequence[Rule], setting: Setting) -> FileReport | FileError:
    try:
        file = Path(path)
        if not file.is_file():
            return FileError(path, "is not a regular file", Kind.INPUT)
        if file.stat().st_size > MAX_ARTICLE:
            return FileError(path, f"is larger than {MAX_ARTICLE:,} bytes; split it", Kind.INPUT)
        data = file.read_bytes()
    except OSError as error:
        return FileError(path, error.strerror or str(error), Kind.INPUT)
    return _lint_data(path, data, program, rules, setting)


def _lint_data(
    path: str, data: bytes, program: Program, rules: Sequence[Rule], setting: Setting
) -> FileReport | FileError:
    try:
        source = decode(path, data)
    except SourceError as error:
        return FileError(path, str(error), Kind.INPUT)
    return _lint_source(source, program, rules, setting)


def _lint_source(
    source: SourceText, program: Program, rules: Sequence[Rule], setting: Setting
) -> FileReport | FileError:
    try:
        return lint_document(parse(source), program, rules, setting)
    except Exception as error:  # noqa: BLE001 - a defect on one file must not stop the run; exit code 3 tells of it
        return FileError(source.path, _internal(error), Kind.INTERNAL)


def _internal(error: Exception) -> str:
    """One line on a defect of ours: the error and the innermost place in our code."""
    traceback = error.__traceback__
    place = ""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        place = f"{Path(code.co_filename).name}:{traceback.tb_lineno} in {code.co_name}"
        traceback = traceback.tb_next
    message = " ".join(str(error).split())
    return f"internal error, please report it: {type(error).__name__}: {message} ({place})"
