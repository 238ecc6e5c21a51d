"""Apply what a project has accepted outside its articles to the findings of a run.

Each finding is waived, in the baseline, on an unchanged line, or open.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from linter.changes import Changes, touched
from linter.document import Document
from linter.files.records import places_of
from linter.fingerprint import project_path
from linter.outcome import FileReport, Files, Former
from linter.parsers import FORMATS
from linter.report import Report, RuleFact
from linter.suppressions.baseline import Baseline
from linter.suppressions.baseline.counts import apply_baseline, without_rules
from linter.suppressions.moved import Formers, formers, is_missing, match_moved, with_old_fingerprints, with_origin
from linter.suppressions.waivers import Waiver
from linter.suppressions.waivers.apply import faulty_waivers, valid_waivers, waive
from linter.suppressions.waivers.file import KEY
from linter.typed import Path
from linter.value import EMPTY, Struct, replace
from linter.violation import Occurrence, Violation, violation_of


class Ledger(Struct, frozen=True):
    """What applies to all articles of a run. ``root`` is the folder that project paths are relative to (empty: the
    working directory), ``today`` an ISO date, ``waivers_file`` the file of the waivers."""

    root: str
    today: str
    waivers: tuple[Waiver, ...] = ()
    waivers_file: Path | None = None
    baseline: Baseline | None = None
    changes: Changes | None = None
    moved: Mapping[str, Former] = EMPTY
    """The articles that have moved, by project path."""

    @property
    def accepting(self) -> set[str]:
        """The project paths of the articles with accepted findings."""
        return {*(self.baseline.articles if self.baseline else ()), *(waiver.path for waiver in self.waivers)}

    def project_path(self, path: str) -> str:
        """Return the project path of a path."""
        return project_path(path, self.root)


def ledger_applier(ledger: Ledger, rules: Mapping[str, RuleFact]) -> Callable[[FileReport], FileReport]:
    """Return a function that applies the ledger to the report of a file; ``rules`` are those of the run, by code."""
    waivers = valid_waivers(ledger.waivers, _by_name(rules), ledger.today)
    aliases = {rule.code: rule.aliases for rule in rules.values()}
    baseline = without_rules(ledger.baseline or Baseline("", EMPTY), unsuppressible(rules.values()))
    own = ledger.accepting

    @cache  # computed only if an article has no entries of its own
    def find_former() -> Formers:
        return formers(waivers.values(), baseline, aliases, ledger.root)

    def accepted(file: FileReport) -> FileReport:
        path = ledger.project_path(file.path)
        if path in ledger.moved:
            old = ledger.moved[path].path
            violations = with_old_fingerprints(file.violations, old, aliases)
            marked = apply_baseline(old, waive(violations, waivers), baseline, aliases)
            return replace(file, violations=with_origin(old, violations, marked))
        marked = apply_baseline(path, waive(file.violations, waivers), baseline, aliases)
        former = find_former()(path, marked) if own and path not in own else ()
        return replace(file, violations=marked, former=former)

    return lambda file: _changed(accepted(file), ledger, rules)


def find_moved(files: Files, ledger: Ledger) -> Mapping[str, Former]:
    """Map the project paths of moved articles to the deleted articles that they were."""
    gone = any(is_missing(path, ledger.root) for path in ledger.accepting)
    return match_moved(files, ledger.project_path) if gone else EMPTY


def unsuppressible(rules: Iterable[RuleFact]) -> set[str]:
    """The current and old codes of the rules whose findings may not be suppressed."""
    return {name for rule in rules if not rule.suppressible for name in (rule.code, *rule.aliases)}


def _by_name(rules: Mapping[str, RuleFact]) -> dict[str, RuleFact]:
    """The rules of a run by current and old codes."""
    return {name: rule for rule in rules.values() for name in (rule.code, *rule.aliases)}


def apply_ledger(report: Report, ledger: Ledger) -> Report:
    """Apply the ledger to a report, and add the findings about faulty waivers."""
    rules = {rule.code: rule for rule in report.rules}
    files = list(map(ledger_applier(ledger, rules), report.files))
    if moved := find_moved(files, ledger):
        ledger = replace(ledger, moved=moved)
        files = list(map(ledger_applier(ledger, rules), report.files))
    files.extend(faulty_waiver_reports(files, ledger, rules))
    since = "" if ledger.changes is None else ledger.changes.since
    return replace(
        report, files=tuple(sorted(files, key=lambda file: file.path)), counted=None, since=since, moved=moved
    )


def _changed(file: FileReport, ledger: Ledger, rules: Mapping[str, RuleFact]) -> FileReport:
    """Keep the findings on changed lines and, if any line of the file changed, the duties."""
    if ledger.changes is None or file.document is None or file.document.format not in FORMATS:
        return file  # line numbers of an article inside another file are not those of that file
    lines = ledger.changes.of(file.path)
    if lines is None:
        return file
    changed = touched([violation.span for violation in file.violations], file.document, lines)
    shown, left_out = list[Violation](), list[tuple[str, ...]]()
    for violation, new in zip(file.violations, changed, strict=True):
        if new or (lines and (violation.code not in rules or rules[violation.code].duty)):
            shown.append(violation)
        else:
            left_out.append(violation.names)
    return replace(file, violations=tuple(shown), left_out=tuple(left_out))


def faulty_waiver_reports(files: Files, ledger: Ledger, rules: Mapping[str, RuleFact]) -> list[FileReport]:
    """Report faulty waivers at their place in the waivers file; empty if there are none."""
    if not files or not ledger.waivers or ledger.waivers_file is None:
        return []
    gone = {waiver.path for waiver in ledger.waivers if is_missing(waiver.path, ledger.root)}
    checked, found = set[str](), set[str]()
    for file in files:
        checked.add(ledger.project_path(file.path))
        found.update(*file.left_out, *(violation.names for violation in file.violations))
    about = {rule.id: rule for rule in rules.values()}
    wrong = [
        (about[kind], number, detail)
        for number, kind, detail in faulty_waivers(ledger.waivers, found, checked | gone, _by_name(rules), ledger.today)
        if kind in about
    ]
    if not wrong:
        return []
    source, spans = places_of(ledger.waivers_file, KEY, "fingerprint")
    name = ledger.project_path(source.path)
    violations = [
        violation_of(
            rule,
            Occurrence(source, name, spans[number]),
            message=rule.summary.replace("{detail}", detail),
            suggestion=rule.suggestion,
            citations=rule.citations,
        )
        for rule, number, detail in wrong
    ]
    violations.sort(key=lambda violation: violation.sort_key)
    document = Document(source, "yaml", (), ())
    return [FileReport(source.path, 0, 0, {}, (), tuple(violations), document)]
