"""What a page names of risk: in one passage, and of what the knowledge base knows of a treatment."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.checks.article import Article, once
from linter.checks.lines import Line
from linter.checks.risk.harms import GENERAL, Named, asserts_harm, bars_in, find_words, harms_in
from linter.checks.risk.passages import Passage, Spoken, passages_of
from linter.knowledge.facts import Boxed, Treatment
from linter.knowledge.labels import products_named
from linter.value import Struct

WINDOW = 10
"""Lines within which harms are named in one place, where no heading says that the passage is on risks."""
_OTHERWISE = ("effect", "risk.gain", "risk.untreated", "risk.rival", "risk.disease", "risk.origin")
"""What a sentence speaks of where the harms in it are none of the treatment's."""
PLAINLY = 3
"""Key risks of a treatment that one place names where it tells of risks, whatever its heading calls them."""


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
    known = article.topics.knowledge.treatment(treatment)
    if not article.searched.held(known.products):
        return ()  # most pages
    return products_named(known, " ".join(reading.text for reading in article.readings))


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
    boxed = spoken.exclusion and _is_boxed(line, article)
    until = line.sentence.last if boxed else spoken.harms_until
    if until == line.sentence.first or line.is_question:
        return False
    told = words if spoken.framed else [word for word in words if word not in framed]
    if find_words(line, told, article, until) is None:
        return False
    return not spoken.framed or boxed or asserts_harm(spoken)


def _is_boxed(line: Line, article: Article) -> bool:
    """Whether a line on who should not have a treatment, what follows it, or the cell before it calls its reason a
    boxed warning: it names the risk all the same ("… who had thyroid cancer. That is the boxed warning.")."""
    reading, last = line.reading, line.sentence.last
    until = reading.sentence_at(last).last if last < len(reading.words) else last
    label = article.readings[max(0, reading.block.index - 1)]
    labelled = label.block.beside(reading.block) and bool(label.of("risk.boxed"))
    return labelled or reading.among(line.sentence.first, until, "risk.boxed")


def named_in(passage: Passage, article: Article, treatments: Sequence[Treatment]) -> tuple[Named, ...]:
    """Everything that a passage names: one entry a harm or bar."""
    found: list[Named] = []
    for spoken in passage.lines:
        found.extend(harms_in(spoken, article, treatments))
        found.extend(bars_in(spoken))
    if passage.on_risk:
        return _distinct(found)
    if not _opens_otherwise(passage, article):
        plain = _plainly(passage, article, treatments)
        if len(_together(plain)) >= PLAINLY:
            found = sorted([*found, *plain], key=lambda one: (one.line.place, one.start))
    return _together(found)


def _opens_otherwise(passage: Passage, article: Article) -> bool:
    """Whether the heading of a passage, or a line that leads into a list, speaks of what treatment does for people."""
    heading = passage.heading
    if heading is not None and article.readings[heading.index].of(*_OTHERWISE, "heading.benefit"):
        return True
    return any(spoken.line.of(*_OTHERWISE) for spoken in passage.lines if spoken.line.text.endswith(":"))


def _plainly(passage: Passage, article: Article, treatments: Sequence[Treatment]) -> list[Named]:
    """The key risks that a passage names, in lines that do not speak of risk, by words that mean only them."""
    found: list[Named] = []
    telling = _telling(article, tuple(treatment.id for treatment in treatments))
    for spoken in passage.lines if telling else ():
        line = spoken.line
        if spoken.framed or spoken.exclusion or line.is_question or line.of(*_OTHERWISE):
            continue
        places = ((name, find_words(line, words, article)) for name, words in telling)
        found.extend(Named(name, line, *place) for name, place in places if place is not None)
    return found


@once
def _telling(article: Article, treatments: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """The key risks of some treatments, by id, of which the article has words that mean only them, with those."""
    known = (risk for name in treatments for risk in article.topics.knowledge.treatment(name).key_risks)
    plain = ((risk.risk, [word for word in risk.words if word not in risk.framed]) for risk in known)
    return [(name, held) for name, words in plain if (held := article.searched.held(words))]


def _distinct(found: Iterable[Named]) -> tuple[Named, ...]:
    first: dict[str, Named] = {}
    for named in found:
        first.setdefault(named.harm, named)
    return tuple(first.values())


def _together(found: Sequence[Named]) -> tuple[Named, ...]:
    """The most different things that are named within some lines of each other; ``found`` is in order of place."""
    counts: Counter[str] = Counter()
    start, best = 0, (0, 0, 0)
    for end, named in enumerate(found):
        counts[named.harm] += 1
        while named.line.place - found[start].line.place >= WINDOW:
            counts[found[start].harm] -= 1
            if not counts[found[start].harm]:
                del counts[found[start].harm]
            start += 1
        best = max(best, (len(counts), -start, end + 1))
    _, first, last = best
    return _distinct(found[-first:last])
