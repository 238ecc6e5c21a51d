"""Wording shared by several formats: paths, rule titles, numbers, reasons of suppressions, errors."""

from functools import lru_cache

from linter.expression import expression
from linter.fingerprint import fingerprint
from linter.outcome import FileError
from linter.report import Report, RuleFact
from linter.reports.terminal import printable
from linter.violation import Suppression

_PLACEHOLDER = expression(r"\{[a-z_]+\}")


@lru_cache(16)  # repeated for all findings of a file
def slashed(path: str) -> str:
    """A path with forward slashes on every system and without a leading ``./``."""
    from pathlib import PurePath  # the text report does not need it

    return PurePath(path).as_posix()


def title(rule: RuleFact) -> str:
    """A rule's name as a title: ``absolute-safety-claim`` is ``Absolute safety claim``."""
    return rule.id.replace("-", " ").capitalize()


def open_ended(text: str) -> str:
    """Replace the placeholders in a rule's text by ``…``, for use outside a finding."""
    return _PLACEHOLDER.sub("…", text)


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 article``, ``2 articles``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def reason(suppression: Suppression) -> str:
    """The reason, author and expiry date of a suppression, as one phrase."""
    text = suppression.reason or "no reason given"
    if suppression.by:
        text += f"; by {suppression.by}"
    if suppression.until:
        text += f"; until {suppression.until}"
    return text


def suppression_note(suppression: Suppression) -> str:
    """The means, reason, author and expiry date of a suppression, as one sentence."""
    return f"Suppressed ({suppression.means}: {reason(suppression)})."


def error_place(error: FileError) -> str:
    """The place of an error, printable on a terminal: ``a.md:3:1``, or only the path."""
    return printable(error.path) + (f":{error.line}:{error.column}" if error.line else "")


def error_name(error: FileError) -> str:
    """The rule name of an error, such as ``input-error``, for formats in which every entry has a rule."""
    return f"{error.kind.value}-error"


def errors_by_path(report: Report) -> dict[str, list[FileError]]:
    """Group the errors by file; a file with an error may have findings too."""
    found: dict[str, list[FileError]] = {}
    for error in report.errors:
        found.setdefault(error.path, []).append(error)
    return found


def error_fingerprint(error: FileError) -> str:
    """The fingerprint of an error, stable across runs."""
    return fingerprint(error.path, error_name(error), error.message, 0)
