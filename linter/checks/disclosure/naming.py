"""Name products and uses in findings as the page does."""

from collections.abc import Sequence

from linter.checks.article import Article
from linter.checks.disclosure.owed import HeldTo, Owed
from linter.knowledge.pairs import Pair
from linter.language.inflection import inflect, is_participle, is_third_person

_MAX_NAMES = 3
"""Maximum products, or uses, in a series."""


def series(items: Sequence[str], word: str) -> str:
    """Join items as ``a``, ``a and b``, ``a, b and c``, where ``word`` is *and*."""
    return f" {word} ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def products_in(owed: Owed) -> str:
    """Return the products of a notice as text, three at most."""
    names = [_name(product) for product in owed.products[:_MAX_NAMES]]
    return series([*names, "more"] if len(owed.products) > len(names) else names, "and")


def _name(product: HeldTo) -> str:
    """Return the product's name if the page uses no other name for the treatment, else the treatment's.

    Another product of the treatment may be approved for the use.
    """
    products = {name.lower(): name for name in product.treatment.products}
    named = [products.get(written, "") for written in product.topic.written]
    return named[0] if named and all(named) else product.treatment.noun


def uses_in(owed: Owed, article: Article) -> Sequence[str]:
    """Return the promoted uses, by the conditions' names or in the page's words, three at most."""
    uses: dict[str, str] = {}
    for pair in owed.pairs:
        if pair.condition:
            name = article.topics.knowledge.condition(pair.condition).noun
        else:
            name = _as_noun(pair, article)
            name = name if name.isupper() else name[:1].lower() + name[1:]
        uses.setdefault(name.lower(), name)
    return list(uses.values())[:_MAX_NAMES]


def _as_noun(pair: Pair, article: Article) -> str:
    """Return a use as it reads after *for*: ``regrowing cartilage`` for ``regrow cartilage``."""
    verb, space, rest = pair.use.partition(" ")
    is_verb = article.readings[pair.block].has_in(pair.first, pair.first + 1, "effect", "grammar.finite.verb")
    if not (rest and is_verb) or is_participle(verb) or is_third_person(verb):
        return pair.use
    return inflect(verb)[-1] + space + rest
