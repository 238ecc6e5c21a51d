"""What an article is about: the treatments it names and promotes, the conditions, and which are linked."""

from collections import Counter
from collections.abc import Iterator, Sequence

from linter.document import Document, Scope
from linter.knowledge.facts import Knowledge, Label, knowledge_of
from linter.knowledge.indications import drug, drug_mentions
from linter.knowledge.labels import on_label, products_named
from linter.knowledge.mentions import Mention, Page, find_mentions
from linter.knowledge.pairs import Pair, find_pairs
from linter.knowledge.promotion import Sign, promoted_ids, selling_signs, sells
from linter.knowledge.wordings import fold, has_any
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.language.words import split_words
from linter.rules.program import Program
from linter.value import Struct

MIN_FOREMOST = 4
NEVER_APPROVED = frozenset({"unapproved", "compounded", "investigational"})


class Topic(Struct, frozen=True):
    """A treatment of an article. ``first`` is its first mention; None where only the setting names it.

    ``written`` are the names that the article gives it, in lower case, the most frequent first.
    """

    id: str
    name: str
    promoted: bool
    mentions: int
    first: Mention | None
    written: tuple[str, ...] = ()


class Topics(Struct, frozen=True, dict=True):
    """The treatments of an article in order of first mention, the uses, and what belongs together.

    ``mentions`` are those of treatments, ``conditions`` those of conditions as uses (not as risks). ``drugs`` are
    mentions of prescription drugs that the knowledge base does not describe (``id`` is the name), ``drug_pairs`` those
    with a use that no source lists for the drug, in the same sentence or block: a hint, not a fact. ``main`` are the
    ids of the treatments that it is about: named by the setting, in the title, or more often than all others.
    ``promotional`` says that the page sells; ``signs`` are what shows it.
    """

    treatments: tuple[Topic, ...]
    mentions: tuple[Mention, ...]
    conditions: tuple[Mention, ...]
    pairs: tuple[Pair, ...]
    drugs: tuple[Mention, ...]
    drug_pairs: tuple[Pair, ...]
    main: tuple[str, ...]
    signs: tuple[Sign, ...]
    promotional: bool
    knowledge: Knowledge
    _page: Page

    @property
    def promoted(self) -> tuple[Topic, ...]:
        """The treatments that the page promotes."""
        return tuple(topic for topic in self.treatments if topic.promoted)

    @property
    def unapproved_products(self) -> tuple[Topic, ...]:
        """The promoted treatments, and those of the title, that have no approval at all (compounded, in trials …)."""
        return tuple(
            topic
            for topic in self.treatments
            if (topic.promoted or topic.id in self.main)
            and self.knowledge.treatment(topic.id).fda_status in NEVER_APPROVED
            and self.knowledge.treatment(topic.id).owes_status_disclaimer
        )

    @property
    def unapproved_uses(self) -> tuple[Pair, ...]:
        """The pairs of promoted treatments that no approval covers; further off only where the use is a known one.

        The generic name of an approved drug stands for its approved products here, unless the pair says otherwise
        (compounded, a form that is not approved); :meth:`label` is stricter.
        """
        promoted = {topic.id for topic in self.promoted}
        return tuple(pair for pair in self.pairs if pair.treatment in promoted and self._unapproved(pair))

    @property
    def unapproved_use(self) -> bool:
        """Whether the page promotes a treatment for a use that no approval covers."""
        return bool(self.unapproved_products or self.unapproved_uses)

    def _unapproved(self, pair: Pair) -> bool:
        treatment = self.knowledge.treatment(pair.treatment)
        known = pair.condition in treatment.off_label_conditions or not pair.condition
        if not treatment.owes_status_disclaimer or not (known or pair.level in ("sentence", "block")):
            return False
        if treatment.fda_status == "mixed" and not treatment.on_label:
            # a class of products, which has no status of its own
            return False
        if not known and pair.use.lower() in self.knowledge.condition(pair.condition).also_risk:
            return False
        return self.label(pair) is None and not self._generic_covered(pair)

    def _generic_covered(self, pair: Pair) -> bool:
        treatment = self.knowledge.treatment(pair.treatment)
        if treatment.fda_status != "approved" or products_named(treatment, self._near(pair)):
            return False
        near = fold(self._near(pair))
        return any(
            pair.condition in label.conditions and not has_any(near, label.not_near) for label in treatment.on_label
        )

    def of(self, block: int) -> tuple[Mention, ...]:
        """The treatment mentions of a block."""
        return tuple(mention for mention in self.mentions if mention.block == block)

    def label(self, pair: Pair) -> Label | None:
        """The approval that covers a pair, read from the sentences that name the treatment and the use."""
        if not pair.condition:
            return None
        return on_label(
            self.knowledge.treatment(pair.treatment),
            self.knowledge.condition(pair.condition),
            self._near(pair),
            self.knowledge.ages,
        )

    def _near(self, pair: Pair) -> str:
        near = self._page.sentence(pair.block, pair.first)
        place = pair.treatment_at
        if place is None or (place.block == pair.block and pair.level == "sentence"):
            return near
        return f"{self._page.sentence(place.block, place.first)}\n{near}"


