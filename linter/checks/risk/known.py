"""What a page names of the risks that the knowledge base knows of a treatment."""

from collections.abc import Iterator, Mapping, Sequence

from linter.checks.article import Article, once
from linter.checks.lines import Line
from linter.checks.risk.harms import GENERAL, asserts_harm, find_words, harms_in
from linter.checks.risk.passages import Spoken, passages_of
from linter.knowledge.facts import Boxed, Treatment
from linter.knowledge.labels import products_named
from linter.value import Struct


class Tally(Struct, frozen=True):
    """The risks of a treatment that a page names and those that it does not, boxed topics first.

    ``owed`` are the missing ones that must be named whatever the number; ``at`` is the first line that names one.
    """

    named: tuple[str, ...]
    missing: tuple[str, ...]
    owed: tuple[str, ...]
    at: Line | None

    def enough(self, treatment: Treatment) -> bool:
        """Whether the page names as many as it should, and those that it must."""
        return len(self.named) >= treatment.min_risks and not self.owed


@once
def tally(article: Article, treatment: str) -> Tally:
    """What a page names of the risks of a treatment, by its id."""
    spoken = [line for passage in passages_of(article) for line in passage.lines]
    named: list[str] = []
    missing: list[str] = []
    owed: list[str] = []
    at: Line | None = None
    generally = _generally(article)
    for name, words, framed, must in _risks(article.topics.knowledge.treatment(treatment), article):
        held = article.searched.held(words)
        place = next((line for line in spoken if _names(line, held, framed, article)), None) if held else None
        place = place or generally.get(name)
        if place is None:
            missing.append(name)
            if must:
                owed.append(name)
            continue
        named.append(name)
        if at is None or place.line.place < at.place:
            at = place.line
    return Tally(tuple(named), tuple(missing), tuple(owed), at)


def boxed_topics(treatment: Treatment, article: Article) -> tuple[Boxed, ...]:
    """The topics of boxed warnings that the page owes: those of all products, and those of products it names."""
    return tuple(
        topic
        for topic in treatment.boxed_warning or ()
        if topic.must_name
        and (not topic.products or not set(topic.products).isdisjoint(products_on(article, treatment.id)))
    )


@once
def products_on(article: Article, treatment: str) -> tuple[str, ...]:
    """The products of a treatment, by its id, that the page names."""
    text = " ".join(reading.text for reading in article.readings)
    return products_named(article.topics.knowledge.treatment(treatment), text)


def names_topic(topic: Boxed, article: Article) -> bool:
    """Whether a page names a topic of a boxed warning."""
    if topic.topic in _generally(article):
        return True
    held = article.searched.held(topic.words)
    lines = (line for passage in passages_of(article) for line in passage.lines)
    return bool(held) and any(_names(line, held, (), article) for line in lines)


def _risks(treatment: Treatment, article: Article) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...], bool]]:
    for topic in boxed_topics(treatment, article):
        yield topic.topic, topic.words, (), False
    for risk in treatment.key_risks:
        yield risk.risk, risk.words, risk.framed, risk.must_name


@once
def _generally(article: Article) -> Mapping[str, Spoken]:
    """The key risks of any treatment that words for harms in general name, as their classes say, and the first line."""
    named: dict[str, Spoken] = {}
    for line in (line for passage in passages_of(article) for line in passage.lines):
        for one in harms_in(line, article, ()):
            for name in article.program.attributes.get(f"{GENERAL}{one.key}", {}).get("names", ()):
                named.setdefault(name, line)
    return named


def _names(spoken: Spoken, words: Sequence[str], framed: Sequence[str], article: Article) -> bool:
    """Whether a line names a risk as one: not denied, not a reason against the treatment; bare words need a frame."""
    line = spoken.line
    if spoken.exclusion or line.is_question:
        return False
    told = words if spoken.framed else [word for word in words if word not in framed]
    if find_words(line, told, article) is None:
        return False
    return not spoken.framed or asserts_harm(spoken)
