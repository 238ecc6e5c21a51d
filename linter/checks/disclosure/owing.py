"""Which notice a page owes for which of its products: by kind and status of the treatment, and the promoted uses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from linter.checks.article import Article, once
from linter.checks.disclosure.adequacy import Duty
from linter.checks.disclosure.coverage import covered, is_unlisted, never_approved
from linter.checks.disclosure.disclosures import Disclosures
from linter.checks.disclosure.held import held_to
from linter.checks.disclosure.owed import Owed
from linter.checks.disclosure.supplements import praised, sold
from linter.checks.lines import lines_with
from linter.knowledge.facts import Treatment
from linter.knowledge.pairs import Pair
from linter.knowledge.topics import Topic

OFTEN = 3
"""Times that a page names a product before it counts as offered, where no use and no title says so."""
CONTENT_WORD = 4
"""Letters that a word of a use must have to tie a statement to it."""


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


@once
def owed_by(article: Article) -> tuple[Owed, ...]:
    """The notices that a page owes, by the products that it is held to."""
    return tuple(_owed(Disclosures(article)))


def _owed(disclosures: Disclosures) -> Iterator[Owed]:
    topics = disclosures.topics
    by_notice: dict[str, list[tuple[Topic, Treatment, tuple[Pair, ...]]]] = {}
    if lines_with(disclosures.article, "notice.research-only"):
        return  # the offer itself is the finding of another rule
    for topic in held_to(disclosures.article):
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
        return sold(disclosures.article) or _praised_at_length(topic, disclosures)
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
    if notice == "compounded" and disclosures.topics.promotional and disclosures.compounding:
        return True  # who says that it compounds sells no approved product
    offers = disclosures.topics.promotional or disclosures.is_short or bool(disclosures.claiming)
    if (
        offers
        and (treatment.fda_status != "mixed" or never_approved(topic, treatment))
        and (topic.id in disclosures.topics.main or topic.mentions >= OFTEN or disclosures.is_short)
    ):
        return True
    return disclosures.topics.promotional and disclosures.praises(topic)


def _praised_at_length(topic: Topic, disclosures: Disclosures) -> bool:
    """Whether a page is about a supplement and says what it does, though it sells none."""
    if topic.id in disclosures.topics.main or (disclosures.is_short and len(disclosures.topics.treatments) == 1):
        return bool(disclosures.claiming)
    return topic.mentions >= OFTEN and disclosures.praises(topic)


def _dwells(pairs: Sequence[Pair]) -> bool:
    """Whether a page offers a practice for an illness at length: the illness that it names in passing, all list."""
    return any(count >= OFTEN for count in Counter(pair.condition for pair in pairs).values())


def _one(notice: str, group: Sequence[tuple[Topic, Treatment, tuple[Pair, ...]]], disclosures: Disclosures) -> Owed:
    topics = disclosures.topics
    pairs = tuple(pair for _, _, found in group for pair in found)
    uses = frozenset(pair.condition for pair in pairs if pair.condition)
    duty = Duty(
        products=frozenset(topic.id for topic, _, _ in group)
        | _kin([topic for topic, _, _ in group], (*topics.treatments, *held_to(disclosures.article))),
        uses=uses,
        groups=frozenset(topics.knowledge.condition(use).group for use in uses),
        use_words=frozenset(_content_words(pair.use for pair in pairs)),
        use_terms=frozenset(
            term.lower()
            for term in (
                *(term for use in uses for term in topics.knowledge.condition(use).terms),
                *(pair.use for pair in pairs),
            )
        ),
        main=any(_titled(topic) for topic, _, _ in group),
        own_words=frozenset(word for topic, _, _ in group for word in topics.knowledge.own_words(topic.id)),
        never_approved=notice == "biologic" or all(never_approved(topic, treatment) for topic, treatment, _ in group),
    )
    near = [pair for pair in topics.pairs if pair.treatment in duty.products and pair.level in ("sentence", "block")]
    return Owed(
        notice,
        tuple(part[0] for part in group),
        tuple(part[1] for part in group),
        pairs,
        duty,
        on_label=any(topics.label(pair) is not None for pair in near),
        unlisted=bool(pairs) and all(is_unlisted(pair, treatment) for _, treatment, found in group for pair in found),
    )


def _offered_compounded(topic: Topic, disclosures: Disclosures) -> bool:
    """Whether the page offers the drug in a compounded form."""
    return any(
        name == topic.id
        for line in disclosures.compounding
        if not line.of("notice.compounding-warning")
        for _, name in disclosures.named(line)
    )


def _kin(group: Sequence[Topic], others: Sequence[Topic]) -> frozenset[str]:
    """The treatments by whose names a page calls those of a group for short: "ketamine" for "compounded ketamine"."""
    names = [f" {name} " for topic in group for name in (*topic.written, topic.called.lower())]
    return frozenset(other.id for other in others if any(f" {other.called.lower()} " in name for name in names))


def _titled(topic: Topic) -> bool:
    return topic.first is not None and topic.first.block <= 1


def _content_words(uses: Iterable[str]) -> Iterator[str]:
    for use in uses:
        yield from (word for word in use.lower().split() if len(word) >= CONTENT_WORD and word.isalpha())
