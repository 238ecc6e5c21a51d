"""A notice that a page owes, for which products and uses, and where to report a finding about it."""

from linter.checks.article import Article
from linter.checks.disclosure.adequacy import Requirement
from linter.checks.page import most_visible, title_place
from linter.knowledge.facts import Treatment
from linter.knowledge.pairs import Pair
from linter.knowledge.topics import Topic
from linter.language.reading import Place
from linter.value import Struct

_BEYOND_CLEARANCE = ("approved_other_use", "mixed")


class HeldTo(Struct, frozen=True):
    """A treatment that a page is held to; ``pairs`` are the uses outside approval that the page promotes it for."""

    topic: Topic
    treatment: Treatment
    pairs: tuple[Pair, ...] = ()


class Owed(Struct, frozen=True):
    """A notice that the page owes: ``notice`` is status, compounded, biologic or dshea.

    ``products`` are those that a single notice would cover, in order. ``on_label`` means that an approval covers a use
    that the page names close to one of them; ``unlisted`` that all ``pairs`` are uses of approved drugs that no entry
    lists, so that they are probably, but not certainly, unapproved.
    """

    notice: str
    products: tuple[HeldTo, ...]
    requirement: Requirement
    on_label: bool = False
    unlisted: bool = False

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The promoted uses outside approval, of all products."""
        return tuple(pair for product in self.products for pair in product.pairs)

    @property
    def treatment(self) -> Treatment:
        """The first product's treatment."""
        return self.products[0].treatment

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the products."""
        return tuple(product.treatment.id for product in self.products)

    @property
    def certain(self) -> bool:
        """Whether the page surely promotes an unapproved use; otherwise only a borrowed approval is a finding."""
        if self.pairs or self.notice != "status" or self.requirement.never_approved:
            return True
        if self.on_label:
            return False
        # clinics use these devices outside their clearance; each drug has some approved use
        known = [product.treatment for product in self.products]
        return all(entry.kind == "device" and entry.fda_status in _BEYOND_CLEARANCE for entry in known)


def place_of(owed: Owed, article: Article) -> Place | None:
    """Return the place of a finding: the product's name in a heading, else its first mention, else the title."""
    first = [product.topic.first for product in owed.products if product.topic.first is not None]
    mentions = [mention for mention in article.topics.mentions if mention.id in owed.requirement.products] or first
    mention = most_visible(mentions, article) or next(iter(mentions), None)
    if mention is None:
        return title_place(article)
    return article.readings[mention.block].place(mention.first, mention.last)
