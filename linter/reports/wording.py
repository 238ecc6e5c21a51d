"""What several formats say alike: paths with slashes, the name of a rule as a title, why a finding is not counted."""

from functools import lru_cache

from linter.expression import expression
from linter.fingerprint import fingerprint
from linter.outcome import FileError
from linter.report import Report, RuleFact
from linter.reports.terminal import printable
from linter.violation import Suppression

_PLACEHOLDER = expression(r"\{[a-z_]+\}")


@lru_cache(16)  # all findings of a file name it
def slashed(path: str) -> str:
    """A path with forward slashes on every system and without a leading ``./``."""
    from pathlib import PurePath  # the text report needs none

    return PurePath(path).as_posix()


def title(rule: RuleFact) -> str:
    """A rule's name as a title: ``absolute-safety-claim`` is ``Absolute safety claim``."""
    return rule.id.replace("-", " ").capitalize()


def open_ended(text: str) -> str:
    """A rule's text outside a finding: what a finding would fill in becomes ``…``."""
    return _PLACEHOLDER.sub("…", text)


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 article``, ``2 articles``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def reason(suppression: Suppression) -> str:
    """Why a finding is not counted, who decided it and until when, as one phrase."""
    given = suppression.reason or "no reason given"
    if suppression.by:
        given += f"; by {suppression.by}"
    if suppression.until:
        given += f"; until {suppression.until}"
    return given


def accepted(suppression: Suppression) -> str:
    """A finding that is not counted, told in a sentence: by which means, why, by whom and until when."""
    return f"Suppressed ({suppression.means}: {reason(suppression)})."


def error_place(error: FileError) -> str:
    """Where a file could not be read, as a terminal shows it: ``a.md:3:1``, or the path alone."""
    return printable(error.path) + (f":{error.line}:{error.column}" if error.line else "")


def error_name(error: FileError) -> str:
    """The name that formats with rules only give to a file that could not be checked: ``input-error``."""
    return f"{error.kind.value}-error"


def errors_by_path(report: Report) -> dict[str, list[FileError]]:
    """The errors of each file, in order of path; a file with an error may have findings as well."""
    found: dict[str, list[FileError]] = {}
    for error in report.errors:
        found.setdefault(error.path, []).append(error)
    return found


def error_fingerprint(error: FileError) -> str:
    """A name for a file error: the same in every run that meets it."""
    return fingerprint(error.path, error_name(error), error.message, 0)
