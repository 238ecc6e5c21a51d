"""Write the reports of a check; impossible targets are refused before any article is read."""

import os
import sys
from collections.abc import Sequence

from linter.cli.exits import UsageError
from linter.cli.output import Target, print_lines, put, style_of, targets_of, without_terminal
from linter.cli.settings import Settings, common_folder
from linter.config.find import Configurations
from linter.discovery import Found
from linter.project import project_of
from linter.report import Report
from linter.typed import Namespace, Path


def targets_of_check(
    options: Namespace, settings: Settings, found: Found, configurations: Configurations
) -> list[Target]:
    """The reports to write. Raises ``UsageError`` for incompatible options and unusable targets."""
    targets = targets_of(settings.formats, options.output)
    if options.statistics and not any(name == "text" for name, _ in targets):
        raise UsageError("--statistics requires the text format")
    if not shows_articles(options, targets):
        for name in ("since", "stamp"):
            if getattr(options, name):
                raise UsageError(f"--{name} requires -f html=FILE or --report-dir DIR")
    if options.quiet:
        targets = without_terminal(targets)
    _keep_files(options, found, configurations, targets)
    if options.report_dir is not None:
        _claim(options.report_dir)
    return targets


def shows_articles(options: Namespace, targets: Sequence[Target]) -> bool:
    """Whether one of the reports shows the articles themselves."""
    return options.report_dir is not None or any(name == "html" for name, _ in targets)


def write(report: Report, options: Namespace, targets: Sequence[Target]) -> None:
    """Write all reports, and print the names of the files. Raises ``UsageError``."""
    style = style_of(options.color, os.environ, sys.stdout.isatty())
    for target in targets:
        put(report, target, style, options.statistics)
    written = [file for _, file in targets if file is not None]
    if options.report_dir is not None:
        written.append(_write_folder(report, options.report_dir))
    if options.word_comments is not None:
        from linter.cli.word_comments import write_copies  # rarely needed

        written += write_copies(report, options.word_comments)
    if written and not options.quiet:
        print_lines([f"wrote {', '.join(written)}"])


def _write_folder(report: Report, folder: str) -> str:
    from linter.reports.html.folder import INDEX, write_folder  # rarely needed

    try:
        write_folder(report, Path(folder))
    except OSError as error:
        raise UsageError(f"cannot write {folder}: {error.strerror or error}") from None
    return os.path.join(folder, INDEX)


def _keep_files(options: Namespace, found: Found, configurations: Configurations, targets: Sequence[Target]) -> None:
    """Refuse a report that would overwrite another one, an article of the run, or a file of the project."""
    files: dict[str, str] = {}
    for file in (file for _, file in targets if file is not None):
        real = os.path.realpath(file)
        if real in files and (os.path.isfile(real) or not os.path.exists(real)):  # /dev/null takes any number
            raise UsageError(f"two reports have the file {file}; choose another one")
        files[real] = file
    if not files:
        return
    for path in found.paths:
        if os.path.realpath(path) in files:
            raise UsageError(f"{path} is an article of this run; choose another file for the report")
    place = common_folder(options)
    project, layers = project_of(place, configurations), configurations.of(place).layers
    for path in (project.waivers, project.baseline, project.claims, *(layer.file for layer in layers)):
        if os.path.realpath(path) in files:
            raise UsageError(f"{files[os.path.realpath(path)]} is medlint's own; choose another file for the report")


def _claim(folder: str) -> None:
    from linter.reports.html.folder import FolderError, claim  # rarely needed

    try:
        claim(Path(folder))
    except FolderError as error:
        raise UsageError(str(error)) from None
