"""Find the articles to check: from paths, a list, or standard input."""

import os
import sys

from linter.cli import exits
from linter.cli.exits import UsageError
from linter.cli.output import print_errors
from linter.config.find import Configurations
from linter.discovery import Found, MissingPathError, find_articles
from linter.outcome import FileError
from linter.reports.terminal import printable
from linter.typed import Namespace


def name_paths(options: Namespace) -> list[FileError]:
    """Set the paths in the options from the list, or to this folder by default; return errors for missing ones."""
    missing: list[FileError] = []
    if options.files_from is not None:
        from linter.cli.files_from import read_list  # most runs use no list

        options.paths, missing = read_list(options)
        options.files_from = None  # --watch checks again with these options
    elif not options.paths:
        options.paths = ["."]
    return missing


def found_articles(options: Namespace, configurations: Configurations) -> Found:
    """Find the articles to check. Raises ``UsageError``."""
    if options.paths == ["-"]:
        if options.diff:
            raise UsageError("--diff works on files, not on standard input")
        name = options.stdin_filename or "stdin.md"
        excluded = configurations.excluded(name)
        return Found(() if excluded else (name,), excluded)
    if "-" in options.paths:
        raise UsageError("standard input (-) cannot be combined with other paths")
    if options.stdin_filename:
        raise UsageError("--stdin-filename requires the path -")
    try:
        return find_articles(options.paths, configurations.excluded)
    except MissingPathError as error:
        from linter.discovery.listed import refusal  # needed only for the message

        raise UsageError(refusal(str(error)) or f"no such file or folder: {error}") from None


def list_articles(found: Found) -> int:
    """Print the paths of the articles and return the exit code."""
    sys.stdout.writelines(f"{printable(path)}\n" for path in found.paths)
    print_unread(found)
    return print_errors(found.refused) or (exits.CLEAN if found.paths else print_nothing(found))


def print_unread(found: Found) -> None:
    """Say which files were not checked: those that need an extra, and medlint's own reports."""
    if not found.unread and not found.reports:
        return
    from linter.reports.wording import counted  # rarely needed

    for extra in dict.fromkeys(extra for _, extra in found.unread):
        paths = [path for path, needed in found.unread if needed == extra]
        kinds = ", ".join(sorted({os.path.splitext(path)[1].lower() for path in paths}))
        files = counted(len(paths), "file")
        sys.stderr.write(f"medlint: {files} not checked ({kinds}); to read them: pip install 'medlint[{extra}]'\n")
    if found.reports:
        reports = counted(len(found.reports), "report")
        sys.stderr.write(f"medlint: {reports} by medlint itself not checked: {printable(found.reports[0])} …\n")


def print_nothing(found: Found) -> int:
    """Say that there is nothing to check, and return the exit code."""
    if found.excluded:
        sys.stderr.write("medlint: nothing to check: the configuration excludes everything\n")
        return exits.CLEAN
    sys.stderr.write("medlint: nothing to check\n")
    return exits.NOTHING
