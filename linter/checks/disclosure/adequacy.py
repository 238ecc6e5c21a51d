"""The three-part test of a status statement: does it name the product, deny the approval and tie it to the use?"""

from linter.checks.article import Article
from linter.checks.disclosure.products import named
from linter.checks.disclosure.statements import Statement, statements_of
from linter.checks.lines import Line, around, visible_lines
from linter.value import Struct

REACH = 2
"""How many sentences back a pronoun finds the name it stands for."""


class Duty(Struct, frozen=True):
    """A product on a page that owes a status statement, and the uses that it is promoted for.

    ``products`` are the ids whose names count as this product's. ``uses`` are condition ids, ``use_terms`` their names
    in lower case, ``groups`` their groups, ``use_words`` the words of the promoted uses as the page says them. ``main``
    says that the page is about this product, ``own_words`` are those that only its names have, ``never_approved`` says
    that no use of it is approved, so that a plain "not FDA-approved" covers this one.
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
    """Which parts a statement has; ``generic`` says that it speaks of unnamed offers of the page."""

    product: bool
    use: bool
    generic: bool
    statement: Statement

    @property
    def count(self) -> int:
        """Parts present, the denial included; a statement on unnamed offers counts as a reference to the product."""
        return 1 + (self.product or self.generic) + self.use

    @property
    def adequate(self) -> bool:
        """Whether all three parts are there."""
        return self.product and self.use


def parts_for(duty: Duty, article: Article) -> tuple[Parts, ...]:
    """What each status statement of an article has for a duty, those about other products left out."""
    judged = (_judge(statement, article, duty) for statement in statements_of(article))
    return tuple(parts for parts in judged if parts is not None)


def _judge(statement: Statement, article: Article, duty: Duty) -> Parts | None:
    """The parts that a statement has for a duty; None when it is about another product."""
    named = _names_product(statement, article, duty)
    if named is None:
        return None
    covers_all = bool(statement.of("notice.all-products"))
    product = named or (covers_all and not statement.vague)
    generic = not named and (statement.vague or covers_all)
    use = _names_use(statement, duty) and (product or not _use_is_pronoun_only(statement, duty))
    return Parts(product, use, generic, statement)


def _names_product(statement: Statement, article: Article, duty: Duty) -> bool | None:
    """Whether the statement names the product or clearly refers to it; None when it names only others."""
    own = [name for line in statement.sources for name in _told(line, duty, article)]
    if own:
        return None if duty.products.isdisjoint(own) else True
    if statement.vague:
        return False
    spoken = (not duty.own_words.isdisjoint(line.words()) for line in statement.sources)
    if duty.main and (statement.of("notice.status-label") or any(spoken)):
        return True
    refers = statement.of("notice.pronoun") or _names_promoted(statement, duty)
    return bool(refers) and _is_meant(statement, article, duty)


def _is_meant(statement: Statement, article: Article, duty: Duty) -> bool:
    """Whether a statement that names no product is on this one: by what is named before it, else right after it."""
    lines = visible_lines(article)
    before = around(lines, statement.sources[0], REACH, 0)[:-1]
    for line in reversed(before):
        if names := _told(line, duty, article):
            return not duty.products.isdisjoint(names)
    if duty.main and statement.of("notice.pronoun.bare"):
        return True
    after = [name for line in around(lines, statement.line, 0, 1)[1:] for name in _told(line, duty, article)]
    if after or not duty.main:
        return not duty.products.isdisjoint(after)
    # where nothing else is named near, "the panel" is what the page is about
    vague = statement.of("notice.use.pronoun")
    return not vague or any(hit.term in duty.uses for line in before for hit in line.of("condition"))


def _told(line: Line, duty: Duty, article: Article) -> list[str]:
    """The products that a line speaks of, the short names of this one among them.

    Those named only to be told apart are left out if another is named.
    """
    apart = [hit.last for hit in line.of("notice.apart")]
    short = ((hit.first, hit.owner.rpartition(".")[2]) for hit in line.of("notice.named"))
    names = [*named(line, article), *(pair for pair in short if pair[1] in duty.products)]
    told = [name for place, name in names if not any(0 <= place - last <= 1 for last in apart)]
    return told or [name for _, name in names]


def _names_use(statement: Statement, duty: Duty) -> bool:
    conditions = statement.of("condition")
    if any(hit.term in duty.uses for hit in conditions) or _names_wider(statement, duty):
        return statement.kind != "only" or bool(statement.of("notice.off-label"))
    if statement.kind == "only" or statement.of("notice.use.any", "notice.use.pronoun"):
        return True
    if any(statement.of(f"notice.use.group.{group}") for group in duty.groups):
        return True
    if conditions:
        return not duty.uses  # a product that the page links with no use
    return duty.never_approved or _names_promoted(statement, duty)


def _names_promoted(statement: Statement, duty: Duty) -> bool:
    """Whether a statement names a promoted use, as a condition or in the page's words."""
    line = statement.line
    if any(hit.term in duty.uses for hit in line.of("condition")):
        return True
    # "giving it for energy is off-label", but not "our energy drip is not approved"
    tied = (hit.last for hit in line.of("grammar.preposition") if hit.last < statement.hit.first)
    named = {*line.words(statement.hit.last), *line.words()[:1], *(line.reading.words.words[at] for at in tied)}
    spoken = f" {' '.join(line.words())} "
    whole = any(" " in term and f" {term} " in spoken for term in duty.use_terms)
    return whole or not duty.use_words.isdisjoint(named)


def _names_wider(statement: Statement, duty: Duty) -> bool:
    """Whether a statement names a promoted use by a wider word: "arthritis" for that of the knee."""
    named = (
        line.words(hit.first)[: hit.last - hit.first] for line in statement.sources for hit in line.of("condition")
    )
    wider = [f" {' '.join(words)} " for words in named]
    return any(name in f" {term} " for name in wider for term in duty.use_terms)


def _use_is_pronoun_only(statement: Statement, duty: Duty) -> bool:
    """Whether the use is tied only by "this use", which needs a product to point to."""
    named = any(hit.term in duty.uses for hit in statement.of("condition"))
    return not named and bool(statement.of("notice.use.pronoun"))
