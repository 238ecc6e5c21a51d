"""``medlint check``: check articles, write a report, return an exit code."""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from linter.checks.setting import Setting
from linter.cli import exits
from linter.cli.articles import found_articles, list_articles, name_paths, print_nothing, print_unread
from linter.cli.exits import UsageError
from linter.cli.ledger import ledger_of, moved_in, renamed_in
from linter.cli.output import print_errors, print_lines
from linter.cli.settings import Settings, command_line_settings, common_folder, plugins_of, settings_of
from linter.cli.writing import shows_articles, targets_of_check, write
from linter.config.find import Configurations
from linter.discovery import Found
from linter.outcome import FileError
from linter.planning import Planner
from linter.project import project_of
from linter.report import Report
from linter.rules.selection import UnknownRuleError
from linter.run import lint_input, lint_paths, outline_of
from linter.run.articles import MAX_ARTICLE
from linter.typed import TYPE_CHECKING, Namespace
from linter.value import replace
from linter.violation import Severity

if TYPE_CHECKING:
    from linter.run.finish import Render


def check(options: Namespace) -> int:
    """Check the articles that the options name."""
    if options.config is not None and options.isolated:
        raise UsageError("--config and --isolated cannot be combined")
    missing = name_paths(options)
    if not options.paths:
        return print_errors(missing) or print_nothing(Found(()))
    if options.watch:
        return _watch(options, missing)
    configurations = Configurations(options.config, options.isolated)
    found = found_articles(options, configurations)
    found = replace(found, refused=(*missing, *found.refused))
    if options.list_files:
        return list_articles(found)
    settings = settings_of(options, configurations)
    targets = targets_of_check(options, settings, found, configurations)
    if not options.quiet:
        print_unread(found)
        _warn_serial(options.jobs)
    report = _report(options, found, configurations, settings, shows_articles(options, targets))
    report = replace(report, errors=(*report.errors, *found.refused))
    write(report, options, targets)
    code = _exit_code(report, found, settings.max_warnings)
    return exits.CLEAN if options.exit_zero and code == exits.VIOLATIONS else code


def _watch(options: Namespace, missing: Sequence[FileError]) -> int:
    if "-" in options.paths:
        raise UsageError("--watch works on files, not on standard input")
    from linter.cli.watch import watch

    print_errors(missing)
    return watch(options, check)


def _warn_serial(jobs: int | None) -> None:
    """Warn if parallel jobs were requested but are not possible."""
    if jobs is None or jobs == 1:
        return
    from linter.workers import can_spread  # most runs do not set --jobs

    if not can_spread():
        sys.stderr.write(f"medlint: ignoring -j {jobs}: this system cannot fork processes\n")


def _with_history(outline: Report, options: Namespace) -> Report:
    """Add the earlier run and the time stamp to the outline."""
    if options.since is None and not options.stamp:
        return outline
    from linter.cli.earlier import read_earlier, stamp_now  # few runs need them

    return replace(
        outline,
        earlier=None if options.since is None else read_earlier(options.since),
        stamp=stamp_now() if options.stamp else None,
    )


def _report(
    options: Namespace, found: Found, configurations: Configurations, settings: Settings, portrait: bool
) -> Report:
    """Check the articles; ``portrait`` renders each for reports that show it."""
    project, today = project_of(common_folder(options), configurations), time.strftime("%Y-%m-%d")
    setting = Setting(
        today=today,
        root=project.root,
        approved=None if options.no_suppressions else project.register(),
        plugins=plugins_of(options),
        honor_suppressions=not options.no_suppressions,
        portrait=portrait,
    )
    planner = Planner(
        configurations,
        setting,
        command_line_settings(options),
        # cached outcomes have no blocks
        cached=not (portrait or options.diff or options.no_cache),
    )
    ledger = ledger_of(options, project, today)
    try:
        articles = [(path, planner.of(path)) for path in found.paths]
    except UnknownRuleError as error:
        raise UsageError(*error.args) from None
    outline = _with_history(outline_of([plan for _, plan in articles], settings.fail_on), options)
    render = _renderer(outline) if portrait else None
    if options.paths == ["-"] and articles:
        data = sys.stdin.buffer.read(MAX_ARTICLE + 1)
        report = lint_input(articles[0][0], data, articles[0][1], outline, ledger, render)
    else:
        report = lint_paths(articles, outline, options.jobs, _progress(options.quiet), ledger, render)
    if not options.quiet:
        print_lines((*planner.notes, *renamed_in(ledger, report.rules), *moved_in(report)))
    return report


def _progress(quiet: bool) -> Callable[[Sequence[str]], Iterable[str]]:
    """The progress display, if there is a terminal for it."""
    if quiet or not sys.stderr.isatty():
        return iter
    from linter.cli.progress import tracked  # not needed without a terminal

    return partial(tracked, stream=sys.stderr)


def _renderer(outline: Report) -> "Render":
    from linter.reports.html.page import render_article  # loads templates that other formats do not need

    return partial(render_article, report=outline)


def _exit_code(report: Report, found: Found, max_warnings: int | None) -> int:
    if not report.files and not report.errors:
        return print_nothing(found)
    if report.errors:
        return print_errors(report.errors)
    open_ = [(group.severity, count) for group, count in report.counts.items() if group.means is None]
    if any(severity.rank >= report.fail_on.rank for severity, _ in open_):
        return exits.VIOLATIONS
    warnings = sum(count for severity, count in open_ if severity is Severity.WARNING)
    if max_warnings is not None and warnings > max_warnings:
        sys.stderr.write(f"medlint: {warnings} warnings, more than --max-warnings {max_warnings}\n")
        return exits.VIOLATIONS
    return exits.CLEAN
