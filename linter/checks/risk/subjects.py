"""Which treatments on a page owe risk information, and where to report a finding about each."""

from collections.abc import Iterator

from linter.checks.article import Article, once
from linter.checks.disclosure.held import held_to
from linter.checks.disclosure.owed import HeldTo
from linter.checks.disclosure.owing import owed_by
from linter.checks.page import most_visible, title_place
from linter.knowledge.facts import Treatment
from linter.knowledge.page import Mention
from linter.language.reading import Place
from linter.value import Struct

_MIN_MENTIONS = 3
"""Minimum mentions of services in the text, if no heading names one, for them to count as offered."""


class Subjects(Struct, frozen=True):
    """What a page promotes that has risks: entries in the knowledge base, or else a service that has none.

    ``service`` is the place (block, start, end) of the first such service, if no entry is promoted.
    """

    treatments: tuple[Treatment, ...]
    first: dict[str, Mention | None]
    service: Place | None

    @property
    def any(self) -> bool:
        """Whether anything owes risk information."""
        return bool(self.treatments) or self.service is not None


@once
def subjects_of(article: Article) -> Subjects:
    """Return the subjects of a page."""
    if not article.topics.promotional and any(reading.of("notice.research-only") for reading in article.readings):
        return Subjects((), {}, None)  # a text for laboratories, unless it sells
    topics = article.topics
    found: list[Treatment] = []
    first: dict[str, Mention | None] = {}
    for topic in held_to(article):
        treatment = topics.knowledge.treatment(topic.id)
        if treatment.owes_risks:
            found.append(treatment)
            named = (mention for mention in topics.mentions if mention.id == topic.id)
            first[topic.id] = most_visible(named, article) or topic.first
    service = None if found else next(_services(article), None)
    for supplement in _supplements(article) if not found and service is None else ():
        found.append(supplement.treatment)
        first[supplement.treatment.id] = supplement.topic.first
    return Subjects(tuple(found), first, service)


def place_of(subjects: Subjects, treatment: Treatment | None, article: Article) -> Place | None:
    """Return the place to report a finding about a treatment (None: about the page)."""
    mention = None if treatment is None else subjects.first.get(treatment.id)
    if mention is not None:
        return article.readings[mention.block].place(mention.first, mention.last)
    return (subjects.service if treatment is None else None) or title_place(article)


def _supplements(article: Article) -> Iterator[HeldTo]:
    """Yield the supplements that a page sells with claims: those that owe the DSHEA statement."""
    for owed in owed_by(article):
        if owed.notice == "dshea":
            yield from owed.products


def _services(article: Article) -> Iterator[Place]:
    """Yield services on a selling page: those in headings, else all if it names services often enough."""
    if not article.topics.promotional:
        return
    hits = [(reading, hit) for reading in article.readings for hit in reading.of("risk.service", "drug")]
    headed = [pair for pair in hits if pair[0].block.is_heading]
    for reading, hit in headed or (hits if len(hits) >= _MIN_MENTIONS else []):
        yield reading.place(hit.first, hit.last)
