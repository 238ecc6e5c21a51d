"""How a finding names products and uses: as the page does."""

from collections.abc import Sequence

from linter.checks.article import Article
from linter.checks.disclosure.owed import Owed, Promoted
from linter.knowledge.pairs import Pair
from linter.language.inflection import inflect, is_participle, is_third_person

MOST = 3
"""Products, or uses, that a sentence names."""


def series(items: Sequence[str], word: str) -> str:
    """``a``, ``a and b``, ``a, b and c``, where ``word`` is *and*."""
    return f" {word} ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def products_in(owed: Owed) -> str:
    """The products of a notice, three at most."""
    names = [_name(product) for product in owed.products[:MOST]]
    return series([*names, "more"] if len(owed.products) > len(names) else names, "and")


def _name(product: Promoted) -> str:
    """A treatment by the product that the page names and nothing else: another one may be approved for the use."""
    products = {name.lower(): name for name in product.treatment.products}
    named = [products.get(written, "") for written in product.topic.written]
    return named[0] if named and all(named) else product.treatment.short_name


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
