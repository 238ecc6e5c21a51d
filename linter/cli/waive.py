"""``medlint waive``: accept individual findings, with a reason and an expiry date."""

import sys
from collections.abc import Iterator
from datetime import date

from linter.cli import exits
from linter.cli.exits import UsageError
from linter.cli.output import print_errors, write_file
from linter.cli.survey import survey
from linter.files.atomic import locked
from linter.fingerprint import project_path
from linter.report import Report
from linter.suppressions.waivers import Waiver
from linter.suppressions.waivers.file import with_waivers
from linter.suppressions.waivers.named import NamingError, Place, find_finding, parse_names
from linter.typed import Namespace, Path
from linter.value import replace
from linter.violation import Violation

MAX_EXCERPT = 120
"""Maximum characters of an excerpt in the waivers file."""


def waive(options: Namespace) -> int:
    """Add waivers for the named findings to the waivers file."""
    until = _until(options.until)
    for key in ("reason", "by"):
        if not getattr(options, key).strip():
            raise UsageError(f"--{key} is empty; a waiver must say who accepts a finding and why")
    try:
        names = tuple(dict.fromkeys(parse_names(options.findings)))
        options.paths = options.paths or _where(names)
        found = survey(options)
        if until.isoformat() < found.today:
            raise UsageError(f"--until {until} is in the past; give a later date")
        file, root = Path(found.project.waivers), found.project.root
        report = found.report()
        print_errors(report.errors)  # unreadable articles have no findings, so go on
        waivers = [_waiver(violation, options, until, root) for violation in _named(names, report, root)]
    except NamingError as error:
        raise UsageError(str(error)) from None
    with locked(found.project.folder):  # another run may be adding to the file
        write_file(file, with_waivers(file, waivers).encode())
    for waiver in waivers:
        sys.stderr.write(f"medlint: {file}: {waiver.code} in {waiver.path} waived until {waiver.until}\n")
    return exits.CLEAN


def _until(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--until {text}: give a date such as 2027-06-30") from None


def _where(names: tuple[str | Place, ...]) -> list[str]:
    """The paths to check: the article if the name has its path, else this folder."""
    return [name.path if isinstance(name, Place) else "." for name in names]


def _named(names: tuple[str | Place, ...], report: Report, root: str) -> list[Violation]:
    now = {old: rule.code for rule in report.rules for old in rule.aliases}
    names = tuple(
        name if isinstance(name, str) else replace(name, rule=now.get(name.rule, name.rule)) for name in names
    )
    found = [find_finding(name, _violations(report), lambda path: project_path(path, root)) for name in names]
    suppressible = {rule.code: rule.suppressible for rule in report.rules}
    for name, violation in zip(names, found, strict=True):
        if not suppressible[violation.code]:
            raise UsageError(f"{name}: {violation.code} may not be suppressed")
    return list(dict.fromkeys(found))


def _violations(report: Report) -> Iterator[Violation]:
    return (violation for file in report.files for violation in file.violations)


def _waiver(violation: Violation, options: Namespace, until: date, root: str) -> Waiver:
    excerpt = " ".join(violation.excerpt.split())
    return Waiver(
        violation.fingerprint,
        project_path(violation.path, root),
        violation.code,
        options.reason.strip(),
        options.by.strip(),
        until,
        excerpt if len(excerpt) <= MAX_EXCERPT else excerpt[:MAX_EXCERPT] + "…",
    )
