"""``medlint moved``: where articles stand now is written into the waivers and the baseline."""

from linter.cli import exits
from linter.cli.output import tell, tell_errors, write_file
from linter.cli.survey import survey
from linter.fingerprint import project_path
from linter.project import existing, open_ledger
from linter.reports.wording import counted
from linter.suppressions.baseline.counts import followed
from linter.suppressions.baseline.file import baseline_text
from linter.suppressions.waivers.file import with_moved
from linter.typed import Namespace, Path


def moved(options: Namespace) -> int:
    """Write down which of the articles that the options name have moved."""
    found = survey(options)
    project = found.project
    ledger = open_ledger(project, found.today, baseline=existing(project.baseline))
    report = found.report(ledger)
    if ledger is None or not report.moved:
        tell(["no article has moved that has accepted findings"])
        return tell_errors(report.errors)
    here = {project_path(file.path, project.root): file.violations for file in report.files}
    if ledger.baseline is not None:
        aliases = {rule.code: rule.aliases for rule in report.rules}
        new = followed(ledger.baseline, {path: (old.path, here[path]) for path, old in report.moved.items()}, aliases)
        write_file(Path(project.baseline), baseline_text(new).encode())
    names = {old: (path, one.fingerprint) for path in report.moved for one in here[path] for old in one.formerly}
    if any(waiver.fingerprint in names for waiver in ledger.waivers):
        file = Path(project.waivers)
        write_file(file, with_moved(file, names).encode())
    tell(f"{old.path} is now {path}: {counted(old.held, 'accepted finding')}" for path, old in report.moved.items())
    return tell_errors(report.errors) or exits.CLEAN
