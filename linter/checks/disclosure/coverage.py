"""Which uses of a product are covered by an approval, given how a page names the product."""

import itertools
from bisect import bisect_left

from linter.checks.article import Article, once
from linter.checks.disclosure.offered import is_offered
from linter.checks.disclosure.refused import is_refused
from linter.checks.risk.passages import on_disease
from linter.knowledge.base import Knowledge
from linter.knowledge.facts import Treatment
from linter.knowledge.labels import products_named
from linter.knowledge.pairs import Pair
from linter.knowledge.topics import Topic

_MAX_MENTIONS = 8
"""Mentions in a sentence that are looked at for other treatments."""


def never_approved(topic: Topic, treatment: Treatment) -> bool:
    """Whether no use of the product, as the page names it, is approved, so that a notice need not name the use.

    Approvals of brands count only if the page names one: most of what is sold as CBD has none.
    """
    if treatment.fda_status == "mixed" and treatment.kind == "drug":
        brands = [{product.lower() for product in label.products} for label in treatment.on_label]
        return bool(brands) and all(names and names.isdisjoint(topic.written) for names in brands)
    return treatment.fda_status in ("unapproved", "compounded", "investigational") and not treatment.on_label


def covered(pair: Pair, article: Article) -> bool:
    """Whether the use is not one promoted outside approval: it is approved, only mentioned, or too vague.

    An approved drug named by its ingredient gets credit for its brands; a mixed kind of product (CBD) does not.
    """
    if is_refused(pair, article) or (_is_studied(pair, article) and not is_offered(pair, article)):
        return True
    if not pair.condition:
        return False
    return _is_passing(pair, article) or _is_approved(pair, article) or not _is_beyond(pair, article)


def _is_passing(pair: Pair, article: Article) -> bool:
    """Whether the page mentions the use near the treatment but does not promote the treatment for it."""
    treatment = article.topics.knowledge.treatment(pair.treatment)
    if treatment.fda_status == "not_reviewed" and pair.condition not in treatment.off_label_conditions:
        return True  # a practice is judged only on illnesses that it is known to be oversold for
    if _is_distant(pair) and _is_of_disease(pair, article):
        return True
    return _is_of_another(pair, article) and not is_offered(pair, article)


def _is_approved(pair: Pair, article: Article) -> bool:
    """Whether an approval covers the use, or an approved use that the page abbreviates or goes with."""
    if article.topics.label(pair) is not None or _is_short_for_approved(pair, article):
        return True
    condition = article.topics.knowledge.condition(pair.condition)
    # a page on chronic migraine mentions headaches too
    return pair.use.lower() in condition.also_risk and condition.group in _approved_groups(article, pair.treatment)


def _is_beyond(pair: Pair, article: Article) -> bool:
    """Whether a use that no approval covers is promoted: known to be, offered, or of a product without brands."""
    knowledge = article.topics.knowledge
    treatment, condition = knowledge.treatment(pair.treatment), knowledge.condition(pair.condition)
    listed = pair.condition in treatment.off_label_conditions
    if condition.no_label_credit or (_is_distant(pair) and not is_offered(pair, article)):
        # a vague state or a distant use counts only if it is known to be promoted
        return listed and not _has_brands_only(treatment)
    if listed or _of_another_brand(treatment, pair, article):
        return True
    if is_unlisted(pair, treatment) and condition.kind == "disease":
        return is_offered(pair, article) and not _is_wider(pair, treatment, knowledge)
    return not (_has_brands_only(treatment) or _is_among_others(pair, article))


def _is_distant(pair: Pair) -> bool:
    return pair.level in ("section", "title")


def is_unlisted(pair: Pair, treatment: Treatment) -> bool:
    """Whether no brand of an approved drug is approved for the use, nor the drug known to be promoted for it."""
    return (
        treatment.fda_status == "approved"
        and pair.condition not in ("", *treatment.off_label_conditions)
        and pair.condition not in _labeled(treatment)
    )


