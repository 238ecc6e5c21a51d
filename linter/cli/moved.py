"""``medlint moved``: update the waivers and the baseline for articles that have moved."""

from linter.cli import exits
from linter.cli.output import print_errors, print_lines, write_file
from linter.cli.survey import Survey, survey
from linter.files.atomic import locked
from linter.fingerprint import project_path
from linter.project import existing, open_ledger
from linter.reports.wording import counted
from linter.suppressions.baseline.counts import with_moved_articles
from linter.suppressions.baseline.file import baseline_text
from linter.suppressions.waivers.file import with_moved
from linter.typed import Namespace, Path


def moved(options: Namespace) -> int:
    """Record which of the articles that the options name have moved."""
    found = survey(options)
    with locked(found.project.folder):  # another run may be writing the same files
        return _record(found)


def _record(found: Survey) -> int:
    project = found.project
    ledger = open_ledger(project, found.today, baseline=existing(project.baseline))
    report = found.report(ledger)
    if ledger is None or not report.moved:
        print_lines(["no article with accepted findings has moved"])
        return print_errors(report.errors)
    found_in = {project_path(file.path, project.root): file.violations for file in report.files}
    if ledger.baseline is not None:
        aliases = {rule.code: rule.aliases for rule in report.rules}
        renamed = {path: (old.path, found_in[path]) for path, old in report.moved.items()}
        new = with_moved_articles(ledger.baseline, renamed, aliases)
        write_file(Path(project.baseline), baseline_text(new).encode())
    now = [(path, violation) for path in report.moved for violation in found_in[path]]
    names = {old: (path, violation.fingerprint) for path, violation in now for old in violation.formerly}
    if any(waiver.fingerprint in names for waiver in ledger.waivers):
        file = Path(project.waivers)
        write_file(file, with_moved(file, names).encode())
    for path, old in report.moved.items():
        print_lines([f"{old.path} is now {path}: {counted(old.held, 'accepted finding')}"])
    return print_errors(report.errors) or exits.CLEAN
