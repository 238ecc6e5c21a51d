"""What a check finds: a stretch of one block, why, and how to mend it. Offsets are view offsets."""

from collections.abc import Mapping

from linter.document import Block
from linter.knowledge.facts import Treatment
from linter.language.reading import BlockReading
from linter.rules.program import Rule
from linter.value import EMPTY, Struct
from linter.violation import Severity

UNSURE = " medlint's facts on {treatment} are not sure: check them."
BALANCED = " The page as a whole is balanced, so this may be a misreading: look at it once more."


class Found(Struct, frozen=True):
    """Words ``[first, last)`` of a block that a rule may report."""

    reading: BlockReading
    first: int
    last: int


class Clue(Struct, frozen=True):
    """Evidence in view offsets of a block: ``kind`` is the role (effect, subject, target, hedge …)."""

    kind: str
    block: Block
    start: int
    end: int


class Match(Struct, frozen=True):
    """A finding of a rule in a block's view ``[start, end)``.

    ``about`` are the treatments and drugs that it is on, none for those of the page: it rests on no source of others.
    ``severity``, ``message`` and ``suggestion`` replace the rule's own where given; ``values`` fill the message's
    ``{placeholders}``. ``insert_after`` offers ``insertion`` as a new paragraph after a block, ``replacement`` replaces
    the stretch ``replaced``, or the finding's own; ``safe`` says that the edit keeps the meaning.
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
    """The severity of a finding on a treatment whose facts are not sure; None keeps the rule's own.

    Facts that may change soon (``volatile``) are sure as of their date and keep it.
    """
    return rule.severity.raised(-1) if treatment is not None and treatment.confidence == "low" else None


def told_as_unsure(message: str, treatment: Treatment | None) -> str:
    """The message, with a warning where the facts on the treatment are not sure."""
    return message + UNSURE if treatment is not None and treatment.confidence == "low" else message
