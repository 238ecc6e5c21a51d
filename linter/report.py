"""The report of a run, as frozen values: the input of every report format."""

from collections.abc import Mapping
from functools import cached_property

from linter.outcome import FileError, Files, Former
from linter.outcome.tally import Group, count_groups
from linter.value import EMPTY, Struct
from linter.violation import Citation, Severity, Violation


class RuleFact(Struct, frozen=True):
    """A rule as reports describe it."""

    code: str
    id: str
    family: str
    severity: Severity
    summary: str
    why: str
    suggestion: str
    kind: str = ""
    citations: tuple[Citation, ...] = ()
    """The rule's sources that apply in the regions of the run."""
    jurisdictions: tuple[str, ...] = ()
    duty: bool = False
    """Whether it applies to the article as a whole, not to a passage."""
    suppressible: bool = True
    aliases: tuple[str, ...] = ()
    """Old codes and names."""


class Earlier(Struct, frozen=True):
    """An earlier run to compare with; ``open`` maps the fingerprints of its open violations to their families."""

    label: str
    open: Mapping[str, str]

    def knows(self, violation: Violation) -> str:
        """The fingerprint of a finding in the earlier run, possibly under an old rule code; empty if it is new."""
        return next((name for name in violation.names if name in self.open), "")


class Stamp(Struct, frozen=True):
    """The time and commit of a run; only in reports on request, so that they are reproducible."""

    time: str
    commit: str = ""


class Report(Struct, frozen=True, dict=True):
    """One run. Files are sorted by path, the violations of a file by position."""

    version: str
    rules_hash: str
    fail_on: Severity
    files: Files
    errors: tuple[FileError, ...]
    rules: tuple[RuleFact, ...] = ()
    regions: tuple[str, ...] = ()
    """The jurisdictions that were configured."""
    grade_target: float = 8
    """The target school grade of articles."""
    earlier: Earlier | None = None
    stamp: Stamp | None = None
    since: str = ""
    """The report covers only changes since this commit; empty if it covers everything."""
    moved: Mapping[str, Former] = EMPTY
    """Maps the project paths of moved articles to the deleted articles that they were."""
    counted: Mapping[Group, int] | None = None
    """The number of violations in each group, if the run has counted them."""

    @cached_property
    def counts(self) -> Mapping[Group, int]:
        """The number of violations in each group."""
        if self.counted is not None:
            return self.counted
        return count_groups(violation for file in self.files for violation in file.violations)

    @property
    def violations(self) -> tuple[Violation, ...]:
        """All violations of all files, including suppressed ones."""
        return tuple(violation for file in self.files for violation in file.violations)

    @property
    def open(self) -> tuple[Violation, ...]:
        """The violations that are not suppressed."""
        return tuple(violation for violation in self.violations if violation.suppressed is None)
