"""What every report format reads: a run, as frozen values."""

from collections.abc import Mapping
from functools import cached_property

from linter.outcome import FileError, Files, Former
from linter.outcome.tally import Sort, sorts
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
    """What the rule rests on in the regions of the run."""
    jurisdictions: tuple[str, ...] = ()
    duty: bool = False
    """Whether it asks something of an article as a whole."""
    suppressible: bool = True
    aliases: tuple[str, ...] = ()
    """Its old codes and names."""


class Earlier(Struct, frozen=True):
    """An earlier run that this one is compared with: the fingerprints of its open violations and their families."""

    label: str
    open: Mapping[str, str]

    def knows(self, violation: Violation) -> str:
        """The fingerprint of a finding then, also under an old code of its rule; empty for a new one."""
        return next((name for name in violation.names if name in self.open), "")


class Stamp(Struct, frozen=True):
    """When and on which commit a run was made; reports carry it only when asked, so that their bytes stay the same."""

    time: str
    commit: str = ""


class Report(Struct, frozen=True, dict=True):
    """One run. Files are in order of path; violations of a file in order of place."""

    version: str
    rules_hash: str
    fail_on: Severity
    files: Files
    errors: tuple[FileError, ...]
    rules: tuple[RuleFact, ...] = ()
    regions: tuple[str, ...] = ()
    """The jurisdictions that were configured."""
    grade_target: float = 8
    """The school grade that articles aim at."""
    earlier: Earlier | None = None
    stamp: Stamp | None = None
    since: str = ""
    """The commit whose changes alone the report tells of; empty in a run that tells of everything."""
    moved: Mapping[str, Former] = EMPTY
    """The articles that have moved, by project path, and those that they were when their findings were accepted."""
    counted: Mapping[Sort, int] | None = None
    """How many violations of each sort the files have, where the run has counted them."""

    @cached_property
    def counts(self) -> Mapping[Sort, int]:
        """How many violations there are of each sort."""
        if self.counted is not None:
            return self.counted
        return sorts(violation for file in self.files for violation in file.violations)

    @property
    def violations(self) -> tuple[Violation, ...]:
        """All violations of all files, the suppressed ones too."""
        return tuple(violation for file in self.files for violation in file.violations)

    @property
    def open(self) -> tuple[Violation, ...]:
        """The violations that nobody has suppressed."""
        return tuple(violation for violation in self.violations if violation.suppressed is None)
