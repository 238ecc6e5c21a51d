"""Which notice a page owes for which of its products: by kind and status of the treatment, and the promoted uses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from linter.checks.article import Article, once
from linter.checks.claim import find_claims
from linter.checks.claim.judge import Strength
from linter.checks.disclosure.adequacy import Duty, Parts, judge
from linter.checks.disclosure.coverage import covered, never_approved
from linter.checks.disclosure.flow import Line, flow_of, lines_with
from linter.checks.disclosure.page import is_short, subjects, title_block
from linter.checks.disclosure.placement import Placement, placement_of
from linter.checks.disclosure.statements import Statement, find_statements
from linter.checks.disclosure.supplements import praised, sold
from linter.document import Block, Scope
from linter.knowledge.facts import Treatment
from linter.knowledge.pairs import Pair
from linter.knowledge.topics import Topic, Topics
from linter.value import Struct

OFTEN = 3
"""Times that a page names a product before it counts as offered, where no use and no title says so."""
BEYOND_CLEARANCE = ("approved_other_use", "mixed")
ASSERTING = frozenset({Strength.PLAIN, Strength.ABSOLUTE, Strength.WEAK, Strength.ADOPTED})
CONTENT_WORD = 4
"""Letters that a word of a use must have to tie a statement to it."""


class Owed(Struct, frozen=True):
    """A notice that the page owes: ``notice`` is status, compounded, biologic or dshea.

    ``topics`` are the products that one notice would do for, the first promoted one first; ``pairs`` the promoted uses
    outside approval; ``on_label`` says that an approval covers a use which the page names close to one of them.
    """

    notice: str
    topics: tuple[Topic, ...]
    treatments: tuple[Treatment, ...]
    pairs: tuple[Pair, ...]
    duty: Duty
    on_label: bool = False

    @property
    def treatment(self) -> Treatment:
        """The product to speak of first."""
        return self.treatments[0]

    @property
    def certain(self) -> bool:
        """Whether the page promotes a use that is not approved; else only a borrowed approval is to be looked for."""
        if self.pairs or self.notice != "status" or self.duty.never_approved:
            return True
        if self.on_label:
            return False
        # clinics use these devices outside their clearance; a drug is another matter: each has a use that is approved
        return all(one.kind == "device" and one.fda_status in BEYOND_CLEARANCE for one in self.treatments)


class Disclosures(Struct, frozen=True, dict=True):
    """What an article owes and what it says. Made once an article; every status rule reads it."""

    article: Article

    @property
    def topics(self) -> Topics:
        """What the article is about."""
        return self.article.topics

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The visible sentences."""
        return flow_of(self.article)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The status statements."""
        return find_statements(self.lines)

    @cached_property
    def placement(self) -> Placement:
        """Where the page's last call to action and its end are."""
        return placement_of(self.lines)

    @cached_property
    def owed(self) -> tuple[Owed, ...]:
        """The notices owed."""
        return tuple(_owed(self))

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
            if claim.strength in ASSERTING
        )

    def praises(self, topic: Topic) -> bool:
        """Whether the page says that something works in a section that names a treatment."""
        blocks = self.article.document.blocks
        named = {blocks[mention.block].section for mention in self.topics.mentions if mention.id == topic.id}
        return bool(named & self.claiming)

    @cached_property
    def compounding(self) -> tuple[Line, ...]:
        """The lines that offer or describe a compounded product."""
        return tuple(line for line in self.lines if line.of("notice.compounding-offer", "notice.compounded"))

    def named(self, line: Line) -> Iterator[tuple[int, str]]:
        """The treatments that a line names, and those of the page that a short name in a status statement means.

        Abbreviations that the page never spells out count here: they still tell one product from another.
        """
        for hit in line.of("treatment"):
            yield hit.first, hit.term
        for hit in line.of("notice.named", "short-name"):
            name = hit.owner.rpartition(".")[2]
            if name in self._on_page:
                yield hit.first, name

    def parts(self, owed: Owed) -> tuple[Parts, ...]:
        """How each statement does for a notice, those about other products left out."""
        judged = (judge(statement, self.lines, owed.duty, self.named) for statement in self.statements)
        return tuple(parts for parts in judged if parts is not None)

    @cached_property
    def _on_page(self) -> frozenset[str]:
        return frozenset(topic.id for topic in (*self.topics.treatments, *subjects(self.article)))


@once
def disclosures_of(article: Article) -> Disclosures:
    """What an article owes and says, found once."""
    return Disclosures(article)


def notice_of(treatment: Treatment) -> str:
    """The notice that a product owes where it is promoted for a use outside its approval; "" for none."""
    if treatment.kind == "supplement" and treatment.fda_status == "supplement":
        return "dshea"
    if not treatment.owes_status_disclaimer:
        return ""
    if treatment.kind == "compounded_drug":
        return "compounded"
    if treatment.kind in ("hctp", "biologic") and treatment.fda_status == "unapproved":
        return "biologic"
    return "status"


