"""``medlint claims``: list the approved claims, where each is used, and whether each use is valid."""

import argparse
import sys

from linter.approved import ApprovedClaim
from linter.checks.approved import JudgedUse, judged_uses
from linter.checks.article import Article
from linter.cli.exits import UsageError
from linter.cli.output import print_errors, print_lines
from linter.cli.survey import survey
from linter.document import Document
from linter.outcome import FileError
from linter.reports.terminal import printable
from linter.run import Plan
from linter.run.articles import articles_of, internal_error

_NOTES = {
    "": "",
    "expired": "  (approval expired)",
    "elsewhere": "  (not approved here)",
    "bare": "  (without its disclaimer)",
    "near": "  (not word for word)",
}


def claims(options: argparse.Namespace) -> int:
    """List each approved claim with its uses."""
    found = survey(options)
    register = found.project.register()
    if register is None:
        raise UsageError(f"no {found.project.claims} here; docs/audit.md shows how to write one")
    uses: dict[str, list[str]] = {}
    errors = list(found.refused)
    for path in found.paths:
        plan = found.planner.of(path)
        for article in articles_of(path, plan.setting.copy):
            used = _uses(article, plan) if isinstance(article, Document) else article
            if isinstance(used, FileError):
                errors.append(used)
                continue
            for place, judged in used:
                line = f"  {printable(place)}{_NOTES[judged.problem]}\n"
                uses.setdefault(judged.use.claim.id, []).append(line)
    print_lines(found.planner.notes)
    for claim in register.claims:
        sys.stdout.write(_head(claim, found.today))
        sys.stdout.writelines(uses.get(claim.id, ["  not used\n"]))
    return print_errors(errors)


def _head(claim: ApprovedClaim, today: str) -> str:
    until = "" if claim.until is None else f", {'expired' if claim.expired(today) else 'until'} {claim.until}"
    return printable(f"{claim.id}: {claim.text} [{claim.reference}; by {claim.by}{until}]") + "\n"


def _uses(document: Document, plan: Plan) -> list[tuple[str, JudgedUse]] | FileError:
    """The uses in an article, with their places."""
    try:
        found_uses = judged_uses(Article(document, plan.program, plan.setting))
    except Exception as error:  # noqa: BLE001 - a bug must not stop the other articles
        return internal_error(document.source.path, error)
    found = []
    for judged in found_uses:
        use = judged.use
        position = document.source.position(use.reading.block.view.span(use.start, use.end).start)
        found.append((f"{document.source.path}:{position.line}:{position.column}", judged))
    return found