def find_topics(document: Document, readings: Sequence[BlockReading], program: Program, topic_hint: str = "") -> Topics:
    """Read an article for its treatments. ``topic_hint`` is a treatment id, or words that name a treatment."""
    knowledge = knowledge_of(program)
    page = Page(document, readings, knowledge)
    mentions = find_mentions(page, "treatment")
    hinted = _hinted(topic_hint, knowledge, program)
    main = tuple(dict.fromkeys((*hinted, *_titled(page, mentions), *_foremost(mentions))))
    signs = selling_signs(page)
    promotional = sells(readings)
    promoted = promoted_ids(page, mentions, signs, main) if promotional else frozenset(hinted)
    conditions = tuple(_uses_only(page, find_mentions(page, "condition")))
    uses = [(mention, True) for mention in conditions] + [(mention, False) for mention in _further_uses(page)]
    named = drug_mentions(page)
    takers = {key for key in {mention.id for mention in mentions}.union(main) if knowledge.treatment(key).takes_uses}
    return Topics(
        treatments=tuple(_topics(knowledge, mentions, main, promoted)),
        mentions=mentions,
        conditions=conditions,
        pairs=find_pairs(
            page,
            [mention for mention in mentions if mention.id in takers],
            uses,
            [key for key in main if key in takers],
        ),
        drugs=named,
        drug_pairs=tuple(_unlisted(page, named, conditions)),
        main=main,
        signs=signs,
        promotional=promotional,
        knowledge=knowledge,
        _page=page,
    )


def _unlisted(page: Page, mentions: Sequence[Mention], conditions: Sequence[Mention]) -> Iterator[Pair]:
    for pair in find_pairs(page, mentions, [(condition, True) for condition in conditions], ()):
        known = drug(pair.treatment)
        if pair.level in ("sentence", "block") and not known.lists(page.knowledge.condition(pair.condition)):
            yield pair


def _topics(
    knowledge: Knowledge, mentions: Sequence[Mention], main: Sequence[str], promoted: frozenset[str]
) -> Iterator[Topic]:
    names: dict[str, Counter[str]] = {key: Counter() for key in main}
    first: dict[str, Mention | None] = dict.fromkeys(main)
    for mention in mentions:
        first[mention.id] = first.get(mention.id) or mention
        names.setdefault(mention.id, Counter())[mention.text.lower()] += 1
    for key, place in first.items():
        count, written = names[key].total(), tuple(name for name, _ in names[key].most_common())
        yield Topic(key, knowledge.treatment(key).name, key in promoted, count, place, written)


def _hinted(hint: str, knowledge: Knowledge, program: Program) -> tuple[str, ...]:
    if not hint:
        return ()
    if hint in knowledge.treatment_ids:
        return (hint,)
    words = split_words(hint)
    hits = sorted(program.index.find(hint, words, [(0, len(words))]).get("treatment", ()), key=lambda hit: hit.first)
    longest = max((hit.last - hit.first for hit in hits), default=0)
    return tuple(dict.fromkeys(hit.term for hit in hits if hit.last - hit.first == longest))


def _titled(page: Page, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The treatments named in the title or in a first-level heading."""
    titles = {
        block.index
        for block in page.document.blocks
        if block.scope is Scope.TITLE or (block.scope is Scope.HEADING and block.level == 1)
    }
    return tuple(dict.fromkeys(mention.id for mention in mentions if mention.block in titles))


def _foremost(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The treatment that most of a page's mentions are of, if any."""
    counts = Counter(mention.id for mention in mentions)
    most = max(counts, key=counts.__getitem__, default="")
    return (most,) if counts[most] >= MIN_FOREMOST and counts[most] * 2 > len(mentions) else ()


def _uses_only(page: Page, conditions: Sequence[Mention]) -> Iterator[Mention]:
    """Conditions that are spoken of as such: not as a risk, nor as a reason not to have a treatment."""
    frames: dict[tuple[int, int], list[Hit]] = {}
    for block in dict.fromkeys(mention.block for mention in conditions):
        reading = page.readings[block]
        for hit in reading.of("frame"):
            frames.setdefault((block, reading.sentence_at(hit.first).first), []).append(hit)
    for mention in conditions:
        reading = page.readings[mention.block]
        framing = frames.get((mention.block, reading.sentence_at(mention.first).first))
        if framing:
            strict = next((hit.last for hit in framing if not hit.owner.endswith(".loose")), None)
            also_risk = mention.text.lower() in page.knowledge.condition(mention.id).also_risk
            if also_risk or (strict is not None and strict <= mention.first):
                continue
        heading = page.document.heading_of(reading.block)
        if heading is None or not page.readings[heading.index].of("section.risk"):
            yield mention


def _further_uses(page: Page) -> Iterator[Mention]:
    for reading in page.readings:
        for hit in reading.hits.get("use", ()):
            text = reading.text[reading.start(hit.first) : reading.end(hit.last)]
            yield Mention(hit.term, reading.block.index, hit.first, hit.last, text)
