"""Which uses an approval covers, as a page names the product."""

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

COMPANY = 8
"""Mentions of a sentence that are looked at for company."""


def never_approved(topic: Topic, treatment: Treatment) -> bool:
    """Whether no use of the product, as the page names it, is approved: there is no use that a notice must except.

    Approvals of brands count only where the page names one of them: most of what is sold as CBD has none.
    """
    if treatment.fda_status == "mixed" and treatment.kind == "drug":
        brands = [{product.lower() for product in label.products} for label in treatment.on_label]
        return bool(brands) and all(names and names.isdisjoint(topic.written) for names in brands)
    return treatment.fda_status in ("unapproved", "compounded", "investigational") and not treatment.on_label


def covered(pair: Pair, article: Article) -> bool:
    """Whether the use is no promoted use outside approval: an approval covers it, or it is too loose a word.

    An approved drug named by its ingredient gets the credit of its brands; a mixed kind of product (CBD) does not.
    """
    if is_refused(pair, article) or (_is_studied(pair, article) and not is_offered(pair, article)):
        return True
    if not pair.condition:
        return False
    return _is_passing(pair, article) or _is_approved(pair, article) or not _is_beyond(pair, article)


def _is_passing(pair: Pair, article: Article) -> bool:
    """Whether the page speaks of the use beside the treatment and promotes nothing for it."""
    treatment = article.topics.knowledge.treatment(pair.treatment)
    if treatment.fda_status == "not_reviewed" and pair.condition not in treatment.off_label_conditions:
        return True  # a practice is held to the illnesses that it is known to be oversold for
    if _is_distant(pair) and _is_of_disease(pair, article):
        return True
    return _is_anothers(pair, article) and not is_offered(pair, article)


def _is_approved(pair: Pair, article: Article) -> bool:
    """Whether an approval covers the use, or one that the page names it for short."""
    if article.topics.label(pair) is not None or _is_short_for_approved(pair, article):
        return True
    condition = article.topics.knowledge.condition(pair.condition)
    # a page on chronic migraine speaks of headaches too
    return pair.use.lower() in condition.also_risk and condition.group in _approved_groups(article, pair.treatment)


def _is_beyond(pair: Pair, article: Article) -> bool:
    """Whether a use that no approval covers is promoted: it is known to be, or offered, or no brand has the credit."""
    knowledge = article.topics.knowledge
    treatment, condition = knowledge.treatment(pair.treatment), knowledge.condition(pair.condition)
    listed = pair.condition in treatment.off_label_conditions
    if condition.no_label_credit or (_is_distant(pair) and not is_offered(pair, article)):
        # a loose state, or a distant use, is promoted only where it is known to be
        return listed and not _has_brands_only(treatment)
    if listed or _of_another_brand(treatment, pair, article):
        return True
    if is_unlisted(pair, treatment) and condition.kind == "disease":
        return is_offered(pair, article) and not _is_wider(pair, treatment, knowledge)
    return not (_has_brands_only(treatment) or _in_company(pair, article))


def _is_distant(pair: Pair) -> bool:
    return pair.level in ("section", "title")


def is_unlisted(pair: Pair, treatment: Treatment) -> bool:
    """Whether no brand of an approved drug is approved for the use, and the drug is not known to be promoted for it."""
    return (
        treatment.fda_status == "approved"
        and pair.condition not in ("", *treatment.off_label_conditions)
        and pair.condition not in _labelled(treatment)
    )


def _labelled(treatment: Treatment) -> set[str]:
    return {condition for label in treatment.on_label for condition in label.conditions}


def _is_wider(pair: Pair, treatment: Treatment, knowledge: Knowledge) -> bool:
    """Whether a use is a wider word for an approved one: "depression" for the kind that resists treatment."""
    use = pair.use.lower()
    return any(use in term.lower() for key in _labelled(treatment) for term in knowledge.condition(key).terms)


def _is_studied(pair: Pair, article: Article) -> bool:
    """Whether the use is what those had whom a study took in, or what records showed of them."""
    reading = article.readings[pair.block]
    return reading.among(reading.sentence_at(pair.first).first, pair.last, "purpose.studied")


def _is_short_for_approved(pair: Pair, article: Article) -> bool:
    """Whether the use is the last word of an approved one that its block names: "scars" beside "acne scars"."""
    named = _approved_uses(article).get((pair.treatment, pair.block), ())
    return any(use.endswith(f" {pair.use.lower()}") for use in named)


def _is_anothers(pair: Pair, article: Article) -> bool:
    """Whether the sentence of the use names another treatment that is approved for it: "Wegovy is approved for heart
    disease, which Zepbound is not"."""
    return pair.level == "sentence" and (pair.block, pair.first) in _labelled_places(article)


@once
def _labelled_places(article: Article) -> frozenset[tuple[int, int]]:
    """Block and first word of each use that a treatment in its sentence is approved for."""
    topics = article.topics
    near = (pair for pair in topics.pairs if pair.level == "sentence" and topics.label(pair) is not None)
    return frozenset((pair.block, pair.first) for pair in near)


@once
def _approved_uses(article: Article) -> dict[tuple[str, int], set[str]]:
    """The approved uses that the page names for a treatment in a block, in its words."""
    uses: dict[tuple[str, int], set[str]] = {}
    for pair in article.topics.pairs:
        if article.topics.label(pair) is not None:
            uses.setdefault((pair.treatment, pair.block), set()).add(pair.use.lower())
    return uses


@once
def _approved_groups(article: Article, treatment: str) -> frozenset[str]:
    """The groups of the approved uses that the page names for a treatment."""
    topics = article.topics
    named = (pair for pair in topics.pairs if pair.treatment == treatment and topics.label(pair) is not None)
    return frozenset(topics.knowledge.condition(pair.condition).group for pair in named)


def _is_of_disease(pair: Pair, article: Article) -> bool:
    """Whether the use stands under a heading on an illness."""
    heading = article.heading_reading(article.readings[pair.block].block)
    return heading is not None and on_disease(heading)


def _of_another_brand(treatment: Treatment, pair: Pair, article: Article) -> bool:
    """Whether the use is approved for other brands than those that the words near it name (Ozempic for weight loss)."""
    labels = [label.products for label in treatment.on_label if pair.condition in label.conditions]
    named = products_named(treatment, article.topics.near(pair))
    return bool(named and labels) and all(products and not set(products) & set(named) for products in labels)


def _has_brands_only(treatment: Treatment) -> bool:
    """Whether the product is approved, or a class of approved products: only what is known to be off label counts."""
    return treatment.fda_status == "approved" or (treatment.fda_status == "mixed" and not treatment.on_label)


def _in_company(pair: Pair, article: Article) -> bool:
    """Whether the sentence of the use names other treatments too, so that it may belong to any of them."""
    sentence = article.readings[pair.block].sentence_at(pair.first)
    mentions = article.topics.mentions
    start = bisect_left(_places(article), (pair.block, sentence.first))
    end = (pair.block, sentence.last)
    named = set()
    for mention in itertools.islice(mentions, start, start + COMPANY):
        if (mention.block, mention.first) >= end:
            break
        named.add(mention.id)
    return len(named) > 1


@once
def _places(article: Article) -> list[tuple[int, int]]:
    """Block and first word of each mention, in the order of the mentions."""
    return [(mention.block, mention.first) for mention in article.topics.mentions]
