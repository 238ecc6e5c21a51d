"""Which notices a page owes for its products, by the kind and status of each treatment and its promoted uses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from linter.checks.article import Article, once
from linter.checks.disclosure.adequacy import Requirement
from linter.checks.disclosure.coverage import covered, is_unlisted, never_approved
from linter.checks.disclosure.held import held_to, is_short
from linter.checks.disclosure.owed import HeldTo, Owed
from linter.checks.disclosure.products import claiming, compounding, named, praises
from linter.checks.disclosure.supplements import praised, sold
from linter.checks.lines import lines_with
from linter.knowledge.facts import Treatment
from linter.knowledge.pairs import Pair
from linter.knowledge.topics import Topic

_MIN_MENTIONS = 3
"""Minimum mentions for a product to count as offered if no use and no title shows it."""
_CONTENT_WORD_LETTERS = 4
"""Minimum letters of a word that ties a statement to a use."""


def _notice_of(treatment: Treatment) -> str:
    """Return the notice that a product owes if promoted for a use outside its approval, or ""."""
    if treatment.kind == "supplement" and treatment.fda_status == "supplement":
        return "dshea"
    if not treatment.owes_status_disclaimer:
        return ""
    if treatment.kind == "compounded_drug":
        return "compounded"
    if treatment.kind in ("hctp", "biologic") and treatment.fda_status == "unapproved":
        return "biologic"
    return "status"


@once
def owed_by(article: Article) -> tuple[Owed, ...]:
    """Return the notices that a page owes for the products that it is held to."""
    return tuple(_owed(article))


def _owed(article: Article) -> Iterator[Owed]:
    topics = article.topics
    by_notice: dict[str, list[HeldTo]] = {}
    research = bool(lines_with(article, "notice.research-only"))
    for topic in held_to(article):
        pairs = tuple(pair for pair in topics.pairs if pair.treatment == topic.id and not covered(pair, article))
        product = HeldTo(topic, topics.knowledge.treatment(topic.id), pairs)
        notice = _notice_of(product.treatment)
        if notice == "status" and product.treatment.kind == "drug" and _offered_compounded(topic, article):
            notice = "compounded"
        if research and notice == "compounded":
            continue  # a research chemical is not compounded; offering it is another rule's finding
        if notice and _is_owed(notice, product, article):
            by_notice.setdefault(notice, []).append(product)
    supplement = None if "dshea" in by_notice else praised(article)
    if supplement is not None:
        by_notice["dshea"] = [HeldTo(supplement, topics.knowledge.treatment(supplement.id))]
    for notice, products in by_notice.items():
        # one sentence covers all products, except that each needs its own about the use it is not approved for
        for group in [[product] for product in products] if notice == "status" else [products]:
            yield _notice(notice, group, article)


def _is_owed(notice: str, product: HeldTo, article: Article) -> bool:
    """Whether a product owes its notice on this page."""
    topic, treatment = product.topic, product.treatment
    if notice == "dshea":
        if article.is_balanced_throughout and not claiming(article):
            return False  # a page that sells a supplement and says what it does not do
        return sold(article) or _praised_at_length(topic, article)
    if notice == "biologic" and not (article.topics.promotional or is_short(article)):
        return False  # a text about biology offers nothing
    if treatment.fda_status == "not_reviewed":
        return _is_at_length(product.pairs)
    if product.pairs:
        return True
    if notice == "status" and not never_approved(topic, treatment):
        return treatment.fda_status != "approved"
    # no use is named: nothing is owed for a product that is only listed, for one of a partly approved class, or on a
    # page that neither sells nor claims anything
    if notice == "compounded" and article.topics.promotional and compounding(article):
        return True  # a page that says that it compounds sells no approved product
    offers = article.topics.promotional or is_short(article) or bool(claiming(article))
    if (
        offers
        and (treatment.fda_status != "mixed" or never_approved(topic, treatment))
        and (topic.id in article.topics.main or topic.mentions >= _MIN_MENTIONS or is_short(article))
    ):
        return True
    return article.topics.promotional and praises(topic, article)


def _praised_at_length(topic: Topic, article: Article) -> bool:
    """Whether a page that sells no supplement is about one and claims effects of it."""
    if topic.id in article.topics.main or (is_short(article) and len(article.topics.treatments) == 1):
        return bool(claiming(article))
    return topic.mentions >= _MIN_MENTIONS and praises(topic, article)


def _is_at_length(pairs: Sequence[Pair]) -> bool:
    """Whether a page offers a practice for an illness at length; passing mentions of illnesses are common."""
    return any(count >= _MIN_MENTIONS for count in Counter(pair.condition for pair in pairs).values())


def _notice(notice: str, products: Sequence[HeldTo], article: Article) -> Owed:
    topics = article.topics
    requirement = _requirement(notice, products, article)
    near = [
        pair for pair in topics.pairs if pair.treatment in requirement.products and pair.level in ("sentence", "block")
    ]
    unlisted = [is_unlisted(pair, product.treatment) for product in products for pair in product.pairs]
    return Owed(
        notice,
        tuple(products),
        requirement,
        on_label=any(topics.label(pair) is not None for pair in near),
        unlisted=bool(unlisted) and all(unlisted),
    )


def _requirement(notice: str, products: Sequence[HeldTo], article: Article) -> Requirement:
    """Return what a statement must name to be the notice that some products owe."""
    knowledge = article.topics.knowledge
    topics = [product.topic for product in products]
    pairs = [pair for product in products for pair in product.pairs]
    uses = [knowledge.condition(pair.condition) for pair in pairs if pair.condition]
    terms = (*(term for use in uses for term in use.terms), *(pair.use for pair in pairs))
    return Requirement(
        products=frozenset(topic.id for topic in topics)
        | _short_for(topics, (*article.topics.treatments, *held_to(article))),
        uses=frozenset(use.id for use in uses),
        groups=frozenset(use.group for use in uses),
        use_words=frozenset(_content_words(pair.use for pair in pairs)),
        use_terms=frozenset(term.lower() for term in terms),
        main=any(_titled(topic) for topic in topics),
        own_words=frozenset(word for topic in topics for word in knowledge.own_words(topic.id)),
        never_approved=notice == "biologic" or all(never_approved(item.topic, item.treatment) for item in products),
    )


def _offered_compounded(topic: Topic, article: Article) -> bool:
    """Whether the page offers the drug in compounded form; a line that names no drug means the page's main one."""
    for line in compounding(article):
        names = {name for _, name in named(line, article)}
        about = not names and topic.id in article.topics.main and bool(line.of("notice.compounded.own"))
        if (about or topic.id in names) and not line.of("notice.compounding-warning"):
            return True
    return False


def _short_for(group: Sequence[Topic], others: Sequence[Topic]) -> frozenset[str]:
    """Return the treatments whose names are short for those of a group: "ketamine" for "compounded ketamine"."""
    names = [f" {name} " for topic in group for name in (*topic.written, topic.called.lower())]
    return frozenset(other.id for other in others if any(f" {other.called.lower()} " in name for name in names))


def _titled(topic: Topic) -> bool:
    return topic.first is not None and topic.first.block <= 1


def _content_words(uses: Iterable[str]) -> Iterator[str]:
    for use in uses:
        yield from (word for word in use.lower().split() if len(word) >= _CONTENT_WORD_LETTERS and word.isalpha())
