"""``medlint claims``: which article uses which approved claim, and how each of them stands."""

import argparse
import sys
from collections.abc import Iterator

from linter.approved import ApprovedClaim
from linter.checks.approved import Standing, standings
from linter.checks.article import Article
from linter.cli import exits
from linter.cli.commands import UsageError
from linter.cli.survey import Survey, survey
from linter.parsers import documents
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
    for path in found.paths:
        for place, standing in _uses(path, found):
            line = f"  {printable(place)}{_SAID[standing.problem]}\n"
            uses.setdefault(standing.use.claim.id, []).append(line)
    for claim in register.claims:
        sys.stdout.write(_head(claim, found.today))
        sys.stdout.writelines(uses.get(claim.id, ["  not used\n"]))
    return exits.CLEAN


def _head(claim: ApprovedClaim, today: str) -> str:
    until = "" if claim.until is None else f", {'ended' if claim.expired(today) else 'until'} {claim.until}"
    return printable(f"{claim.id}: {claim.text} [{claim.reference}; by {claim.by}{until}]") + "\n"


def _uses(path: str, found: Survey) -> Iterator[tuple[str, Standing]]:
    """The uses in the articles of a file with their places; a file that cannot be read is told of."""
    plan = found.planner.of(path)
    try:
        with open(path, "rb") as stream:
            for document in documents(path, stream):
                for standing in standings(Article(document, plan.program, plan.setting)):
                    use = standing.use
                    position = document.source.position(use.reading.block.view.span(use.start, use.end).start)
                    yield f"{document.source.path}:{position.line}:{position.column}", standing
    except (SourceError, OSError) as error:
        sys.stderr.write(f"medlint: {path!r}: {printable(str(error))}\n")
