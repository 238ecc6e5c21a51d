"""``medlint baseline``: today's findings become old ones, or those that are gone are dropped."""

import os
import sys

from linter.cli.exits import UsageError
from linter.cli.output import tell_errors, write_file
from linter.cli.survey import survey
from linter.fingerprint import project_path
from linter.project import open_ledger
from linter.reports.wording import counted
from linter.suppressions.baseline import Baseline
from linter.suppressions.baseline.counts import first_baseline, pruned
from linter.suppressions.baseline.file import baseline_text, read_baseline
from linter.typed import Namespace, Path
from linter.value import replace


def baseline(options: Namespace) -> int:
    """Write the baseline that the options name."""
    found = survey(options)
    root = found.project.root
    file = Path(options.output or found.project.baseline)
    old = _old(file, options.prune)
    ledger = open_ledger(found.project, found.today)
    report = found.report(None if ledger is None else replace(ledger, waivers_file=None))
    articles = ((project_path(one.path, root), one.violations) for one in report.files)
    if old is None:
        new = first_baseline(articles, found.today, options.by, options.reason)
        said = f"{counted(new.size, 'finding')} in {counted(len(new.articles), 'article')}"
    else:
        aliases = {rule.code: rule.aliases for rule in report.rules}
        active = {name for code, others in aliases.items() for name in (code, *others)}
        new = pruned(old, articles, active, _gone(old, root), aliases)
        said = f"{counted(old.size - new.size, 'finding')} dropped, {new.size} left"
    write_file(file, baseline_text(new).encode())
    sys.stderr.write(f"medlint: {file}: {said}\n")
    return tell_errors(report.errors)


def _old(file: Path, prune: bool) -> Baseline | None:
    if not prune:
        if file.exists():
            raise UsageError(f"{file} exists; --prune drops what is gone, and only removing it accepts what is new")
        return None
    return read_baseline(file)


def _gone(old: Baseline, root: str) -> set[str]:
    """The articles of the baseline whose files are there no more."""
    return {path for path in old.articles if not os.path.lexists(os.path.join(root, path.partition("!/")[0]))}
