"""One article as the checks see it: its document, its reading, the setting, and (lazily) what it is about."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from linter.checks.setting import Setting
from linter.document import Block, Document, Scope
from linter.fingerprint import project_path
from linter.language.clauses import Clauses, find_clauses
from linter.language.reading import BlockReading, read_document, read_text
from linter.language.scope import Cue, cues_within, find_cues
from linter.rules.program import Program
from linter.typed import TYPE_CHECKING, Any
from linter.value import Struct

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar, TypeVarTuple, Unpack

    from linter.knowledge.topics import Topics
    from linter.knowledge.wordings import Searched
    from linter.language.refuted import Refuted

    Answer = TypeVar("Answer")
    Given = TypeVarTuple("Given")
    Question = Callable[["Article", *Given], Answer]

_WINDOW = 300
_DUTIES = (
    ("crisis", "help.at-once", "risk.emergency"),
    ("risk.exclusion", "risk.bar.sort"),
    ("notice.verb.approval",),
    ("evidence.source", "evidence.document", "section.references"),
    ("cue.study",),
)
"""Lexicon classes: when to get help, who should not have it, where approval stands, sources, what was studied."""
_BALANCED = 4
"""Of the duties."""


class Article(Struct, frozen=True, dict=True):
    """An article, read once; every check takes what it needs from here."""

    document: Document
    program: Program
    setting: Setting

    @cached_property
    def length(self) -> int:
        """How many words the article has."""
        return sum(len(reading.words) for reading in self.readings)

    @cached_property
    def name(self) -> str:
        """The article's path as the project names it."""
        return project_path(self.document.source.path, self.setting.root)

    @cached_property
    def readings(self) -> tuple[BlockReading, ...]:
        """The reading of each block, by block index."""
        return read_document(self.document, self.program.index, self.program.abbreviations)

    @cached_property
    def holding(self) -> Mapping[str, Sequence[BlockReading]]:
        """The readings with a term of a class or of its sub-classes, in order, by class; most classes have none."""
        holding: dict[str, list[BlockReading]] = {}
        for reading in self.readings:
            for name in reading.families:
                holding.setdefault(name, []).append(reading)
        return holding

    @cached_property
    def is_balanced(self) -> bool:
        """Whether the page sets out to inform, whatever else it says: it does at least four of five duties.

        A page is weighed as a whole in the FTC's Policy Statement on Deception (1983: the net impression), and in
        21 CFR 202.1(e)(5)(ii) (fair balance). What sells without balance hardly does four of them.
        """
        return sum(not self.holding.keys().isdisjoint(duty) for duty in _DUTIES) >= _BALANCED

    @cached_property
    def refuted(self) -> Mapping[int, Sequence["Refuted"]]:
        """The claims that the article denies, or that it hands on without making them, by block index."""
        if not self.is_balanced and "verdict" not in self.holding:
            return {}
        # few articles are balanced or hold a verdict
        from linter.language.refuted import find_refuted

        return find_refuted(self.readings, self.clauses, self.is_balanced)

    @cached_property
    def topics(self) -> "Topics":
        """Treatments, conditions and what the page promotes."""
        # the knowledge base is loaded only for articles that a rule asks about
        from linter.knowledge.find_topics import find_topics

        return find_topics(self.document, self.readings, self.program, self._topic_hint)

    @cached_property
    def searched(self) -> "Searched":
        """The text of each block, to look for the wordings of the knowledge base in."""
        from linter.knowledge.wordings import Searched

        return Searched(reading.text for reading in self.readings)

    @property
    def _topic_hint(self) -> str:
        """What the setting says that the page is about, else what it sells."""
        profile = self.setting.profile
        return profile.get("topic", "") or profile.get("sells", "")

    def read_text(self, text: str) -> BlockReading:
        """The reading of words that stand outside the article's blocks: metadata, the profile."""
        return read_text(text, self.program.index, self.program.abbreviations)

    @cached_property
    def _cues(self) -> dict[int, tuple[Cue, ...]]:
        return {}

    def cues(self, reading: BlockReading) -> tuple[Cue, ...]:
        """The cues of a block with their scopes, found once."""
        index = reading.block.index
        if index not in self._cues:
            cues = find_cues(reading, self.program.attributes, self.clauses)
            if index in self.refuted:
                cues = tuple(sorted((*cues, *(claim.cue for claim in self.refuted[index])), key=lambda cue: cue.first))
            self._cues[index] = cues
        return self._cues[index]

    def cues_near(self, reading: BlockReading, first: int, last: int) -> Sequence[Cue]:
        """The cues that may rule the words ``[first, last)``: of their sentence and shortly before, in 300 words."""
        end = min(reading.sentence_at(first).last, last + _WINDOW)
        return cues_within(self.cues(reading), first - _WINDOW, end)

    @cached_property
    def _clauses(self) -> dict[int, Clauses]:
        return {}

    def clauses(self, reading: BlockReading) -> Clauses:
        """The clause borders of a block, found once."""
        index = reading.block.index
        if index not in self._clauses:
            self._clauses[index] = find_clauses(reading)
        return self._clauses[index]

    @cached_property
    def answers(self) -> dict[tuple[Any, ...], Any]:
        """What ``once`` remembers: by question and its further arguments."""
        return {}

    @cached_property
    def failures(self) -> list[str]:
        """What could not be looked for, a line each: code that is not ours failed."""
        return []

    def heading_reading(self, block: Block) -> BlockReading | None:
        """The reading of the heading that a block stands under."""
        heading = self.document.heading_of(block)
        return None if heading is None else self.readings[heading.index]

    def lead_reading(self, block: Block) -> BlockReading | None:
        """The reading of the line with a colon that leads into a block, or into the list that it stands in."""
        return self._leads[block.index]

    def reading_above(self, block: Block) -> BlockReading | None:
        """The reading of what leads into a block or its list, else of its heading."""
        return self._leads[block.index] or self.heading_reading(block)

    @cached_property
    def _leads(self) -> Sequence[BlockReading | None]:
        leads: list[BlockReading | None] = [None]  # nothing leads into the first
        for before, reading in pairwise(self.readings):
            if before.block.section != reading.block.section or before.block.scope is Scope.HEADING:
                leads.append(None)
            elif before.block.listed:
                leads.append(leads[-1])
            else:
                leads.append(before if before.text.rstrip().endswith(":") else None)
        return leads


def once(question: "Question[*Given, Answer]") -> "Question[*Given, Answer]":
    """Ask a question of an article (its first argument) only once: many rules and wordings ask the same.

    Further arguments are hashable and tell one answer from another.
    """

    def asked(article: Article, *given: "Unpack[Given]") -> "Answer":
        key = (question, *given)
        if key not in article.answers:
            article.answers[key] = question(article, *given)
        answer: Answer = article.answers[key]
        return answer

    return asked
