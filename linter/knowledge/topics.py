"""The topics of an article: the treatments it names and promotes, the conditions, and the links between them."""

from linter.knowledge.base import Knowledge
from linter.knowledge.facts import Label
from linter.knowledge.labels import on_label
from linter.knowledge.page import Mention, Page
from linter.knowledge.pairs import Pair
from linter.knowledge.promotion import Sign
from linter.value import Struct


class Topic(Struct, frozen=True):
    """A treatment in an article. ``first`` is its first mention, or None if only the setting names it.

    ``written`` are the article's names for it, in lower case, most frequent first. ``aside`` means that the article
    names it only in navigation, as a bare list item, or in contrast with something else ("better than Botox").
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
        """The treatment's name as the article first writes it, else its name in the knowledge base."""
        return self.name.partition(" (")[0] if self.first is None else self.first.text


class Topics(Struct, frozen=True, dict=True):
    """The treatments of an article (hinted and titled ones first), its uses, and which belong together.

    ``mentions`` are those of treatments, ``conditions`` those of conditions as uses (not as risks). ``drugs`` are
    mentions of prescription drugs without an entry in the knowledge base (``id`` is the name); ``drug_pairs`` link
    them with uses in the same sentence, block or list that no source lists: hints, not facts. ``main`` are the ids of
    the treatments that the article is about: named by the setting, in the title, or in most mentions. ``promotional``
    means that the page sells, and ``signs`` are the evidence for it.
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
        """Return the approval that covers a pair, judging by the sentences that name its treatment and its use."""
        if not pair.condition:
            return None
        known = self.knowledge
        treatment, condition = known.treatment(pair.treatment), known.condition(pair.condition)
        return on_label(treatment, condition, self.near(pair), known.ages)

    def near(self, pair: Pair) -> str:
        """Return the folded sentences that name the treatment and the use of a pair."""
        near = self._page.sentence(pair.block, pair.first)
        place = pair.treatment_at
        if place is None or (place.block == pair.block and pair.level == "sentence"):
            return near
        return f"{self._page.sentence(place.block, place.first)}\n{near}"
