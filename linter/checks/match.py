"""What a check returns: a span in one block, the evidence, and the edit to offer. Offsets are view offsets."""

from collections.abc import Mapping

from linter.document import Block
from linter.knowledge.facts import Treatment
from linter.language.reading import BlockReading
from linter.rules.program import Rule
from linter.value import EMPTY, Struct
from linter.violation import Severity

_UNSURE = " medlint's facts on {treatment} are uncertain: check them."
BALANCED = " The page as a whole is balanced, so this may be a false alarm: check it."


class Found(Struct, frozen=True):
    """Words ``[first, last)`` of a block that a rule may report."""

    reading: BlockReading
    first: int
    last: int


class Clue(Struct, frozen=True):
    """A piece of evidence, at view offsets of a block; ``kind`` is its role (effect, subject, target, hedge, ...)."""

    kind: str
    block: Block
    start: int
    end: int


class Match(Struct, frozen=True):
    """A finding of a rule at the view offsets ``[start, end)`` of a block.

    ``about`` are the treatments and drugs that the finding concerns (empty: those of the page); sources that are about
    others are not cited. ``severity``, ``message`` and ``suggestion`` override the rule's own; ``values`` fill the
    ``{placeholders}``. The finding may offer an edit: ``insertion`` as a new paragraph after the block
    ``insert_after``, or ``replacement`` for the view offsets ``replaced`` (default: its own). ``safe`` means that the
    edit keeps the meaning.
    """

    rule: Rule
    block: Block
    start: int
    end: int
    clues: tuple[Clue, ...] = ()
    about: tuple[str, ...] = ()
    severity: Severity | None = None
    message: str = ""
    suggestion: str = ""
    values: Mapping[str, str] = EMPTY
    replacement: str | None = None
    replaced: tuple[int, int] | None = None
    insert_after: Block | None = None
    insertion: str = ""
    safe: bool = False

    @property
    def level(self) -> Severity:
        """The finding's own severity, else its rule's."""
        return self.severity or self.rule.severity


def lowered(rule: Rule, treatment: Treatment | None) -> Severity | None:
    """Return a lower severity for a finding on a treatment with uncertain facts, else None for the rule's own.

    Facts that may change soon (``volatile``) were certain at their date, and do not lower it.
    """
    return rule.severity.raised(-1) if treatment is not None and treatment.confidence == "low" else None


def with_caveat(message: str, treatment: Treatment | None) -> str:
    """Return the message, with a caveat if the facts about the treatment are uncertain."""
    return message + _UNSURE if treatment is not None and treatment.confidence == "low" else message
