"""Write reports to standard output or files, and messages to standard error."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from linter.cli import exits
from linter.cli.exits import UsageError, forget_output
from linter.hints import nearest
from linter.outcome import FileError, Kind
from linter.report import Report
from linter.reports import FORMATS, writer_of
from linter.reports.terminal import PLAIN, Style, printable
from linter.typed import Path

Target = tuple[str, str | None]
"""A format and its output file; None is standard output."""
_PLUGIN = "plugin:"
"""Prefix of third-party formats. Only the command line can name one: a configuration may not load code."""


def targets_of(formats: Sequence[str], output: str | None) -> list[Target]:
    """Parse the targets in ``-f`` and ``-o``. Raises ``UsageError``."""
    targets: list[Target] = []
    for target in formats:
        name, _, file = target.partition("=")
        if name.startswith(_PLUGIN):
            from linter import plugins

            plugins.load_plugins([name.removeprefix(_PLUGIN)], plugins.FORMATS)  # fail early if it is missing
        elif name not in FORMATS:
            raise UsageError(f"unknown format '{name}'{nearest(name, FORMATS)}; choose from {', '.join(FORMATS)}")
        targets.append((name, file or None))
    if output is not None:
        if len(targets) > 1 or targets[0][1]:
            raise UsageError("--output takes one format; use -f FORMAT=FILE for several")
        targets = [(targets[0][0], output)]
    if sum(file is None for _, file in targets) > 1:
        raise UsageError("only one format can go to standard output; use -f FORMAT=FILE for the others")
    return targets


def without_terminal(targets: Sequence[Target]) -> list[Target]:
    """The targets of a quiet run: the files. Raises ``UsageError`` if a report would be lost."""
    for name, file in targets:
        if file is None and name != "text":
            raise UsageError(f"--quiet prints no report; use -f {name}=FILE")
    return [(name, file) for name, file in targets if file is not None]


def put(report: Report, target: Target, style: Style, statistics: bool) -> None:
    """Write the report in one format; ``style`` and ``statistics`` are for the text format. Raises ``UsageError``."""
    name, file = target
    if name == "text":
        from linter.reports import text_report  # other formats do not need it

        text = text_report.write(report, style if file is None else PLAIN, statistics)
        if file is not None:
            from linter.discovery.own_reports import HEADLINE  # rarely needed

            text = chain((HEADLINE, "\n"), text)
    elif name.startswith(_PLUGIN):
        from linter.reports import plugged  # rarely needed

        text = iter([plugged.write(report, name.removeprefix(_PLUGIN))])
    else:
        text = writer_of(name)(report)
    _write((piece.encode("utf-8", "replace") for piece in text), file)


def style_of(when: str, environment: Mapping[str, str], terminal: bool) -> Style:
    """Choose the style of standard output: by ``--color``, then ``NO_COLOR`` and ``FORCE_COLOR``, then whether it is
    a terminal. Links are only for terminals known to open them."""
    links = terminal and when != "never" and _opens_links(environment)
    if when != "auto":
        return Style(when == "always", links)
    if environment.get("NO_COLOR"):
        return Style(False, links)
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return Style(True, links)
    return Style(terminal and environment.get("TERM") != "dumb", links)


def _opens_links(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is known to support links (OSC 8); others print garbage, and there is no way to ask."""
    if "FORCE_HYPERLINK" in environment:
        return environment["FORCE_HYPERLINK"] not in ("", "0")
    if any(name in environment for name in ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM")):
        return True
    vte = environment.get("VTE_VERSION", "")
    return (vte.isdigit() and int(vte) >= 5000) or environment.get("TERM_PROGRAM") in (
        "iTerm.app",
        "WezTerm",
        "vscode",
        "ghostty",
        "Hyper",
    )


def _write(pieces: Iterable[bytes], output: str | None) -> None:
    if output is None:
        print_pieces(pieces)
    else:
        write_file(Path(output), pieces)


def print_pieces(pieces: Iterable[bytes]) -> None:
    """Write to standard output. Raises ``UsageError``."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (head, a pager) has closed the pipe: the exit code stays the same
        forget_output()
    except OSError as error:
        forget_output()
        raise UsageError(f"cannot write to standard output: {error.strerror or error}") from None


def write_file(file: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file atomically. Raises ``UsageError``."""
    from linter.files.atomic import replace_file  # not needed for standard output

    try:
        replace_file(file, data)
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror or error}") from None


def print_lines(lines: Iterable[str]) -> None:
    """Print lines to standard error."""
    for line in lines:
        sys.stderr.write(f"medlint: {printable(line)}\n")


def print_errors(errors: Sequence[FileError]) -> int:
    """Print the errors of files that could not be checked, and return the exit code."""
    from linter.reports.wording import error_place  # rarely needed

    for error in errors:
        sys.stderr.write(f"medlint: {error_place(error)}: {printable(error.message)}\n")
    if any(error.kind is Kind.INTERNAL for error in errors):
        return exits.INTERNAL
    return exits.USAGE if errors else exits.CLEAN
