"""What an article is about: the treatments it names and promotes, the conditions, and which are linked."""

from linter.knowledge.base import Knowledge
from linter.knowledge.facts import Label
from linter.knowledge.labels import on_label
from linter.knowledge.page import Mention, Page
from linter.knowledge.pairs import Pair
from linter.knowledge.promotion import Sign
from linter.value import Struct


class Topic(Struct, frozen=True):
    """A treatment of an article. ``first`` is its first mention; None where only the setting names it.

    ``written`` are the names that the article gives it, in lower case, the most frequent first. ``aside`` says that the
    article names it only in a menu or as an item of a list, or to set something apart from it ("better than Botox").
    """

    id: str
    name: str
    promoted: bool
    mentions: int
    first: Mention | None
    written: tuple[str, ...] = ()
    aside: bool = False

    @property
    def called(self) -> str:
        """The treatment as the article first writes it; where it never does, by its name."""
        return self.name.partition(" (")[0] if self.first is None else self.first.text


class Topics(Struct, frozen=True, dict=True):
    """The treatments of an article in order of first mention, the uses, and what belongs together.

    ``mentions`` are those of treatments, ``conditions`` those of conditions as uses (not as risks). ``drugs`` are
    mentions of prescription drugs that the knowledge base does not describe (``id`` is the name), ``drug_pairs`` those
    with a use that no source lists for the drug, in the same sentence or block or in a list: a hint, not a fact.
    ``main`` are the ids of the treatments that it is about: named by the setting, in the title, or more often than all
    others.
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

    def label(self, pair: Pair) -> Label | None:
        """The approval that covers a pair, as the sentences that name its treatment and its use tell it."""
        if not pair.condition:
            return None
        known = self.knowledge
        treatment, condition = known.treatment(pair.treatment), known.condition(pair.condition)
        return on_label(treatment, condition, self.near(pair), known.ages)

    def near(self, pair: Pair) -> str:
        """The folded sentences that name the treatment and the use of a pair."""
        near = self._page.sentence(pair.block, pair.first)
        place = pair.treatment_at
        if place is None or (place.block == pair.block and pair.level == "sentence"):
            return near
        return f"{self._page.sentence(place.block, place.first)}\n{near}"