def _owed(disclosures: Disclosures) -> Iterator[Owed]:
    topics = disclosures.topics
    by_notice: dict[str, list[tuple[Topic, Treatment, tuple[Pair, ...]]]] = {}
    if lines_with(disclosures.article, "notice.research-only"):
        return  # the offer itself is the finding of another rule
    for topic in subjects(disclosures.article):
        treatment = topics.knowledge.treatment(topic.id)
        notice = notice_of(treatment)
        pairs = tuple(
            pair for pair in topics.pairs if pair.treatment == topic.id and not covered(pair, disclosures.article)
        )
        if notice == "status" and treatment.kind == "drug" and _offered_compounded(topic, disclosures):
            notice = "compounded"
        if notice and _is_owed(notice, topic, treatment, pairs, disclosures):
            by_notice.setdefault(notice, []).append((topic, treatment, pairs))
    claim = (
        None if "dshea" in by_notice else praised(disclosures.article, disclosures.lines, bool(disclosures.claiming))
    )
    if claim is not None:
        by_notice["dshea"] = [(claim, topics.knowledge.treatment(claim.id), ())]
    for notice, entries in by_notice.items():
        groups = [[entry] for entry in entries] if notice == "status" else [entries]
        for group in groups:
            yield _one(notice, group, disclosures)


def _is_owed(notice: str, topic: Topic, treatment: Treatment, pairs: Sequence[Pair], disclosures: Disclosures) -> bool:
    """Whether a promoted treatment owes its notice on this page."""
    if notice == "dshea":
        if topic.id in disclosures.topics.main and disclosures.claiming:
            return True
        return sold(disclosures.article) or (topic.mentions >= OFTEN and disclosures.praises(topic))
    if notice == "biologic" and not (disclosures.topics.promotional or disclosures.is_short):
        return False  # a text on biology offers nothing
    if treatment.fda_status == "not_reviewed":
        return _dwells(pairs)
    if pairs:
        return True
    if notice == "status" and not never_approved(topic, treatment):
        return treatment.fda_status != "approved"
    # no use is named: a product that is only listed owes nothing yet, nor one of a class of which some are approved,
    # nor one of which a page tells that sells and claims nothing
    offers = disclosures.topics.promotional or disclosures.is_short or bool(disclosures.claiming)
    if (
        offers
        and treatment.fda_status != "mixed"
        and (topic.id in disclosures.topics.main or topic.mentions >= OFTEN or disclosures.is_short)
    ):
        return True
    return disclosures.topics.promotional and disclosures.praises(topic)


def _dwells(pairs: Sequence[Pair]) -> bool:
    """Whether a page offers a practice for an illness at length: the illness that it names in passing, all list."""
    return any(count >= OFTEN for count in Counter(pair.condition for pair in pairs).values())


def _one(notice: str, group: Sequence[tuple[Topic, Treatment, tuple[Pair, ...]]], disclosures: Disclosures) -> Owed:
    topics = disclosures.topics
    pairs = tuple(pair for _, _, found in group for pair in found)
    uses = frozenset(pair.condition for pair in pairs if pair.condition)
    duty = Duty(
        products=frozenset(topic.id for topic, _, _ in group),
        uses=uses,
        groups=frozenset(topics.knowledge.condition(use).group for use in uses),
        use_words=frozenset(_content_words(pair.use for pair in pairs)),
        main=any(_titled(topic) for topic, _, _ in group),
        never_approved=notice == "biologic" or all(never_approved(topic, treatment) for topic, treatment, _ in group),
    )
    return Owed(
        notice,
        tuple(part[0] for part in group),
        tuple(part[1] for part in group),
        pairs,
        duty,
        on_label=any(
            pair.treatment in duty.products and pair.level in ("sentence", "block") and topics.label(pair) is not None
            for pair in topics.pairs
        ),
    )


def _offered_compounded(topic: Topic, disclosures: Disclosures) -> bool:
    """Whether the page offers the drug in a compounded form."""
    return any(
        name == topic.id
        for line in disclosures.compounding
        if not line.of("notice.compounding-warning")
        for _, name in disclosures.named(line)
    )


def _titled(topic: Topic) -> bool:
    return topic.first is not None and topic.first.block <= 1


def _content_words(uses: Iterable[str]) -> Iterator[str]:
    for use in uses:
        yield from (word for word in use.lower().split() if len(word) >= CONTENT_WORD and word.isalpha())


def place_of(owed: Owed, article: Article) -> tuple[Block, int, int] | None:
    """Where a finding stands: at the product's name in a heading, else at its first mention, else at the title."""
    blocks = article.document.blocks
    first = [topic.first for topic in owed.topics if topic.first is not None]
    mentions = [mention for mention in article.topics.mentions if mention.id in owed.duty.products] or first
    headed = [mention for mention in mentions if blocks[mention.block].scope is Scope.HEADING]
    unseen = (Scope.ALT_TEXT, Scope.DESCRIPTION, Scope.TITLE)
    visible = [mention for mention in mentions if blocks[mention.block].scope not in unseen]
    for mention in [*headed[:1], *visible[:1], *mentions[:1]]:
        reading = article.readings[mention.block]
        return reading.block, reading.start(mention.first), reading.end(mention.last)
    title = title_block(article)
    return None if title is None else (title, 0, len(title.view.text))
