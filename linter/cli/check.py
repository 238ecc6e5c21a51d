"""``medlint check``: articles in, a report and an exit code out."""

import os
import sys
import time
from collections.abc import Sequence
from functools import partial

from linter.cli import exits
from linter.cli.exits import UsageError
from linter.cli.ledger import ledger_of, renamed_in
from linter.cli.output import Target, put, style_of, targets_of, tell, tell_errors, without_terminal
from linter.cli.progress import tracked
from linter.cli.settings import Settings, asked, holder, plugins_of, settings_of
from linter.config.find import Configurations
from linter.discovery import Found, MissingPathError, find_articles
from linter.planning import Planner
from linter.project import project_of
from linter.report import FileError, Report
from linter.reports.terminal import printable
from linter.rules.selection import UnknownRuleError
from linter.run import lint_input, lint_paths, outline_of
from linter.run.articles import MAX_ARTICLE
from linter.typed import TYPE_CHECKING, Namespace, Path
from linter.value import replace
from linter.violation import Severity

if TYPE_CHECKING:
    from linter.run.finish import Draw


def check(options: Namespace) -> int:
    """Check what the options name."""
    if options.config is not None and options.isolated:
        raise UsageError("--config and --isolated exclude each other")
    gone = _name_paths(options)
    if not options.paths:
        return tell_errors(gone) or _nothing(Found(()))
    if options.watch:
        return _watch(options, gone)
    configurations = Configurations(options.config, options.isolated)
    found = _found(options, configurations)
    found = replace(found, refused=(*gone, *found.refused))
    if options.list_files:
        return _list(found)
    settings = settings_of(options, configurations)
    targets = _targets(options, settings)
    _keep_articles(found, targets)
    if not options.quiet:
        _tell_unread(found)
        _tell_alone(options.jobs)
    if options.report_dir is not None:
        _claim(options.report_dir)
    report = _report(options, found, configurations, settings, _shows_articles(options, targets))
    report = replace(report, errors=(*report.errors, *found.refused))
    _write(report, options, targets)
    code = _exit_code(report, found, settings.max_warnings)
    return exits.CLEAN if options.exit_zero and code == exits.VIOLATIONS else code


def _name_paths(options: Namespace) -> list[FileError]:
    """Put into the options what a list names, else this folder; what the list names and is gone comes back."""
    gone: list[FileError] = []
    if options.files_from is not None:
        from linter.cli.files_from import read_list  # most runs name their articles

        options.paths, gone = read_list(options)
        options.files_from = None  # --watch asks again with these options
    elif not options.paths:
        options.paths = ["."]
    return gone


def _watch(options: Namespace, gone: Sequence[FileError]) -> int:
    if "-" in options.paths:
        raise UsageError("--watch goes with files, not with standard input")
    from linter.cli.watch import watch

    tell_errors(gone)
    return watch(options, check)


def _list(found: Found) -> int:
    sys.stdout.writelines(f"{printable(path)}\n" for path in found.paths)
    _tell_unread(found)
    return tell_errors(found.refused) or (exits.CLEAN if found.paths else _nothing(found))


def _targets(options: Namespace, settings: Settings) -> list[Target]:
    targets = targets_of(settings.formats, options.output)
    if options.statistics and not any(name == "text" for name, _ in targets):
        raise UsageError("--statistics goes with the text format")
    if not _shows_articles(options, targets):
        for name in ("since", "stamp"):
            if getattr(options, name):
                raise UsageError(f"--{name} goes with a page for reviewers: -f html=FILE or --report-dir DIR")
    return without_terminal(targets) if options.quiet else targets


def _keep_articles(found: Found, targets: Sequence[Target]) -> None:
    """Refuse a report that would be written over an article of the run."""
    files = {os.path.realpath(file): file for _, file in targets if file is not None}
    for path in found.paths if files else ():
        if os.path.realpath(path) in files:
            raise UsageError(f"{path} is an article of this run; name another file for the report")


def _found(options: Namespace, configurations: Configurations) -> Found:
    """The articles to check; what comes through standard input is one, under its name."""
    if options.paths == ["-"]:
        if options.diff:
            raise UsageError("--diff goes with files, not with standard input")
        name = options.stdin_filename or "stdin.md"
        excluded = configurations.excluded(name)
        return Found(() if excluded else (name,), excluded)
    if "-" in options.paths:
        raise UsageError("standard input (-) stands alone; leave the other paths out")
    if options.stdin_filename:
        raise UsageError("--stdin-filename goes with the path -")
    try:
        return find_articles(options.paths, configurations.excluded)
    except MissingPathError as error:
        from linter.listed import refusal  # named articles are there, as a rule

        raise UsageError(refusal(str(error)) or f"no such file or folder: {error}") from None


