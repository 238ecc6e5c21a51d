"""Which treatments of a page owe risk information, and where the page first speaks of them."""

from collections.abc import Iterator

from linter.checks.article import Article, once
from linter.checks.disclosure.held import held_to
from linter.checks.disclosure.owed import Promoted
from linter.checks.disclosure.owing import owed_by
from linter.checks.page import most_visible, title_place
from linter.knowledge.facts import Treatment
from linter.knowledge.page import Mention
from linter.language.reading import Place
from linter.value import Struct

OFTEN = 3
"""Times that a page names a service before it counts as offered."""


class Subjects(Struct, frozen=True):
    """What a page promotes that has risks: entries of the knowledge base, and services that are none.

    ``service`` is the place of the first such service (block, start, end) where no entry is promoted.
    """

    treatments: tuple[Treatment, ...]
    first: dict[str, Mention | None]
    service: Place | None

    @property
    def any(self) -> bool:
        """Whether there is something that owes risk information."""
        return bool(self.treatments) or self.service is not None


@once
def subjects_of(article: Article) -> Subjects:
    """The subjects of a page."""
    if not article.topics.promotional and any(reading.of("notice.research-only") for reading in article.readings):
        return Subjects((), {}, None)  # a text for laboratories; a page that sells is held to what it sells
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
    """Where a finding on a treatment (None: on the page) stands."""
    mention = None if treatment is None else subjects.first.get(treatment.id)
    if mention is not None:
        return article.readings[mention.block].place(mention.first, mention.last)
    return (subjects.service if treatment is None else None) or title_place(article)


def _supplements(article: Article) -> Iterator[Promoted]:
    """The supplements that a page sells with claims: those that owe the statement of supplements."""
    for owed in owed_by(article):
        if owed.notice == "dshea":
            yield from owed.products


def _services(article: Article) -> Iterator[Place]:
    """Services of a selling page: those that its headings name, or that it names more than once."""
    if not article.topics.promotional:
        return
    hits = [(reading, hit) for reading in article.readings for hit in reading.of("risk.service", "drug")]
    headed = [pair for pair in hits if pair[0].block.heads]
    for reading, hit in headed or (hits if len(hits) >= OFTEN else []):
        yield reading.place(hit.first, hit.last)
