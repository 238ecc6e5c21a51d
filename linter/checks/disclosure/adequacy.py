"""The three-part test of a status statement: does it name the product, deny approval and tie that to the use?"""

from linter.checks.article import Article
from linter.checks.disclosure.products import named
from linter.checks.disclosure.statements import Statement, statements_of
from linter.checks.lines import Line, around, visible_lines
from linter.value import Struct

_REACH = 2
"""Sentences to go back for the antecedent of a pronoun."""


class Requirement(Struct, frozen=True):
    """What a status statement must name: a product, and the uses that the page promotes it for.

    ``products`` are the ids whose names count as the product's. ``uses`` are condition ids, ``use_terms`` their terms
    in lower case, ``groups`` their groups, ``use_words`` the words of the promoted uses as the page writes them.
    ``main`` means that the page is about the product; ``own_words`` occur only in its names; ``never_approved`` means
    that none of its uses is approved, so that a plain "not FDA-approved" is enough.
    """

    products: frozenset[str]
    uses: frozenset[str]
    groups: frozenset[str]
    use_words: frozenset[str] = frozenset()
    use_terms: frozenset[str] = frozenset()
    main: bool = False
    own_words: frozenset[str] = frozenset()
    never_approved: bool = False


class Parts(Struct, frozen=True):
    """The parts that a statement has; ``generic`` means that it is about unnamed offers of the page."""

    product: bool
    use: bool
    generic: bool
    statement: Statement

    @property
    def count(self) -> int:
        """The number of parts, including the denial; a generic statement counts as naming the product."""
        return 1 + (self.product or self.generic) + self.use

    @property
    def adequate(self) -> bool:
        """Whether all three parts are present."""
        return self.product and self.use


def parts_for(requirement: Requirement, article: Article) -> tuple[Parts, ...]:
    """Return the parts of each status statement for a requirement, without statements about other products."""
    judged = (_judge(statement, article, requirement) for statement in statements_of(article))
    return tuple(parts for parts in judged if parts is not None)


def _judge(statement: Statement, article: Article, requirement: Requirement) -> Parts | None:
    """Return the parts that a statement has for a requirement, or None if it is about another product."""
    named = _names_product(statement, article, requirement)
    if named is None:
        return None
    covers_all = bool(statement.of("notice.all-products"))
    product = named or (covers_all and not statement.vague)
    generic = not named and (statement.vague or covers_all)
    use = _names_use(statement, requirement) and (product or not _use_is_pronoun_only(statement, requirement))
    return Parts(product, use, generic, statement)


def _names_product(statement: Statement, article: Article, requirement: Requirement) -> bool | None:
    """Whether the statement names the product or clearly refers to it; None if it names only others."""
    own = [name for line in statement.sources for name in _meant_names(line, requirement, article)]
    if own:
        return None if requirement.products.isdisjoint(own) else True
    if statement.vague:
        return False
    by_own_word = any(not requirement.own_words.isdisjoint(line.words()) for line in statement.sources)
    if requirement.main and (statement.of("notice.status-label") or by_own_word):
        return True
    refers = statement.of("notice.pronoun") or _names_promoted(statement, requirement)
    return bool(refers) and _is_meant(statement, article, requirement)


def _is_meant(statement: Statement, article: Article, requirement: Requirement) -> bool:
    """Whether a statement that names no product means this one, by the names before it, else right after it."""
    lines = visible_lines(article)
    before = around(lines, statement.sources[0], _REACH, 0)[:-1]
    for line in reversed(before):
        if names := _meant_names(line, requirement, article):
            return not requirement.products.isdisjoint(names)
    if requirement.main and statement.of("notice.pronoun.bare"):
        return True
    after = [
        name for line in around(lines, statement.line, 0, 1)[1:] for name in _meant_names(line, requirement, article)
    ]
    if after or not requirement.main:
        return not requirement.products.isdisjoint(after)
    # if nothing else is named nearby, "the panel" is what the page is about
    vague = statement.of("notice.use.pronoun")
    return not vague or any(hit.term in requirement.uses for line in before for hit in line.of("condition"))


def _meant_names(line: Line, requirement: Requirement, article: Article) -> list[str]:
    """Return the products that a line names, including short names of the requirement's own.

    Products named only as a contrast are left out if another is named.
    """
    apart = [hit.last for hit in line.of("notice.apart")]
    short = ((hit.first, hit.owner.rpartition(".")[2]) for hit in line.of("notice.named"))
    names = [*named(line, article), *(pair for pair in short if pair[1] in requirement.products)]
    meant = [name for place, name in names if not any(0 <= place - last <= 1 for last in apart)]
    return meant or [name for _, name in names]


def _names_use(statement: Statement, requirement: Requirement) -> bool:
    conditions = statement.of("condition")
    if any(hit.term in requirement.uses for hit in conditions) or _names_wider(statement, requirement):
        return statement.kind != "only" or bool(statement.of("notice.off-label"))
    if statement.kind == "only" or statement.of("notice.use.any", "notice.use.pronoun"):
        return True
    if any(statement.of(f"notice.use.group.{group}") for group in requirement.groups):
        return True
    if conditions:
        return not requirement.uses  # the page links the product with no use
    return requirement.never_approved or _names_promoted(statement, requirement)


def _names_promoted(statement: Statement, requirement: Requirement) -> bool:
    """Whether a statement names a promoted use, as a condition or in the page's words."""
    line = statement.line
    if any(hit.term in requirement.uses for hit in line.of("condition")):
        return True
    # "giving it for energy is off-label", but not "our energy drip is not approved"
    tied = (hit.last for hit in line.of("grammar.preposition") if hit.last < statement.hit.first)
    named = {*line.words(statement.hit.last), *line.words()[:1], *(line.reading.words.words[at] for at in tied)}
    text = f" {' '.join(line.words())} "
    whole = any(" " in term and f" {term} " in text for term in requirement.use_terms)
    return whole or not requirement.use_words.isdisjoint(named)


def _names_wider(statement: Statement, requirement: Requirement) -> bool:
    """Whether a statement names a promoted use by a wider term: "arthritis" for arthritis of the knee."""
    named = (
        line.words(hit.first)[: hit.last - hit.first] for line in statement.sources for hit in line.of("condition")
    )
    wider = [f" {' '.join(words)} " for words in named]
    return any(name in f" {term} " for name in wider for term in requirement.use_terms)


def _use_is_pronoun_only(statement: Statement, requirement: Requirement) -> bool:
    """Whether the statement refers to the use only as "this use", which needs a product to point to."""
    named = any(hit.term in requirement.uses for hit in statement.of("condition"))
    return not named and bool(statement.of("notice.use.pronoun"))
