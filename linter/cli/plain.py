"""The command line that hooks and editors give, ``medlint check --quiet PATH ...``, read without a parser.

``argparse`` and what it loads take longer than Python's own start. A test holds this and the parser together.
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
    """The options of ``check`` with nothing but paths, and switches around them; None for any other command line."""
    if arguments[:1] != ["check"]:
        return None
    paths, asked = arguments[1:], {}
    while paths and paths[-1] in _SWITCHES:
        asked[_SWITCHES[paths.pop()]] = True
    while paths and paths[0] in _SWITCHES:
        asked[_SWITCHES[paths.pop(0)]] = True
    return None if any(path.startswith("-") for path in paths) else check_of(paths, **asked)


def check_of(paths: list[str], **asked: Any) -> Namespace:
    """The options of ``check`` for some paths, the others as nobody has asked for them but ``asked``."""
    made = {**_DEFAULTS, "run": check_articles, "paths": paths, **asked}
    return SimpleNamespace(**made)  # type: ignore[return-value] # argparse is not loaded


def check_articles(options: Namespace) -> int:
    """Run ``medlint check``."""
    from linter.cli.check import check

    return check(options)
