"""A notice that a page owes, where a finding on it stands, and how that names products and uses: as the page does."""

from collections.abc import Sequence

from linter.checks.article import Article
from linter.checks.disclosure.adequacy import Duty
from linter.checks.page import shown, title_place
from linter.knowledge.facts import Treatment
from linter.knowledge.pairs import Pair
from linter.knowledge.topics import Topic
from linter.language.inflection import inflect, is_participle, is_third_person
from linter.language.reading import Place
from linter.value import Struct

BEYOND_CLEARANCE = ("approved_other_use", "mixed")
MOST = 3
"""Products, or uses, that a sentence names."""


class Owed(Struct, frozen=True):
    """A notice that the page owes: ``notice`` is status, compounded, biologic or dshea.

    ``topics`` are the products that one notice would do for, the first promoted one first; ``pairs`` the promoted uses
    outside approval; ``on_label`` says that an approval covers a use which the page names close to one of them,
    ``unlisted`` that all of ``pairs`` are uses of approved drugs that no entry lists: that none is approved is likely,
    no known fact.
    """

    notice: str
    topics: tuple[Topic, ...]
    treatments: tuple[Treatment, ...]
    pairs: tuple[Pair, ...]
    duty: Duty
    on_label: bool = False
    unlisted: bool = False

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


def place_of(owed: Owed, article: Article) -> Place | None:
    """Where a finding stands: at the product's name in a heading, else at its first mention, else at the title."""
    first = [topic.first for topic in owed.topics if topic.first is not None]
    mentions = [mention for mention in article.topics.mentions if mention.id in owed.duty.products] or first
    mention = shown(mentions, article) or next(iter(mentions), None)
    if mention is None:
        return title_place(article)
    return article.readings[mention.block].place(mention.first, mention.last)


def series(items: Sequence[str], word: str) -> str:
    """``a``, ``a and b``, ``a, b and c``, where ``word`` is *and*."""
    return f" {word} ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def products_in(owed: Owed) -> str:
    """The products of a notice, three at most."""
    names = [_name(*one) for one in list(zip(owed.topics, owed.treatments, strict=True))[:MOST]]
    return series([*names, "more"] if len(owed.treatments) > len(names) else names, "and")


def _name(topic: Topic, treatment: Treatment) -> str:
    """A treatment by the product that the page names and nothing else: another one may be approved for the use."""
    products = {product.lower(): product for product in treatment.products}
    named = [products.get(written, "") for written in topic.written]
    return named[0] if named and all(named) else treatment.short_name


def uses_in(owed: Owed, article: Article) -> Sequence[str]:
    """The promoted uses in the page's words, three at most."""
    uses: dict[str, str] = {}
    for pair in owed.pairs:
        known = article.topics.knowledge.condition(pair.condition).name if pair.condition else ""
        name = known or _as_noun(pair, article)
        uses.setdefault(name.lower(), name if name.isupper() else name[:1].lower() + name[1:])
    return list(uses.values())[:MOST]


def _as_noun(pair: Pair, article: Article) -> str:
    """A use in the page's words, as *for* takes it: ``regrowing cartilage`` for ``regrow cartilage``."""
    verb, space, rest = pair.use.partition(" ")
    is_verb = article.readings[pair.block].among(pair.first, pair.first + 1, "effect", "grammar.finite.verb")
    if not (rest and is_verb) or is_participle(verb) or is_third_person(verb):
        return pair.use
    return inflect(verb)[-1] + space + rest