def _labeled(treatment: Treatment) -> set[str]:
    return {condition for label in treatment.on_label for condition in label.conditions}


def _is_wider(pair: Pair, treatment: Treatment, knowledge: Knowledge) -> bool:
    """Whether a use is a wider term for an approved one: "depression" for treatment-resistant depression."""
    use = pair.use.lower()
    return any(use in term.lower() for key in _labeled(treatment) for term in knowledge.condition(key).terms)


def _is_studied(pair: Pair, article: Article) -> bool:
    """Whether the use is only what participants in a study had, or what their records showed."""
    reading = article.readings[pair.block]
    return reading.has_in(reading.sentence_at(pair.first).first, pair.last, "purpose.studied")


def _is_short_for_approved(pair: Pair, article: Article) -> bool:
    """Whether the use is the end of an approved one named in its block: "scars" beside "acne scars"."""
    named = _approved_uses(article).get((pair.treatment, pair.block), ())
    return any(use.endswith(f" {pair.use.lower()}") for use in named)


def _is_of_another(pair: Pair, article: Article) -> bool:
    """Whether the sentence names another treatment that is approved for the use: "Wegovy is approved for heart
    disease, which Zepbound is not"."""
    return pair.level == "sentence" and (pair.block, pair.first) in _labeled_places(article)


@once
def _labeled_places(article: Article) -> frozenset[tuple[int, int]]:
    """Return the block and first word of each use that a treatment in its sentence is approved for."""
    topics = article.topics
    near = (pair for pair in topics.pairs if pair.level == "sentence" and topics.label(pair) is not None)
    return frozenset((pair.block, pair.first) for pair in near)


@once
def _approved_uses(article: Article) -> dict[tuple[str, int], set[str]]:
    """Return the approved uses that the page names, in its own words, by treatment and block."""
    uses: dict[tuple[str, int], set[str]] = {}
    for pair in article.topics.pairs:
        if article.topics.label(pair) is not None:
            uses.setdefault((pair.treatment, pair.block), set()).add(pair.use.lower())
    return uses


@once
def _approved_groups(article: Article, treatment: str) -> frozenset[str]:
    """Return the groups of the approved uses that the page names for a treatment."""
    topics = article.topics
    named = (pair for pair in topics.pairs if pair.treatment == treatment and topics.label(pair) is not None)
    return frozenset(topics.knowledge.condition(pair.condition).group for pair in named)


def _is_of_disease(pair: Pair, article: Article) -> bool:
    """Whether the use is under a heading on an illness."""
    heading = article.heading_reading(article.readings[pair.block].block)
    return heading is not None and on_disease(heading)


def _of_another_brand(treatment: Treatment, pair: Pair, article: Article) -> bool:
    """Whether the use is approved only for brands other than those named nearby (Ozempic for weight loss)."""
    labels = [label.products for label in treatment.on_label if pair.condition in label.conditions]
    named = products_named(treatment, article.topics.near(pair))
    return bool(named and labels) and all(products and not set(products) & set(named) for products in labels)


def _has_brands_only(treatment: Treatment) -> bool:
    """Whether the product, or a class of products, is approved: then only uses known to be off label count."""
    return treatment.fda_status == "approved" or (treatment.fda_status == "mixed" and not treatment.on_label)


def _is_among_others(pair: Pair, article: Article) -> bool:
    """Whether the use's sentence names other treatments too, so that the use may belong to any of them."""
    sentence = article.readings[pair.block].sentence_at(pair.first)
    mentions = article.topics.mentions
    start = bisect_left(_places(article), (pair.block, sentence.first))
    end = (pair.block, sentence.last)
    named = set()
    for mention in itertools.islice(mentions, start, start + _MAX_MENTIONS):
        if (mention.block, mention.first) >= end:
            break
        named.add(mention.id)
    return len(named) > 1


@once
def _places(article: Article) -> list[tuple[int, int]]:
    """Return the block and first word of each mention, in order."""
    return [(mention.block, mention.first) for mention in article.topics.mentions]