def _tell_unread(found: Found) -> None:
    """A line for each extra that articles in the folders would need: a clean run must not seem to speak of them."""
    for extra in dict.fromkeys(extra for _, extra in found.unread):
        paths = [path for path, needed in found.unread if needed == extra]
        kinds = ", ".join(sorted({os.path.splitext(path)[1].lower() for path in paths}))
        files = f"{len(paths)} files" if len(paths) > 1 else "1 file"
        sys.stderr.write(f"medlint: {files} not checked ({kinds}); to read them: pip install 'medlint[{extra}]'\n")
    if found.reports:
        pages = f"{len(found.reports)} pages" if len(found.reports) > 1 else "1 page"
        sys.stderr.write(f"medlint: {pages} of medlint's own reports not checked: {printable(found.reports[0])} …\n")


def _shows_articles(options: Namespace, targets: Sequence[Target]) -> bool:
    return options.report_dir is not None or any(name == "html" for name, _ in targets)


def _tell_alone(jobs: int | None) -> None:
    """A line where processes were asked for and one does it all."""
    if jobs is None or jobs == 1:
        return
    from linter.workers import can_spread  # most runs leave it to us

    if not can_spread():
        sys.stderr.write(f"medlint: -j {jobs} is left aside: this system has no forks\n")


def _claim(folder: str) -> None:
    from linter.reports.html.folder import FolderError, claim  # few runs write one

    try:
        claim(Path(folder))
    except FolderError as error:
        raise UsageError(str(error)) from None


def _placed_in_time(outline: Report, options: Namespace) -> Report:
    """The outline with what the run is compared with, and when it was made."""
    if options.since is None and not options.stamp:
        return outline
    from linter.cli.earlier import read_earlier, stamp_now  # they read a file and run git, which few runs ask for

    return replace(
        outline,
        earlier=None if options.since is None else read_earlier(options.since),
        stamp=stamp_now() if options.stamp else None,
    )


def _report(
    options: Namespace, found: Found, configurations: Configurations, settings: Settings, portrait: bool
) -> Report:
    """The report of the articles; ``portrait`` draws each for a report that shows it."""
    project, today = project_of(holder(options), configurations), time.strftime("%Y-%m-%d")
    planner = Planner(
        configurations,
        today,
        asked(options),
        honour=not options.no_suppressions,
        portrait=portrait,
        # what is kept of an article does not tell where its blocks are
        cached=not (portrait or options.diff or options.no_cache),
        root=project.root,
        approved=None if options.no_suppressions else project.register(),
        plugins=plugins_of(options),
    )
    ledger = ledger_of(options, project, today)
    try:
        articles = [(path, planner.of(path)) for path in found.paths]
    except UnknownRuleError as error:
        raise UsageError(str(error)) from None
    outline = _placed_in_time(outline_of([plan for _, plan in articles], settings.fail_on), options)
    draw = _drawing(outline) if portrait else None
    if options.paths == ["-"] and articles:
        data = sys.stdin.buffer.read(MAX_ARTICLE + 1)
        report = lint_input(articles[0][0], data, articles[0][1], outline, ledger, draw)
    else:
        told = partial(tracked, stream=sys.stderr) if sys.stderr.isatty() and not options.quiet else iter
        report = lint_paths(articles, outline, options.jobs, told, ledger, draw)
    if not options.quiet:
        tell((*planner.told, *renamed_in(ledger, report.rules)))
    return report


def _drawing(outline: Report) -> "Draw":
    from linter.reports.html.page import drawn  # it loads templates, which other formats need not

    return partial(drawn, report=outline)


def _nothing(found: Found) -> int:
    if found.excluded:
        sys.stderr.write("medlint: nothing to check: the configuration excludes it\n")
        return exits.CLEAN
    sys.stderr.write("medlint: nothing to check\n")
    return exits.NOTHING


def _exit_code(report: Report, found: Found, max_warnings: int | None) -> int:
    if not report.files and not report.errors:
        return _nothing(found)
    if report.errors:
        return tell_errors(report.errors)
    opened = [(sort.severity, count) for sort, count in report.counts.items() if sort.means is None]
    if any(severity.rank >= report.fail_on.rank for severity, _ in opened):
        return exits.VIOLATIONS
    warnings = sum(count for severity, count in opened if severity is Severity.WARNING)
    if max_warnings is not None and warnings > max_warnings:
        sys.stderr.write(f"medlint: {warnings} warnings, more than --max-warnings {max_warnings}\n")
        return exits.VIOLATIONS
    return exits.CLEAN


def _write(report: Report, options: Namespace, targets: Sequence[Target]) -> None:
    style = style_of(options.color, os.environ, sys.stdout.isatty())
    for target in targets:
        put(report, target, style, options.statistics)
    if options.report_dir is not None:
        _write_folder(report, options.report_dir)
    if options.word_comments is not None:
        from linter.cli.word_comments import write_copies  # few runs write any

        write_copies(report, options.word_comments)


def _write_folder(report: Report, folder: str) -> None:
    from linter.reports.html.folder import write_folder  # as above

    try:
        write_folder(report, Path(folder))
    except OSError as error:
        raise UsageError(f"cannot write {folder}: {error.strerror or error}") from None
