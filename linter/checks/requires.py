"""Kind ``requires``: an article that says or does one thing must say another, anywhere."""

from collections.abc import Iterator, Sequence

from linter.checks.article import Article
from linter.checks.bylines import find_bylines
from linter.checks.disclosure.held import held_to
from linter.checks.match import Clue, Match
from linter.checks.page import on_article
from linter.checks.risk.harms import known_risks
from linter.checks.topic import about_treatment, fits
from linter.document import Scope
from linter.knowledge.labels import products_named
from linter.language.hits import Hit
from linter.language.reading import BlockReading
from linter.rules.program import Rule
from linter.value import replace
from linter.violation import Severity


def check(rules: Sequence[Rule], article: Article) -> Iterator[Match]:
    """Report what the article must say and does not: at the first trigger, else at the title."""
    for rule in rules:
        if not _concerned(rule, article) or _satisfied_at(rule, article) or (rule.match["byline"] and _signed(article)):
            continue
        if not rule.match["when"]:
            for match in on_article(rule, article):
                yield replace(match, severity=Severity.INFO) if _is_mild(rule, article) else match
            continue
        triggers = _triggers(rule, article)
        if triggers:
            reading, hit = triggers[0]
            message = rule.match["partly"] if any(map(any, _by_region(rule, article))) else ""
            severity = Severity.INFO if message or all(_mild(rule, *trigger) for trigger in triggers) else None
            yield Match(rule, *reading.place(hit.first, hit.last), severity=severity, message=message)


def met(rule: Rule, article: Article) -> Clue | None:
    """Return the place where the article says what it must."""
    if not _concerned(rule, article) or (rule.match["when"] and not _triggers(rule, article)):
        return None
    place = _satisfied_at(rule, article)
    if place is None:
        return None
    reading, hit = place
    sentence = reading.sentence_at(hit.first)
    return Clue("met", reading.block, sentence.start, sentence.end)


def _triggers(rule: Rule, article: Article) -> list[tuple[BlockReading, Hit]]:
    """Return the phrases that trigger the rule, without negated ones (*no subscription*)."""
    return [place for place in _found(rule.match["when"], article) if not _voided(rule, *place)]


def _concerned(rule: Rule, article: Article) -> bool:
    match = rule.match
    also_offered = match["also_offered"]
    if match["about"] == "treatment" and not about_treatment(article, match["not_topic"], also_offered=also_offered):
        return False
    if match["about"] == "named" and "treatment" not in article.holding:
        return False
    return not (match["topic"] or match["risks"]) or _treats_of(match["topic"], match["risks"], article)


def _is_mild(rule: Rule, article: Article) -> bool:
    """Whether the page is only about treatments for which the rule is milder."""
    mild = rule.match["mild_topic"]
    milder = mild or rule.match["also_offered"]
    return bool(milder) and not about_treatment(article, (*rule.match["not_topic"], *mild))


def _treats_of(wanted: Sequence[str], risks: Sequence[str], article: Article) -> bool:
    """Whether the page is about one of the wanted treatments, or about one with such a risk."""
    knowledge = article.topics.knowledge
    for topic in held_to(article):
        if any(fits(topic.id, name, knowledge) for name in wanted):
            return True
        known = [name for name, _ in known_risks(knowledge.treatment(topic.id))]
        if any(risk in name for risk in risks for name in known):
            return True
    return False


def _satisfied_at(rule: Rule, article: Article) -> tuple[BlockReading, Hit] | None:
    """Return the first place where the article says what it must."""
    places = (place for place in _found(rule.match["must"], article) if not _voided(rule, *place))
    place = next(places, None) or (_brand_named(article) if rule.match["brand"] else None)
    if place is not None:
        return place
    return next((by_class[0][0] for by_class in _by_region(rule, article) if all(by_class)), None)


def _by_region(rule: Rule, article: Article) -> Iterator[list[list[tuple[BlockReading, Hit]]]]:
    """Yield, for each configured region in ``must_in``, the places of each of its classes."""
    for region, names in rule.match["must_in"].items():
        if region in article.setting.regions:
            yield [_found([name], article) for name in names]


def _voided(rule: Rule, reading: BlockReading, hit: Hit) -> bool:
    return any(other.first < hit.last and hit.first < other.last for other in reading.of(*rule.match["void"]))


def _brand_named(article: Article) -> tuple[BlockReading, Hit] | None:
    knowledge = article.topics.knowledge
    for reading, hit in _found(["treatment"], article):
        if products_named(knowledge.treatment(hit.term), reading.excerpt(hit.first, hit.last)):
            return reading, hit
    return None


def _signed(article: Article) -> bool:
    return any(byline.credentialed for byline in find_bylines(article))


def _found(owners: Sequence[str], article: Article) -> list[tuple[BlockReading, Hit]]:
    """Return the places of some phrases, outside of navigation."""
    if article.holding.keys().isdisjoint(owners):
        return []
    return [
        (reading, hit)
        for reading in article.readings
        if reading.block.scope is not Scope.NAVIGATION
        for hit in reading.of(*owners)
        if not _in_number(reading, hit)
    ]


def _in_number(reading: BlockReading, hit: Hit) -> bool:
    """Whether a number is part of a longer one: 988 in (555) 988-0100."""
    words = reading.words.words
    if not words[hit.first][0].isdigit():
        return False
    before = words[hit.first - 1] if hit.first else ""
    after = words[hit.last] if hit.last < len(words) else ""
    return before[:1].isdigit() or after[:1].isdigit() or before == ")"


def _mild(rule: Rule, reading: BlockReading, hit: Hit) -> bool:
    sentence = reading.sentence_at(hit.first)
    return reading.has_in(sentence.first, sentence.last, *rule.match["mild"])
