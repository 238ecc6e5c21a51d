"""An article as checks see it: its document, its readings, the setting and (lazily) its topics."""

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
    from linter.language.balance import Balance
    from linter.language.refuted import Refuted

    Answer = TypeVar("Answer")
    Given = TypeVarTuple("Given")
    Question = Callable[["Article", *Given], Answer]

_WINDOW = 300  # words before and after a place that are searched for cues


class Article(Struct, frozen=True, dict=True):
    """An article, read once for all checks."""

    document: Document
    program: Program
    setting: Setting

    @cached_property
    def length(self) -> int:
        """The number of words."""
        return sum(len(reading.words) for reading in self.readings)

    @cached_property
    def name(self) -> str:
        """The article's path relative to the project."""
        return project_path(self.document.source.path, self.setting.root)

    @cached_property
    def readings(self) -> tuple[BlockReading, ...]:
        """The reading of each block, by block index."""
        return read_document(self.document, self.program.index, self.program.abbreviations)

    @cached_property
    def holding(self) -> Mapping[str, Sequence[BlockReading]]:
        """The readings that have a term of a class or its subclasses, in order, by class; most classes are absent."""
        holding: dict[str, list[BlockReading]] = {}
        for reading in self.readings:
            for name in reading.families:
                holding.setdefault(name, []).append(reading)
        return holding

    @cached_property
    def balance(self) -> "Balance":
        """How balanced the page is."""
        # lazy: only pages with possible findings need it
        from linter.language.balance import balance_of

        return balance_of(self.readings, self.holding)

    @property
    def is_balanced(self) -> bool:
        """Whether the page is balanced, as a whole or throughout."""
        return self.balance > 0

    @property
    def is_balanced_throughout(self) -> bool:
        """Whether the page is balanced throughout, not only in one part."""
        return self.balance > 1

    @cached_property
    def refuted(self) -> Mapping[int, Sequence["Refuted"]]:
        """The claims that the article denies, or reports without making them, by block index."""
        if not self.is_balanced and "verdict" not in self.holding:
            return {}
        # lazy: few articles are balanced or contain a verdict
        from linter.language.refuted import find_refuted

        return find_refuted(self.readings, self.clauses, self.is_balanced)

    @cached_property
    def topics(self) -> "Topics":
        """The treatments and conditions, and what the page promotes."""
        # lazy: loads the knowledge base
        from linter.knowledge.find_topics import find_topics

        return find_topics(self.document, self.readings, self.program, self._topic_hint)

    @cached_property
    def searched(self) -> "Searched":
        """The text of each block, for searches for wordings of the knowledge base."""
        from linter.knowledge.wordings import Searched

        return Searched(reading.text for reading in self.readings)

    @property
    def _topic_hint(self) -> str:
        """The topic of the page according to the setting, else what it sells."""
        profile = self.setting.profile
        return profile.get("topic", "") or profile.get("sells", "")

    def read_text(self, text: str) -> BlockReading:
        """Read text from outside the article's blocks: metadata, the profile."""
        return read_text(text, self.program.index, self.program.abbreviations)

    @cached_property
    def _cues(self) -> dict[int, tuple[Cue, ...]]:
        return {}

    def cues(self, reading: BlockReading) -> tuple[Cue, ...]:
        """Return the cues of a block with their scopes. Cached."""
        index = reading.block.index
        if index not in self._cues:
            cues = find_cues(reading, self.program.attributes, self.clauses)
            if index in self.refuted:
                cues = tuple(sorted((*cues, *(claim.cue for claim in self.refuted[index])), key=lambda cue: cue.first))
            self._cues[index] = cues
        return self._cues[index]

    def cues_near(self, reading: BlockReading, first: int, last: int) -> Sequence[Cue]:
        """Return the cues that may govern the words ``[first, last)``: within 300 words, up to the sentence's end."""
        end = min(reading.sentence_at(first).last, last + _WINDOW)
        return cues_within(self.cues(reading), first - _WINDOW, end)

    @cached_property
    def _clauses(self) -> dict[int, Clauses]:
        return {}

    def clauses(self, reading: BlockReading) -> Clauses:
        """Return the clause borders of a block. Cached."""
        index = reading.block.index
        if index not in self._clauses:
            self._clauses[index] = find_clauses(reading)
        return self._clauses[index]

    @cached_property
    def answers(self) -> dict[tuple[Any, ...], Any]:
        """The cache of :func:`once`, by function and further arguments."""
        return {}

    @cached_property
    def failures(self) -> list[str]:
        """Failures of plugins, one line each."""
        return []

    def heading_reading(self, block: Block) -> BlockReading | None:
        """Return the reading of a block's heading."""
        heading = self.document.heading_of(block)
        return None if heading is None else self.readings[heading.index]

    def lead_reading(self, block: Block) -> BlockReading | None:
        """Return the reading of the line ending in a colon that introduces a block or the block's list."""
        return self._leads[block.index]

    def reading_above(self, block: Block) -> BlockReading | None:
        """Return the reading of the line that introduces a block or its list, else of its heading."""
        return self._leads[block.index] or self.heading_reading(block)

    @cached_property
    def _leads(self) -> Sequence[BlockReading | None]:
        leads: list[BlockReading | None] = [None]  # nothing introduces the first block
        for before, reading in pairwise(self.readings):
            if before.block.section != reading.block.section or before.block.scope is Scope.HEADING:
                leads.append(None)
            elif before.block.listed:
                leads.append(leads[-1])
            else:
                leads.append(before if before.text.rstrip().endswith(":") else None)
        return leads


def once(question: "Question[*Given, Answer]") -> "Question[*Given, Answer]":
    """Cache a function's results on the article, its first argument, so that all rules share them.

    Further arguments must be hashable; they are part of the cache key.
    """

    def cached(article: Article, *given: "Unpack[Given]") -> "Answer":
        key = (question, *given)
        if key not in article.answers:
            article.answers[key] = question(article, *given)
        answer: Answer = article.answers[key]
        return answer

    return cached
