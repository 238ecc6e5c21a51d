"""The products and uses of an article that the check of approvals needs."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from linter.checks.approval.stated import ApprovalClaim
from linter.checks.article import Article
from linter.knowledge.page import Mention
from linter.language.hits import words_of


class PageProducts:
    """The products and uses that an article names, by position, and what it sells."""

    def __init__(self, article: Article) -> None:
        self.topics = article.topics
        self.knowledge = article.topics.knowledge
        self._readings = article.readings
        self._treatments = _by_block(article.topics.mentions)
        self._conditions = _by_block(article.topics.conditions)
        self.searched = article.searched

    def treatments(self, claim: ApprovalClaim) -> list[Mention]:
        """Return the treatments that a claim's segment names, except those it only compares with."""
        named = _within(self._treatments.get(claim.reading.block.index, []), claim.begin, claim.end)
        apart = claim.reading.hits_in("rival", claim.begin, claim.end)
        rivals = words_of(apart)
        return [mention for mention in named if mention.last <= claim.end and mention.first not in rivals]

    def condition(self, claim: ApprovalClaim, limit: int) -> Mention | None:
        """Return the first condition between a claim and the word ``limit``, outside of treatments' names (*flu
        vaccine*)."""
        named = _within(self._conditions.get(claim.reading.block.index, []), claim.last, limit)
        taken = [range(treatment.first, treatment.last) for treatment in self.treatments(claim)]
        return next((use for use in named if not any(use.first in words for words in taken)), None)

    def before(self, claim: ApprovalClaim) -> Mention | None:
        """Return the treatment that the sentence before a claim names, if it names exactly one."""
        reading = claim.reading
        start = reading.sentence_at(claim.first).first
        if not start:
            return None
        named = _within(self._treatments.get(reading.block.index, []), reading.sentence_at(start - 1).first, start)
        return named[0] if len({mention.id for mention in named}) == 1 else None

    @cached_property
    def only(self) -> Mention | None:
        """The first mention of the treatment that the page promotes, if it promotes exactly one."""
        promoted = self.topics.promoted
        return promoted[0].first if len(promoted) == 1 else None

    @cached_property
    def on_premarket(self) -> bool:
        """Whether a title names a kind of device that goes through premarket approval."""
        return any(reading.of("approval.premarket") for reading in self._readings if reading.block.is_title)

    @cached_property
    def sells_compounded(self) -> bool:
        """Whether the page offers compounded medicines and never says that these are not approved."""
        if any(reading.of("approval.compounded-denied") for reading in self._readings):
            return False
        return any(reading.of("approval.compounded") for reading in self._readings) or any(
            self.knowledge.treatment(topic.id).kind == "compounded_drug" for topic in self.topics.promoted
        )


def _by_block(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.block].append(mention)
    return found


def _within(mentions: list[Mention], first: int, last: int) -> list[Mention]:
    """Return the mentions that start in the words ``[first, last)``."""
    return mentions[bisect_left(mentions, first, key=_first) : bisect_left(mentions, last, key=_first)]


def _first(mention: Mention) -> int:
    return mention.first
