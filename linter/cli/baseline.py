"""``medlint baseline``: write today's findings to the baseline, or prune those that are gone."""

import sys

from linter.cli.exits import UsageError
from linter.cli.ledger import moved_in
from linter.cli.output import print_errors, print_lines, write_file
from linter.cli.survey import Survey, survey
from linter.files.atomic import locked
from linter.fingerprint import project_path
from linter.project import open_ledger
from linter.reports.wording import counted
from linter.suppressions.baseline import MEANS
from linter.suppressions.baseline.counts import new_baseline, pruned, without_rules
from linter.suppressions.baseline.file import baseline_text
from linter.suppressions.ledger import unsuppressible
from linter.suppressions.moved import is_missing
from linter.typed import Namespace, Path
from linter.value import replace
from linter.violation import Violation


def baseline(options: Namespace) -> int:
    """Write or prune the baseline file."""
    found = survey(options)
    with locked(found.project.folder):  # another run may be writing the same file
        return _write(found, options)


def _write(found: Survey, options: Namespace) -> int:
    root = found.project.root
    file = Path(options.output or found.project.baseline)
    if file.exists() and not options.prune:
        raise UsageError(f"{file} already exists; --prune drops what is gone; to accept what is new, delete it")
    # the old baseline is needed to find moved articles; its findings are then counted again
    ledger = open_ledger(found.project, found.today, baseline=file if options.prune else None)
    report = found.report(None if ledger is None else replace(ledger, waivers_file=None))
    articles = ((project_path(article.path, root), [*map(_counted, article.violations)]) for article in report.files)
    refused = unsuppressible(report.rules)
    if ledger is None or ledger.baseline is None:
        everything = new_baseline(articles, found.today, options.by, options.reason)
        new = without_rules(everything, refused)
        summary = f"{counted(new.size, 'finding')} in {counted(len(new.articles), 'article')}"
        if left_out := everything.size - new.size:
            summary += f"; {left_out} of rules that may not be suppressed left out"
    else:
        old = ledger.baseline
        moved = {former.path for former in report.moved.values()}
        gone = {path for path in old.articles if is_missing(path, root)} - moved
        aliases = {rule.code: rule.aliases for rule in report.rules}
        active = {name for code, others in aliases.items() for name in (code, *others)}
        new = without_rules(pruned(old, articles, active, gone, aliases), refused)
        summary = f"{counted(old.size - new.size, 'finding')} dropped, {new.size} left"
    write_file(file, baseline_text(new).encode())
    sys.stderr.write(f"medlint: {file}: {summary}\n")
    print_lines(moved_in(report))
    return print_errors(report.errors)


def _counted(violation: Violation) -> Violation:
    """A finding as a baseline counts it: one that only the baseline suppresses is open."""
    held = violation.suppressed is not None and violation.suppressed.means == MEANS
    return replace(violation, suppressed=None) if held else violation
