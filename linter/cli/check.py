"""``medlint check``: articles in, a report and an exit code out."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from linter.cache import load_program
from linter.checks.article import Setting
from linter.cli import exits
from linter.cli.commands import UsageError
from linter.cli.selection import nearest, select_rules
from linter.discovery import MissingPathError, find_articles
from linter.report import Kind, Report
from linter.reports import FORMATS, writer_of
from linter.rules.program import Program, Rule
from linter.run import Plan, lint_bytes, lint_paths
from linter.violation import Severity


def check(options: argparse.Namespace) -> int:
    """Check what the options name."""
    targets = _targets(options.format or ["text"], options.output)
    program = load_program()
    rules = select_rules(program, options.select, options.ignore)
    report = _report(options, program, rules)
    for name, file in targets:
        _write(writer_of(name)(report), file)
    if options.report_dir is not None:
        _write_folder(report, options.report_dir)
    return _exit_code(report)


def _targets(formats: Sequence[str], output: str | None) -> list[tuple[str, str | None]]:
    """Each format with the file it goes to (None: standard output)."""
    targets: list[tuple[str, str | None]] = []
    for given in formats:
        name, _, file = given.partition("=")
        if name not in FORMATS:
            raise UsageError(f"no format '{name}'{nearest(name, FORMATS)}; there are {', '.join(FORMATS)}")
        targets.append((name, file or None))
    if output is not None:
        if len(targets) > 1 or targets[0][1]:
            raise UsageError("--output goes with one format; write -f FORMAT=FILE for several")
        targets = [(targets[0][0], output)]
    if sum(file is None for _, file in targets) > 1:
        raise UsageError("only one format can go to standard output; write -f FORMAT=FILE for the others")
    return targets


def _report(options: argparse.Namespace, program: Program, rules: Sequence[Rule]) -> Report:
    setting = Setting(today=time.strftime("%Y-%m-%d"))
    plan = Plan(program, tuple(rules), setting, Severity(options.fail_on), not options.no_suppressions)
    if options.paths == ["-"]:
        name = options.stdin_filename or "stdin.md"
        return lint_bytes(name, sys.stdin.buffer.read(), plan)
    if "-" in options.paths:
        raise UsageError("standard input (-) stands alone; leave the other paths out")
    if options.stdin_filename:
        raise UsageError("--stdin-filename goes with the path -")
    try:
        paths = find_articles(options.paths)
    except MissingPathError as error:
        raise UsageError(f"no such file or folder: {error}") from None
    return lint_paths(paths, plan)


def _exit_code(report: Report) -> int:
    if not report.files and not report.errors:
        sys.stderr.write("medlint: nothing to check\n")
        return exits.NOTHING
    if report.errors:
        for error in report.errors:
            sys.stderr.write(f"medlint: {error.path!r}: {error.message}\n")
        return exits.INTERNAL if any(error.kind is Kind.INTERNAL for error in report.errors) else exits.USAGE
    if any(violation.severity.rank >= report.fail_on.rank for violation in report.open):
        return exits.VIOLATIONS
    return exits.CLEAN


def _write_folder(report: Report, folder: str) -> None:
    # the page writer loads its templates, which other formats need not
    from linter.reports.html.folder import FolderError, write_folder

    try:
        write_folder(report, Path(folder))
    except FolderError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"cannot write {folder}: {error.strerror or error}") from None


def _write(text: str, output: str | None) -> None:
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        return
    target = Path(output)
    try:
        # written beside its place and moved, so that nobody ever reads half a report
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("utf-8", "replace"))
            umask = os.umask(0)
            os.umask(umask)
            Path(name).chmod(0o666 & ~umask)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror or error}") from None
