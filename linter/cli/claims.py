"""``medlint claims``: which article uses which approved claim, and how each of them stands."""

import argparse
import sys
from collections.abc import Iterator

from linter.approved import ApprovedClaim
from linter.checks.approved import Standing, standings
from linter.checks.article import Article
from linter.cli.commands import UsageError
from linter.cli.survey import Survey, survey, tell_errors
from linter.parsers import documents
from linter.regular import open_regular
from linter.report import FileError, Kind
from linter.reports.terminal import printable
from linter.source import SourceError

_SAID = {
    "": "",
    "expired": "  (the approval ended)",
    "elsewhere": "  (not approved here)",
    "bare": "  (without its disclaimer)",
    "near": "  (not word for word)",
}


def claims(options: argparse.Namespace) -> int:
    """List each approved claim with the places that use it."""
    found = survey(options)
    register = found.project.register()
    if register is None:
        raise UsageError(f"no {found.project.claims} here; docs/audit.md shows how to write one")
    uses: dict[str, list[str]] = {}
    errors = list(found.refused)
    for path in found.paths:
        for place, standing in _uses(path, found, errors):
            line = f"  {printable(place)}{_SAID[standing.problem]}\n"
            uses.setdefault(standing.use.claim.id, []).append(line)
    for claim in register.claims:
        sys.stdout.write(_head(claim, found.today))
        sys.stdout.writelines(uses.get(claim.id, ["  not used\n"]))
    return tell_errors(errors)


def _head(claim: ApprovedClaim, today: str) -> str:
    until = "" if claim.until is None else f", {'ended' if claim.expired(today) else 'until'} {claim.until}"
    return printable(f"{claim.id}: {claim.text} [{claim.reference}; by {claim.by}{until}]") + "\n"


def _uses(path: str, found: Survey, errors: list[FileError]) -> Iterator[tuple[str, Standing]]:
    """The uses in the articles of a file with their places; a file that cannot be read is added to the errors."""
    plan = found.planner.of(path)
    try:
        with open_regular(path) as stream:
            for document in documents(path, stream):
                for standing in standings(Article(document, plan.program, plan.setting)):
                    use = standing.use
                    position = document.source.position(use.reading.block.view.span(use.start, use.end).start)
                    yield f"{document.source.path}:{position.line}:{position.column}", standing
    except OSError as error:
        errors.append(FileError(path, error.strerror or str(error), Kind.INPUT))
    except SourceError as error:
        errors.append(FileError(path, str(error), Kind.INPUT))
