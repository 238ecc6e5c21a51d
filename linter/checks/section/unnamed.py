"""What a page does not name: any two risks, the key ones, those of a boxed warning, who should not have a treatment."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.claim import ASSERTING, find_claims
from linter.checks.match import Match
from linter.checks.risk.known import boxed_topics, names_topic, products_on, tally
from linter.checks.section.finding import on_treatment
from linter.checks.section.page_risks import PageRisks
from linter.knowledge.facts import Boxed, Treatment
from linter.rules.program import Rule
from linter.value import replace
from linter.violation import Severity


def missing(rule: Rule, page: PageRisks) -> Iterator[Match]:
    """One finding a page: fewer named harms in any one place than the rule asks for."""
    if not page.subjects.any or page.most >= rule.match["least"]:
        return
    first = page.subjects.treatments[0] if page.subjects.treatments else None
    for match in on_treatment(rule, page, first, {}):
        yield replace(match, severity=Severity.WARNING) if _informs(page) and match.level is Severity.ERROR else match


def _informs(page: PageRisks) -> bool:
    """Whether a text neither sells nor asserts a benefit: it may be held to less than an advertisement."""
    article = page.article
    return not article.topics.promotional and not any(claim.strength in ASSERTING for claim in find_claims(article))


def key_risks(rule: Rule, page: PageRisks) -> Iterator[Match]:
    """Too few of the risks of the treatments that the page is about, or not those that must be named."""
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
    """Topics of a boxed warning that the page does not name, or does not call one."""
    for treatment in page.subjects.treatments:
        topics = boxed_topics(treatment, page.article)
        if not topics:
            continue
        missing = [topic.topic for topic in topics if not names_topic(topic, page.article)]
        called = any(reading.of("risk.boxed") for reading in page.article.readings)
        if not missing and called:
            continue
        told = [topic for topic in topics if topic.topic in missing] or topics
        values = {"product": _warned(told, treatment, page.article), "topic": "; ".join(topic.topic for topic in told)}
        for match in on_treatment(rule, page, treatment, values, missing, "" if missing else rule.match["unnamed"]):
            yield match if missing else replace(match, severity=Severity.WARNING)


def _warned(topics: Sequence[Boxed], treatment: Treatment, article: Article) -> str:
    """The product on the page that the warnings are of: not each brand of a treatment carries each."""
    products = [name for topic in topics for name in topic.products]
    named = (name for name in products_on(article, treatment.id) if not products or name in products)
    return next(named, treatment.short_name)


def exclusions(rule: Rule, page: PageRisks) -> Iterator[Match]:
    """Nothing on who should not have the treatment."""
    said = any(line.exclusion for passage in page.passages for line in passage.lines)
    if said or not page.subjects.treatments:
        return
    yield from on_treatment(rule, page, page.subjects.treatments[0], {})
