"""What an article says of its products and of their approval, in one value that every status rule reads."""

from collections.abc import Iterator
from functools import cached_property

from linter.checks.article import Article
from linter.checks.claim import ASSERTING, find_claims
from linter.checks.claim.judge import Strength
from linter.checks.disclosure.adequacy import Duty, Parts, judge
from linter.checks.disclosure.held import held_to, is_short
from linter.checks.disclosure.placement import Placement, placement_of
from linter.checks.disclosure.statements import Statement, find_statements
from linter.checks.lines import Line, visible_lines
from linter.knowledge.topics import Topic, Topics
from linter.language.hits import words_of
from linter.value import Struct

PROMOTING = frozenset({*ASSERTING, Strength.WEAK, Strength.ADOPTED})
"""Strengths of claims that promote what they are made of: *can help* and *patients report* do, too."""


class Disclosures(Struct, frozen=True, dict=True):
    """What an article says of its products and of their approval.

    It holds the article, so the article must not hold it (``once``): a circle of them would outlast its report.
    """

    article: Article

    @property
    def topics(self) -> Topics:
        """What the article is about."""
        return self.article.topics

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The visible sentences."""
        return visible_lines(self.article)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The status statements."""
        return find_statements(self.lines)

    @cached_property
    def placement(self) -> Placement:
        """Where the page's last call to action and its end are."""
        return placement_of(self.lines)

    @cached_property
    def is_short(self) -> bool:
        """Whether the page has no room for passing mentions."""
        return is_short(self.article)

    @cached_property
    def claiming(self) -> frozenset[int]:
        """The sections in which the page says that something works."""
        blocks = self.article.document.blocks
        return frozenset(
            blocks[claim.scene.reading.block.index].section
            for claim in find_claims(self.article)
            if claim.strength in PROMOTING
        )

    def praises(self, topic: Topic) -> bool:
        """Whether the page says that something works in a section that names a treatment."""
        blocks = self.article.document.blocks
        named = {blocks[mention.block].section for mention in self.topics.mentions if mention.id == topic.id}
        return bool(named & self.claiming)

    @cached_property
    def compounding(self) -> tuple[Line, ...]:
        """The lines that offer or describe a compounded product; a source's title, or "we use none", describes none."""
        offers = (line for line in self.lines if line.of("notice.compounding-offer", "notice.compounded"))
        return tuple(line for line in offers if not _is_declined(line) and not self._is_source(line))

    def _is_source(self, line: Line) -> bool:
        heading = self.article.heading_reading(line.reading.block)
        return heading is not None and bool(heading.of("section.references"))

    def named(self, line: Line) -> Iterator[tuple[int, str]]:
        """The treatments that a line names, and those of the page that a short name in a status statement means.

        Abbreviations that the page never spells out count here: they still tell one product from another. A name
        within an illness's ("low testosterone") names no product.
        """
        ills = words_of(line.of("condition"))
        for hit in line.of("treatment", "notice.named", "short-name"):
            if hit.first not in ills or hit.last - 1 not in ills:
                name = hit.term if hit.owner == "treatment" else hit.owner.rpartition(".")[2]
                if hit.owner == "treatment" or name in self._on_page:
                    yield hit.first, name

    def parts(self, duty: Duty) -> tuple[Parts, ...]:
        """How each statement does for a notice that is owed, those about other products left out."""
        judged = (judge(statement, self.lines, duty, self.named) for statement in self.statements)
        return tuple(parts for parts in judged if parts is not None)

    @cached_property
    def _on_page(self) -> frozenset[str]:
        return frozenset(topic.id for topic in (*self.topics.treatments, *held_to(self.article)))


def _is_declined(line: Line) -> bool:
    """Whether the page says that it has none: *we do not use compounded creams*, but not *none without a visit*."""
    return bool(line.of("page.aside.declined")) and not line.of("page.limited")
