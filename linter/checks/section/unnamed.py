"""What a page fails to name: any two risks, key risks, those of a boxed warning, contraindications."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.claim import ASSERTING, find_claims
from linter.checks.match import Match
from linter.checks.risk.known import boxed_topics, names_topic, products_on, tally
from linter.checks.section.finding import on_treatment
from linter.checks.section.page_risks import PageRisks
from linter.knowledge.facts import Boxed, Treatment
from linter.language.balance import CONTRAINDICATIONS
from linter.rules.program import Rule
from linter.value import replace
from linter.violation import Severity


def missing(rule: Rule, page: PageRisks) -> Iterator[Match]:
    """Report, once per page, that no place names as many harms as the rule requires."""
    if not page.subjects.any or page.most >= rule.match["least"]:
        return
    first = page.subjects.treatments[0] if page.subjects.treatments else None
    for match in on_treatment(rule, page, first, {}):
        yield replace(match, severity=Severity.WARNING) if _informs(page) and match.level is Severity.ERROR else match


def _informs(page: PageRisks) -> bool:
    """Whether a text neither sells nor asserts a benefit, and so owes less than an advertisement."""
    article = page.article
    return not article.topics.promotional and not any(claim.strength in ASSERTING for claim in find_claims(article))


def key_risks(rule: Rule, page: PageRisks) -> Iterator[Match]:
    """Report main treatments with too few of their key risks named, or without a mandatory one."""
    if page.names_too_few:
        return
    for treatment in page.main:
        count = tally(page.article, treatment.id)
        if count.enough(treatment):
            continue
        owed = count.owed or count.missing
        values = {
            "n": str(len(count.named)),
            "min": str(treatment.min_risks),
            "missing": ", ".join(owed[:5]),
        }
        message = rule.match["owed"] if len(count.named) >= treatment.min_risks else ""
        yield from on_treatment(rule, page, treatment, values, count.missing, message)


def boxed(rule: Rule, page: PageRisks) -> Iterator[Match]:
    """Report topics of a boxed warning that the page does not name, or does not call a boxed warning."""
    for treatment in page.dwelt:
        topics = boxed_topics(treatment, page.article)
        if not topics:
            continue
        missing = [topic.topic for topic in topics if not names_topic(topic, page.article)]
        called = any(reading.of("risk.boxed") for reading in page.article.readings)
        if not missing and called:
            continue
        owed = [topic for topic in topics if topic.topic in missing] or topics
        values = {"product": _warned(owed, treatment, page.article), "topic": "; ".join(topic.topic for topic in owed)}
        message = "" if missing else rule.match["unnamed"]
        for match in on_treatment(rule, page, treatment, values, [topic.topic for topic in owed], message):
            yield match if missing else replace(match, severity=Severity.WARNING)


def _warned(topics: Sequence[Boxed], treatment: Treatment, article: Article) -> str:
    """Return a product on the page that carries the warnings: not every brand of a treatment carries each."""
    products = [name for topic in topics for name in topic.products]
    named = (name for name in products_on(article, treatment.id) if not products or name in products)
    return next(named, treatment.noun)


def exclusions(rule: Rule, page: PageRisks) -> Iterator[Match]:
    """Report a page that says nothing about who should not have the treatment."""
    stated = any(line.exclusion for passage in page.passages for line in passage.lines)
    if not stated and page.article.is_balanced:
        # what counted toward the balance counts here
        stated = not page.article.holding.keys().isdisjoint(CONTRAINDICATIONS)
    if stated or not page.subjects.treatments:
        return
    yield from on_treatment(rule, page, page.subjects.treatments[0], {}, missing=())
