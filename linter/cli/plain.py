"""A fast path for the command line of hooks and editors, ``medlint check --quiet PATH ...``.

Importing ``argparse`` takes longer than starting Python. A test compares the result with that of the parser.
"""

from types import SimpleNamespace

from linter.typed import Any, Namespace

_DEFAULTS: dict[str, Any] = {
    "paths": [],
    "stdin_filename": None,
    "files_from": None,
    "config": None,
    "isolated": False,
    "list_files": False,
    "select": None,
    "ignore": None,
    "fail_on": None,
    "format": None,
    "diff": None,
    "baseline": None,
    "no_cache": False,
    "jobs": None,
    "no_suppressions": False,
    "report_dir": None,
    "word_comments": None,
    "since": None,
    "stamp": False,
    "output": None,
    "watch": False,
    "quiet": False,
    "statistics": False,
    "max_warnings": None,
    "exit_zero": False,
    "color": "auto",
    "plugin": [],
}


_SWITCHES = {
    "--isolated": "isolated",
    "--no-cache": "no_cache",
    "--no-suppressions": "no_suppressions",
    "--quiet": "quiet",
    "-q": "quiet",
    "--statistics": "statistics",
    "--exit-zero": "exit_zero",
}


def plain_check(arguments: list[str]) -> Namespace | None:
    """Parse ``check`` with only paths, and switches before or after them; None for any other command line."""
    if arguments[:1] != ["check"]:
        return None
    paths, switches = arguments[1:], {}
    while paths and paths[-1] in _SWITCHES:
        switches[_SWITCHES[paths.pop()]] = True
    while paths and paths[0] in _SWITCHES:
        switches[_SWITCHES[paths.pop(0)]] = True
    return None if any(path.startswith("-") for path in paths) else check_options(paths, **switches)


def check_options(paths: list[str], **switches: Any) -> Namespace:
    """The options of ``check`` for some paths: the defaults, changed by ``switches``."""
    options = {**_DEFAULTS, "run": check_articles, "paths": paths, **switches}
    return SimpleNamespace(**options)  # type: ignore[return-value] # argparse is not imported


def check_articles(options: Namespace) -> int:
    """Run ``medlint check``."""
    from linter.cli.check import check

    return check(options)
