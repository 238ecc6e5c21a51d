"""What an article is about: the treatments it names and promotes, the conditions, and which are linked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.document import Document, Scope
from linter.knowledge.facts import Knowledge, Label, knowledge_of
from linter.knowledge.labels import on_label
from linter.knowledge.mentions import Mention, Page, find_mentions
from linter.knowledge.pairs import Pair, find_pairs
from linter.language.reading import BlockReading
from linter.language.words import split_words
from linter.rules.program import Program


@dataclass(frozen=True, slots=True)
class Topic:
    """A treatment of an article. ``first`` is its first mention; None where only the setting names it."""

    id: str
    name: str
    promoted: bool
    mentions: int
    first: Mention | None


@dataclass(frozen=True)
class Topics:
    """The treatments of an article in order of first mention, the uses, and what belongs together."""

    treatments: tuple[Topic, ...]
    mentions: tuple[Mention, ...]
    conditions: tuple[Mention, ...]
    pairs: tuple[Pair, ...]
    knowledge: Knowledge
    _page: Page

    @property
    def promoted(self) -> tuple[Topic, ...]:
        """The treatments that the page promotes."""
        return tuple(topic for topic in self.treatments if topic.promoted)

    def of(self, block: int) -> tuple[Mention, ...]:
        """The treatment mentions of a block."""
        return tuple(mention for mention in self.mentions if mention.block == block)

    def at(self, block: int, first: int, last: int) -> Mention | None:
        """The treatment that stands at the words ``[first, last)`` of a block (overlap counts)."""
        return next((mention for mention in self.of(block) if mention.first < last and first < mention.last), None)

    def condition_at(self, block: int, first: int, last: int) -> Mention | None:
        """The condition that stands at the words ``[first, last)`` of a block (overlap counts)."""
        return next(
            (
                mention
                for mention in self.conditions
                if mention.block == block and mention.first < last and first < mention.last
            ),
            None,
        )

    def label(self, pair: Pair) -> Label | None:
        """The approval that covers a pair, read from the sentences that name the treatment and the use."""
        if not pair.condition:
            return None
        near = self._page.sentence(pair.block, pair.first)
        place = pair.treatment_at
        if place is not None and (place.block, pair.level) != (pair.block, "sentence"):
            near = f"{self._page.sentence(place.block, place.first)}\n{near}"
        return on_label(
            self.knowledge.treatment(pair.treatment),
            self.knowledge.condition(pair.condition),
            near,
            self.knowledge.ages,
        )

    def pairs_in(self, block: int, first: int, last: int) -> tuple[Pair, ...]:
        """The pairs whose use stands within the words ``[first, last)`` of a block."""
        return tuple(pair for pair in self.pairs if pair.block == block and first <= pair.first and pair.last <= last)


def find_topics(document: Document, readings: Sequence[BlockReading], program: Program, topic_hint: str = "") -> Topics:
    """Read an article for its treatments. ``topic_hint`` is a treatment id, or words that name a treatment."""
    knowledge = knowledge_of(program)
    page = Page(document, readings, knowledge)
    mentions = find_mentions(page, "treatment")
    hinted = _hinted(topic_hint, knowledge, program)
    main = (*hinted, *(key for key in _titled(page, mentions) if key not in hinted))
    conditions = tuple(_uses_only(page, find_mentions(page, "condition")))
    uses = [(mention, True) for mention in conditions] + [(mention, False) for mention in _further_uses(page)]
    pairs = find_pairs(page, mentions, uses, main)
    return Topics(tuple(_topics(knowledge, mentions, main)), mentions, conditions, pairs, knowledge, page)


def _topics(knowledge: Knowledge, mentions: Sequence[Mention], main: Sequence[str]) -> Iterator[Topic]:
    counts = Counter(mention.id for mention in mentions)
    first: dict[str, Mention | None] = dict.fromkeys(main)
    for mention in mentions:
        first[mention.id] = first.get(mention.id) or mention
    for key, place in first.items():
        yield Topic(key, knowledge.treatment(key).name, key in main, counts[key], place)


def _hinted(hint: str, knowledge: Knowledge, program: Program) -> tuple[str, ...]:
    if hint in knowledge.treatment_ids:
        return (hint,)
    words = split_words(hint)
    sentences = [(0, len(words))] if len(words) else []
    hits = [hit for hit in program.index.find(hint, words, sentences) if hit.owner == "treatment"]
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


def _uses_only(page: Page, conditions: Sequence[Mention]) -> Iterator[Mention]:
    """Conditions that are spoken of as such: not as a risk, nor as a reason not to have a treatment."""
    frames: dict[tuple[int, int], int] = {}
    for block in dict.fromkeys(mention.block for mention in conditions):
        reading = page.readings[block]
        for hit in reading.of("frame"):
            frames.setdefault((block, reading.sentence_at(hit.first).first), hit.last)
    for mention in conditions:
        reading = page.readings[mention.block]
        frame_end = frames.get((mention.block, reading.sentence_at(mention.first).first))
        if frame_end is not None:
            also_risk = page.knowledge.condition(mention.id).also_risk
            if frame_end <= mention.first or mention.text.lower() in also_risk:
                continue
        heading = page.document.heading_of(reading.block)
        if heading is None or not page.readings[heading.index].of("heading.risk"):
            yield mention


def _further_uses(page: Page) -> Iterator[Mention]:
    for reading in page.readings:
        for hit in reading.hits.get("use", ()):
            text = reading.text[reading.start(hit.first) : reading.end(hit.last)]
            yield Mention(hit.term, reading.block.index, hit.first, hit.last, text)
